"""Fits the heads anew on the finished encoder's states: few passes leave them behind, the rare themes most of all."""

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from .encoder import WIDTH
from .labels import THEMES

STRENGTH = 30.0  # of the pull of the weights to zero, the larger the simpler
TONE_FREEDOM, STATE_SCALE = 0.003, 3.0  # sklearn's C of the tone head, on states times the scale


def fit_tone_head(weights, states, tones):
    """The weights with a tone head by logistic regression on pooled states; each tone counts the same in total."""
    model = LogisticRegression(C=TONE_FREEDOM, max_iter=80, class_weight="balanced").fit(states * STATE_SCALE, tones)
    # Row by row: safetensors writes an array as it lies in memory, whatever its strides say.
    head = np.ascontiguousarray(model.coef_ * STATE_SCALE, np.float32)
    return {**weights, "tone.weight": head, "tone.bias": model.intercept_.astype(np.float32)}


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
