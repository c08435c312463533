"""What stands below a question, whatever marked it: choices, the answer, the explanation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.sheets.card import is_short
from bot.sheets.inline import addresses
from bot.sheets.notation import Numbered, Source, asked

_OPTION = re.compile(
    r"(?:[-*+]\s+)?(?:\[[ xX]\]\s+)?(?:\*\*|__)?\(?([A-Ha-h])(?:[.):]|\s-)(?:\*\*|__)?\s+(\S.*)$"
)
_BOX = re.compile(r"(?:[-*+]|\d{1,2}[.)])\s+\[([ xX])\]\s*(.*)$")
_BULLET = re.compile(r"(?:[-*+])\s+(\S.*)$")
_MARKS = r"(?:\*\*|__|\*|_|`)?"
_ANSWER = re.compile(
    rf"(?:#{{1,6}}\s+)?(?:>\s*)?(?:[✅✔☑]️?\s*)?{_MARKS}(?:the\s+)?(?:correct\s+|right\s+|model\s+)?"
    rf"(?:answers?|ans|solution)(?:\s+is)?(?:\s*{_MARKS}\s*[:：]\s*{_MARKS}|\s+[-–—]\s+|{_MARKS}\s*$)\s*(.*)$",
    re.IGNORECASE,
)
_WHY = re.compile(
    rf"(?:#{{1,6}}\s+)?{_MARKS}(?:explanation|rationale|reason|reasoning|justification|why)"
    rf"(?:\s*{_MARKS}\s*[:：]\s*{_MARKS}|{_MARKS}\s*$)\s*(.*)$",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"(?:option\s+|choice\s+)?\(?([A-Ha-h])\b\)?(?:\s*(?:,|;|&|/|\band\b)\s*\(?([A-Ha-h])\b\)?)?"
    r"(?:\s*(?:,|;|&|/|\band\b)\s*\(?([A-Ha-h])\b\)?)?(?:\s*(?:,|;|&|/|\band\b)\s*\(?([A-Ha-h])\b\)?)?"
    r"[.):]?(?:\*\*|__)?(?:\s+|$)",
    re.IGNORECASE,
)
_DETAILS = re.compile(
    r"</?(?:details|p|div|br|b|strong|section)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
_SUMMARY = re.compile(r"<summary(?:\s[^<>]{0,200})?>(.*?)(?:</summary>|$)", re.IGNORECASE)
_HIDDEN = re.compile(r"<!--\s*(.{1,300}?)\s*-->")
_SPAN = "\0"
"""Begins a choice whose code is still being read."""
_OURS = re.compile(r"why\s?:", re.IGNORECASE)
_SOURCE = re.compile(
    r"\[?(?:ref|reference|source|see also|further reading|link)s?\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Body:
    """The lines below a question, sorted out."""

    front: list[Source] = field(default_factory=list)
    options: list[tuple[Source, str, str]] = field(default_factory=list)
    """Line, letter and text of each choice."""
    ticked: set[int] = field(default_factory=set)
    """Indexes of the choices that a box marks as right."""
    boxes: bool = False
    answer: Source | None = None
    """The line that says `Answer:`, with what stands behind it as its text."""
    back: list[Source] = field(default_factory=list)
    why: list[Source] = field(default_factory=list)


def read(number: int, head: str, body: Sequence[Source]) -> list[Numbered]:
    """The question in our notation. Without choices and without a line that says `Answer:`, all of
    the body answers.
    """
    found = _sorted_out(body)
    if found.options:
        head, _, front = _parted(head, found.front)
        return _choice(number, head, replace(found, front=front))
    if found.answer is None:
        head, front, back = _parted(head, found.front)
        return [*asked(number, head, front, [*back, *found.back]), *_explained(found.why)]
    back = list(found.back)
    if found.answer.text:
        back.insert(0, found.answer)
    return [*asked(number, head, found.front, back), *_explained(found.why)]


def keyed(body: Sequence[Source]) -> Iterator[Numbered]:
    """Our own notation, with `Answer:` and `Explanation:` as it has them."""
    for line in body:
        answer = None if line.code else _ANSWER.match(line.text)
        why = None if line.code or _OURS.match(line.text) else _WHY.match(line.text)
        if answer and answer[1]:
            text = _unmarked(answer[1])
            yield Numbered(line.number, f"{'-' if is_short(text) else 'A.'} {text}")
        elif why and why[1]:
            yield Numbered(line.number, f"why: {_unmarked(why[1])}")
        else:
            yield Numbered(line.number, line.raw)


def has_choice(body: Sequence[Source]) -> bool:
    """Whether choices stand below a question, with a sign of which is right."""
    found = _sorted_out(body)
    return bool(found.options) and (bool(found.ticked) or found.answer is not None)


def says_marked(body: Sequence[Source]) -> bool:
    """Whether a line below one of our own questions says `Answer:`, or explains it; boxes alone are
    our notation already.
    """
    found = _sorted_out(body)
    said = found.answer is not None and (bool(found.options) or bool(found.answer.text))
    explained = any(_WHY.match(line.text) and not _OURS.match(line.text) for line in body)
    return said or explained


def may_be_marked(lines: Iterable[Source]) -> bool:
    """Whether any line of a file could make `says_marked` true for a question above it."""
    return any(
        _ANSWER.match(text) or (_WHY.match(text) and not _OURS.match(text))
        for text in (line.text for line in lines)
    )


def is_answer(text: str) -> bool:
    """Whether a heading names the answer, or its explanation, rather than a topic."""
    return _ANSWER.match(text) is not None or _WHY.match(text) is not None


def _sorted_out(lines: Sequence[Source]) -> _Body:
    body = _Body()
    into = body.front
    opened = False
    lettered = _lettered(lines)
    for line in lines:
        if line.code:
            if into is body.front and body.options and not _said(body.options[-1][2]):
                _say_in_code(body, line)
            else:
                (into if into is not body.why else body.back).append(line)
            continue
        if hidden := _HIDDEN.fullmatch(line.text):
            line = replace(line, raw=hidden[1] if _ANSWER.match(hidden[1]) else "")
        text = line.text
        if "<" in text:
            opened = opened or "<summary" in text.lower()
            text = _DETAILS.sub(" ", _SUMMARY.sub("", text)).strip()
            if not text and line.text:
                if opened and into is body.front:
                    into = body.back
                continue
            line = replace(line, raw=line.raw[: len(line.raw) - len(line.raw.lstrip())] + text)
        if line.number in lettered and body.answer is None:
            letter, said = lettered[line.number]
            if box := _BOX.match(text):
                body.boxes = True
                if box[1] != " ":
                    body.ticked.add(len(body.options))
            body.options.append((line, letter, said))
        elif (box := _BOX.match(text)) and not lettered:
            body.boxes = True
            if box[1] != " ":
                body.ticked.add(len(body.options))
            body.options.append((line, "", box[2]))
        elif body.answer is None and (answer := _ANSWER.match(text)):
            body.answer = replace(line, raw=_unmarked(answer[1]))
            into = body.back
        elif why := _WHY.match(text):
            into = body.why
            if why[1]:
                into.append(replace(line, raw=why[1]))
        elif body.options and body.answer is None and into is body.front and text:
            if not body.boxes and not _SOURCE.match(text) and line.raw[:1] in " \t":
                # A choice that runs on over a second line.
                last, letter, said = body.options[-1]
                body.options[-1] = (last, letter, f"{said} {text}")
            else:
                body.back.append(line)
        else:
            into.append(line)
    return body


def _said(text: str) -> bool:
    return not text.startswith(_SPAN) and any(sign.isalnum() or sign == "`" for sign in text)


def _say_in_code(body: _Body, line: Source) -> None:
    """A choice that is nothing but code: its lines, without the fences, are what it says."""
    last, letter, text = body.options[-1]
    fence = line.text[:3] in ("```", "~~~")
    if fence and text.startswith(_SPAN):
        body.options[-1] = (last, letter, f"`{text.removeprefix(_SPAN).strip()}`")
    elif fence:
        body.options[-1] = (last, letter, _SPAN)
    else:
        body.options[-1] = (last, letter, f"{text} {line.text.replace('`', '')}")


def _lettered(lines: Sequence[Source]) -> dict[int, tuple[str, str]]:
    """Lines that are choices A, B, C and so on, at least two of them: number → letter, text."""
    found: dict[int, tuple[str, str]] = {}
    expected = "a"
    for line in lines:
        match = None if line.code else _OPTION.match(line.text)
        if match and match[1].lower() == expected:
            found[line.number] = (expected, match[2].removesuffix("**").strip())
            expected = chr(ord(expected) + 1)
        elif _ANSWER.match(line.text) and found:
            break
    return found if len(found) > 1 else {}


def _choice(number: int, head: str, body: _Body) -> list[Numbered]:
    """Choices as boxes, the right ones ticked, whether boxes or a letter said so."""
    right = set(body.ticked)
    told: list[Source] = list(body.why)
    back = body.back
    if body.answer is not None:
        said = body.answer.text
        letters = _LETTERS.match(said)
        by_text = {text.casefold().strip(" ."): at for at, (_, _, text) in enumerate(body.options)}
        if letters and _in_order(body, letters):
            right = {at for at in _in_order(body, letters) if at < len(body.options)}
            rest = said[letters.end() :].lstrip(" -–—:.)").strip()
            if rest and rest.casefold().strip(" .") not in by_text:
                told.insert(0, replace(body.answer, raw=rest))
        elif said.casefold().strip(" .`*") in by_text:
            right = {by_text[said.casefold().strip(" .`*")]}
    notation = asked(number, head, body.front, ())
    for at, (line, _, text) in enumerate(body.options):
        notation.append(Numbered(line.number, f"- [{'x' if at in right else ' '}] {text}"))
    cited = [line for line in back if _SOURCE.match(line.text)]
    if not told:
        told = [line for line in back if line.text and not line.code and line not in cited]
    notation += [Numbered(line.number, line.raw) for line in back if line.code]
    notation += _explained(told)
    for line in cited:
        notation += [Numbered(line.number, ""), Numbered(line.number, line.text)]
    return notation


def _in_order(body: _Body, letters: re.Match[str]) -> list[int]:
    """The indexes of the choices that letters name."""
    named = [ord(letter.lower()) - ord("a") for letter in letters.groups() if letter]
    return named if all(at < len(body.options) for at in named) else []


def _explained(lines: Sequence[Source]) -> list[Numbered]:
    """The first paragraphs as `why:`; pictures and code are left out of it."""
    words = [
        line.text.lstrip("#> ")
        for line in lines
        if line.text and not line.code and any(sign.isalnum() for sign in line.text)
    ]
    if not words:
        return []
    linked = dict.fromkeys(link for line in lines for link in addresses(line.text))
    return [
        Numbered(lines[0].number, f"why: {' '.join(words)}"),
        *(Numbered(lines[0].number, f"source: {link}") for link in linked),
    ]


def _parted(head: str, lines: list[Source]) -> tuple[str, list[Source], list[Source]]:
    """Head, front and back of a body that nothing parts: all of it is the back, unless the head is
    no question and its first paragraph is one.
    """
    if head.rstrip("*_ ").endswith("?"):
        return head, [], lines
    full = [at for at, line in enumerate(lines) if line.text]
    if not full or lines[full[0]].code:
        return head, [], lines
    first = full[0]
    end = next((at for at in range(first, len(lines)) if not lines[at].text), len(lines))
    paragraph = " ".join(line.text for line in lines[first:end])
    if paragraph.rstrip("*_ ").endswith("?"):
        return _unmarked(paragraph), [], lines[end:]
    return head, [], lines


def _unmarked(text: str) -> str:
    """Without the marks that made the whole of it bold or that the label left open."""
    text = text.strip()
    for mark in ("**", "__"):
        if text.count(mark) % 2:
            text = text.removesuffix(mark) if text.endswith(mark) else text.replace(mark, "", 1)
    return text.strip()
