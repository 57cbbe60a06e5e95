"""Texts to token ids, and lists of them to padded arrays."""

import numpy as np
from tokenizers import Tokenizer

MAX_TOKENS = 96
PAD_TO = 16


def open_tokenizer(folder):
    """The base's tokenizer, cutting at MAX_TOKENS (with [CLS] and [SEP])."""
    tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def encode(tokenizer, texts):
    """Token ids per text."""
    return [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]


def pad(rows):
    """Ids and mask, both [rows, length], padded to the next multiple of PAD_TO so that few shapes get compiled."""
    longest = max(map(len, rows))
    length = -(-longest // PAD_TO) * PAD_TO
    ids = np.zeros((len(rows), length), np.int32)
    mask = np.zeros((len(rows), length), np.float32)
    for row, tokens in enumerate(rows):
        ids[row, : len(tokens)] = tokens
        mask[row, : len(tokens)] = 1
    return ids, mask


def bucketed(lengths, size, random, window=50):
    """Index batches of exactly `size` for one epoch: shuffled, of similar length inside a batch. The rest is dropped."""
    order = random.permutation(len(lengths))
    batches = []
    for start in range(0, len(order), size * window):
        chunk = sorted(order[start : start + size * window], key=lambda index: lengths[index])
        batches += [chunk[at : at + size] for at in range(0, len(chunk), size)]
    batches = [batch for batch in batches if len(batch) == size]
    random.shuffle(batches)
    return batches
