"""Fits the heads anew on the finished encoder's states: few passes leave them behind, the rare themes most of all."""

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from .calibration import fit_tone
from .encoder import WIDTH
from .labels import THEMES

STRENGTH = 30.0  # of the pull of the weights to zero, the larger the simpler
FREEDOM, STATE_SCALE = 0.003, 3.0  # sklearn's C of the heads of tone and matter, on states times the scale


def _fitted(weights, name, states, classes):
    """The weights with a head by logistic regression on pooled states; each class counts the same in total."""
    model = LogisticRegression(C=FREEDOM, max_iter=80, class_weight="balanced").fit(states * STATE_SCALE, classes)
    # Row by row: safetensors writes an array as it lies in memory, whatever its strides say.
    head = np.ascontiguousarray(model.coef_ * STATE_SCALE, np.float32)
    return {**weights, f"{name}.weight": head, f"{name}.bias": model.intercept_.astype(np.float32)}


def fit_tone_head(weights, states, tones):
    """The weights with a tone head for comments on a change at work."""
    return _fitted(weights, "tone", states, tones)


def fit_matter_head(weights, own, others):
    """The weights with a head that tells the states of comments on a change at work from those of other matters."""
    return _fitted(weights, "matter", np.concatenate([own, others]), np.r_[np.ones(len(own)), np.zeros(len(others))])


def calibrate_general_head(weights, states, tones):
    """The weights with the head of other matters scaled so that its shares are probabilities on these texts."""
    fit = fit_tone(states @ weights["general.weight"].T + weights["general.bias"], tones)
    bias = weights["general.bias"] / fit.temperature + fit.bias
    return {
        **weights,
        "general.weight": (weights["general.weight"] / fit.temperature).astype(np.float32),
        "general.bias": bias.astype(np.float32),
    }


def fit_theme_head(weights, states, truth, known, strength=STRENGTH):
    """The weights with a theme head by logistic regression on pooled states [comments, 384]; unknown labels don't count."""
    centre, spread = states.mean(0), states.std() + 1e-6
    x = np.hstack([(states - centre) / spread, np.ones((len(states), 1))])

    def loss(flat):
        head = flat.reshape(len(THEMES), WIDTH + 1)
        z = x @ head.T
        each = (np.logaddexp(0, z) - truth * z) * known
        gradient = ((1 / (1 + np.exp(-z)) - truth) * known).T @ x
        gradient[:, :WIDTH] += strength * head[:, :WIDTH]
        return each.sum() + strength / 2 * (head[:, :WIDTH] ** 2).sum(), gradient.ravel()

    start = np.zeros((len(THEMES), WIDTH + 1))
    start[:, WIDTH] = -2.5
    head = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    head = head.reshape(len(THEMES), WIDTH + 1)
    full = np.zeros((len(THEMES), WIDTH + len(THEMES)), np.float32)
    full[:, :WIDTH] = head[:, :WIDTH] / spread
    bias = head[:, WIDTH] - head[:, :WIDTH] @ centre / spread
    return {**weights, "themes.weight": full, "themes.bias": bias.astype(np.float32)}
