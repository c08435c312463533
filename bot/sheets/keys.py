"""What an author adds to plain Markdown: `mode:`, `why:`, `accept:` and the other keys."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.model.question import Image, KeyPoint, Kind, Mode, Place
from bot.model.sheet import Problem
from bot.sheets import problems
from bot.sheets.drafts import KeyDraft
from bot.sheets.ids import is_id
from bot.sheets.inline import addresses, is_showable, plain, take_images

PHRASES = ("accept", "reject", "more")
POINT = "point"
OF_AN_ITEM = (*PHRASES, POINT)
"""Keys that belong to an item rather than to the question."""

_SINGLE = ("mode", "id", "difficulty", "why", "hint", "kind", "defines", "verbatim")
"""Keys of which a question has one."""
_WORDINGS = re.compile(r"\s+[/|](?=\s)|^[/|]\s|\s[/|]$")
_ALTERNATIVES = re.compile(r"\s+\|(?=\s)|^\||\|$")
_ANY = re.compile(r"any(?:\s+(\d{1,3}))?")
_DIFFICULTIES = {"easy": 1, "medium": 2, "hard": 3, "1": 1, "2": 2, "3": 3}


@dataclass(frozen=True, slots=True)
class Said:
    """What the keys of one question say; empty where they are silent."""

    id: str = ""
    id_line: int = 0
    mode: Mode | None = None
    need: int = 0
    mode_line: int = 0
    why: str = ""
    hint: str = ""
    difficulty: int = 0
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    options: tuple[str, ...] = ()
    kind: Kind = Kind.QUESTION
    term: str = ""
    """Of a definition: what is defined."""
    verbatim: bool = False
    """Whether everything is meant as it is written: nothing is guessed, added or left out."""
    phrases: tuple[KeyDraft, ...] = ()
    """The lines that belong to an item, as `accept:` and `point:`."""
    problems: tuple[Problem, ...] = ()


def read_keys(keys: list[KeyDraft]) -> Said:
    """The meaning of a question's keys; a later line overrules an earlier one of the same name,
    but sources, tags and images add up.
    """
    if not keys:
        return Said()
    text = {key.name: plain(key.value) for key in keys if key.name in _SINGLE}
    line = {key.name: key.line for key in keys}
    found: list[Problem] = []
    mode, need = _mode(text.get("mode", ""))
    if text.get("mode") and mode is None:
        found.append(problems.bad_mode(line["mode"], text["mode"]))
    name = text.get("id", "")
    if name and not is_id(name):
        found.append(problems.bad_id(line["id"], name))
        name = ""
    level = text.get("difficulty", "").lower()
    if level and level not in _DIFFICULTIES:
        found.append(problems.bad_difficulty(line["difficulty"], level))
    return Said(
        id=name,
        id_line=line.get("id", 0),
        mode=mode,
        need=need,
        mode_line=line.get("mode", 0),
        why=text.get("why", ""),
        hint=text.get("hint", ""),
        difficulty=_DIFFICULTIES.get(level, 0),
        sources=tuple(source for key in keys if key.name == "source" for source in _sources(key)),
        tags=tuple(tag for key in keys if key.name == "tags" for tag in read_tags(key.value)),
        images=tuple(image for key in keys if key.name == "image" for image in _images(key)),
        options=tuple(
            option for key in keys if key.name == "options" for option in alternatives(key.value)
        ),
        kind=Kind(text.get("kind", "question").lower()),
        term=text.get("defines", ""),
        verbatim=text.get("verbatim", "").lower() == "yes",
        phrases=tuple(key for key in keys if key.name in OF_AN_ITEM),
        problems=tuple(found),
    )


def alternatives(value: str) -> tuple[str, ...]:
    """The phrases of `accept:` and its like, parted by ` | `."""
    parts = (plain(part) for part in _ALTERNATIVES.split(value))
    return tuple(dict.fromkeys(part for part in parts if part))


def key_points(keys: Iterable[KeyDraft]) -> tuple[KeyPoint, ...]:
    """The key points that `point:` lines name, one a line, its wordings parted by ` / ` (or by
    bars, as in `accept:`).
    """
    found = (wordings_of(key.value) for key in keys if key.name == POINT)
    return tuple(dict.fromkeys(KeyPoint(each) for each in found if each))


def wordings_of(value: str) -> tuple[str, ...]:
    """The wordings of one key point, each once."""
    parts = (plain(part) for part in _WORDINGS.split(value))
    return tuple(dict.fromkeys(part for part in parts if any(map(str.isalnum, part))))


def read_tags(value: str) -> tuple[str, ...]:
    """Tags parted by commas, each once."""
    parts = (plain(part).lstrip("#") for part in value.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _mode(value: str) -> tuple[Mode | None, int]:
    """The mode and, for `any N`, its number; `(None, 0)` for what is no mode."""
    value = value.lower()
    if counted := _ANY.fullmatch(value):
        return (Mode.ANY, int(counted[1] or 1)) if counted[1] != "0" else (None, 0)
    return (Mode(value), 1) if value in tuple(Mode) else (None, 0)


def _sources(key: KeyDraft) -> tuple[str, ...]:
    named = addresses(key.value)
    return named or ((plain(key.value),) if plain(key.value) else ())


def _images(key: KeyDraft) -> tuple[Image, ...]:
    """`image: address`, or a Markdown or HTML picture, or an address with a text behind it."""
    _, pictures = take_images(key.value, key.line, Place.PROMPT)
    if pictures:
        return pictures
    address, _, alt = key.value.strip().strip("<>").partition(" ")
    return (Image(address, plain(alt), key.line),) if is_showable(address) else ()
