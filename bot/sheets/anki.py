"""Anki's packages: `.apkg` and `.colpkg`, of every version since 2.0."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.model.sheet import Problem, Severity, Sheet
from bot.sheets import complaints
from bot.sheets.archive import Archive, Refused, Unequipped, opened
from bot.sheets.card import Card, Deck, title_of
from bot.sheets.collection import Note, Unreadable, notes_of
from bot.sheets.columns import Role, cards_of, roles_of, row_of

MODERN = "collection.anki21b"
"""Zstandard-compressed, and the only true one where it exists."""
_PLAIN = ("collection.anki21", "collection.anki2")
_SUFFIXES = (".apkg", ".colpkg")
_KIND = "an Anki package"
_UNNAMED = ("default", "")
_TAGS_UNSAID = ("marked", "leech")


@dataclass(frozen=True, slots=True)
class Anki:
    """Anki's packages of notes, and its whole collections."""

    name: str = "anki"
    suffixes: tuple[str, ...] = _SUFFIXES

    def recognises(self, source: bytes, name: str) -> bool:
        """By a ZIP file's first bytes, and a collection in its directory."""
        return source[:4] == b"PK\x03\x04" and (
            name.lower().endswith(_SUFFIXES) or b"collection.anki2" in source
        )

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """The notes as questions; a problem's line is the number of its note."""
        deck = Deck(id, title_of(name))
        try:
            notes = notes_of(collection_of(opened(source)))
        except Refused as error:
            deck.problems.append(complaints.refused(str(error)))
        except Unequipped:
            deck.problems.append(complaints.missing_extra("This newer Anki package"))
        except Unreadable as error:
            deck.problems.append(complaints.unreadable(1, _KIND, str(error)))
        else:
            shared = _shared(notes)
            deck.title = shared[-1] if shared else deck.title
            for note in notes:
                deck.cards += _cards(note, len(shared))
            deck.problems += _unseen(deck.cards)
        return deck.sheet("deck", "Export it from Anki with its notes.")


def collection_of(archive: Archive) -> bytes:
    """The collection: the newest form that the archive holds. Raises as `Archive.read` does."""
    if MODERN in archive.names:
        return archive.unpacked(archive.read(MODERN))
    for name in _PLAIN:
        if name in archive.names:
            return archive.read(name)
    raise Refused("there is no collection in it")


def _shared(notes: Sequence[Note]) -> tuple[str, ...]:
    """The path of decks above all notes."""
    paths = [note.deck for note in notes if _named(note.deck)]
    if not paths:
        return ()
    shared = paths[0]
    for path in paths[1:]:
        length = next(
            (at for at, (one, other) in enumerate(zip(shared, path, strict=False)) if one != other),
            min(len(shared), len(path)),
        )
        shared = shared[:length]
    return shared


def _named(deck: tuple[str, ...]) -> bool:
    return bool(deck) and deck[0].casefold() not in _UNNAMED


def _cards(note: Note, above: int) -> Iterator[Card]:
    names = note.kind.fields
    roles = list(roles_of(names))
    if Role.PROMPT not in roles or (Role.ANSWER not in roles and Role.OPTION not in roles):
        roles = _by_position(roles, len(note.fields))
    row = row_of(note.number, roles, note.fields, True)
    topic = note.deck[above:] if _named(note.deck) else ()
    tags = tuple(tag for tag in note.tags if tag.casefold() not in _TAGS_UNSAID)
    for card in cards_of(row):
        given = card.id or _id_of(note)
        placed = card.topic if any(title.strip() for title in card.topic) else topic
        gap = "" if card.id or not card.gap else f"-{card.gap}"
        card = replace(card, id=f"{given}{gap}", topic=placed, tags=(*tags, *card.tags))
        yield card
        if "revers" in note.kind.name.casefold() and len(card.answers) == 1:
            yield replace(
                card, prompt=card.answers[0], answers=(card.prompt,), id=f"{given}-back", why=""
            )


def _by_position(roles: Sequence[Role | None], count: int) -> list[Role | None]:
    """Front and back come first; what later fields are called still counts."""
    later = [role if role not in (Role.PROMPT, Role.ANSWER) else None for role in roles[2:]]
    return [Role.PROMPT, Role.ANSWER, *later, *[None] * count]


def _id_of(note: Note) -> str:
    """An id that stays with the note through every edit, as Anki's own does."""
    return "anki-" + hashlib.sha256(note.guid.encode("utf-8", "replace")).hexdigest()[:12]


def _unseen(cards: Sequence[Card]) -> Iterator[Problem]:
    """One note on the pictures that lie within the package."""
    inside = [card for card in cards for image in card.images if "://" not in image.url]
    if inside:
        yield Problem(
            inside[0].line,
            f"{len(inside):,} pictures lie within the package and have no address.",
            "Take them out with --pictures FOLDER, and put them where your team can see them.",
            Severity.NOTE,
        )
