"""Obsidian's spaced repetition: `front::back`, sides parted by `?`, and ==gaps== in notes that are
marked as flashcards. What it keeps of its schedule (`<!--SR:…-->`) is ignored.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.model.sheet import Sheet
from bot.sheets.card import Card, sheet_of
from bot.sheets.card import questions_of as questions_of_cards
from bot.sheets.cloze import Gap, cards_of
from bot.sheets.decode import decode
from bot.sheets.frontmatter import read_front_matter
from bot.sheets.inline import plain
from bot.sheets.lines import split
from bot.sheets.markdown import read_numbered, with_problems
from bot.sheets.notation import Numbered, Source, asked, sources

_DECK = re.compile(r"#(?:flash)?cards?(?:/[\w/-]{1,200})?(?=\s|$)", re.IGNORECASE)
_SCHEDULE = re.compile(r"\s*<!--SR:.{0,1000}?-->")
_CODE = re.compile(r"`[^`]{0,500}`")
_SIDES = re.compile(r"^(?P<front>[^\s:].*?)\s?(?P<mark>:::?)\s?(?P<back>[^\s:].*)$")
_PARTED = re.compile(r"\?\??$")
_ASKING = re.compile(r".*(?:\?|\S\s):{2,3}\s?\S|[^():;{}<>]+\s[^():;{}<>]+[^\s:]:{2,3}[^\s:][^:]*$")
"""A card rather than a name of C++ or a field of a note."""
_GAP = re.compile(r"==(?!=)([^=\n]{1,500}?)==")
_HEADING = re.compile(r"(#{1,6})\s+(.*)$")
_LIST = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+")
_OURS = re.compile(r"(?:\*\*|__)?Q\s?\d{0,4}[.:)]\s")


@dataclass(frozen=True, slots=True)
class Obsidian:
    """Notes of Obsidian with flashcards among them."""

    name: str = "obsidian"
    suffixes: tuple[str, ...] = ()

    def recognises(self, source: bytes, name: str) -> bool:
        """By the plugin's tag or its comments, else by several cards and nothing of our notation."""
        if not name.lower().endswith((".md", ".markdown", ".txt")):
            return False
        lines = [line for line in sources(decode(source).text.split("\n")) if not line.code]
        if any(_OURS.match(line.raw) for line in lines):
            return False
        if any("<!--SR:" in line.raw or _DECK.search(line.raw) for line in lines):
            return any(
                _sides(line) or _PARTED.match(line.text) or _GAP.search(line.raw) for line in lines
            )
        asking = [
            line for line in lines if _sides(line) and _ASKING.match(_CODE.sub("", line.text))
        ]
        parted = [at for at, line in enumerate(lines) if _parts(lines, at)]
        return len(asking) > 1 or len(parted) > 1 or (bool(parted) and bool(asking))

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """Cards under their headings; the rest of the note is left out."""
        decoded = decode(source)
        lines, too_long = split(decoded.text)
        front = read_front_matter(lines)
        found = [
            replace(line, raw=_SCHEDULE.sub("", line.raw)) for line in sources(lines, front.lines)
        ]
        notation = [Numbered(at, line) for at, line in enumerate(lines[: front.lines], 1)]
        gaps: list[Card] = []
        topic: list[tuple[int, str]] = []
        marked = any(_DECK.search(line.raw) for line in found if not line.code)
        for part in _parts_of(found):
            if isinstance(part, _Pair):
                notation += asked(part.line, part.front[0].text, part.front[1:], part.back)
                continue
            if heading := _HEADING.match(part[0].raw):
                title = Numbered(part[0].number, _untagged(part[0].raw))
                notation += [Numbered(title.number, ""), title]
                topic = [each for each in topic if each[0] < len(heading[1])]
                topic.append((len(heading[1]), plain(_untagged(heading[2]))))
            elif marked:
                gaps += _gaps(part, tuple(title for _, title in topic))
        sheet = read_numbered(notation, id=id, name=name)
        questions, problems = questions_of_cards(gaps)
        every = sorted((*sheet.questions, *questions), key=lambda question: question.line)
        whole = sheet_of(every, id, sheet.title, tags=sheet.tags)
        whole = replace(
            whole,
            images=sheet.images,
            code=sheet.code,
            glossary=sheet.glossary,
            language=sheet.language,
        )
        known = sheet.problems if sheet.questions or not questions else ()
        return with_problems(whole, [*decoded.problems, *too_long, *known, *problems])


@dataclass(frozen=True, slots=True)
class _Pair:
    """One card, one way round."""

    line: int
    front: list[Source]
    back: list[Source]


def _sides(line: Source) -> tuple[str, str, bool] | None:
    """Both sides of a card on one line, and whether it is asked both ways; what stands in code
    spans parts nothing.
    """
    text = _LIST.sub("", line.text, count=1)
    if line.code or "::" not in text or _DECK.fullmatch(text):
        return None
    match = _SIDES.match(_CODE.sub(lambda span: "\0" * len(span[0]), text))
    if match is None:
        return None
    sides = text[: match.end("front")], text[match.start("back") :]
    return *sides, match["mark"] == ":::"


def _parts(lines: Sequence[Source], at: int) -> bool:
    """Whether a line parts the sides of a card: text right above and right below it."""
    if lines[at].code or not _PARTED.match(lines[at].text):
        return False
    above = lines[at - 1].text if at else ""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return bool(above) and bool(below) and not above.startswith("#")


def _parts_of(lines: Sequence[Source]) -> Iterator["_Pair | list[Source]"]:
    """The cards of a note, and what else there is: headings alone, paragraphs as they are."""
    for block in _blocks(lines):
        at = next((at for at in range(len(block)) if _parts(block, at)), 0)
        if at:
            above = [replace(block[0], raw=_untagged(block[0].raw)), *block[1:at]]
            yield from _both(above, block[at + 1 :], block[at].text == "??")
            continue
        rest: list[Source] = []
        for line in block:
            sides = _sides(line)
            if sides is None:
                rest.append(line)
                continue
            front, back, both = sides
            yield from _both(
                [replace(line, raw=_untagged(front))], [replace(line, raw=_untagged(back))], both
            )
        if rest:
            yield rest


def _blocks(lines: Sequence[Source]) -> Iterator[list[Source]]:
    """Runs of lines without an empty one outside of code; headings stand alone."""
    run: list[Source] = []
    for line in lines:
        heading = not line.code and _HEADING.match(line.raw)
        if run and (heading or (not line.text and not line.code)):
            yield run
            run = []
        if heading:
            yield [line]
        elif line.text or line.code:
            run.append(line)
    if run:
        yield run


def _both(front: list[Source], back: list[Source], reversed_too: bool) -> Iterator[_Pair]:
    yield _Pair(front[0].number, front, back)
    if reversed_too:
        yield _Pair(front[0].number, back, front)


def _gaps(block: Sequence[Source], topic: tuple[str, ...]) -> list[Card]:
    """The cards of a paragraph with highlighted words."""
    text = _untagged(" ".join(line.text for line in block if not line.code))
    gaps = [
        Gap(match.start(), match.end(), plain(match[1]), group=str(number))
        for number, match in enumerate(_GAP.finditer(text), 1)
    ]
    if not gaps:
        return []
    made = cards_of(text, gaps, Card(block[0].number, "", topic=topic))
    return [replace(each, prompt=plain(each.prompt)) for each in made]


def _untagged(text: str) -> str:
    return _DECK.sub("", text).strip()
