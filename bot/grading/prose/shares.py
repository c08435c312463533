"""How much of each side stands in the other: of the reference, of the answer, and clause by clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.grading.prose.contradiction import Opposites, opposites
from bot.grading.prose.partners import partners, weighed
from bot.grading.prose.passage import Passage
from bot.grading.reading.profile import Profile

_GIVEN_AWAY = 0.3
"""Weight outside the question below which a side counts as a repetition of it."""
_MOSTLY_FROM, _MOSTLY_SPAN = 0.45, 0.3
"""Share of the answer in the reference's words from which, and over which, it is held to them."""
_LEAST_CLAUSE = 0.4


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares 0..1; *new* is what the question does not say already."""

    in_all: float
    """Of the reference, what the answer has."""
    covered: float
    """Of what is new in the reference, what the answer has."""
    precise: float
    """Of what is new in the answer, what the reference has."""
    mostly: float
    """How far the answer is in the reference's own words, or in their opposites."""
    echo: float
    """Of the answer, what the question says already."""
    clauses: tuple[float, ...]
    """Of each clause of the reference, what the answer has; never empty."""
    new: float
    said_new: float
    extra: float
    """Weight of what is new in the reference, in the answer, and in the answer alone."""
    contrary: Opposites


def shares(meant: Passage, said: Passage, asked: Profile) -> Shares:
    """The shares of a reference and an answer to a question."""
    mine, theirs = partners(meant.content, said), partners(said.content, meant)
    total, got = weighed(meant.content, mine)
    new, new_got = _beyond(meant, mine, asked)
    said_total, said_got = weighed(said.content, theirs)
    said_new, said_new_got = _beyond(said, theirs, asked)
    in_all = got / total if total else 0.0
    covered = new_got / new if new > _GIVEN_AWAY else in_all
    contrary = opposites(meant, mine, said, theirs)
    own = min(1.0, (said_got + contrary.weight) / said_total) if said_total else 0.0
    return Shares(
        in_all=in_all,
        covered=covered,
        precise=said_new_got / said_new if said_new > _GIVEN_AWAY else 0.0,
        mostly=min(1.0, max(0.0, (own - _MOSTLY_FROM) / _MOSTLY_SPAN)),
        echo=1.0 - said_new / said_total if said_total else 1.0,
        clauses=_clauses(meant, said, asked) or (covered,),
        new=new,
        said_new=said_new,
        extra=max(0.0, said_new - said_new_got),
        contrary=contrary,
    )


def _beyond(side: Passage, found: Sequence[float], asked: Profile) -> tuple[float, float]:
    """Weight of the words that the question does not have, and of what of them was found."""
    total = got = 0.0
    for each, alike in zip(side.content, found, strict=True):
        if each.stem not in asked.stems:
            total += each.weight
            got += each.weight * alike
    return total, got


def _clauses(meant: Passage, said: Passage, asked: Profile) -> tuple[float, ...]:
    """The covered share of each clause of the reference that says more than the question."""
    found: list[float] = []
    for clause in meant.clauses:
        new = [each for each in clause if each.stem not in asked.stems]
        total, got = weighed(new, partners(new, said))
        if total > _LEAST_CLAUSE:
            found.append(got / total)
    return tuple(found)
