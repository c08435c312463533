"""Which clause of a response gives the answer: the head, a correction, what holds now, a conclusion.

What stands beside it costs nothing where it explains, and earns nothing where it merely mentions.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.grading.clauses.clauses import (
    Clause,
    Joint,
    change,
    clauses,
    denies,
    describes,
    first_thought,
    follows,
    has_clauses,
    plainly,
    points_only,
    tells,
    today,
    without_now,
)
from bot.grading.finding import Finding
from bot.grading.names.match import Part, piece_of

Judge = Callable[[Part], Finding]

_RIGHT = 0.999
_UNSETTLED = re.compile(
    r"^(?:(?:or|but|and)\s+)?(?:or|maybe|perhaps|possibly|alternatively|could|might|may\s+be)\b|\?\s*$",
    re.IGNORECASE,
)
"""A clause that takes back what was settled: "maybe Venus"."""
CONTRARY = frozenset(("opposites", "exchanged"))
_NOT_NEAR = frozenset(("", "none", "words"))
_CERTAIN_RULES = frozenset(
    ("exact", "accept", "alias", "initials", "stem", "spelling", "units", "dates", "signs")
)


def by_clauses(text: str, judge: Judge, says_little: Callable[[Part], bool]) -> Finding | None:
    """What the clauses of a plain text amount to, or None where it is to be judged as a whole."""
    thought = first_thought(text)
    if thought is not None:
        return by_clauses(thought, judge, says_little) or judge(piece_of(thought))
    moved = change(text)
    if moved is not None:
        found = _moved(moved, judge, says_little)
        if found is not None:
            return found
    if not has_clauses(text):
        return None
    found_clauses = [
        replace(each, text=plain, told=tells(plain))
        for each in clauses(text)
        if not denies(each.text) and (plain := plainly(each.text))
    ]
    if len(found_clauses) == 1 and found_clauses[0].text != text:
        return judge(piece_of(found_clauses[0].text))
    if len(found_clauses) < 2:
        return None
    now = today(found_clauses)
    if now is not None:
        found = judge(piece_of(without_now(now.text)))
        if found.score > 0 or any(_right(judge, each) for each in found_clauses if each is not now):
            return found if found.score > 0 else Finding(0.0, kind="before")
    return _by_head(found_clauses, judge, says_little)


def _moved(
    moved: tuple[str, str], judge: Judge, says_little: Callable[[Part], bool]
) -> Finding | None:
    old, new = moved
    found = by_clauses(new, judge, says_little) or judge(piece_of(new))
    if found.score > 0:
        return found
    if old and judge(piece_of(old)).score > 0:
        return Finding(0.0, kind="before")
    return None


def _right(judge: Judge, clause: Clause) -> bool:
    return judge(piece_of(clause.text)).score >= _RIGHT


def _by_head(
    found: list[Clause], judge: Judge, says_little: Callable[[Part], bool]
) -> Finding | None:
    while len(found) > 1 and _empty(found[0], judge, says_little):
        found = found[1:]
    head, rest = found[0], found[1:]
    judged = judge(piece_of(head.text))
    if not rest:
        return judged
    concluded = [each for each in rest if each.joint is Joint.SO]
    if concluded and not concluded[-1].told:
        return judge(piece_of(concluded[-1].text))
    if any(_UNSETTLED.search(each.text) for each in rest):
        return None
    if judged.score > 0:
        return _beside(judged, head, rest, judge, says_little)
    return _elsewhere(judged, head, rest, judge)


def _empty(head: Clause, judge: Judge, says_little: Callable[[Part], bool]) -> bool:
    """Whether a first clause leads up to the answer and is none itself."""
    part = piece_of(head.text)
    if points_only(head.text) or not part.reading.words:
        return judge(part).score <= 0
    judged = judge(part)
    return says_little(part) and judged.score <= 0 and judged.kind in _NOT_NEAR


def _beside(
    judged: Finding,
    head: Clause,
    rest: list[Clause],
    judge: Judge,
    says_little: Callable[[Part], bool],
) -> Finding | None:
    """The head is right: other names beside it count, explanations do not."""
    names = [
        each
        for each in rest
        if each.joint in (Joint.COMMA, Joint.STOP)
        and not describes(each.text, head.text)
        and not (each.joint is Joint.STOP and follows(each.text))
        and not says_little(piece_of(each.text))
    ]
    if not names:
        return judged
    return judge(piece_of(", ".join([head.text, *(each.text for each in names)])))


def _elsewhere(judged: Finding, head: Clause, rest: list[Clause], judge: Judge) -> Finding | None:
    """The head is not right: the right name counts where it is given as another word for it."""
    for each in rest:
        if each.joint in (Joint.SAME, Joint.ASIDE) and not each.told:
            found = judge(piece_of(each.text))
            if found.score >= _RIGHT and found.matches[0].rule in _CERTAIN_RULES:
                return found
    concluded = [each for each in rest if each.joint is Joint.SO]
    if concluded and _right(judge, concluded[-1]):
        return judge(piece_of(concluded[-1].text))
    telling = head.told or (describes(head.text, "") and judged.kind in _NOT_NEAR)
    if telling:
        for each in rest:
            if each.joint is not Joint.REASON and not each.told:
                found = judge(piece_of(each.text))
                if found.score > 0:
                    return found
        return None
    named = [
        each
        for each in rest
        if each.joint in (Joint.COMMA, Joint.STOP, Joint.DASH)
        and not each.told
        and not describes(each.text, head.text)
    ]
    if any(_right(judge, each) for each in named):
        return None
    if any(_right(judge, each) for each in rest):
        return replace(judged, kind="mentioned")
    if judged.kind in CONTRARY and not named:
        return judged  # what is told behind the contrary of the answer does not mend it
    if judged.kind not in _NOT_NEAR and not head.told and all(map(_explains, rest)):
        return judged  # a near name, and why it should be that
    return None


def _explains(clause: Clause) -> bool:
    return clause.joint in (Joint.REASON, Joint.EXAMPLE)
