"""What is fitted on held-out judgements, never on the texts that the weights were trained on.

Tone: a temperature and one correction per tone, and from where on a comment counts as one on a change. Themes: a slope, a worth of the lexicon's hits and a threshold.
"""

from dataclasses import dataclass, fields

import numpy as np
from scipy.optimize import minimize

from .labels import THEMES
from .measures import theme_figures

WRONG_SIGN = 0.06  # of all comments: rather "neither" than the opposite of what somebody meant
TAKEN_FOR_OWN = 0.95  # of held-out comments on a change; the others are judged as on other matters
PRECISION_FLOOR = 0.81  # of themes: better silent than wrong; a point above what is aimed at, for what one byte a weight costs


def softmax(logits):
    """Row-wise shares."""
    raised = np.exp(logits - logits.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


@dataclass(frozen=True)
class Judged:
    """What the heads say of n comments."""

    own: np.ndarray  # [n, 3] tone logits, read as a comment on a change at work
    general: np.ndarray  # [n, 3] the same, read as one on another matter
    matter: np.ndarray  # [n] logits of its being the former
    themes: np.ndarray  # [n, 13] theme logits

    def own_shares(self, shift):
        """How likely each is a comment on a change at work."""
        return 1 / (1 + np.exp(-(self.matter + shift)))


def joined(parts):
    """Several batches as one."""
    return Judged(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Judged)))


@dataclass(frozen=True)
class ToneCalibration:
    """P = g · softmax(own / temperature + bias) + (1 − g) · softmax(general), with g = sigmoid(matter + shift)."""

    temperature: float
    bias: np.ndarray
    shift: float = 0.0

    def shares(self, judged):
        """Calibrated probabilities of −, 0, +."""
        own = judged.own_shares(self.shift)[:, None]
        return own * softmax(judged.own / self.temperature + self.bias) + (1 - own) * softmax(judged.general)


def fit_tone(logits, tones):
    """Minimises the log loss of softmax(logits / temperature + bias). The biases sum to zero and are held near zero by a
    weak prior."""

    def loss(x):
        bias = np.array([x[1], -x[1] - x[2], x[2]])
        shares = softmax(logits / np.exp(x[0]) + bias)
        return -np.log(shares[np.arange(len(tones)), tones] + 1e-9).mean() + 0.01 * (bias**2).sum()

    x = minimize(loss, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-7}).x
    return ToneCalibration(float(np.exp(x[0])), np.array([x[1], -x[1] - x[2], x[2]]))


def fit_shift(judged):
    """What is added to the matter's logits, so that TAKEN_FOR_OWN of these comments on a change are taken for such."""
    return -float(np.quantile(judged.matter, 1 - TAKEN_FOR_OWN))


def called(shares, margin):
    """Tones 0, 1, 2 (−, 0, +): the likeliest, or neither where good and bad are less than `margin` apart (one, or one each)."""
    return np.where(np.abs(shares[:, 2] - shares[:, 0]) < margin, 1, shares.argmax(1))


def fit_margin(batches, wrong_sign=WRONG_SIGN, most=0.4):
    """The smallest margin with which at most `wrong_sign` of all comments are called the opposite of what they say.

    `batches` are (shares, own shares, tones): the margin is for comments on a change, and shrinks with the share that a
    comment is one. Each batch counts alike: a company may write as hard as the hardest, however long that batch is.
    """

    def opposite(margin):
        each = [(called(shares, margin * own), tones) for shares, own, tones in batches]
        return np.mean([((tones != 1) & (calls == 2 - tones)).mean() for calls, tones in each])

    margins = np.arange(0, most + 0.01, 0.05)
    return round(float(next((margin for margin in margins if opposite(margin) <= wrong_sign), most)), 2)


def fit_confidence(shares, calls, tones, accuracy=0.90):
    """The lowest share of the called tone from which on held-out comments are right at `accuracy` or better."""
    top, right = shares[np.arange(len(shares)), calls], calls == tones
    for threshold in np.arange(0.34, 0.95, 0.01):
        if (top >= threshold).any() and right[top >= threshold].mean() >= accuracy:
            return round(float(threshold), 2)
    return 0.95


@dataclass(frozen=True)
class ThemeCalibration:
    """P = sigmoid(slope · logit + worth · hit + shift), a theme where P reaches the threshold."""

    slope: float
    worth: np.ndarray  # per theme, of the lexicon's own hit
    shift: np.ndarray
    threshold: float

    def shares(self, logits, hits):
        """Calibrated theme probabilities [comments, 13]."""
        return 1 / (1 + np.exp(-(self.slope * logits + self.worth * hits + self.shift)))

    def called(self, logits, hits):
        """0/1 per theme."""
        return self.shares(logits, hits) >= self.threshold


def fit_themes(logits, truth, hits, known=None):
    """Logistic regression with a shared slope; worths lean to their mean, shifts to zero. Then the threshold.

    The threshold is the one with the best micro-F1 among those that keep precision at PRECISION_FLOOR.
    """
    count = len(THEMES)
    known = np.ones_like(truth, float) if known is None else known

    def loss(x):
        slope, mean, worth, shift = x[0], x[1], x[2 : 2 + count], x[2 + count :]
        z = slope * logits + worth * hits + shift
        each = np.logaddexp(0, z) - truth * z
        gradient = (1 / (1 + np.exp(-z)) - truth) * known
        lean = worth - mean
        value = (each * known).sum() + 2 * (lean**2).sum() + 2 * (shift**2).sum() + 0.1 * mean**2
        return value, np.r_[
            (gradient * logits).sum(),
            -4 * lean.sum() + 0.2 * mean,
            (gradient * hits).sum(0) + 4 * lean,
            gradient.sum(0) + 4 * shift,
        ]

    start = np.r_[1.0, 0.0, np.zeros(2 * count)]
    x = minimize(loss, start, jac=True, method="L-BFGS-B").x
    fitted = ThemeCalibration(float(x[0]), np.maximum(x[2 : 2 + count], 0), x[2 + count :], 0.5)
    shares = fitted.shares(logits, hits)
    best, chosen = -1.0, 0.5
    for threshold in np.arange(0.2, 0.8, 0.01):
        figures = theme_figures(truth.astype(int) * (known > 0), (shares >= threshold) * (known > 0))
        if figures["precision"] >= PRECISION_FLOOR and figures["micro_f1"] > best:
            best, chosen = figures["micro_f1"], float(threshold)
    return ThemeCalibration(fitted.slope, fitted.worth, fitted.shift, round(chosen, 2))
