"""Trains and measures the comment model: three tones and thirteen themes on a MiniLM-L6 encoder."""
