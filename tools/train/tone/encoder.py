"""The MiniLM-L6 encoder with its heads, as a function of a flat dictionary of weights (Hugging Face names).

Tone has two heads: one for comments on a change at work, one for whatever else people write, where other things count as
good, bad or neither. A third head tells which of the two a text is.
"""

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file

from .labels import THEMES, TONES

LAYERS, WIDTH, ATTENTION_HEADS = 6, 384, 12
HEAD_WIDTH = WIDTH // ATTENTION_HEADS
HEADS = ("tone.", "general.", "matter.", "themes.")
LAYER_NORM_EPSILON = 1e-12  # as in the base's config.json


def load_base(folder, seed):
    """The base's weights without pooler, and fresh heads. The lexicon's columns of the theme head start at zero."""
    weights = {
        name: value
        for name, value in load_file(f"{folder}/model.safetensors").items()
        if "position_ids" not in name and "pooler" not in name
    }
    random = np.random.default_rng(seed)
    themes = np.zeros((len(THEMES), WIDTH + len(THEMES)))
    themes[:, :WIDTH] = random.normal(0, 0.02, (len(THEMES), WIDTH))
    weights["tone.weight"] = random.normal(0, 0.02, (len(TONES), WIDTH)).astype(np.float32)
    weights["tone.bias"] = np.zeros(len(TONES), np.float32)
    weights["themes.weight"] = themes.astype(np.float32)
    weights["themes.bias"] = np.full(len(THEMES), -2, np.float32)
    return weights


def with_second_head(weights, seed):
    """The weights with the head for other matters, which knows what the tone's does so far, and the head between them."""
    between = np.random.default_rng(seed).normal(0, 0.02, (1, WIDTH)).astype(np.float32)
    return weights | {
        "general.weight": weights["tone.weight"].copy(),
        "general.bias": weights["tone.bias"].copy(),
        "matter.weight": between,
        "matter.bias": np.zeros(1, np.float32),
    }


def _layer_norm(x, weights, name):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    scaled = (x - mean) / jnp.sqrt(variance + LAYER_NORM_EPSILON)
    return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def head(weights, x, name):
    """A linear layer's outputs [rows, …]."""
    return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def _attend(x, mask, weights, name):
    rows, length, _ = x.shape

    def heads(part):
        y = head(weights, x, f"{name}.self.{part}")
        return y.reshape(rows, length, ATTENTION_HEADS, HEAD_WIDTH).transpose(0, 2, 1, 3)

    scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.sqrt(HEAD_WIDTH)
    scores = scores + (1 - mask)[:, None, None, :] * -1e9
    mixed = jax.nn.softmax(scores, -1) @ heads("value")
    return head(weights, mixed.transpose(0, 2, 1, 3).reshape(x.shape), f"{name}.output.dense")


def _layer(weights, layer, x, mask, dropout):
    name = f"encoder.layer.{layer}"
    x = x + dropout(_attend(x, mask, weights, f"{name}.attention"))
    x = _layer_norm(x, weights, f"{name}.attention.output.LayerNorm")
    inner = jax.nn.gelu(head(weights, x, f"{name}.intermediate.dense"), approximate=False)
    x = x + dropout(head(weights, inner, f"{name}.output.dense"))
    return _layer_norm(x, weights, f"{name}.output.LayerNorm")


def lower(weights, ids, mask, layers):
    """Hidden states [rows, length, 384] after the embeddings and the first `layers` layers, without dropout."""
    x = weights["embeddings.word_embeddings.weight"][ids]
    x = x + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = x + weights["embeddings.token_type_embeddings.weight"][0]
    x = _layer_norm(x, weights, "embeddings.LayerNorm")
    for layer in range(layers):
        x = _layer(weights, layer, x, mask, lambda y: y)
    return x


def upper(weights, x, mask, first, key=None, drop=0.1):
    """The mean over the real tokens of the last hidden states, [rows, 384], from states before layer `first`.

    With a key: dropout at rate `drop`.
    """
    keys = iter(jax.random.split(key, 1 + 2 * LAYERS)) if key is not None else None

    def dropout(y):
        if keys is None:
            return y
        return jnp.where(jax.random.bernoulli(next(keys), 1 - drop, y.shape), y / (1 - drop), 0)

    x = dropout(x)
    for layer in range(first, LAYERS):
        x = _layer(weights, layer, x, mask, dropout)
    return (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)


def pool(weights, ids, mask):
    """The mean-pooled last hidden states of token ids, [rows, 384]."""
    return upper(weights, lower(weights, ids, mask, 0), mask, 0)


def theme_logits(weights, pooled, hits):
    """Theme logits [rows, 13] from pooled states and the lexicon's 0/1 hits [rows, 13]."""
    return head(weights, jnp.concatenate([pooled, hits], 1), "themes")
