"""The index of a sheet: what was meant by a few typed words, in spite of typos and word order."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from bot.lookup.aliases import Aliases
from bot.lookup.completion import Completer, Name
from bot.lookup.entry import Entry, entries_of
from bot.lookup.postings import Postings
from bot.lookup.query import Query, Understanding
from bot.lookup.ranking import Asked, Ranking
from bot.lookup.reading import Label, read
from bot.lookup.synonyms import synonyms
from bot.lookup.vocabulary import Vocabulary
from bot.lookup.words import Stems, key
from bot.model.question import Question
from bot.model.sheet import Glossary

ENOUGH = 0.45
"""The score from which an entry counts as found; below it, it is only near."""

_LOOKED_AT = 32
"""Entries that are compared closely."""
_SAME_KEY = 32
"""Entries that one exact wording may name."""
_EXACTLY = 0.5
"""What puts a title that is typed as it stands before all else."""
_LONGEST = 500
"""Characters of a query that are looked at."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found: its question, the title to show, and how well it fits, 0..1."""

    question: Question
    title: str
    score: float

    @property
    def found(self) -> bool:
        """Whether it fits well enough to be shown as the answer."""
        return self.score >= ENOUGH


class Index:
    """What can be looked up in one sheet; built once, then only read.

    Both directions of a definition are one entry, and no line of a sheet is found twice.
    """

    def __init__(self, questions: Iterable[Question], glossary: Glossary) -> None:
        stems = Stems()
        self._entries = entries_of(questions)
        self._by_id = {
            question.id: at
            for at, entry in reversed(list(enumerate(self._entries)))
            for question in entry.questions
        }
        aliases = Aliases(glossary, self._entries, stems.learn)
        labels: list[tuple[Label, ...]] = []
        weights: list[dict[str, float]] = []
        self._exact: dict[str, list[tuple[int, float]]] = {}
        for at, entry in enumerate(self._entries):
            reading = read(entry, stems, aliases)
            labels.append(reading.labels)
            weights.append(reading.weights)
            for name, trust in reading.exact:
                same = self._exact.setdefault(name, [])
                if len(same) < _SAME_KEY:
                    same.append((at, trust))
        postings = Postings(weights)
        self._ranking = Ranking(postings, tuple(labels))
        self._understanding = Understanding(
            stems, postings, Vocabulary(stems.words), synonyms(stems.stem)
        )
        self._completer = Completer(_names(self._entries, glossary))

    def __len__(self) -> int:
        return len(self._entries)

    def search(self, query: str, limit: int = 5) -> tuple[Hit, ...]:
        """The best entries for a query, best first, each line of the sheet once.

        Nothing where the query holds no word that the sheet knows or nearly knows. Takes any text.
        """
        asked = query[:_LONGEST]
        scores = self._scores(self._understanding.read(asked))
        for at, trust in self._exact.get(self._understanding.key(asked), ()):
            title = self._entries[at].title
            exactly = (title == query) + (key(title) == key(asked))
            scores[at] = max(trust, scores.get(at, 0.0)) + _EXACTLY * exactly
        order = sorted(scores, key=lambda at: (-scores[at], at))
        hits: list[Hit] = []
        seen: set[tuple[str, int]] = set()
        for at in order:
            entry = self._entries[at]
            spot = (entry.question.file, entry.question.line)
            if len(hits) >= limit:
                break
            if spot in seen:
                continue
            if spot[1]:
                seen.add(spot)
            hits.append(Hit(entry.question, entry.title, min(1.0, scores[at])))
        return tuple(hits)

    def entry(self, question_id: str) -> Hit | None:
        """The entry that a question belongs to, as a certain hit; None if there is none."""
        at = self._by_id.get(question_id)
        if at is None:
            return None
        return Hit(self._entries[at].question, self._entries[at].title, 1.0)

    def complete(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Titles and terms for what was typed so far, `limit` at most: those that begin with it,
        then those in which each typed word begins a word; where there is none, those with a typo.

        Only what the sheet asks or defines, never an answer: a list of answers would help to
        guess today's.
        """
        return self._completer.complete(typed[:_LONGEST], limit)

    def _scores(self, query: Query) -> dict[int, float]:
        asked: Asked = self._ranking.gather(query)
        best = nlargest(_LOOKED_AT, asked.sums, key=asked.sums.__getitem__)
        return {at: self._ranking.score(asked, at) for at in best}


def _names(entries: Iterable[Entry], glossary: Glossary) -> Iterable[Name]:
    for entry in entries:
        yield Name(entry.title, entry.aliases)
    for term, others in glossary.aliases:
        yield Name(term, others)


def build_index(questions: Iterable[Question], glossary: Glossary) -> Index:
    """The index of a sheet's answered questions."""
    return Index(questions, glossary)
