"""What can be wrong with a sheet, in the words its author reads."""

from bot.model.sheet import Problem, Severity


def blank_question(line: int) -> Problem:
    """A marker with nothing behind it."""
    return Problem(
        line,
        "This question is blank.",
        "Write the question behind the marker, or delete the line.",
    )


def unanswered(line: int) -> Problem:
    """A question without an answer."""
    return Problem(
        line,
        "This question has no answer, so it is never asked.",
        "Put the answer below it, as a bullet: - the answer",
    )


def unclosed(line: int, what: str, closer: str) -> Problem:
    """A block that is opened and never closed; `what` names it."""
    return Problem(
        line,
        f"This {what} is opened here and never closed; it is read up to the next empty line.",
        f"Close it with {closer} on a line of its own.",
    )


def too_large(size: int, limit: int) -> Problem:
    """A file of `size` bytes where `limit` is the most."""
    return Problem(
        1,
        f"This file has {size / 1e6:.1f} MB; a sheet may have {limit / 1e6:g} MB. Nothing was read.",
        "Split it into several files, or move long notes elsewhere.",
    )


def not_text(kind: str) -> Problem:
    """A file that is no text; `kind` says what it looks like."""
    return Problem(
        1,
        f"This looks like {kind}, not like text. Nothing was read.",
        "A sheet is a Markdown file, saved as UTF-8.",
    )


def empty() -> Problem:
    """A file without a word in it."""
    return Problem(1, "This file is empty.", "Start with a line such as: Q. What is … ?")


def nothing_to_ask() -> Problem:
    """A file with words in it, but without a question or a definition."""
    return Problem(
        1,
        "There is no question in this file.",
        "Start one with Q. and put its answer below it, as bullets.",
        Severity.NOTE,
    )


def null_bytes(line: int, count: int) -> Problem:
    """Characters that no editor shows."""
    return Problem(
        line,
        f"This file holds NUL characters ({count}, the first one here); they were left out.",
        "Save it again as UTF-8 text.",
        Severity.NOTE,
    )


def not_utf8(line: int) -> Problem:
    """Bytes that are no UTF-8."""
    return Problem(
        line,
        "This line is not UTF-8; the file was read as Windows-1252.",
        "Save it again as UTF-8, so that accents and dashes come out right.",
        Severity.NOTE,
    )


def long_line(line: int, length: int, limit: int) -> Problem:
    """A line of `length` characters, cut at `limit`."""
    return Problem(
        line,
        f"This line has {length:,} characters; only the first {limit:,} were read.",
        "Break it into several lines.",
    )


def front_matter(line: int, reason: str) -> Problem:
    """Front matter that is not what it should be."""
    return Problem(
        line,
        f"The front matter cannot be read: {reason}.",
        "Write one setting a line between the --- lines, such as title: Statistics",
    )


def ownerless(line: int, key: str) -> Problem:
    """`accept:` and its like where several items, or none, could be meant."""
    return Problem(
        line,
        f"It is not clear which item this {key}: belongs to.",
        "Put it below its bullet, indented by two spaces.",
    )


def bad_mode(line: int, value: str) -> Problem:
    """A mode that does not exist."""
    return Problem(
        line,
        f"There is no mode {value!r}; the usual one was taken.",
        "Write one of: all, any, any 3, ordered, text",
    )


def too_few_items(line: int, need: int, count: int) -> Problem:
    """`any N` with fewer than N items."""
    return Problem(
        line,
        f"This asks for any {need}, but the answer has {count}.",
        f"Lower the number, or add {need - count} more.",
    )


def bad_id(line: int, value: str) -> Problem:
    """An id that is no id."""
    return Problem(
        line,
        f"{value!r} cannot be an id; one was made from the question instead.",
        "Use lower-case words joined by hyphens, 64 characters at most.",
    )


def bad_difficulty(line: int, value: str) -> Problem:
    """A difficulty that does not exist."""
    return Problem(line, f"There is no difficulty {value!r}.", "Write one of: easy, medium, hard")


def repeated_id(line: int, value: str, first: str) -> Problem:
    """An id that two questions claim; `first` says where the other one stands."""
    return Problem(
        line,
        f"The id {value!r} belongs to another question already, at {first}.",
        "Give one of the two another id.",
    )


def unused_paragraph(line: int) -> Problem:
    """Words between a question and its bullets."""
    return Problem(
        line,
        "This paragraph stands between a question and its answer; nobody will see it.",
        "Join it to the question, or write it behind why:",
        Severity.NOTE,
    )


def repeated_prompt(line: int, first: str) -> Problem:
    """Two questions with the same words; `first` says where the other one stands."""
    return Problem(
        line,
        f"The same question is asked at {first}.",
        "Say in each what sets it apart, or delete one.",
        Severity.NOTE,
    )


def given_away(line: int, answer: str) -> Problem:
    """A question that holds its own answer."""
    return Problem(
        line,
        f"The question gives its answer away: {answer!r} is part of it.",
        "Word the question without it.",
        Severity.NOTE,
    )


def unsourced(line: int) -> Problem:
    """A question without a source."""
    return Problem(
        line,
        "This question names no source.",
        "Add a line such as source: https://…",
        Severity.NOTE,
    )
