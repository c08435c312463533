"""Fits the grader's weights anew: `python -m tests.fit` writes bot/grading/weights.py.

Reads ../shared/data/grading; needs numpy and SciPy. The product never imports this.
"""

from datetime import UTC, datetime
from pathlib import Path

import click

from bot.grading.weights import LONG, SHORT
from tests.fit import confidence, prose_scores, prose_unseen, verdicts
from tests.fit.crossvalidation import crossvalidated, figures
from tests.fit.rows import rows_of

TARGET = Path(__file__).parents[2] / "bot" / "grading" / "weights.py"


CONFIDENCE = Path(__file__).parents[2] / "bot" / "grading" / "confidence_table.py"
VERDICTS = Path(__file__).parents[2] / "bot" / "grading" / "prose" / "verdict_weights.py"


def write_verdicts() -> None:
    """The verdicts on prose, from all rows that may be fitted."""
    rows = prose_unseen.rows_to_fit()
    models = prose_unseen.fitted(rows, *prose_unseen.both(rows))
    lines = [
        '"""The fitted verdicts on prose. Written by `python -m tests.fit`; not by hand.',
        "",
        f"Fitted on {datetime.now(UTC):%Y-%m-%d} to {len(rows):,} labelled answers in prose; each",
        'verdict is weighed against `wrong`, and `""` is its constant.',
        '"""',
    ]
    for name, model in (("PLAIN", models.plain), ("POINTED", models.pointed)):
        lines += ["", f"{name}: dict[str, dict[str, float]] = {{"]
        for verdict, weights in model.items():
            lines.append(f'    "{verdict}": {{')
            lines += [f'        "{feature}": {weight},' for feature, weight in weights.items()]
            lines.append("    },")
        lines.append("}")
    VERDICTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_confidence() -> None:
    """How sure the grader is, from grades on rows that its weights have not seen."""
    found = confidence.grounds()
    of_prose = confidence.signs()
    lines = [
        '"""How often grades were right, by what they rest on. Written by `python -m tests.fit`; not by',
        "hand.",
        "",
        f"Counted on {datetime.now(UTC):%Y-%m-%d}: {len(found):,} answers of names, numbers and lists;",
        f"{len(of_prose):,} verdicts on prose by weights that had not seen the field.",
        '"""',
        "",
        "RIGHT: dict[str, float] = {",
        *(f'    "{ground}": {share},' for ground, share in confidence.shares(found).items()),
        "}",
        '"""One item or several, verdict, what it rests on → the share that was right."""',
        "",
        "PROSE: dict[str, tuple[float, ...]] = {",
        *(f'    "{name}": {each},' for name, each in confidence.weights(of_prose).items()),
        "}",
        '"""Verdict → the weights of its signs."""',
    ]
    CONFIDENCE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Cross-validate, report, fit to all rows, write."""
    for name, figure in figures(crossvalidated()).items():
        click.echo(f"{name}: {figure:.4f}")
    intercept, weights = verdicts.fit(verdicts.rows_to_fit())
    prose_intercept, prose = prose_scores.fit(rows_of("SAF"))
    lines = [
        '"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.',
        "",
        f"Fitted on {datetime.now(UTC):%Y-%m-%d} to the labelled development rows of EfficientQA,",
        "NQ301, EVOUNA (NQ, TQ), SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF; on none of the rows",
        "with three verdicts. Each weight stands twice: for names of up to SHORT content words and for",
        "statements of LONG and more; between them it is blended.",
        '"""',
        "",
        f"SHORT = {SHORT}",
        f"LONG = {LONG}",
        "",
        f"INTERCEPT = ({intercept[0]}, {intercept[1]})",
        "WEIGHTS: dict[str, tuple[float, float]] = {",
        *(f'    "{name}": ({short}, {long}),' for name, (short, long) in weights.items()),
        "}",
        "",
        f"PROSE_INTERCEPT = {prose_intercept}",
        "PROSE_WEIGHTS: dict[str, float] = {",
        *(f'    "{name}": {weight},' for name, weight in prose.items()),
        "}",
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    write_verdicts()
    write_confidence()


if __name__ == "__main__":
    main()
