"""Deciding on a proposal: one press brings its questions into the sheet, or leaves them out."""

from dataclasses import replace

from bot.model.command import Audience
from bot.model.delivery import Delivery
from bot.model.event import Press
from bot.model.message import Message, Reply, Say
from bot.model.proposal import Decision, Proposal
from bot.model.text import plain
from bot.quiz.actions import ACCEPT, DECLINE, Proposed
from bot.quiz.commands.routes import On, Routes
from bot.quiz.commands.upload import preview_of
from bot.quiz.errors import BadArgument, Decided
from bot.quiz.messages import upload as messages
from bot.quiz.messages.formatting import at, count
from bot.quiz.ports.proposals import Taken
from bot.quiz.rules.deliveries import notice
from bot.quiz.services.replacing import compared
from bot.quiz.services.services import Services

_DECIDING = "Deciding on questions"


async def accept(services: Services, press: Press, which: Proposed) -> Reply:
    """Bring the proposed questions into their sheet, as it stands by then.

    That and the decision are one write: of two who decide at once, one does, and the other sees
    what was decided.
    """
    proposal = await _proposal(services, press, which)
    decision = _decision(services, press, accepted=True)
    if not proposal.adds:
        return await _take(services, press, proposal, decision, which)
    if proposal.decision is None:
        owed = _to_maker(press, proposal, decision, "is in the sheet now. Thank you!")
        if not await services.store.decide(proposal.team_id, proposal.id, decision, owed):
            proposal = await _proposal(services, press, which)
    await _require_own(services, press, proposal, accepted=True)
    await _noted(services, press, proposal, "accepted a suggestion")
    services.wake()
    words = f"Done: {count(len(proposal.sheet.questions), 'question')} from {proposal.maker_name}."
    return Say(Message.of(words), replaces=True)


async def decline(services: Services, press: Press, which: Proposed) -> Reply:
    """Leave the proposed questions out."""
    proposal = await _proposal(services, press, which)
    if proposal.decision is None:
        decision = _decision(services, press, accepted=False)
        owed = _to_maker(press, proposal, decision, "was not taken into the sheet this time.")
        if not await services.store.decide(proposal.team_id, proposal.id, decision, owed):
            proposal = await _proposal(services, press, which)
    await _require_own(services, press, proposal, accepted=False)
    await _noted(services, press, proposal, "declined a suggestion")
    services.wake()
    return Say(Message.of("Left out."), replaces=True)


async def _take(
    services: Services, press: Press, proposal: Proposal, decision: Decision, which: Proposed
) -> Reply:
    """Put a proposed sheet in its place, if what stands there is what the person saw it compared
    with; else they see what it would change now, and decide.
    """
    taken = Taken.DECIDED if proposal.decision else Taken.CHANGED
    while taken is Taken.CHANGED:
        found = await compared(services.store, services.files, proposal.team_id, proposal.sheet)
        if which.standing and which.standing != found.standing:
            return Say(await preview_of(proposal, found, again=True), replaces=True)
        taken = await services.store.take(
            proposal.team_id,
            proposal.id,
            decision,
            found.changes.sheet,
            found.over,
            found.changes.renamed,
        )
    if taken is Taken.DECIDED:
        proposal = await _proposal(services, press, which)
        await _require_own(services, press, proposal, accepted=True)
    else:
        await services.auditing.note(press.actor, "brought a sheet", proposal.sheet.title)
    return Say(messages.taken(proposal.sheet), replaces=True)


async def _noted(services: Services, press: Press, proposal: Proposal, what: str) -> None:
    """Write down what was decided; a press that is delivered twice is written down once."""
    about = proposal.sheet.questions[0].prompt if proposal.adds else proposal.sheet.title
    entry = services.auditing.entry(press.actor, what, about)
    await services.store.log(replace(entry, id=proposal.id))


async def _proposal(services: Services, press: Press, which: Proposed) -> Proposal:
    """The proposal that a button names."""
    found = await services.store.proposal(press.actor.team_id, which.proposal_id)
    if found is None:
        raise BadArgument(
            "That is no longer kept: it was decided long ago, or waited too long. "
            "/quiz sheets shows what the sheets hold now."
        )
    return found


def _decision(services: Services, press: Press, *, accepted: bool) -> Decision:
    return Decision(accepted, press.actor.member_id, press.actor.name, services.clock.now())


async def _require_own(
    services: Services, press: Press, proposal: Proposal, *, accepted: bool
) -> None:
    """Raise `Decided` if somebody else decided before, or this person otherwise; a press that is
    delivered twice is one.
    """
    decision = proposal.decision
    if decision is None or (decision.by, decision.accepted) == (press.actor.member_id, accepted):
        return
    schedule = await services.scheduling.present(proposal.team_id, proposal.channel_id)
    zone = schedule.zone if schedule else press.actor.zone or "UTC"
    who = "You" if decision.by == press.actor.member_id else decision.name
    raise Decided(who, decision.accepted, plain(at(decision.at, services.clock.now(), zone)))


def _to_maker(
    press: Press, proposal: Proposal, decision: Decision, what: str
) -> tuple[Delivery, ...]:
    """A word to the member who suggested it, unless they decided themselves."""
    if not proposal.adds or proposal.made_by == press.actor.member_id:
        return ()
    (question, *_) = proposal.sheet.questions
    return (
        notice(
            proposal.team_id,
            proposal.channel_id,
            proposal.made_by,
            f"Your question “{question.prompt}” {what}",
            key=f"dec-{proposal.id}",
            now=decision.at,
        ),
    )


ROUTES = Routes(
    presses=(
        On(ACCEPT, accept, Audience.QUIZMASTER, _DECIDING),
        On(DECLINE, decline, Audience.QUIZMASTER, _DECIDING),
    ),
)
