"""Matches messages/<language>/themes.toml as the program does (src/sentiment): which themes' words are in a text.

The rules are written at the top of that file. Training sees the same flags as the program.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

import numpy as np

from .labels import THEMES

PRAISE = {"value", "support", "engaged"}
BEFORE, AFTER, PRAISE_BEFORE, MOST_FILL = 6, 6, 3, 3
QUOTES = str.maketrans({quote: "'" for quote in "’‘ʼ`´"})
# As src/domain/invisible.rs has them, without controls.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
WORD_OR_END = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.!?;:\n]")


@cache
def _pattern(alternative):
    """A test for one word."""
    if "*" not in alternative:
        return alternative.__eq__
    expression = re.compile(".*".join(map(re.escape, alternative.split("*"))))
    return lambda word: expression.fullmatch(word) is not None


class Entry:
    """One line of the file: a list of slots, each a set of words' patterns, or None for `..`."""

    def __init__(self, line):
        self.slots = [
            None if slot == ".." else [_pattern(alternative) for alternative in slot.split("|")]
            for slot in line.lower().translate(QUOTES).split()
        ]

    def starts(self, word):
        """Whether the first slot fits the word."""
        return any(fits(word) for fits in self.slots[0])

    def end(self, words, at, slot=0):
        """The index after the last word of the shortest place that begins at `at`, or None."""
        if slot == len(self.slots):
            return at
        if self.slots[slot] is None:
            for fill in range(MOST_FILL + 1):
                end = self.end(words, at + fill, slot + 1)
                if end is not None:
                    return end
            return None
        if at < len(words) and any(fits(words[at]) for fits in self.slots[slot]):
            return self.end(words, at + 1, slot + 1)
        return None


class Entries:
    """A list of entries with a memory of which of them may begin with a word."""

    def __init__(self, lines):
        self.entries = [Entry(line) for line in lines]
        self._by_word = {}

    def _starting(self, word):
        if word not in self._by_word:
            self._by_word[word] = [entry for entry in self.entries if entry.starts(word)]
        return self._by_word[word]

    def places(self, words):
        """Every (first, end) at which an entry is found in a clause."""
        found = []
        for at, word in enumerate(words):
            for entry in self._starting(word):
                end = entry.end(words, at)
                if end is not None:
                    found.append((at, end))
        return found


class Lexicon:
    """The file's themes and guards."""

    def __init__(self, path):
        content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        guards = content["guards"]
        self._breaks = set(guards["breaks"])
        self._fears_before = Entries(guards["fears_over_before"])
        self._fears_after = Entries(guards["fears_over_after"])
        self._praise_before = Entries(guards["praise_denied_before"])
        self._themes = {theme: Entries(content[theme]["words"]) for theme in THEMES}

    def clauses(self, text):
        """The text's clauses as lists of words."""
        text = INVISIBLE.sub("", text.lower().translate(QUOTES))
        clauses = [[]]
        for token in WORD_OR_END.findall(text):
            if token in ".!?;:\n":
                clauses.append([])
                continue
            if token in self._breaks:
                clauses.append([])
            clauses[-1].append(token)
        return [clause for clause in clauses if clause]

    def hits(self, text):
        """0/1 per theme, in the order of THEMES."""
        flags = np.zeros(len(THEMES), np.float32)
        for words in self.clauses(text):
            over_before = [first for first, _ in self._fears_before.places(words)]
            over_after = [first for first, _ in self._fears_after.places(words)]
            denied = [first for first, _ in self._praise_before.places(words)]
            for index, theme in enumerate(THEMES):
                for first, end in self._themes[theme].places(words):
                    if theme in PRAISE:
                        taken_back = any(first - PRAISE_BEFORE <= guard < first for guard in denied)
                    else:
                        taken_back = any(first - BEFORE <= guard < end for guard in over_before) or any(
                            first <= guard < end + AFTER for guard in over_after
                        )
                    if not taken_back:
                        flags[index] = 1
        return flags

    def matrix(self, texts):
        """Flags of many texts, [texts, 13]."""
        return np.array([self.hits(text) for text in texts], np.float32).reshape(-1, len(THEMES))
