"""Fine-tuning: one loop for both stages, and prediction in batches."""

import time
from dataclasses import dataclass, replace

import jax
import jax.numpy as jnp
import numpy as np
import optax

from .calibration import Judged
from .encoder import HEADS, LAYERS, WIDTH, head, lower, pool, theme_logits, upper
from .labels import THEMES, TONES
from .tokens import bucketed, encode, pad

jax.config.update("jax_default_prng_impl", "rbg")  # several times faster on a CPU than the default generator


@dataclass(frozen=True)
class Plan:
    """How one stage trains."""

    epochs: int
    rate: float  # peak learning rate of the top layer
    first: int = 0  # the lowest layer that is trained
    decay: float = 1.0  # factor on the rate per layer downwards
    head_rate: float = 1.0  # factor on the rate for the heads
    batch: int = 32
    smoothing: float = 0.05  # label smoothing of the tone
    theme_share: float = 0.0  # weight of the theme loss beside the tone loss
    matter_share: float = 0.0  # weight of the loss of telling matters apart beside the tone loss
    drop: float = 0.1
    average_from: float = 1.0  # share of the steps after which weights are averaged; 1 keeps the last ones


@dataclass
class Examples:
    """Encoded comments with targets: what a stage trains on."""

    ids: list
    tone: np.ndarray
    themes: np.ndarray  # [rows, 13] 0/1
    known: np.ndarray  # [rows, 13] 1 where the theme label counts
    hits: np.ndarray  # [rows, 13] the lexicon's hits
    matter: np.ndarray  # [rows] 1 for comments on a change at work, 0 for others
    weight: np.ndarray  # [rows] weight of the tone loss


def prepare(comments, tokenizer, hits=None, matter=1):
    """Encodes comments. `hits` are the lexicon's flags per comment, all zero if left out; `matter` as in `Examples`."""
    themes = np.array([[theme in (c.themes or ()) for theme in THEMES] for c in comments], np.float32)
    known = np.array(
        [[c.themes is not None and theme not in c.unsure for theme in THEMES] for c in comments], np.float32
    )
    return Examples(
        encode(tokenizer, [c.text for c in comments]),
        np.array([c.tone for c in comments], np.int32),
        themes,
        known,
        np.zeros_like(themes) if hits is None else hits.astype(np.float32),
        np.full(len(comments), matter, np.float32),
        np.ones(len(comments), np.float32),
    )


TARGETS = ("tone", "themes", "known", "hits", "matter", "weight")


def join(parts):
    """Several sets of examples as one."""
    return Examples(
        [ids for part in parts for ids in part.ids],
        *(np.concatenate([getattr(part, name) for part in parts]) for name in TARGETS),
    )


def balance_tones(examples):
    """The examples with weights scaled so that each tone has the same sum."""
    counts = np.array([examples.weight[examples.tone == tone].sum() for tone in range(len(TONES))])
    return replace(examples, weight=examples.weight * (counts.sum() / len(TONES) / counts)[examples.tone])


def _is_trained(name, first):
    """Whether a stage that starts at layer `first` changes this weight. The embeddings always stay as they are."""
    if name.startswith("encoder.layer."):
        return int(name.split(".")[2]) >= first
    return name.startswith(HEADS)


def _rate_factor(name, plan):
    if name.startswith(HEADS):
        return plan.head_rate
    return plan.decay ** (LAYERS - 1 - int(name.split(".")[2]))


def _loss(trained, batch, key, plan):
    pooled = upper(trained, batch["states"], batch["mask"], plan.first, key, plan.drop)
    tone = head(trained, pooled, "tone")
    if plan.matter_share:
        tone = jnp.where(batch["matter"][:, None] > 0, tone, head(trained, pooled, "general"))
    target = optax.smooth_labels(jax.nn.one_hot(batch["tone"], len(TONES)), plan.smoothing)
    tone_loss = (optax.softmax_cross_entropy(tone, target) * batch["weight"]).mean()
    if not plan.theme_share:
        return tone_loss
    matter_loss = optax.sigmoid_binary_cross_entropy(head(trained, pooled, "matter")[:, 0], batch["matter"]).mean()
    themes = theme_logits(trained, pooled, batch["hits"])
    theme_loss = optax.sigmoid_binary_cross_entropy(themes, batch["themes"]) * batch["known"]
    theme_loss = theme_loss.sum() / jnp.maximum(batch["known"].sum() / len(THEMES), 1)
    return tone_loss + plan.theme_share * theme_loss + plan.matter_share * matter_loss


def fine_tune(weights, examples, plan, seed, say=print, save=None):
    """Trains the layers from `plan.first` on, and the heads; returns all weights. `save` gets a checkpoint now and then."""
    random = np.random.default_rng(seed)
    lengths = [len(ids) for ids in examples.ids]
    batches = [batch for _ in range(plan.epochs) for batch in bucketed(lengths, plan.batch, random)]
    whole = {name: jnp.array(value) for name, value in weights.items()}
    trained = {name: jnp.array(value) for name, value in weights.items() if _is_trained(name, plan.first)}
    factors = {name: _rate_factor(name, plan) for name in trained}
    warm_up = max(1, len(batches) // 12)
    schedule = optax.warmup_cosine_decay_schedule(0, plan.rate, warm_up, len(batches), plan.rate / 20)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.scale_by_adam(), optax.add_decayed_weights(0.01))
    below = jax.jit(lambda ids, mask, weights: lower(weights, ids, mask, plan.first))
    cache = states_below(whole, examples.ids, below) if plan.epochs > 1 else None

    def step(trained, state, batch, key, rate):
        loss, gradient = jax.value_and_grad(_loss)(trained, batch, key, plan)
        updates, state = optimiser.update(gradient, state, trained)
        updates = {name: -rate * factors[name] * update for name, update in updates.items()}
        return optax.apply_updates(trained, updates), state, loss

    step = jax.jit(step, donate_argnums=(0, 1))
    state, key = optimiser.init(trained), jax.random.key(seed)
    average, averaged, running, began = None, 0, None, time.time()
    for number, rows in enumerate(batches):
        ids, mask = pad([examples.ids[row] for row in rows])
        batch = {name: getattr(examples, name)[rows] for name in TARGETS}
        batch["mask"] = mask
        if cache is None:
            batch["states"] = below(ids, mask, whole)
        else:
            batch["states"] = np.zeros((*ids.shape, WIDTH), np.float32)
            for at, row in enumerate(rows):
                batch["states"][at, : lengths[row]] = cache[row]
        key, now = jax.random.split(key)
        trained, state, loss = step(trained, state, batch, now, np.float32(schedule(number)))
        running = float(loss) if running is None else 0.98 * running + 0.02 * float(loss)
        if number >= plan.average_from * len(batches) and number % 3 == 0:
            averaged += 1
            current = {name: np.array(value) for name, value in trained.items()}
            average = (
                current
                if average is None
                else {name: value + (current[name] - value) / averaged for name, value in average.items()}
            )
        if number % 20 == 0:
            say(f"step {number}/{len(batches)} loss {running:.3f} {time.time() - began:.0f} s")
        if save and number % 200 == 199:
            save({**weights, **{name: np.array(value) for name, value in trained.items()}})
    final = average or {name: np.array(value) for name, value in trained.items()}
    return {**weights, **final}


def states_below(weights, rows, below, size=32):
    """Hidden states below the trained layers per text, each [tokens, 384] in half precision: they never change."""
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
    states = [None] * len(rows)
    for start in range(0, len(order), size):
        part = order[start : start + size]
        padded = part + [part[0]] * (size - len(part))
        ids, mask = pad([rows[index] for index in padded])
        found = np.array(below(ids, mask, weights), np.float16)
        for at, index in enumerate(part):
            states[index] = found[at, : len(rows[index])]
    return states


_pool = jax.jit(lambda weights, ids, mask: pool(weights, ids, mask))


def pooled_states(weights, rows, size=32):
    """Pooled states [len(rows), 384] of token rows, in batches of similar length."""
    encoder = {name: jnp.array(value) for name, value in weights.items() if not name.startswith(HEADS)}
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]))
    states = np.zeros((len(rows), 384), np.float32)
    for start in range(0, len(order), size):
        part = order[start : start + size]
        padded = part + [part[0]] * (size - len(part))
        ids, mask = pad([rows[index] for index in padded])
        states[part] = np.array(_pool(encoder, ids, mask))[: len(part)]
    return states


def predict(weights, examples):
    """What the heads say of examples."""
    states = pooled_states(weights, examples.ids)
    own, general, matter = (np.array(head(weights, states, name)) for name in ("tone", "general", "matter"))
    return Judged(own, general, matter[:, 0], np.array(theme_logits(weights, states, examples.hits)))
