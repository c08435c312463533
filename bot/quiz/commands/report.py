"""Reporting a question: a word to the quizmaster about a post."""

from typing import TYPE_CHECKING

from bot.model.action import Action
from bot.model.event import Point, Press, Submission
from bot.model.message import Amend, Ask, Form, Message, Reply, Say, Section, Small, TextInput
from bot.model.text import emphasis, line
from bot.quiz import owed
from bot.quiz.errors import UnknownAction
from bot.quiz.identity import named

if TYPE_CHECKING:
    from bot.quiz.game import Game

_LONGEST = 500
"""Characters of a report."""


async def point_report(game: "Game", point: Point) -> Reply:
    """Somebody pointed at a post: ask what is wrong with it."""
    round_ = await game.store.round_at(point.message)
    if round_ is None:
        raise UnknownAction
    return Ask(
        Form(
            title="Report this question",
            action=Action("report", (round_.id,)),
            inputs=(TextInput("words", "What is wrong with it?", lines=3, max_length=_LONGEST),),
            blocks=(
                Section(line(round_.question.prompt)),
                Small(line("A quizmaster reads it, with your name.")),
            ),
        )
    )


async def report(game: "Game", sent: Press | Submission) -> Reply:
    """The report came back: tell the quizmaster of the channel."""
    found = None
    if sent.action.arguments:
        found = await game.store.round(sent.actor.team_id, sent.action.arguments[0])
    if found is None or not isinstance(sent, Submission):
        raise UnknownAction
    note = sent.values.get("words", "").strip()[:_LONGEST]
    if not note:
        return Amend((("words", "Please say in a few words what is wrong."),))
    schedules = await game.store.schedules(found.team_id, found.channel_id)
    told = {schedule.made_by for schedule in schedules if schedule.made_by}
    where = f"line {found.question.line}" if found.question.line else found.question.id
    words = (
        f"{sent.actor.name} reports the question “{found.question.prompt}” "
        f"({found.sheet_id}, {where}): {note}"
    )
    name = named(sent.key) or game.new_id()
    for number, member_id in enumerate(sorted(told)):
        await game.store.owe(
            owed.notice(
                found.team_id,
                found.channel_id,
                member_id,
                words,
                key=f"rep{number}-{name}",
                now=game.clock.now(),
            )
        )
    game.wake()
    thanks = "Thank you. The quizmaster has your note." if told else "Thank you; it is noted."
    return Say(Message((Section(line(thanks)), Small(line(emphasis(words)))), summary=thanks))


ACTIONS = {"report": report}
POINTS = {"report": point_report}
