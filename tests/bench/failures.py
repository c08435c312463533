"""`python -m tests.bench.failures --rows work` lists the answers that are graded wrongly.

Only rows of the half that rules are made on can be listed.
"""

import click

from tests.bench.fair_rows import FILES, WORK, graded, work_rows


@click.command()
@click.option("--rows", type=click.Choice([WORK]), required=True, help="The half to list.")
@click.option("--file", type=click.Choice(list(FILES)), help="One file only.")
@click.option("--mode", help="One mode only.")
def main(rows: str, file: str | None, mode: str | None) -> None:
    """One line for each answer: verdicts, items, question, response, reasons."""
    del rows
    for row in work_rows():
        if (file and row.file != file) or (mode and row.mode != mode):
            continue
        found = graded(row)
        off = row.score is not None and abs(found.score - row.score) > 0.1
        if found.verdict.value == row.verdict and not (off and row.mode != "text"):
            continue
        due = row.verdict if row.score is None else f"{row.verdict} {row.score:g}"
        items = " | ".join(
            item.text + "".join(f" (={each})" for each in item.accept)
            + "".join(f" (≠{each})" for each in item.reject)
            + "".join(f" (~{each})" for each in item.more)
            for item in row.question.items
        )  # fmt: skip
        need = f"/{row.question.need}" if row.question.need > 1 else ""
        click.echo(
            f"{row.id} {row.field} {row.mode}{need}: {found.verdict.value} {found.score:g}, "
            f"due {due}\n   Q {row.question.prompt}\n   A {items}\n   R {row.response!r}\n"
            f"   {'; '.join(found.reasons)} {[e.rule for e in found.evidence]} {[(x.words, x.reason) for x in found.extras]}"
        )


if __name__ == "__main__":
    main()
