"""Reads minilm-ft.q8, the prototype's weights: a first stage that was trained before (see README.md)."""

from pathlib import Path

import numpy as np

from .encoder import LAYERS, WIDTH
from .labels import THEMES

OLD_THEMES = [
    "role", "workload", "skill", "job_loss", "process", "tool", "leadership", "incentive", "customer", "value",
    "support", "engaged",
]  # fmt: skip


class _Reader:
    def __init__(self, path):
        self.content, self.at = Path(path).read_bytes(), 0

    def take(self, kind, count):
        values = np.frombuffer(self.content, kind, count, self.at).copy()
        self.at += values.nbytes
        return values

    def count(self):
        return int(self.take("<u4", 1)[0])

    def vector(self):
        return self.take("<f4", self.count())

    def matrix(self):
        rows, columns = self.count(), self.count()
        scale = self.take("<f4", rows)
        return self.take("i1", rows * columns).reshape(rows, columns).astype(np.float32) * scale[:, None]


def load_prototype(path, base):
    """The prototype's encoder and heads under Hugging Face names; what it cut off (positions) comes from `base`."""
    reader = _Reader(path)
    if reader.count() != LAYERS:
        raise ValueError(f"{path} does not hold {LAYERS} layers")
    weights = {"embeddings.word_embeddings.weight": reader.matrix()}
    for name, row in (("position", reader.matrix()), ("token_type", reader.vector()[None])):
        full = base[f"embeddings.{name}_embeddings.weight"].copy()
        full[: len(row)] = row
        weights[f"embeddings.{name}_embeddings.weight"] = full

    def norm(name):
        weights[f"{name}.weight"], weights[f"{name}.bias"] = reader.vector(), reader.vector()

    def linear(name):
        weights[f"{name}.weight"], weights[f"{name}.bias"] = reader.matrix(), reader.vector()

    norm("embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        for part in ("self.query", "self.key", "self.value", "output.dense"):
            linear(f"{name}.attention.{part}")
        norm(f"{name}.attention.output.LayerNorm")
        linear(f"{name}.intermediate.dense")
        linear(f"{name}.output.dense")
        norm(f"{name}.output.LayerNorm")
    linear("tone")
    old_weight, old_bias = reader.matrix(), reader.vector()
    rows = [OLD_THEMES.index("role" if theme == "turf" else theme) for theme in THEMES]
    head = np.zeros((len(THEMES), WIDTH + len(THEMES)), np.float32)
    head[:, :WIDTH] = old_weight[rows]
    weights["themes.weight"], weights["themes.bias"] = head, old_bias[rows]
    return weights
