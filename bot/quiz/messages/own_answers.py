"""A member's own answers of the last days: what they said, what came of it, what can be done still."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.model.answer import Answer
from bot.model.appeal import Appeal, Ruling
from bot.model.grade import Verdict
from bot.model.message import Block, Button, Buttons, Listing, Message, Section, Small
from bot.model.play import Play
from bot.model.text import Text, emphasis, line, shortened, strong
from bot.quiz.actions import APPEAL, ME, OWN_ANSWERS, REPORTING, InRound, OfAnswer, OwnPage, Place
from bot.quiz.messages import appeal
from bot.quiz.messages.formatting import count, day, in_line
from bot.quiz.messages.question import answer_button
from bot.quiz.messages.verdict import judged
from bot.quiz.rules.appealing import disputable
from bot.quiz.rules.scoring import counted

PAGE = 4
"""Rounds on a page: with the buttons below, as many rows of them as every platform has."""
_PROMPT, _SAID, _ANSWER = 160, 120, 300
"""Characters of each that are shown; the whole page has to fit in one message."""
_TRIES = 4
"""Tries of a round that are shown."""


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """One round of a member's, with what may be shown of it now."""

    play: Play
    may_try: bool
    told: bool
    """Whether the sheet's answer is public."""
    appeals: tuple[tuple[Appeal, Ruling | None], ...]
    """Those that they made about it, with what was decided."""
    appeal_until: datetime
    now: datetime

    @property
    def may_appeal(self) -> tuple[Answer, ...]:
        """The answers about which they may still say that they were right."""
        if self.now >= self.appeal_until:
            return ()
        made = {appeal.number for appeal, _ in self.appeals}
        return tuple(each for each in disputable(self.play.answers) if each.number not in made)


@dataclass(frozen=True, slots=True)
class OwnAnswers:
    """A page of rounds, the newest first, as seen from a channel."""

    place: Place
    rounds: tuple[OwnAnswer, ...]
    days: int
    """How many days back the pages go."""
    skipped: int = 0
    """How many newer rounds stand on the pages before."""
    more: bool = False
    """Whether there are earlier ones."""


def own_answers(page: OwnAnswers) -> Message:
    """One page by itself."""
    ways = [Button("My numbers", ME.action(page.place))]
    if page.skipped:
        ways.insert(0, _turn(page, "Later answers", max(0, page.skipped - PAGE)))
    ways = [*earlier(page), *ways]
    blocks = (*listed(page), Buttons(tuple(ways)))
    return Message(blocks, summary="Your answers")


def earlier(page: OwnAnswers) -> tuple[Button, ...]:
    """The way to the next page, where there is one."""
    if not page.more:
        return ()
    return (_turn(page, "Earlier answers", page.skipped + len(page.rounds)),)


def listed(page: OwnAnswers) -> tuple[Block, ...]:
    """The rounds of a page, each with its buttons."""
    title = line(strong("Your answers"), f" · last {count(page.days, 'day')} · only you see them")
    if not page.rounds:
        none = "There are no earlier ones." if page.skipped else "None so far."
        return (Section(title), Section(line(none)))
    blocks: list[Block] = [Section(title)]
    for number, own in enumerate(page.rounds, start=page.skipped + 1):
        blocks += _entry(own, number, page.place)
    return tuple(blocks)


def _entry(own: OwnAnswer, number: int, here: Place) -> tuple[Block, ...]:
    round_ = own.play.round
    elsewhere = round_.channel_id != here.channel_id and round_.channel_name
    where = f" · #{round_.channel_name}" if elsewhere else ""
    prompt = shortened(round_.question.prompt, _PROMPT)
    heading = line(strong(f"{number}. {day(round_.local_date)}"), f"{where} · {prompt}")
    answer = _sheets_answer(own)
    return (
        Section(heading),
        Listing(tuple(_tries(own.play))),
        *((Small(answer),) if answer else ()),
        *(Small(each) for each in _appeals(own)),
        Buttons(_ways(own, number)),
    )


def _tries(play: Play) -> list[Text]:
    """What was said, the one that counts first; the points are those of the round."""
    best = counted(play.answers)
    others = [each for each in reversed(play.answers) if each is not best]
    points = count(sum(each.points for each in play.answers), "point")
    first = _verdict(best, play)
    if best.grade.verdict in (Verdict.CORRECT, Verdict.PARTIAL):
        first += f", {points}"
    if others:
        first += " · this one counts"
    said = [line(emphasis(in_line(best.text, _SAID)), f" — {first}")]
    said += [
        line("also ", emphasis(in_line(each.text, _SAID)), f" — {_verdict(each, play)}")
        for each in others[: _TRIES - 1]
    ]
    hidden = len(others) - _TRIES + 1
    return [*said, line(f"and {hidden} more")] if hidden > 0 else said


def _verdict(answer: Answer, play: Play) -> str:
    return judged(answer.grade, play.round.question)


def _sheets_answer(own: OwnAnswer) -> Text:
    if not own.told:
        return line("The sheet's answer stands here after the reveal.")
    answer = " · ".join(item.text for item in own.play.round.question.items)
    return line("The sheet: ", shortened(answer, _ANSWER))


def _ways(own: OwnAnswer, number: int) -> tuple[Button, ...]:
    """What can still be done about an answer; whatever else can has its button here. Where a
    platform gathers all buttons at the end, the number says which answer is meant.
    """
    round_ = own.play.round
    ways: Sequence[Button] = (
        Button(f"Report question {number}", REPORTING.action(InRound.of(round_))),
    )
    if answers := own.may_appeal:
        meant = next((each for each in answers if each is counted(own.play.answers)), answers[-1])
        appeal = APPEAL.action(OfAnswer.of(meant))
        ways = (Button(f"I was right ({number})", appeal), *ways)
    if own.may_try:
        ways = (answer_button(round_, f"Try {number} again"), *ways)
    return tuple(ways)


def _appeals(own: OwnAnswer) -> tuple[Text, ...]:
    """What became of their appeals, or that none is possible any more."""
    said = tuple(appeal.standing(ruling) for _, ruling in own.appeals)
    if said or own.now < own.appeal_until or not disputable(own.play.answers):
        return said
    return (appeal.over(),)


def _turn(page: OwnAnswers, label: str, skipped: int) -> Button:
    place = page.place
    return Button(label, OWN_ANSWERS.action(OwnPage(skipped, place.team, place.channel_id)))
