"""Named fields, as tables and flashcard notes have them → a card."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.model.question import Mode, Place
from bot.sheets.card import Card, is_short
from bot.sheets.cloze import anki_gaps
from bot.sheets.cloze import cards_of as gap_cards
from bot.sheets.hypertext import Rich, read_field
from bot.sheets.inline import addresses


class Role(StrEnum):
    """What a column is for."""

    PROMPT = "prompt"
    ANSWER = "answer"
    OPTION = "option"
    WHY = "why"
    HINT = "hint"
    SOURCE = "source"
    TAGS = "tags"
    TOPIC = "topic"
    MODE = "mode"
    DIFFICULTY = "difficulty"
    ACCEPT = "accept"
    POINTS = "points"
    ID = "id"


_NAMES: dict[Role, str] = {
    Role.PROMPT: "question front prompt term text q word card_front question_text recto vorderseite"
    " frage pregunta",
    Role.ANSWER: "answer back definition a meaning answers correct_answer card_back correct"
    " right_answer verso rückseite antwort respuesta response translation",
    Role.OPTION: "options option choices distractors wrong wrong_answers incorrect_answers",
    Role.WHY: "why explanation extra comment back_extra rationale feedback notes note remarks",
    Role.HINT: "hint clue",
    Role.SOURCE: "source sources url link reference references ref",
    Role.TAGS: "tags tag labels keywords",
    Role.TOPIC: "topic category deck subject chapter section",
    Role.MODE: "mode",
    Role.DIFFICULTY: "difficulty level",
    Role.ACCEPT: "accept aliases also_right",
    Role.POINTS: "points point key_points key_point",
    Role.ID: "id quizsheet_id",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
_OPTION = re.compile(r"(?:option|choice|answer|distractor|wrong|incorrect)_?(?:[a-h]|\d{1,2})")
_LETTER = re.compile(r"\(?([A-Ha-h1-8])[).:]?")
_DIFFICULTY = {"easy": 1, "medium": 2, "hard": 3, "1": 1, "2": 2, "3": 3}
_MODE = re.compile(r"(all|any|ordered|text)(?:\s+(\d{1,3}))?")
_BARS = re.compile(r"\s*\|\s*")
POINTED = "point: "
"""What begins a key point among the other wordings, where no column is for it."""
BETWEEN = "›"
"""What parts the titles of a topic in one field."""


def role_of(name: str) -> Role | None:
    """What a column is for, by its name; None for an unknown one."""
    plain = re.sub(r"[\s\-]+", "_", name.strip().strip("*:?").lower())
    if _OPTION.fullmatch(plain):
        return Role.OPTION
    return _ROLES.get(plain)


def roles_of(names: Sequence[str]) -> tuple[Role | None, ...]:
    """The role of each column. A role that a column has already, options apart, is not given
    twice: the first one counts.
    """
    taken: set[Role] = set()
    roles: list[Role | None] = []
    for name in names:
        role = role_of(name)
        if role is not None and role is not Role.OPTION:
            role = None if role in taken else role
        if role is not None:
            taken.add(role)
        roles.append(role)
    return tuple(roles)


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its line, its cells by role, and the choices in their own columns."""

    line: int
    cells: Mapping[Role, str]
    options: tuple[str, ...] = ()
    marked_up: bool | None = None
    """Whether the cells are HTML; None where each must be looked at."""


def row_of(
    line: int, roles: Sequence[Role | None], cells: Sequence[str], marked_up: bool | None
) -> Row:
    """Cells under their roles; those beyond the last column are dropped."""
    named: dict[Role, str] = {}
    options: list[str] = []
    for role, cell in zip(roles, cells, strict=False):
        if role is Role.OPTION:
            options.append(cell)
        elif role is not None:
            named[role] = cell
    return Row(line, named, tuple(options), marked_up)


def cards_of(row: Row) -> Iterator[Card]:
    """The card of a row, or one for each gap where its prompt is a sentence with gaps."""
    card = card_of(row)
    gaps = anki_gaps(card.prompt)
    if not gaps:
        yield card
        return
    told = " ".join((*card.answers, card.why)).strip()
    yield from gap_cards(card.prompt, gaps, replace(card, why=told, mode=None, options=()))


def card_of(row: Row) -> Card:
    """The card of a row, without regard to gaps."""

    def rich(role: Role) -> Rich:
        return read_field(row.cells.get(role, ""), marked_up=row.marked_up)

    def text(role: Role) -> str:
        return rich(role).text

    front, back = rich(Role.PROMPT), rich(Role.ANSWER)
    others = _BARS.split(text(Role.ACCEPT))
    said = _MODE.fullmatch(text(Role.MODE).lower())
    card = Card(
        line=row.line,
        prompt=front.text,
        topic=tuple(text(Role.TOPIC).replace("::", BETWEEN).split(BETWEEN)),
        hint=text(Role.HINT),
        sources=_sources(text(Role.SOURCE)),
        images=(
            *front.pictures(row.line),
            *(replace(image, place=Place.ANSWER) for image in back.pictures(row.line)),
        ),
        code=(
            *front.blocks(row.line),
            *(replace(block, place=Place.ANSWER) for block in back.blocks(row.line)),
        ),
        tags=tuple(re.split(r"[,\s]+", text(Role.TAGS))),
        difficulty=_DIFFICULTY.get(text(Role.DIFFICULTY).lower(), 0),
        id=text(Role.ID),
        mode=Mode(said[1]) if said else None,
        need=int(said[2] or 0) if said else 0,
        accept=tuple(each for each in others if not each.startswith(POINTED)),
        points=(
            *_BARS.split(text(Role.POINTS)),
            *(each.removeprefix(POINTED) for each in others if each.startswith(POINTED)),
        ),
    )
    if options := _options(row):
        return _choice(card, options, back, text(Role.WHY))
    return answered(card, back, text(Role.WHY), listed=said is not None)


def answered(card: Card, back: Rich, why: str = "", *, listed: bool = False) -> Card:
    """The card with the answer that a field shows.

    The items of a list are the items of the answer, and what stands around them explains it. Of
    lines without a list, three or more short ones are a list too; else the first line is the
    answer and the others explain it. `listed` says that every line is an item.
    """
    lines, items = list(back.lines), list(back.items)
    if not items and (listed or (len(lines) > 2 and all(is_short(line) for line in lines))):
        lines, items = [], lines
    if not items:
        items, lines = lines[:1], lines[1:]
    told = [line for line in lines if not line.endswith(":")]
    return replace(card, answers=tuple(items), why=" ".join([*told, why]).strip())


def _options(row: Row) -> tuple[str, ...]:
    """The choices, in columns of their own or in one column, parted by bars or lines."""
    cells = [read_field(cell, marked_up=row.marked_up) for cell in row.options]
    if len(cells) == 1 and cells[0].items:
        return cells[0].items
    if len(cells) == 1:
        parts = [part for line in (*cells[0].lines, *cells[0].items) for part in _BARS.split(line)]
        return tuple(part for part in parts if part)
    return tuple(cell.text for cell in cells if cell.text)


def _choice(card: Card, options: tuple[str, ...], back: Rich, why: str) -> Card:
    """A card whose answer is among its options, by its text or by its letter or number."""
    lines = (*back.lines, *back.items)
    said = [part for line in lines for part in _BARS.split(line) if part]
    right = [line for line in lines if line in options] or [one for one in said if one in options]
    if not right:
        letters = [_LETTER.fullmatch(part) for part in re.split(r"[,;\s]+", " ".join(said)) if part]
        if letters and all(letters):
            places = [_place(letter[1]) for letter in letters if letter]
            right = [options[at] for at in places if at < len(options)]
    if not right:
        # The columns hold wrong choices only, and the answer stands apart from them.
        right = said[:1]
    others = tuple(option for option in options if option not in right)
    kept = options if set(right) <= set(options) else tuple(sorted((*right, *others)))
    return replace(card, answers=tuple(right), options=kept, why=why)


def _place(letter: str) -> int:
    return int(letter) - 1 if letter.isdigit() else ord(letter.lower()) - ord("a")


def _sources(text: str) -> tuple[str, ...]:
    return addresses(text) or ((text,) if text else ())
