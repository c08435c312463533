"""Bytes → text, whatever wrote them: never an exception, at worst a problem."""

import codecs
import re
from dataclasses import dataclass

from bot.model.sheet import Problem
from bot.sheets import problems

_SAMPLE = 8192
"""Bytes that are looked at to tell text from other things."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_FOREIGN = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)

_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\f") + b"\x7f"
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with `\\n` line ends and without control characters, and what was wrong on the way."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(source: bytes) -> Decoded:
    """Read bytes as UTF-8, UTF-16 or UTF-32, with or without a byte order mark, else as
    Windows-1252. What is no text at all yields an empty text and one problem.
    """
    for magic, kind in _FOREIGN:
        if source.startswith(magic):
            return Decoded("", (problems.not_text(kind),))
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return _clean(source[len(mark) :].decode(encoding, errors="replace"))
    if wide := _unmarked_utf16(source):
        return _clean(source.decode(wide, errors="replace"))
    if _is_binary(source):
        return Decoded("", (problems.not_text("a binary file"),))
    try:
        return _clean(source.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = _line_at(source, error.start)
        return _clean(source.decode("cp1252", errors="replace"), problems.not_utf8(line))


def _unmarked_utf16(source: bytes) -> str:
    """The UTF-16 form of Western text without a mark: every second byte is NUL."""
    sample = source[:_SAMPLE]
    half = len(sample) // 2
    if half == 0 or len(sample) % 2:
        return ""
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _is_binary(source: bytes) -> bool:
    """Whether more than one byte in ten is a control character."""
    sample = source[:_SAMPLE]
    strange = len(sample) - len(sample.translate(None, delete=_CONTROL))
    return strange > 0.1 * len(sample)


def _line_at(source: bytes, position: int) -> int:
    before = source[:position]
    lone_returns = before.count(b"\r") - before.count(b"\r\n")
    return 1 + before.count(b"\n") + lone_returns


def _clean(text: str, *found: Problem) -> Decoded:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if nulls := text.count("\0"):
        line = 1 + text.count("\n", 0, text.index("\0"))
        found = (*found, problems.null_bytes(line, nulls))
    return Decoded(_INVISIBLE.sub("", text), found)
