"""eval.json: every figure, the one on held-out writers first."""

from dataclasses import replace

import numpy as np

from . import baselines, data, kinds, measures, pipeline, tuning
from .agreement import agreement
from .calibration import called, fit_confidence, fit_margin, fit_shift, fit_themes, fit_tone, joined
from .encoder import load_base
from .labels import THEMES
from .lexicon import Lexicon


def tones_of(comments):
    """Tones as indices 0, 1, 2."""
    return np.array([comment.tone for comment in comments])


def themes_of(comments):
    """0/1 themes and which of them are known, both [n, 13]."""
    truth = np.array([[theme in comment.themes for theme in THEMES] for comment in comments], int)
    known = np.array([[theme not in comment.unsure for theme in THEMES] for comment in comments], int)
    return truth, known


def tone_figures(comments, shares, calls):
    """Figures of calibrated shares and of what is called by them."""
    return measures.tone_figures(tones_of(comments) - 1, calls - 1, shares[:, 2] - shares[:, 0])


class HeldOut:
    """The judgements on held-out batches, with calibrations that never saw the batch that they are used on."""

    def __init__(self, judged, lexicon):
        corpus = data.read_corpus()
        self.batches = {name: corpus[name] for name in judged}
        self.judged = judged
        self.hits = {name: lexicon.matrix([c.text for c in batch]) for name, batch in self.batches.items()}
        self.comments = [comment for batch in self.batches.values() for comment in batch]

    def _others(self, name):
        return [other for other in self.batches if other != name]

    def _judged_on(self, names):
        return joined([self.judged[name] for name in names])

    def fit_tone(self, names):
        """A tone calibration on some batches."""
        judged = self._judged_on(names)
        fit = fit_tone(judged.own, np.concatenate([tones_of(self.batches[name]) for name in names]))
        return replace(fit, shift=fit_shift(judged))

    def fit_themes(self, names, with_lexicon=True):
        """A theme calibration on some batches."""
        hits = np.concatenate([self.hits[name] for name in names]) * with_lexicon
        truth = np.concatenate([themes_of(self.batches[name])[0] for name in names])
        return fit_themes(self._judged_on(names).themes, truth, hits)

    def tone_shares(self):
        """Per batch, calibrated on the other batches."""
        return {name: self.fit_tone(self._others(name)).shares(self.judged[name]) for name in self.batches}

    def themes_called(self, with_lexicon=True):
        """Per batch, calibrated on the other batches."""
        return {
            name: self.fit_themes(self._others(name), with_lexicon).called(
                self.judged[name].themes, self.hits[name] * with_lexicon
            )
            for name in self.batches
        }

    def own_shares(self):
        """Per batch, with the shift of the other batches."""
        return {name: judged.own_shares(self.fit_tone(self._others(name)).shift) for name, judged in self.judged.items()}

    def fit_margin(self, names):
        """The margin of some batches, on shares that are calibrated on others."""
        shares, own = self.tone_shares(), self.own_shares()
        return fit_margin([(shares[name], own[name], tones_of(self.batches[name])) for name in names])

    def tones_called(self, margin=None):
        """Per batch, with this margin, or that of the other batches."""
        own = self.own_shares()
        return {
            name: called(shares, own[name] * (self.fit_margin(self._others(name)) if margin is None else margin))
            for name, shares in self.tone_shares().items()
        }

    def confusion(self, margin):
        """How often what was called how with this margin on all batches, on shares that are calibrated on others."""
        shares, calls = (np.concatenate(list(of.values())) for of in (self.tone_shares(), self.tones_called(margin)))
        return tone_figures(self.comments, shares, calls)["confusion"]

    def confident(self):
        """The confidence threshold, on shares that are calibrated on others."""
        margin = self.fit_margin(list(self.batches))
        shares, calls = (np.concatenate(list(of.values())) for of in (self.tone_shares(), self.tones_called(margin)))
        return fit_confidence(shares, calls, tones_of(self.comments))


def _theme_report(held_out, called):
    truth = np.concatenate([themes_of(batch)[0] for batch in held_out.batches.values()])
    every = np.concatenate([called[name] for name in held_out.batches]).astype(int)
    each = {
        theme: measures.theme_figures(truth[:, at : at + 1], every[:, at : at + 1]) | {"comments": int(truth[:, at].sum())}
        for at, theme in enumerate(THEMES)
    }
    batches = {
        name: measures.theme_figures(themes_of(batch)[0], called[name].astype(int))
        for name, batch in held_out.batches.items()
    }
    return measures.theme_figures(truth, every) | {"by_theme": each, "by_batch": batches}


def report_held_out(held_out):
    """The figures on writers whose texts the weights and the calibration had not seen."""
    shares, calls = held_out.tone_shares(), held_out.tones_called()
    every, all_calls = (np.concatenate(list(of.values())) for of in (shares, calls))
    tones = tones_of(held_out.comments)
    raw = joined(list(held_out.judged.values())).own.argmax(1)
    threshold = held_out.confident()
    sure = every[np.arange(len(every)), all_calls] >= threshold
    vader_score = baselines.vader(held_out.comments)[1]
    lexicon_alone = {name: hits > 0 for name, hits in held_out.hits.items()}
    return {
        "batches": list(held_out.batches),
        "tone": tone_figures(held_out.comments, every, all_calls),
        "tone_by_batch": {name: tone_figures(held_out.batches[name], shares[name], calls[name]) for name in held_out.batches},
        "as_told": _as_told(held_out, calls),
        "macro_f1_uncalibrated": measures.tone_figures(tones - 1, raw - 1, raw - 1.0)["macro_f1"],
        "confident": {
            "threshold": threshold,
            "coverage": round(float(sure.mean()), 4),
            "accuracy": round(float((all_calls == tones)[sure].mean()), 4),
        },
        "calibration_error": _calibration_error(every, tones),
        "by_kind": kinds.accuracy_by_kind(held_out.comments, vader_score, all_calls - 1),
        "themes": _theme_report(held_out, held_out.themes_called()),
        "themes_encoder_alone": _theme_report(held_out, held_out.themes_called(False)),
        "themes_lexicon_alone": _theme_report(held_out, lexicon_alone),
    }


def _as_told(held_out, calls):
    """Per batch, the departments' balance as the summary tells it, corrected by what was measured on the other batches."""
    tones = {name: part - 1 for name, part in calls.items()}
    truth = {name: tones_of(batch) - 1 for name, batch in held_out.batches.items()}
    confusions = {
        name: np.array(measures.tone_figures(truth[name], tones[name], tones[name])["confusion"]) for name in tones
    }
    report = {}
    for name in tones:
        others = sum(matrix for other, matrix in confusions.items() if other != name)
        error, rank = measures.told_departments(truth[name], tones[name], others)
        report[name] = {"department_error": round(error, 4), "department_rank": round(rank, 4)}
    return report


def _calibration_error(shares, tones, bins=10):
    """Expected calibration error of the top share: mean distance of confidence and accuracy over ten equal bins."""
    order = np.argsort(shares.max(1))
    gaps = [
        len(part) * abs((shares.argmax(1) == tones)[part].mean() - shares.max(1)[part].mean())
        for part in np.array_split(order, bins)
    ]
    return round(float(sum(gaps) / len(tones)), 4)


def report_baselines(sources, held_out, folds):
    """VADER, n-gram regression and the frozen encoder on the same held-out batches."""
    corpus = data.read_corpus()
    by_vader, score = baselines.vader(held_out.comments)
    truth = tones_of(held_out.comments) - 1
    base = load_base(sources.base, pipeline.SEED)
    seed = sources.seed()
    texts = {name: tuning.prepare(batch, sources.tokenizer()).ids for name, batch in (corpus | {"seed": seed}).items()}
    states = {name: tuning.pooled_states(base, rows) for name, rows in texts.items()}
    judged = {"ngram": {}, "frozen": {}}
    for fold in folds:
        known = [name for name in states if name not in fold]
        frozen = baselines.FrozenRegression(
            np.concatenate([states[name] for name in known]),
            np.concatenate([tones_of((corpus | {"seed": seed})[name]) for name in known]),
        )
        ngram = baselines.NgramRegression(sources.public(), pipeline.workplace(sources, fold))
        for name in fold:
            judged["frozen"][name] = frozen.judge(states[name])
            judged["ngram"][name] = ngram.judge(corpus[name])
    figures = {"vader": measures.tone_figures(truth, by_vader, score)}
    for engine, rows in judged.items():
        parts = [rows[name] for name in held_out.batches]
        figures[engine] = measures.tone_figures(truth, *(np.concatenate(part) for part in zip(*parts, strict=True)))
    return figures


def report_other_sets(sources, weights, tone, margin, themes, lexicon):
    """The shipped weights on the dev set and on the cross-domain sets, and VADER beside them."""
    sets = {"dev_workplace": sources.dev(), **sources.cross_domain()}
    report = {}
    for name, comments in sets.items():
        judged = pipeline.judge(sources, weights, comments)
        shares, own = tone.shares(judged), judged.own_shares(tone.shift)
        by_vader, score = baselines.vader(comments)
        report[name] = {
            "tone": tone_figures(comments, shares, called(shares, margin * own)),
            "taken_for_own": round(float((own >= 0.5).mean()), 4),
            "vader": measures.tone_figures(tones_of(comments) - 1, by_vader, score),
        }
        if name == "dev_workplace":
            truth, known = themes_of(comments)
            hits = lexicon.matrix([comment.text for comment in comments])
            for label, flags in (("themes", hits), ("themes_encoder_alone", 0 * hits)):
                found = themes.called(judged.themes, flags).astype(int)
                report[name][label] = measures.theme_figures(truth * known, found * known)
    return report


def report_lists(messages):
    """The German and French word lists alone, on the corpus's comments in these languages."""
    report = {}
    for language in ("de", "fr"):
        comments = data.read_batch(data.CORPUS / f"{language}.tsv")
        hits = Lexicon(messages / language / "themes.toml").matrix([comment.text for comment in comments])
        report[language] = measures.theme_figures(themes_of(comments)[0], (hits > 0).astype(int))
    return report


def report_all(sources, held_out, folds, weights, tone, margin, themes, messages):
    """Everything that eval.json holds."""
    return {
        "held_out": report_held_out(held_out),
        "baselines_held_out": report_baselines(sources, held_out, folds),
        "other_sets": report_other_sets(sources, weights, tone, margin, themes, Lexicon(messages / "en/themes.toml")),
        "lists": report_lists(messages),
        "agreement": agreement(data.CORPUS / "second-labels.tsv"),
    }
