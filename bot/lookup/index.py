"""The index of a sheet: titles, items and aliases, found again in spite of typos."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from bot.model.question import Kind, Mode, Question
from bot.model.sheet import Glossary

ENOUGH = 70.0
"""The score (0..100) from which an entry counts as found; below it, it is only near."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found: its question, the title to show, and how well it fits, 0..1."""

    question: Question
    title: str
    score: float

    @property
    def found(self) -> bool:
        """Whether it fits well enough to be shown as the answer."""
        return self.score >= ENOUGH / 100


def title_of(question: Question) -> str:
    """What an entry is called: the term where there is one, else the question itself."""
    if question.kind is Kind.DEFINITION and question.mode is Mode.ANY:
        return question.items[0].text
    return question.prompt


class Index:
    """What can be looked up in one sheet; built once, then only read."""

    def __init__(self, questions: Iterable[Question], glossary: Glossary) -> None:
        self._questions = tuple(question for question in questions if question.answered)
        self._texts: list[str] = []
        self._owners: list[int] = []
        self._titles = tuple(dict.fromkeys(title_of(q) for q in self._questions))
        self._folded = tuple(utils.default_process(title) for title in self._titles)
        names = {term.casefold(): aliases for term, aliases in glossary.aliases}
        for owner, question in enumerate(self._questions):
            for text in (question.prompt, *self._names(question)):
                for form in (text, *names.get(text.casefold(), ())):
                    self._texts.append(utils.default_process(form))
                    self._owners.append(owner)

    @staticmethod
    def _names(question: Question) -> Iterable[str]:
        for item in question.items:
            yield item.text
            yield from item.accept

    def search(self, query: str, limit: int = 5) -> tuple[Hit, ...]:
        """The best entries for a query, best first, each question once; few or none for junk."""
        wanted = utils.default_process(query)
        if not wanted:
            return ()
        best: dict[int, float] = {}
        matches = process.extract(wanted, self._texts, scorer=fuzz.WRatio, limit=limit * 8)
        for _, score, position in matches:
            owner = self._owners[position]
            best[owner] = max(best.get(owner, 0.0), score)
        order = sorted(best, key=lambda owner: (-best[owner], owner))[:limit]
        return tuple(
            Hit(self._questions[owner], title_of(self._questions[owner]), best[owner] / 100)
            for owner in order
        )

    def complete(self, typed: str, limit: int = 25) -> tuple[str, ...]:
        """Titles for what was typed so far: those that begin with it, then those with it inside."""
        wanted = utils.default_process(typed)
        begins = [
            t for t, f in zip(self._titles, self._folded, strict=True) if f.startswith(wanted)
        ]
        inside = [
            t
            for t, f in zip(self._titles, self._folded, strict=True)
            if wanted in f and not f.startswith(wanted)
        ]
        return tuple([*begins, *inside][:limit])


def build_index(questions: Iterable[Question], glossary: Glossary) -> Index:
    """The index of a sheet's answered questions."""
    return Index(questions, glossary)
