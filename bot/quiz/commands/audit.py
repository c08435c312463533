"""What quizmasters look back on: who did what, when and why, and how the quiz goes."""

from dataclasses import replace
from datetime import timedelta

from bot.model.command import Audience, Command
from bot.model.event import Actor, Call, Press
from bot.model.message import Message, Reply, Say
from bot.quiz.actions import LOG, TeamPage
from bot.quiz.commands.routes import On, Routes
from bot.quiz.messages import audit as messages
from bot.quiz.messages import insights as insight_messages
from bot.quiz.services.auditing import LONGEST
from bot.quiz.services.services import Services

_LOG = Command(
    ("quizmaster", "log"),
    "Show what quizmasters did, when and why",
    audience=Audience.QUIZMASTER,
)

_INSIGHTS = Command(
    ("quizmaster", "insights"),
    "Show how the quiz goes: who takes part, what is hard, what is disputed",
    audience=Audience.QUIZMASTER,
)


async def log(services: Services, call: Call) -> Reply:
    """Show the newest."""
    return Say(await _page(services, call.actor, 0))


async def press_log(services: Services, press: Press, page: TeamPage) -> Reply:
    """The way to another page."""
    return Say(await _page(services, press.actor, page.skipped), replaces=True)


async def _page(services: Services, actor: Actor, skipped: int) -> Message:
    found, total = await services.store.audit(actor.team_id, messages.PAGE, skipped)
    open_for = await services.withholding.open_for(actor)
    open_ = {each.question.prompt[:LONGEST] for each in open_for}
    found = tuple(replace(each, words="") if each.about in open_ else each for each in found)
    schedule = await services.scheduling.present(actor.team_id, actor.channel_id)
    zone = schedule.zone if schedule else actor.zone or "UTC"
    return messages.log(actor.team_id, found, total, skipped, services.clock.now(), zone)


async def insights(services: Services, call: Call) -> Reply:
    """Show how the quiz goes."""
    actor = call.actor
    today = await services.boards.today(actor.team_id, actor.channel_id)
    first = today - timedelta(days=insight_messages.DAYS - 1)
    return Say(insight_messages.insights(await services.store.insights(actor.team_id, first)))


ROUTES = Routes(
    commands={_LOG: log, _INSIGHTS: insights},
    presses=(On(LOG, press_log, Audience.QUIZMASTER, str(_LOG)),),
)
