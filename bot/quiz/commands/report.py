"""Reporting a question: a word to the quizmaster about a post."""

from bot.model.command import MessageMenu
from bot.model.event import Point, Press, Submission
from bot.model.message import Amend, Ask, Reply, Say
from bot.quiz.actions import REPORT, REPORTING, InRound
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import UnknownAction
from bot.quiz.messages import report as messages
from bot.quiz.rules.identity import named
from bot.quiz.services.services import Services


async def point_report(services: Services, point: Point) -> Reply:
    """Somebody pointed at a post: ask what is wrong with it."""
    round_ = await services.store.round_at(point.message)
    if round_ is None:
        raise UnknownAction
    return Ask(messages.form(round_))


async def press_report(services: Services, press: Press, where: InRound) -> Reply:
    """The Report button beside one's own answer: ask what is wrong with the question."""
    member = press.actor
    play = await services.answering.play(member.team_id, where.round_id, member.member_id)
    return Ask(messages.form(play.round))


async def report(services: Services, sent: Submission, where: InRound) -> Reply:
    """The report came back: tell the quizmaster of the channel."""
    found = await services.store.round(sent.actor.team_id, where.round_id)
    if found is None:
        raise UnknownAction
    note = sent.values.get(messages.INPUT, "").strip()[: messages.LONGEST]
    if not note:
        return Amend(((messages.INPUT, "Please say in a few words what is wrong."),))
    words = messages.reported(found, sent.actor.name, note)
    key = f"rep-{named(sent.key) or services.new_id()}"
    told = await services.notices.tell_quizmasters(found.team_id, found.channel_id, words, key=key)
    return Say(messages.thanks(words, told=told))


ROUTES = Routes(
    presses=(On(REPORTING, press_report),),
    forms=(On(REPORT, report),),
    menus={
        MessageMenu(
            REPORT.verb, "Report this question", "Tell the quizmaster what is wrong with a question"
        ): point_report
    },
)
