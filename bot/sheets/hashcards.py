"""hashcards: `Q:` and `A:`, and `C:` for sentences with [gaps]."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.model.question import Place
from bot.model.sheet import Sheet
from bot.sheets.card import Card, sheet_of, title_of
from bot.sheets.card import questions_of as questions_of_cards
from bot.sheets.cloze import Gap, cards_of
from bot.sheets.decode import decode
from bot.sheets.inline import plain, take_images
from bot.sheets.lines import split
from bot.sheets.markdown import read_numbered, with_problems
from bot.sheets.notation import Numbered, Source, asked, sources

_ANSWERED = re.compile(rb"(?:^|[\n\r\x00])[AC]\x00?:")
"""What every deck has, in any encoding; most other files are told by its absence."""
_TAG = re.compile(r"([QAC]):\s?(.*)$")
_OURS = re.compile(r"(?:\*\*)?Q\d*\.|(?:mode|why|accept|reject|hint|source|id)\s?:\s")
_GAP = re.compile(r"(?<!!)\[([^\[\]]{1,500})\](?!\()")
_CLOZE = re.compile(r"C:.*(?<!!)\[[^\[\]]+\](?!\()")


@dataclass(frozen=True, slots=True)
class Hashcards:
    """hashcards' decks."""

    name: str = "hashcards"
    suffixes: tuple[str, ...] = ()

    def recognises(self, source: bytes, name: str) -> bool:
        """By `C:` with a gap, or by as many `A:` as `Q:` and nothing that only our notation has."""
        if not name.lower().endswith((".md", ".markdown", ".txt")):
            return False
        if not _ANSWERED.search(source):
            return False
        lines = [line.raw for line in sources(decode(source).text.split("\n")) if not line.code]
        if any(_OURS.match(line) for line in lines):
            return False
        first = [line[:2] for line in lines if _TAG.match(line)]
        if any(_CLOZE.match(line) for line in lines):
            return True
        return first.count("Q:") == first.count("A:") > 0 and lines[0] == "---"

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """Cards as questions, each gap of a sentence one of its own."""
        decoded = decode(source)
        lines, too_long = split(decoded.text)
        title, start = _front_matter(lines)
        notation: list[Numbered] = []
        gaps: list[Card] = []
        for card in _cards(sources(lines, start)):
            if card.kind == "C":
                gaps += _gaps(card)
            else:
                head, *rest = card.front
                notation += asked(card.line, head.text, rest, card.back)
        sheet = read_numbered(notation, id=id, name=name)
        questions, found = questions_of_cards(gaps)
        every = sorted((*sheet.questions, *questions), key=lambda question: question.line)
        whole = sheet_of(every, id, title or title_of(name))
        known = sheet.problems if sheet.questions or not questions else ()
        return with_problems(whole, [*decoded.problems, *too_long, *known, *found])


@dataclass(slots=True)
class _Card:
    line: int
    kind: str
    front: list[Source] = field(default_factory=list)
    back: list[Source] = field(default_factory=list)


def _front_matter(lines: Sequence[str]) -> tuple[str, int]:
    """The deck's name, and the index of the first line below the TOML between `---`."""
    if not lines or lines[0].strip() != "---":
        return "", 0
    end = next((at for at in range(1, min(len(lines), 100)) if lines[at].strip() == "---"), 0)
    try:
        name = tomllib.loads("\n".join(lines[1:end])).get("name", "")
    except (tomllib.TOMLDecodeError, RecursionError):
        return "", end + 1
    return name if isinstance(name, str) else "", end + 1


def _cards(lines: Sequence[Source]) -> list[_Card]:
    cards: list[_Card] = []
    side: list[Source] | None = None
    for line in lines:
        tag = None if line.code else _TAG.match(line.raw)
        if tag and tag[1] in "QC":
            cards.append(_Card(line.number, tag[1]))
            side = cards[-1].front
        elif tag and cards and cards[-1].kind == "Q":
            side = cards[-1].back
        elif tag:
            continue
        if side is not None:
            side.append(replace(line, raw=tag[2]) if tag else line)
    return cards


def _gaps(card: _Card) -> list[Card]:
    """The cards of one sentence with gaps."""
    text = " ".join(line.text for line in card.front if line.text and not line.code)
    text, images = take_images(text, card.line, Place.PROMPT)
    gaps = [
        Gap(match.start(), match.end(), plain(match[1]), group=str(number))
        for number, match in enumerate(_GAP.finditer(text), 1)
    ]
    made = cards_of(text, gaps, Card(card.line, "", images=images))
    return [replace(each, prompt=plain(each.prompt)) for each in made]
