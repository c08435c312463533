"""Kin: questions of a sheet that were made from the same lines, or define the same term, so that the answer to one gives
away the answer to the other, as both directions of a definition do.
"""

from collections import defaultdict
from collections.abc import Iterable

from bot.model.question import Question
from bot.model.round import Round
from bot.model.sheet import Sheet


class Kin:
    """Who is kin to whom in a sheet, as it stands now."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet_id = sheet.id
        self._present = {question.id: question for question in sheet.questions}
        self._at: dict[tuple[str, int], set[str]] = defaultdict(set)
        for question in sheet.questions:
            for place in _lines(question):
                self._at[place].add(question.id)

    def of(self, question: Question) -> frozenset[str]:
        """The ids of a question and of its kin, by where it stands in the sheet now; by where it
        stood if the sheet has it no more.
        """
        places = _lines(self._present.get(question.id, question))
        return frozenset({question.id}.union(*(self._at.get(place, ()) for place in places)))

    def told_by(self, round_: Round) -> frozenset[str]:
        """The ids of the sheet's questions that would give away the answer of a round."""
        question = round_.question
        if round_.sheet_id == self._sheet_id or question.id in self._present:
            return self.of(question)
        return frozenset({question.id})


def given_away(question: Question, rounds: Iterable[Round], kin: Kin) -> Round | None:
    """The first of some rounds whose answer a question of the sheet would give away."""
    return next((each for each in rounds if question.id in kin.told_by(each)), None)


def giving_away(rounds: Iterable[Round], kin: Kin) -> frozenset[str]:
    """The ids of the sheet's questions that would give away the answer of one of the rounds."""
    return frozenset[str]().union(*map(kin.told_by, rounds))


def _lines(question: Question) -> frozenset[tuple[str, int]]:
    """The lines of a sheet's files from which a question was made, and the term that it defines: a
    table has no lines, and both directions of a definition are one thing to know.
    """
    numbers = (question.line, *(item.line for item in question.items))
    lines = frozenset((question.file, number) for number in numbers if number)
    return lines | {(f"term {question.term.casefold()}", 0)} if question.term else lines
