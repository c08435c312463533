"""Reviewing: what becomes of a question that was reported, and of points that are wrong."""

from bot.model.appeal import RulingKind
from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import Ask, Message, Reply, Say
from bot.model.report import Complaint
from bot.quiz.actions import AGAIN, REVIEW, REVIEWED, OfQuestion, Reviewing
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, UnknownAction
from bot.quiz.messages import audit as audit_messages
from bot.quiz.messages import report as messages
from bot.quiz.messages import ruling as ruling_messages
from bot.quiz.rules.picking import content_of
from bot.quiz.services.scheduling import require_channel
from bot.quiz.services.services import Services

_KINDS = (RulingKind.SET_ASIDE, RulingKind.VOIDED, RulingKind.KEPT)
_ASIDE = Command(
    ("quizmaster", "aside"),
    "Show the questions that were set aside, and ask one again",
    audience=Audience.QUIZMASTER,
)
_MEMBER = Option("member", "Whose points", OptionKind.MEMBER, required=True)
_POINTS = Option("points", "How many more, or with a minus less", OptionKind.NUMBER, required=True)
_REASON = Option("reason", "Why; the member reads it", required=True)
_CORRECT = Command(
    ("quizmaster", "correct"),
    "Correct the points of a member in this channel",
    (_MEMBER, _POINTS, _REASON),
    Audience.QUIZMASTER,
)
_MOST = 1000
"""Points that are corrected at once."""
_LONGEST = 300
_REVIEWING = "Deciding on reports"


async def press_review(services: Services, press: Press, what: Reviewing) -> Reply:
    """A decision about a question was chosen: say what follows, and ask for a word."""
    if what.kind not in _KINDS:
        raise UnknownAction
    complaint = await services.judging.complaint(press.actor, what.report_id)
    members, points = await _at_stake(services, complaint)
    return Ask(messages.review_form(complaint, what.kind, members, points))


async def reviewed(services: Services, sent: Submission, what: Reviewing) -> Reply:
    """The decision about a question is confirmed."""
    if what.kind not in _KINDS:
        raise UnknownAction
    complaint = await services.judging.complaint(sent.actor, what.report_id)
    word = sent.values.get(messages.WORD, "")
    ruling, effects = await services.judging.settle(sent.actor, complaint, what.kind, word)
    concerned = {each.member_id for each in effects}
    concerned |= {each.member_id for each in complaint.reports}
    points = sum(each.points for each in effects)
    return Say(ruling_messages.done(ruling, len(concerned), points, ()))


async def _at_stake(services: Services, complaint: Complaint) -> tuple[int, int]:
    """How many members have points of the round, and how many points."""
    if complaint.round is None:
        return 0, 0
    said = await services.store.answers(complaint.round.team_id, complaint.round.id)
    scored = [each for each in said if each.points]
    return len({each.member_id for each in scored}), sum(each.points for each in scored)


async def asides(services: Services, call: Call) -> Reply:
    """Show what is not asked."""
    return Say(await _asides(services, call.actor))


async def press_again(services: Services, press: Press, which: OfQuestion) -> Reply:
    """Ask a question again that was set aside."""
    actor = press.actor
    if await services.store.ask_again(actor.team_id, which.sheet_id, which.question_id):
        await services.auditing.note(actor, "asks a question again", which.question_id)
    return Say(await _asides(services, actor), replaces=True)


async def _asides(services: Services, actor: Actor) -> Message:
    shown = []
    for aside in (await services.store.asides(actor.team_id))[: messages.ASIDES]:
        book = await services.library.book(aside.team_id, aside.sheet_id)
        known = {each.id: each for each in book.sheet.questions} if book else {}
        question = known.get(aside.question_id)
        shown.append((aside, question is not None and content_of(question) != aside.content))
    return messages.asides(shown)


async def correct(services: Services, call: Call) -> Reply:
    """Give a member points in this channel, or take some, with a reason."""
    actor = call.actor
    require_channel(actor)
    points = int(call.arguments[_POINTS.name])
    why = " ".join(str(call.arguments[_REASON.name]).split())[:_LONGEST]
    member = await services.store.member(actor.team_id, str(call.arguments[_MEMBER.name]))
    here = (actor.team_id, actor.channel_id)
    if member is None or not await services.store.answered_days(*here, member.id):
        raise BadArgument(
            "That person has answered nothing in this channel yet, so there are no points to correct."
        )
    if not points or abs(points) > _MOST:
        raise BadArgument(f"Please give a number from 1 to {_MOST:,}, with a minus to take points.")
    if not why:
        raise BadArgument("Please give a reason: the member reads it.")
    if member.id == actor.member_id:
        await services.judging.require_others(actor)
    done = await services.judging.correct(actor, member, points, why, call.key)
    services.wake()
    return Say(audit_messages.corrected(member, points, again=not done))


ROUTES = Routes(
    commands={_ASIDE: asides, _CORRECT: correct},
    presses=(
        On(REVIEW, press_review, Audience.QUIZMASTER, _REVIEWING),
        On(AGAIN, press_again, Audience.QUIZMASTER, str(_ASIDE)),
    ),
    forms=(On(REVIEWED, reviewed, Audience.QUIZMASTER, _REVIEWING),),
)
