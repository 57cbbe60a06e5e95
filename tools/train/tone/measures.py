"""The figures by which engines are compared. Tones are -1, 0, 1; a score is P(+) − P(−), −1..1."""

import numpy as np
from scipy.stats import spearmanr
from sklearn.metrics import confusion_matrix, f1_score

DEPARTMENTS, DEPARTMENT_SIZE = 400, 15


def departments(truth, called, seed=0):
    """Mean absolute error of a department's mean tone, and its rank correlation with the truth.

    400 simulated departments of 15 comments each. Every department has a mood of its own: its mix of tones is drawn
    evenly from all mixes, its comments from those with that tone. Seen is the mean of the tones called, as the product's
    summary has it, but without its correction.
    """
    random = np.random.default_rng(seed)
    by_tone = [np.flatnonzero(truth == tone) for tone in (-1, 0, 1)]
    real, seen = [], []
    for _ in range(DEPARTMENTS):
        mix = random.dirichlet([1, 1, 1])
        rows = [random.choice(by_tone[tone]) for tone in random.choice(3, DEPARTMENT_SIZE, p=mix)]
        real.append(truth[rows].mean())
        seen.append(called[rows].mean())
    real, seen = np.array(real), np.array(seen)
    return float(np.abs(real - seen).mean()), float(spearmanr(real, seen)[0])


def alike_departments(truth, called, seed=0):
    """The same for departments without moods of their own: comments drawn evenly from all. Harder to rank."""
    random = np.random.default_rng(seed)
    rows = random.integers(0, len(truth), (DEPARTMENTS, DEPARTMENT_SIZE))
    real, seen = truth[rows].mean(1), called[rows].mean(1)
    return float(np.abs(real - seen).mean()), float(spearmanr(real, seen)[0])


def told_departments(truth, called, others, seed=0):
    """The same for the balance as the summary tells it: corrected by `others`, the confusion measured elsewhere (rows are
    the truth), rounded to steps of five points and told as ±80 "or more" beyond. What lies beyond counts as there."""
    random = np.random.default_rng(seed)
    by_tone = [np.flatnonzero(truth == tone) for tone in (-1, 0, 1)]
    rates = np.array(others, float)
    inverse = np.linalg.inv((rates / rates.sum(1, keepdims=True)).T)
    real, seen = [], []
    for _ in range(DEPARTMENTS):
        mix = random.dirichlet([1, 1, 1])
        rows = [random.choice(by_tone[tone]) for tone in random.choice(3, DEPARTMENT_SIZE, p=mix)]
        shares = np.clip(inverse @ np.array([(called[rows] == tone).mean() for tone in (-1, 0, 1)]), 0, 1)
        balance = (shares[2] - shares[0]) / shares.sum()
        real.append(np.clip(truth[rows].mean(), -0.8, 0.8))
        seen.append(np.clip(np.round(balance * 20) / 20, -0.8, 0.8))
    real, seen = np.array(real), np.array(seen)
    return float(np.abs(real - seen).mean()), float(spearmanr(real, seen)[0])


def tone_figures(truth, called, score):
    """All tone figures of one engine on one set.

    `right_sign`: of the comments with a clear tone, those whose score has the right sign (a score of 0 is not right).
    `wrong_sign`: of all comments, those with a clear tone that are called the opposite.
    `called_neutral`: of the comments with a clear tone, those called neutral.
    """
    truth, called, score = map(np.asarray, (truth, called, score))
    clear = truth != 0
    error, rank = departments(truth, called)
    alike_error, alike_rank = alike_departments(truth, called)
    matrix = confusion_matrix(truth, called, labels=[-1, 0, 1])
    return {
        "comments": len(truth),
        "macro_f1": round(float(f1_score(truth, called, average="macro", zero_division=0)), 4),
        "accuracy": round(float((truth == called).mean()), 4),
        "right_sign": round(float((np.sign(score) == truth)[clear].mean()), 4),
        "wrong_sign": round(float((clear & (called == -truth)).mean()), 4),
        "called_neutral": round(float((called == 0)[clear].mean()), 4),
        "neutral_recall": round(float((called == 0)[~clear].mean()), 4),
        "department_error": round(error, 4),
        "department_rank": round(rank, 4),
        "alike_department_error": round(alike_error, 4),
        "alike_department_rank": round(alike_rank, 4),
        "confusion": matrix.tolist(),
    }


def theme_figures(truth, called):
    """Micro-averaged figures of 0/1 matrices [comments, themes]."""
    hit = int((truth & called).sum())
    precision = hit / max(1, int(called.sum()))
    recall = hit / max(1, int(truth.sum()))
    f1 = 2 * hit / max(1, int(called.sum()) + int(truth.sum()))
    return {"micro_f1": round(f1, 4), "precision": round(precision, 4), "recall": round(recall, 4)}
