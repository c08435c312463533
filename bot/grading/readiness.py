"""Whether the questions of a sheet can be graded at all."""

from bot.grading.lexicon import build_lexicon
from bot.grading.prepare import prepare
from bot.grading.prepared import Ungradable
from bot.model.sheet import Problem, Sheet

_HINT = "Write the answer as words, a number or signs. Until then it is never asked."


def ungradable(sheet: Sheet) -> tuple[Problem, ...]:
    """A problem for each question of a sheet that no answer can be held against, at its line."""
    lexicon = build_lexicon(sheet.asked, sheet.glossary)
    return tuple(
        Problem(
            each.line, f"This question cannot be graded. {found.problem}", _HINT, file=each.file
        )
        for each in sheet.asked
        if isinstance(found := prepare(each, lexicon), Ungradable)
    )
