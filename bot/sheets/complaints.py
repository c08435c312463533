"""What can be wrong with a file of another format, in the words its owner reads."""

from bot.model.sheet import Problem, Severity


def unreadable(line: int, kind: str, reason: str) -> Problem:
    """A file that claims a format and breaks its rules; `kind` names it, with its article."""
    return Problem(
        line,
        f"This cannot be read as {kind}: {reason}.",
        "Export it again, or say which format it is with --from.",
    )


def skipped(line: int, what: str, why: str) -> Problem:
    """One entry that was left out."""
    return Problem(line, f"{what} was left out: {why}.", severity=Severity.NOTE)


def no_prompt(line: int) -> Problem:
    """An entry with nothing to ask."""
    return Problem(line, "This entry asks nothing, so it was left out.", severity=Severity.NOTE)


def unanswered(line: int) -> Problem:
    """An entry without an answer."""
    return Problem(
        line,
        "This question has no answer, so it is never asked.",
        "Give it one where it comes from, and import it again.",
    )


def nothing_found(kind: str, hint: str) -> Problem:
    """A file of a known format without a question in it."""
    return Problem(1, f"There is no question in this {kind}.", hint, Severity.NOTE)


def shortened(line: int, length: int, limit: int) -> Problem:
    """A text of `length` characters, cut at `limit`."""
    return Problem(
        line,
        f"A text of {length:,} characters was cut at {limit:,}.",
        "Nobody reads that much in a chat; split the question.",
        Severity.NOTE,
    )


def missing_extra(kind: str) -> Problem:
    """A file that only an optional library can open."""
    return Problem(
        1,
        f"{kind} needs a library that is not installed here. Nothing was read.",
        "Install it with: pip install 'quizsheet[anki]'",
    )


def refused(reason: str) -> Problem:
    """An archive that is not opened, for safety."""
    return Problem(
        1,
        f"This archive was not opened: {reason}. Nothing was read.",
        "Export the deck again without media, or in smaller parts.",
    )
