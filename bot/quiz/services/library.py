"""The library: sheets made ready for grading and look-ups, kept until they change."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.grading import Lexicon, PreparedQuestion, Ungradable, build_lexicon, prepare, says
from bot.lookup import Index, build_index
from bot.model.appeal import Phrase
from bot.model.question import Question
from bot.model.round import Round
from bot.model.sheet import Sheet
from bot.quiz.errors import NoSheet
from bot.quiz.ports.sheets import ADDITIONS, LIBRARY, SheetEntry
from bot.quiz.ports.store import Store
from bot.quiz.rules.kin import Kin
from bot.quiz.rules.regrading import accepted_now, with_phrases

BOOKS_KEPT = 64
PREPARED_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Book:
    """A sheet with what was made of it."""

    sheet: Sheet
    version: str
    lexicon: Lexicon
    index: Index
    kin: Kin

    def gradable(self, question: Question) -> bool:
        """Whether an answer to the question can be graded."""
        return not isinstance(prepare(question, self.lexicon), Ungradable)

    def gradable_ones(self) -> tuple[Question, ...]:
        """The questions to ask whose answers can be graded; takes a while in a large sheet."""
        return tuple(filter(self.gradable, self.sheet.asked))


@dataclass(slots=True)
class Ready:
    """The question of a round, ready for grading: as the sheet has it, and with what the team
    accepted beside it, as far as that was said.
    """

    round: Round
    library: "Library"
    plain: PreparedQuestion | Ungradable
    counting: tuple[Phrase, ...] = ()
    """The team's own phrases that count in it."""
    more: dict[frozenset[str], PreparedQuestion | Ungradable] = field(default_factory=dict)

    @property
    def phrases(self) -> tuple[str, ...]:
        """The ids of the phrases that count in it."""
        return tuple(phrase.id for phrase in self.counting)

    async def question(self, text: str) -> PreparedQuestion | Ungradable:
        """The question by which an answer is graded."""
        said = [each for each in self.counting if says(text, each.words)]
        if not said:
            return self.plain
        key = frozenset(each.id for each in said)
        if key not in self.more:
            self.more[key] = await self.library.prepared_with(self.round, said)
        return self.more[key]


class Library:
    """Every team's sheets and those of the installation, read from the store as needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._books: OrderedDict[tuple[str, str, str], Book] = OrderedDict()
        self._making = asyncio.Lock()
        self._prepared: OrderedDict[tuple[str, str, int], Ready] = OrderedDict()

    async def entries(self, team_id: str) -> tuple[SheetEntry, ...]:
        """The sheets that a team may use: its own, then those of the installation.

        What the team added to a sheet counts with it and is in its version.
        """
        own = await self._store.sheets(team_id)
        added = {entry.id: entry for entry in own if entry.id.endswith(ADDITIONS)}
        mine = tuple(entry for entry in own if entry.id not in added)
        taken = {entry.id for entry in mine}
        shipped = await self._store.sheets(LIBRARY)
        offered = (*mine, *(entry for entry in shipped if entry.id not in taken))
        return tuple(_with(entry, added.get(entry.id + ADDITIONS)) for entry in offered)

    async def titles(self, team_id: str) -> str:
        """The titles of the team's sheets, for people."""
        return ", ".join(entry.title for entry in await self.entries(team_id))

    async def find(self, team_id: str, name: str) -> SheetEntry | None:
        """The sheet with this id or title, whatever its case."""
        wanted = name.strip().casefold()
        entries = await self.entries(team_id)
        return next((e for e in entries if wanted in (e.id.casefold(), e.title.casefold())), None)

    async def book(self, team_id: str, sheet_id: str) -> Book | None:
        """A sheet made ready, in its present version; None if there is no such sheet."""
        entry = await self._entry(team_id, sheet_id)
        return await self._book(team_id, entry) if entry else None

    async def book_for(self, team_id: str, channel_id: str) -> Book:
        """The sheet of the channel, else the team's first one; raises `NoSheet`."""
        schedules = await self._store.schedules(team_id, channel_id)
        entries = {entry.id: entry for entry in await self.entries(team_id)}
        for sheet_id in dict.fromkeys((*(each.sheet_id for each in schedules), *entries)):
            book = await self._book(team_id, entries[sheet_id]) if sheet_id in entries else None
            if book is not None:
                return book
        raise NoSheet()

    async def _book(self, team_id: str, entry: SheetEntry) -> Book | None:
        """The sheet of an entry made ready; None if it is gone by now."""
        made: SheetEntry | None = entry
        if _key(entry) not in self._books:
            async with self._making:  # once, however many wait for it
                made = await self._made(team_id, entry)
        if made is None:
            return None
        self._books.move_to_end(_key(made))
        return self._books[_key(made)]

    async def _entry(self, team_id: str, sheet_id: str) -> SheetEntry | None:
        return next((e for e in await self.entries(team_id) if e.id == sheet_id), None)

    async def _made(self, team_id: str, entry: SheetEntry) -> SheetEntry | None:
        """Make a sheet ready; the entry of what was made, None if it is gone.

        A version names its content: teams share what was made of the same sheet, and what was
        read while the sheet changed is read again.
        """
        while _key(entry) not in self._books:
            sheet = await self._sheet(team_id, entry)
            present = await self._entry(team_id, entry.id)
            if sheet is None or present is None:
                return None
            if present.version == entry.version:
                # A large sheet takes long enough to make ready that others would wait.
                book = await asyncio.to_thread(_made_ready, sheet, entry.version)
                self._books[_key(entry)] = book
                if len(self._books) > BOOKS_KEPT:
                    self._books.popitem(last=False)
            entry = present
        return entry

    async def _sheet(self, team_id: str, entry: SheetEntry) -> Sheet | None:
        sheet = await self._store.sheet(entry.team_id, entry.id)
        added = await self._store.sheet(team_id, entry.id + ADDITIONS)
        if sheet is None or added is None:
            return sheet
        known = {question.id for question in sheet.questions}
        more = tuple(question for question in added.questions if question.id not in known)
        return replace(sheet, questions=(*sheet.questions, *more))

    async def prepared(self, round_: Round) -> Ready:
        """The question of a round, ready for grading, as it was when it was posted, with the
        phrases that the team accepted for it since.
        """
        key = (round_.team_id, round_.id, round_.regrades)
        ready = self._prepared.get(key)
        if ready is None:
            known = await self._store.phrases(
                round_.team_id, round_.sheet_id, (round_.question.id,)
            )
            plain = await self.prepared_with(round_, ())
            ready = Ready(round_, self, plain, accepted_now(known))
            self._prepared[key] = ready
            if len(self._prepared) > PREPARED_KEPT:
                self._prepared.popitem(last=False)
        return ready

    async def prepared_with(
        self, round_: Round, phrases: Sequence[Phrase]
    ) -> PreparedQuestion | Ungradable:
        """The question of a round as it would be graded with these phrases."""
        question = with_phrases(round_.question, phrases)
        book = await self.book(round_.team_id, round_.sheet_id)
        return prepare(question, book.lexicon) if book else prepare(question)


def _key(entry: SheetEntry) -> tuple[str, str, str]:
    return entry.team_id, entry.id, entry.version


def _with(entry: SheetEntry, added: SheetEntry | None) -> SheetEntry:
    if added is None:
        return entry
    version = f"{entry.version}-{added.version}"
    return replace(entry, asked=entry.asked + added.asked, version=version)


def _made_ready(sheet: Sheet, version: str) -> Book:
    lexicon = build_lexicon(sheet.asked, sheet.glossary)
    return Book(sheet, version, lexicon, build_index(sheet.asked, sheet.glossary), Kin(sheet))
