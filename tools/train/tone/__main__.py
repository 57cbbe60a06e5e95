"""From data to assets/sentiment/ and eval.json: `python -m tone SHARED`. See README.md."""

import argparse
import json
import os
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(prog="tools/train/run", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder of public.tsv.gz, seed-workplace.tsv and dev-workplace.tsv")
    parser.add_argument("--build", type=Path, default=ROOT / "tools/train/build", help="where steps keep their results")
    parser.add_argument("--assets", type=Path, default=ROOT / "assets/sentiment", help="where the weights go")
    parser.add_argument("--first-stage", type=Path, help="a prototype's minilm-ft.q8, instead of an hour of training")
    parser.add_argument("--folds", default="cdm", help="batches to hold out together; weights without the first ones ship")
    parser.add_argument("--version", default="4", help="the weights' version")
    return parser.parse_args()


def main():
    """Runs all steps."""
    options = arguments()
    options.build.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(options.build / "compiled"))
    from . import data, evaluation, export, golden, pipeline
    from .lexicon import Lexicon

    def say(text):
        print(time.strftime("%H:%M:%S"), text, flush=True)

    sources = pipeline.Sources(options.shared, options.build, options.first_stage)
    folds = options.folds.split(",")
    lexicon = Lexicon(ROOT / "messages/en/themes.toml")

    held_out = evaluation.HeldOut(pipeline.held_out_logits(sources, folds, say), lexicon)
    batches = list(held_out.batches)
    tone, themes = held_out.fit_tone(batches), held_out.fit_themes(batches)
    margin, confident = held_out.fit_margin(batches), held_out.confident()
    weights = pipeline.second_stage(sources, folds[0], say)
    say("trained; measuring")

    report = evaluation.report_all(sources, held_out, folds, weights, tone, margin, themes, ROOT / "messages")
    meta = export.metadata(
        options.version,
        tone,
        margin,
        confident,
        themes,
        held_out.confusion(margin),
        export.corpus_checksum(data.CORPUS),
    )
    report["weights"] = meta
    (options.assets / "eval.json").parent.mkdir(parents=True, exist_ok=True)
    (options.assets / "eval.json").write_text(json.dumps(report, indent=1) + "\n")
    export.write_assets(
        options.assets,
        sources.base,
        export.with_shift(export.with_themes(weights, themes), tone),
        meta,
        sources.tokenizer(),
        golden.TEXTS,
        lexicon.matrix(golden.TEXTS),
    )
    say(f"wrote {options.assets}")


if __name__ == "__main__":
    main()
