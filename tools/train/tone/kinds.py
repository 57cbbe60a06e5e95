"""Kinds of comments on which engines err, told by the text alone (and the label, for irony)."""

import re

import numpy as np

NEGATION = re.compile(r"\b(?:not|no|never|nobody|none|nothing|cannot|without|hardly)\b|n't\b", re.IGNORECASE)
PRAISE_WORDS = 0.3  # VADER's compound from which the wording sounds like praise


def kinds(comments, vader_score):
    """Name to mask [comments]."""
    texts = [comment.text for comment in comments]
    tone = np.array([comment.tone for comment in comments]) - 1
    return {
        "number": np.array([bool(re.search(r"\d", text)) for text in texts]),
        "negation": np.array([bool(NEGATION.search(text)) for text in texts]),
        "question": np.array(["?" in text for text in texts]),
        "no_emotional_word": vader_score == 0,
        "praise_words_meant_as_complaint": (tone == -1) & (vader_score >= PRAISE_WORDS),
        "complaint_words_meant_as_praise": (tone == 1) & (vader_score <= -PRAISE_WORDS),
        "short": np.array([len(text.split()) <= 4 for text in texts]),
        "long": np.array([len(text.split()) >= 30 for text in texts]),
    }


def accuracy_by_kind(comments, vader_score, called):
    """Per kind: how many, how many called right, how many called the opposite."""
    tone = np.array([comment.tone for comment in comments]) - 1
    return {
        name: {
            "comments": int(mask.sum()),
            "right": round(float((called == tone)[mask].mean()), 3),
            "opposite": round(float(((called == -tone) & (tone != 0))[mask].mean()), 3),
        }
        for name, mask in kinds(comments, vader_score).items()
        if mask.any()
    }
