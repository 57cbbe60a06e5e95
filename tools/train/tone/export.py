"""Writes assets/sentiment/: weights at one byte each, the tokenizer, golden outputs and checksums."""

import hashlib
import json
import shutil

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

from .calibration import ToneCalibration
from .encoder import HEADS, WIDTH
from .labels import THEMES, TONES
from .tokens import MAX_TOKENS, encode
from .tuning import Examples, predict

POSITIONS = 128  # positions kept; texts are cut at MAX_TOKENS


def quantise(weights):
    """Matrices as int8 with one scale per row (`<name>.scale`), symmetric; the rest as it is."""
    tensors = {}
    for name, value in weights.items():
        value = np.ascontiguousarray(value, np.float32)
        if name == "embeddings.token_type_embeddings.weight":
            tensors[name] = value[:1].copy()
        elif value.ndim == 2 and not name.startswith(HEADS):
            if name == "embeddings.position_embeddings.weight":
                value = value[:POSITIONS]
            scale = np.abs(value).max(1) / 127 + 1e-12
            tensors[name] = np.clip(np.round(value / scale[:, None]), -127, 127).astype(np.int8)
            tensors[f"{name}.scale"] = scale.astype(np.float32)
        else:
            tensors[name] = value
    return tensors


def dequantise(tensors):
    """The weights as the program sees them."""
    return {
        name: value.astype(np.float32) * tensors[f"{name}.scale"][:, None] if value.dtype == np.int8 else value
        for name, value in tensors.items()
        if not name.endswith(".scale")
    }


def with_themes(weights, calibration):
    """Puts the themes' calibration into the head: slope and shift, and the lexicon's worths on its columns' diagonal."""
    head = np.zeros((len(THEMES), WIDTH + len(THEMES)), np.float32)
    head[:, :WIDTH] = weights["themes.weight"][:, :WIDTH] * calibration.slope
    head[:, WIDTH:] = np.diag(calibration.worth)
    bias = weights["themes.bias"] * calibration.slope + calibration.shift
    return {**weights, "themes.weight": head, "themes.bias": bias.astype(np.float32)}


def with_shift(weights, calibration):
    """Puts the shift between the two matters into their head."""
    return {**weights, "matter.bias": (weights["matter.bias"] + calibration.shift).astype(np.float32)}


def metadata(version, tone, margin, confident, themes, confusion, corpus):
    """All of safetensors' metadata is text; lists are JSON. `corpus` is the files' checksum."""
    return {
        "version": version,
        "max_tokens": str(MAX_TOKENS),
        "tones": json.dumps(TONES),
        "themes": json.dumps(THEMES),
        "temperature": f"{tone.temperature:.4f}",
        "bias": json.dumps([round(float(value), 4) for value in tone.bias]),
        "margin": f"{margin:.2f}",
        "confident": f"{confident:.2f}",
        "theme_thresholds": json.dumps([themes.threshold] * len(THEMES)),
        "confusion": json.dumps(confusion),
        "corpus_sha256": corpus,
    }


def read(path):
    """Tensors and metadata of a weights file."""
    with safe_open(path, "numpy") as file:
        return {name: file.get_tensor(name) for name in file.keys()}, file.metadata()


def judge(tensors, meta, tokenizer, texts, hits):
    """What the program has to answer: ids, tone shares, shares of being on a change, and theme shares per text."""
    ids, empty = encode(tokenizer, texts), np.zeros(len(texts), np.float32)
    judged = predict(dequantise(tensors), Examples(ids, empty, hits, hits, hits, empty, empty))
    tone = ToneCalibration(float(meta["temperature"]), np.array(json.loads(meta["bias"]))).shares(judged)
    return ids, tone, judged.own_shares(0), 1 / (1 + np.exp(-judged.themes))


def write_golden(path, tensors, meta, tokenizer, texts, hits):
    """Texts with what the program has to find in them. The hits are an input here: the lexicon is free to grow."""
    ids, tone, own, themes = judge(tensors, meta, tokenizer, texts, hits)
    rows = [
        {
            "text": text,
            "ids": ids[row],
            "hits": [int(hit) for hit in hits[row]],
            "tone": [round(float(value), 5) for value in tone[row]],
            "own": round(float(own[row]), 5),
            "themes": [round(float(value), 5) for value in themes[row]],
        }
        for row, text in enumerate(texts)
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def corpus_checksum(folder):
    """SHA-256 over all corpus files, names and contents, in order of names."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.tsv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def write_assets(folder, base, weights, meta, tokenizer, golden_texts, golden_hits):
    """Everything under assets/sentiment but its README."""
    folder.mkdir(parents=True, exist_ok=True)
    tensors = quantise(weights)
    save_file(tensors, folder / "tone.safetensors", meta)
    shutil.copyfile(f"{base}/tokenizer.json", folder / "tokenizer.json")
    (folder / "tokenizer.json").chmod(0o644)
    write_golden(folder / "golden.json", tensors, meta, tokenizer, golden_texts, golden_hits)
    names = ["golden.json", "tokenizer.json", "tone.safetensors"]
    sums = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(sums))
