"""Deciding on a proposal: one press brings its questions into the sheet, or leaves them out."""

from bot.model.command import Audience
from bot.model.event import Press
from bot.model.message import Message, Reply, Say
from bot.model.proposal import Proposal
from bot.quiz.actions import ACCEPT, DECLINE, Proposed
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument
from bot.quiz.messages.formatting import count
from bot.quiz.messages.upload import taken
from bot.quiz.services.replacing import replace_sheet
from bot.quiz.services.services import Services

_DECIDING = "Deciding on questions"


async def accept(services: Services, press: Press, which: Proposed) -> Reply:
    """Bring the proposed questions into their sheet, as it stands by then.

    The sheet is saved first and the proposal settled after: a crash in between leaves a press
    that can be repeated, and the same questions again change nothing.
    """
    proposal = await _proposal(services, press, which)
    if proposal.adds:
        await services.store.add_questions(proposal.team_id, proposal.sheet)
    else:
        await replace_sheet(services.store, services.files, proposal.team_id, proposal.sheet)
    await services.store.settle(proposal.team_id, proposal.id)
    if not proposal.adds:
        return Say(taken(proposal.sheet), replaces=True)
    await _tell_maker(services, press, proposal, "is in the sheet now. Thank you!")
    words = f"Done: {count(len(proposal.sheet.questions), 'question')} from {proposal.maker_name}."
    return Say(Message.of(words), replaces=True)


async def decline(services: Services, press: Press, which: Proposed) -> Reply:
    """Leave the proposed questions out."""
    proposal = await _proposal(services, press, which)
    if await services.store.settle(proposal.team_id, proposal.id):
        await _tell_maker(services, press, proposal, "was not taken into the sheet this time.")
    return Say(Message.of("Left out."), replaces=True)


async def _proposal(services: Services, press: Press, which: Proposed) -> Proposal:
    """The proposal that a button names."""
    found = await services.store.proposal(press.actor.team_id, which.proposal_id)
    if found is None:
        raise BadArgument("That was decided before. /quiz sheets shows what the sheets hold now.")
    return found


async def _tell_maker(services: Services, press: Press, proposal: Proposal, what: str) -> None:
    """A word to the member who suggested it, unless they decided themselves."""
    if not proposal.adds or proposal.made_by == press.actor.member_id:
        return
    (question, *_) = proposal.sheet.questions
    await services.notices.tell(
        proposal.team_id,
        proposal.channel_id,
        proposal.made_by,
        f"Your question “{question.prompt}” {what}",
        key=f"dec-{proposal.id}",
    )


ROUTES = Routes(
    presses=(
        On(ACCEPT, accept, Audience.QUIZMASTER, _DECIDING),
        On(DECLINE, decline, Audience.QUIZMASTER, _DECIDING),
    ),
)
