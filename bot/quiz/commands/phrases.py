"""The wordings that a team accepted: reading them, and taking one out."""

from bot.model.appeal import Decider, Phrase
from bot.model.command import Audience, Command
from bot.model.event import Actor, Call, Press
from bot.model.message import Message, Reply, Say
from bot.quiz.actions import PHRASES, WITHDRAW, OfPhrase, TeamPage
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument
from bot.quiz.messages import phrases as messages
from bot.quiz.rules.regrading import fold
from bot.quiz.services.services import Services

_PHRASES = Command(
    ("quizmaster", "phrases"),
    "Show the wordings that this team accepted, and withdraw one",
    audience=Audience.QUIZMASTER,
)


async def phrases(services: Services, call: Call) -> Reply:
    """Show the newest."""
    return Say(await _page(services, call.actor, 0))


async def press_phrases(services: Services, press: Press, page: TeamPage) -> Reply:
    """The way to another page."""
    return Say(await _page(services, press.actor, page.skipped), replaces=True)


async def press_withdraw(services: Services, press: Press, which: OfPhrase) -> Reply:
    """Take a phrase out for what is said from now on."""
    actor = press.actor
    by = Decider(actor.member_id, actor.name, services.clock.now())
    entry = services.auditing.entry(actor, "withdrew a wording")
    taken = await services.store.withdraw(actor.team_id, which.phrase_id, by, entry)
    if taken is None:
        raise BadArgument("That wording was withdrawn already.")
    return Say(messages.withdrawn(taken), replaces=True)


async def _page(services: Services, actor: Actor, skipped: int) -> Message:
    found, total = await services.store.team_phrases(actor.team_id, messages.PAGE, skipped)
    shown = [await _listed(services, actor, phrase) for phrase in found]
    return messages.phrases(actor.team_id, shown, total, skipped)


async def _listed(services: Services, actor: Actor, phrase: Phrase) -> messages.Listed:
    """A phrase with its question as the sheet has it now."""
    book = await services.library.book(phrase.team_id, phrase.sheet_id)
    known = {each.id: each for each in book.sheet.questions} if book else {}
    question = known.get(phrase.question_id)
    if question is None:
        return messages.Listed(phrase, "", applies=False)
    hidden = await services.cases.hidden(
        actor.team_id, actor.member_id, phrase.sheet_id, (question,)
    )
    return messages.Listed(
        phrase,
        question.prompt,
        applies=fold(phrase.item) in {fold(item.text) for item in question.items},
        hidden=question.id in hidden,
    )


ROUTES = Routes(
    commands={_PHRASES: phrases},
    presses=(
        On(PHRASES, press_phrases, Audience.QUIZMASTER, str(_PHRASES)),
        On(WITHDRAW, press_withdraw, Audience.QUIZMASTER, str(_PHRASES)),
    ),
)
