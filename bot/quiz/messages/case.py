"""Cases as quizmasters see them: what was said, how it was graded and why, and what follows."""

import re
from dataclasses import dataclass

from bot.model.appeal import Case, Ruling, RulingKind
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Message,
    Section,
    Small,
    Weight,
)
from bot.model.proposal import Proposal
from bot.model.question import Question
from bot.model.report import Complaint
from bot.model.team import name_of
from bot.model.text import Text, emphasis, line, shortened, strong
from bot.quiz.actions import (
    CASE,
    CASES,
    PHRASES,
    RULE,
    UNDO,
    Deciding,
    OfAppeal,
    OfRuling,
    TeamPage,
)
from bot.quiz.messages import report, suggestion
from bot.quiz.messages.formatting import count, day, in_line
from bot.quiz.messages.question import answer_button
from bot.quiz.messages.verdict import judged
from bot.quiz.rules.regrading import HALF

PAGE = 3
"""Cases on a page: with four buttons each, as many as every platform has room for."""
LONGEST = 300
_PROMPT, _SAID, _ANSWER = 200, 200, 300
_COUNTED = re.compile(r"^\d+ of \d+(: |$)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A case as one quizmaster sees it."""

    case: Case
    withheld: bool = False
    """Whether they may still answer its question: then the sheet's answer stays hidden."""
    own: bool = False
    """Whether it is their own answer, which another quizmaster decides."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """What waits for a decision in a team."""

    team_id: str
    cases: tuple[Shown, ...]
    complaints: tuple[Complaint, ...]
    suggestions: tuple[Proposal, ...]
    numbers: tuple[int, int, int]
    """How many of each wait in all."""
    skipped: int = 0

    @property
    def total(self) -> int:
        """How much waits in all."""
        return sum(self.numbers)

    @property
    def shown(self) -> int:
        """How much of it is on this page."""
        return len(self.cases) + len(self.complaints) + len(self.suggestions)


def page(shown: CasePage) -> Message:
    """A page of what waits."""
    if not shown.total:
        return Message(
            (
                Section(line("Nothing waits for a decision.")),
                Buttons((_phrases(shown.team_id),)),
            ),
            summary="Nothing waits for a decision.",
        )
    title = _title(shown)
    blocks: list[Block] = [Section(line(strong(title))), *_entries(shown)]
    turns = [*_turns(shown), _phrases(shown.team_id)]
    blocks.append(Buttons(tuple(turns)))
    return Message(tuple(blocks), summary=title)


def gathered(shown: CasePage) -> Message:
    """The same, as it is brought to quizmasters."""
    title = _title(shown)
    heading = Section(line(strong(title), " for a quizmaster to decide"))
    blocks: list[Block] = [heading, *_entries(shown)]
    if shown.total > shown.shown:
        more = f"and {shown.total - shown.shown} more: /quizmaster appeals shows all."
        blocks.append(Small(line(more)))
    return Message(tuple(blocks), summary=title)


def one(shown: Shown) -> Message:
    """One case alone."""
    return Message(tuple(entry(shown, 0)), summary="An appeal")


def entry(shown: Shown, number: int) -> tuple[Block, ...]:
    """One case with its buttons; where a platform gathers those, the number says which is meant."""
    case = shown.case
    question = case.round.question
    head = f"{number}. " if number else ""
    where = f" · #{case.round.channel_name}" if case.round.channel_name else ""
    title = line(
        strong(f"{head}{shortened(question.prompt, _PROMPT)}"),
        f"{where} · {day(case.round.local_date)}",
    )
    if case.ruling is not None:
        return (
            Section(title),
            Section(line("Said: ", in_line(case.answer.text, _SAID))),
            Section(line(_decided(case.ruling))),
            Buttons((undo_button(case.ruling),)),
        )
    if shown.withheld:
        hidden = line(
            "This question can still be answered. What was said, and the sheet's answer, show to "
            "whoever has answered it, or would rather decide now."
        )
        show = Button(_numbered("Show", number), CASE.action(which(case)))
        return (Section(title), Small(hidden), Buttons((answer_button(case.round), show)))
    blocks: list[Block] = [Section(title), Section(_sheet(question)), Section(_said(case))]
    blocks.append(Small(_graded(case, question)))
    blocks += [
        Small(line("Why: ", in_line(each.why, LONGEST))) for each in case.appeals if each.why
    ][:3]
    if case.before is not None:
        when = day(case.before.by.at.date())
        blocks.append(Small(line(f"The same words before: {_decided(case.before)} ({when})")))
    if shown.own:
        blocks.append(Small(line("It is your own answer: another quizmaster decides it.")))
    else:
        blocks.append(Buttons(_decisions(case, number)))
    return tuple(blocks)


def _decisions(case: Case, number: int) -> tuple[Button, ...]:
    team = name_of(case.appeal.team_id)

    def rule(label: str, kind: RulingKind, weight: Weight = Weight.NORMAL) -> Button:
        action = RULE.action(Deciding(case.appeal.id, kind, team))
        return Button(_numbered(label, number), action, weight)

    partly = case.answer.grade.score < HALF
    return (
        rule("Accept for everybody", RulingKind.EVERYBODY, Weight.PRIMARY),
        rule("Accept once", RulingKind.ONCE),
        *((rule("Partly", RulingKind.PARTLY),) if partly else ()),
        rule("Decline", RulingKind.DECLINED),
    )


def _numbered(label: str, number: int) -> str:
    return f"{label} ({number})" if number else label


def which(case: Case) -> OfAppeal:
    """The case that a button means."""
    return OfAppeal(case.appeal.id, name_of(case.appeal.team_id))


def _title(shown: CasePage) -> str:
    nouns = ("appeal", "report", "suggestion")
    return " · ".join(count(n, noun) for n, noun in zip(shown.numbers, nouns, strict=True) if n)


def _entries(shown: CasePage) -> list[Block]:
    """What is on a page; numbered where a button could be meant for several."""
    several = shown.total > 1
    blocks: list[Block] = []
    number = shown.skipped
    for each in shown.cases:
        number += several
        blocks += entry(each, number)
    for complaint in shown.complaints:
        number += several
        blocks += report.entry(complaint, number)
    for proposal in shown.suggestions:
        number += several
        blocks += suggestion.entry(proposal, number)
    return blocks


def _turns(shown: CasePage) -> list[Button]:
    team = name_of(shown.team_id)
    ways = []
    if shown.skipped:
        back = max(0, shown.skipped - PAGE)
        ways.append(Button("Earlier ones", CASES.action(TeamPage(back, team))))
    if shown.skipped + shown.shown < shown.total:
        on = shown.skipped + shown.shown
        ways.append(Button("Next ones", CASES.action(TeamPage(on, team))))
    return ways


def _phrases(team_id: str) -> Button:
    return Button("Accepted wordings", PHRASES.action(TeamPage(0, name_of(team_id))))


def _sheet(question: Question) -> Text:
    answer = " · ".join(item.text for item in question.items)
    return line("The sheet: ", strong(shortened(answer, _ANSWER)))


def _said(case: Case) -> Text:
    by = f"Said by {case.said_by}: " if case.said_by > 1 else "Said: "
    appealed = len(case.appeals)
    asked = (
        f" ({appealed} of them {'says' if appealed == 1 else 'say'} it is right)"
        if case.said_by > 1
        else ""
    )
    return line(by, emphasis(in_line(case.answer.text, _SAID)), asked)


def _graded(case: Case, question: Question) -> Text:
    grade = case.answer.grade
    reasons = (reason.replace("*", "") for reason in grade.reasons)
    why = "; ".join(filter(None, (_COUNTED.sub("", each).rstrip(". ") for each in reasons)))
    return line(f"Graded: {judged(grade, question)}{f' ({why})' if why else ''}.")


def _decided(ruling: Ruling) -> str:
    what = DONE[ruling.kind]
    word = f" “{ruling.word}”" if ruling.word else ""
    return f"{ruling.by.name} {what}.{word}"


DONE = {
    RulingKind.EVERYBODY: "accepted it for everybody",
    RulingKind.ONCE: "accepted it once",
    RulingKind.PARTLY: "counted it half",
    RulingKind.DECLINED: "declined it",
    RulingKind.VOIDED: "took the round out of the count",
    RulingKind.SET_ASIDE: "set the question aside",
    RulingKind.KEPT: "kept the question as it is",
    RulingKind.CORRECTED: "corrected points",
}
"""What somebody did, as it follows their name."""


def undo_button(ruling: Ruling) -> Button:
    """Takes a decision back."""
    return Button("Undo", UNDO.action(OfRuling(ruling.id, name_of(ruling.team_id))))


def gathers(name: str) -> Message:
    """Quizmasters hear of what waits in a channel, or each in private."""
    if not name:
        return Message.of("Quizmasters hear of appeals in private now.")
    return Message.of(
        f"Appeals come to #{name} now. Whoever reads that channel reads members' answers there, "
        "without their names: choose one that only quizmasters read. /quizmaster appeals with "
        "“private” brings them to each quizmaster alone again."
    )
