"""Deciding on a proposal: one press brings its questions into the sheet, or leaves them out."""

from typing import TYPE_CHECKING

from bot.model.event import Actor, Press, Submission
from bot.model.message import Message, Reply, Say, Section
from bot.model.proposal import Proposal
from bot.model.text import line
from bot.quiz import owed
from bot.quiz.commands.place import in_team
from bot.quiz.errors import BadArgument, UnknownAction
from bot.quiz.replacing import replace_sheet
from bot.quiz.speech.moment import count
from bot.quiz.speech.upload import taken

if TYPE_CHECKING:
    from bot.quiz.game import Game


async def accept(game: "Game", press: Press | Submission) -> Reply:
    """Bring the proposed questions into their sheet, as it stands by then.

    The sheet is saved first and the proposal settled after: a crash in between leaves a press
    that can be repeated, and the same questions again change nothing.
    """
    proposal = await _proposal(game, press)
    if proposal.adds:
        await game.store.add_questions(proposal.team_id, proposal.sheet)
    else:
        await replace_sheet(game.store, game.files, proposal.team_id, proposal.sheet)
    await game.store.settle(proposal.team_id, proposal.id)
    if not proposal.adds:
        return Say(taken(proposal.sheet), replaces=True)
    await _tell_maker(game, press, proposal, "is in the sheet now. Thank you!")
    words = f"Done: {count(len(proposal.sheet.questions), 'question')} from {proposal.maker_name}."
    return _said(words)


async def decline(game: "Game", press: Press | Submission) -> Reply:
    """Leave the proposed questions out."""
    proposal = await _proposal(game, press)
    if await game.store.settle(proposal.team_id, proposal.id):
        await _tell_maker(game, press, proposal, "was not taken into the sheet this time.")
    return _said("Left out.")


async def _proposal(game: "Game", press: Press | Submission) -> Proposal:
    """The proposal that a button names, with its team where it was sent in private."""
    if not press.action.arguments:
        raise UnknownAction
    name, *team = press.action.arguments[:2]
    actor = await in_team(game, press.actor, team[0]) if team else press.actor
    found = await game.store.proposal(actor.team_id, name)
    asked_in_private = actor.team_id != press.actor.team_id
    if not (asked_in_private and await _set_up_by(game, actor, found)):
        await game.require_quizmaster(actor, "Deciding on questions")
    if found is None:
        raise BadArgument("That was decided before. /quiz sheet shows what the sheets hold now.")
    return found


async def _set_up_by(game: "Game", actor: Actor, proposal: Proposal | None) -> bool:
    """Whether the actor is the quizmaster who was asked: in private, a platform may not tell who
    manages the team.
    """
    if proposal is None:
        return False
    schedules = await game.store.schedules(proposal.team_id, proposal.channel_id)
    return any(schedule.made_by == actor.member_id for schedule in schedules)


async def _tell_maker(
    game: "Game", press: Press | Submission, proposal: Proposal, what: str
) -> None:
    """A word to the member who suggested it, unless they decided themselves."""
    if not proposal.adds or proposal.made_by == press.actor.member_id:
        return
    (question, *_) = proposal.sheet.questions
    await game.store.owe(
        owed.notice(
            proposal.team_id,
            proposal.channel_id,
            proposal.made_by,
            f"Your question “{question.prompt}” {what}",
            key=f"dec-{proposal.id}",
            now=game.clock.now(),
        )
    )
    game.wake()


def _said(words: str) -> Say:
    return Say(Message((Section(line(words)),), summary=words), replaces=True)


ACTIONS = {"accept": accept, "decline": decline}
