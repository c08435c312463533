"""Reporting a question: from its post, from an answer to it, from a look-up."""

from bot.model.command import MessageMenu
from bot.model.event import Actor, Point, Press, Submission
from bot.model.message import Ask, Reply, Say
from bot.model.question import Question
from bot.model.report import Report
from bot.quiz.actions import FLAG, FLAGGING, REPORT, REPORTING, EntryOf, InRound
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import UnknownAction
from bot.quiz.messages import report as messages
from bot.quiz.rules.appealing import GATHERED
from bot.quiz.rules.identity import named
from bot.quiz.services.services import Services


async def point_report(services: Services, point: Point) -> Reply:
    """Somebody pointed at a post: ask what is wrong with it."""
    round_ = await services.store.round_at(point.message)
    if round_ is None:
        raise UnknownAction
    return Ask(messages.form(round_.question.prompt, REPORT.action(InRound.of(round_))))


async def press_report(services: Services, press: Press, where: InRound) -> Reply:
    """The Report button beside one's own answer: ask what is wrong with the question."""
    member = press.actor
    play = await services.answering.play(member.team_id, where.round_id, member.member_id)
    round_ = play.round
    return Ask(messages.form(round_.question.prompt, REPORT.action(InRound.of(round_))))


async def press_flagging(services: Services, press: Press, entry: EntryOf) -> Reply:
    """The Report button below a look-up."""
    _, question = await _looked_up(services, press.actor, entry)
    return Ask(messages.form(question.prompt, FLAG.action(entry)))


async def report(services: Services, sent: Submission, where: InRound) -> Reply:
    """The report about a round came back: put it to the quizmasters."""
    found = await services.store.round(sent.actor.team_id, where.round_id)
    if found is None:
        raise UnknownAction
    return await _kept(
        services, sent, found.channel_id, found.sheet_id, found.question, round_id=found.id
    )


async def flag(services: Services, sent: Submission, entry: EntryOf) -> Reply:
    """The report about an entry came back."""
    sheet_id, question = await _looked_up(services, sent.actor, entry)
    return await _kept(services, sent, sent.actor.channel_id, sheet_id, question)


async def _looked_up(services: Services, actor: Actor, entry: EntryOf) -> tuple[str, Question]:
    """The entry of the channel's sheet, with the sheet's id."""
    book = await services.library.book_for(actor.team_id, actor.channel_id)
    hit = book.index.entry(entry.question_id)
    if hit is None:
        raise UnknownAction
    return book.sheet.id, hit.question


async def _kept(
    services: Services,
    sent: Submission,
    channel_id: str,
    sheet_id: str,
    question: Question,
    *,
    round_id: str = "",
) -> Reply:
    actor, now = sent.actor, services.clock.now()
    kept = Report(
        team_id=actor.team_id,
        id=named(sent.key) or services.new_id(),
        channel_id=channel_id,
        sheet_id=sheet_id,
        question_id=question.id,
        prompt=question.prompt,
        member_id=actor.member_id,
        name=actor.name,
        kind=messages.read_kind(sent.values.get(messages.KIND, "")),
        note=sent.values.get(messages.INPUT, "").strip()[: messages.LONGEST],
        made_at=now,
        round_id=round_id,
    )
    owed = await services.appealing.words(actor.team_id, channel_id, f"report {kept.id}")
    await services.store.report(kept, owed, now - GATHERED)
    services.wake()
    return Say(messages.thanks(kept, told=bool(owed)))


ROUTES = Routes(
    presses=(On(REPORTING, press_report), On(FLAGGING, press_flagging)),
    forms=(On(REPORT, report), On(FLAG, flag)),
    menus={
        MessageMenu(
            REPORT.verb, "Report this question", "Tell the quizmaster what is wrong with a question"
        ): point_report
    },
)
