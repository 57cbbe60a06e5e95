"""Reads the public texts, the workplace seed and dev sets, and the corpus beside this package."""

import csv
import gzip
import random
from dataclasses import dataclass
from pathlib import Path

from .labels import THEMES, TONES

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
# How many texts of each public source the first stage sees at most; the small workplace-like sources whole.
PUBLIC_SAMPLE = {
    "vader_tweets": 3300, "vader_amazon": 2900, "vader_movie": 4000, "vader_nyt": 3000, "uci_imdb": 900,
    "uci_yelp": 900, "uci_amazon_cells": 900, "goemotions": 13000, "senti4sd": 3000,
}  # fmt: skip
# How many of each the second stage keeps, for its head of other matters; talk among developers and reviews whole, which
# are nearest to what the weights are measured on beside the workplace.
PUBLIC_KEPT = {
    "vader_tweets": 2000, "vader_amazon": 2800, "vader_movie": 1500, "vader_nyt": 2000, "uci_imdb": 900,
    "uci_yelp": 900, "uci_amazon_cells": 900, "goemotions": 7000, "senti4sd": 2966,
}  # fmt: skip
COUNTED_TWICE = "senti4sd"  # the only talk at work among the public texts
MEASURED = 400  # texts of each public source, of its test split, that the head of other matters is calibrated on
TEST_ONLY = ("premo", "course_eval")
SEED_THEMES = {
    "skills": "skill", "jobloss": "job_loss", "incentives": "incentive", "pos_value": "value",
    "pos_support": "support", "pos_engage": "engaged",
}  # fmt: skip


@dataclass(frozen=True)
class Comment:
    """One text with its labels. `themes` is None where nobody labelled them; `unsure` themes are left out of the loss."""

    text: str
    tone: int  # index into TONES
    themes: frozenset | None = None
    unsure: frozenset = frozenset()
    batch: str = ""
    author: str = ""
    department: str = ""


def read_public(path):
    """All public rows as (source, split, Comment)."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            source, split, polarity, text = line.rstrip("\n").split("\t", 3)
            yield source, split, Comment(text, int(polarity) + 1, batch=source)


def sample_public(path, seed):
    """The first stage's texts: of each source's train split at most PUBLIC_SAMPLE, drawn with `seed`."""
    by_source = {}
    for source, split, comment in read_public(path):
        if split == "train" and source not in TEST_ONLY:
            by_source.setdefault(source, []).append(comment)
    draw = random.Random(seed)
    chosen = []
    for source, most in PUBLIC_SAMPLE.items():
        rows = by_source[source]
        draw.shuffle(rows)
        chosen += rows[:most]
    return chosen


def public_test(path, seed):
    """Of each public source's test split at most MEASURED texts, drawn with `seed`."""
    by_source = {}
    for source, split, comment in read_public(path):
        if split == "test" and source not in TEST_ONLY:
            by_source.setdefault(source, []).append(comment)
    for rows in by_source.values():
        random.Random(seed).shuffle(rows)
    return [comment for rows in by_source.values() for comment in rows[:MEASURED]]


def kept(public):
    """Of the first stage's texts those that the second keeps."""
    left = dict(PUBLIC_KEPT)
    chosen = []
    for comment in public:
        if left[comment.batch]:
            left[comment.batch] -= 1
            chosen.append(comment)
    return chosen


def _workplace_row(polarity, themes, text, batch):
    """A row of the seed or dev file. Its `role` covers what is `turf` and `role` here, so both are unsure."""
    names = set(filter(None, themes.split(",")))
    unsure = frozenset({"turf", "role"}) if "role" in names else frozenset()
    known = frozenset(SEED_THEMES.get(name, name) for name in names - {"role"})
    return Comment(text, TONES.index(polarity), known, unsure, batch)


def read_seed(path):
    """The workplace seed: polarity, themes, text, without a header."""
    rows = (line.split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines())
    return [_workplace_row(*row[:3], "seed") for row in rows]


def read_dev(path):
    """The workplace dev set: id, source, polarity, themes, text, with a header."""
    rows = (line.split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines()[1:])
    return [_workplace_row(*row[2:5], "dev") for row in rows]


def read_batch(path):
    """One corpus file: author, department, source, tone, themes, text."""
    comments = []
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            themes = frozenset(filter(None, (row["themes"] or "").split(",")))
            unknown = themes - set(THEMES)
            if unknown or row["tone"] not in TONES:
                raise ValueError(f"{path}: {row} has an unknown label")
            comments.append(
                Comment(
                    row["text"], TONES.index(row["tone"]), themes, frozenset(), path.stem, row["author"], row["department"]
                )
            )
    return comments


def letters(text):
    """A text's letters and digits alone, in small: the same for texts that say the same word for word."""
    return "".join(c for c in text.lower() if c.isalnum())


def read_corpus(folder=CORPUS):
    """The English batches by name, in order. A batch is what one writer wrote: one company, six voices."""
    return {path.stem: read_batch(path) for path in sorted(folder.glob("?.tsv"))}
