"""How far two labellers agree: corpus/second-labels.tsv."""

import csv

from sklearn.metrics import cohen_kappa_score

from .labels import THEMES


def agreement(path):
    """Cohen's kappa for the tone and per theme, over the rows that were labelled twice."""
    with open(path, encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    first, second = ([row[f"{which}_tone"] for row in rows] for which in ("first", "second"))
    themes = {}
    for theme in THEMES:
        flags = [[theme in row[f"{which}_themes"].split(",") for row in rows] for which in ("first", "second")]
        themes[theme] = round(float(cohen_kappa_score(*flags)), 3)
    return {
        "rows": len(rows),
        "tone_kappa": round(float(cohen_kappa_score(first, second)), 3),
        "tone_differs": sum(a != b for a, b in zip(first, second, strict=True)),
        "theme_kappa": themes,
        "theme_kappa_mean": round(sum(themes.values()) / len(themes), 3),
    }
