"""Suggesting a question: a member writes it, a quizmaster decides."""

from typing import TYPE_CHECKING

from bot.model.action import Action
from bot.model.event import Call, Press, Submission
from bot.model.message import (
    Amend,
    Ask,
    Button,
    Form,
    Message,
    Reply,
    Say,
    Section,
    Small,
    TextInput,
    Weight,
)
from bot.model.proposal import Proposal
from bot.model.question import Item, Mode, Question
from bot.model.sheet import Sheet
from bot.model.text import emphasis, line
from bot.quiz import owed
from bot.quiz.commands.command import Command
from bot.quiz.commands.lookup import book_of
from bot.quiz.identity import named
from bot.quiz.ports.store import ADDITIONS

if TYPE_CHECKING:
    from bot.quiz.game import Game

_TOPIC = ("Suggested by members",)
_LONGEST_PROMPT = 300
_LONGEST_ANSWER = 1000
_LONGEST_SOURCE = 300


async def suggest(game: "Game", call: Call) -> Reply:
    """Open the form."""
    return Ask(_form())


async def press_suggest(game: "Game", press: Press | Submission) -> Reply:
    """The button under a look-up that found nothing."""
    return Ask(_form())


async def suggested(game: "Game", sent: Press | Submission) -> Reply:
    """The form came back: keep the question and tell the quizmaster."""
    values = sent.values if isinstance(sent, Submission) else {}
    prompt = " ".join(values.get("question", "").split())
    answers = [each.strip(" -*\t") for each in values.get("answer", "").splitlines()]
    items = tuple(Item(answer) for answer in dict.fromkeys(answers) if answer)
    errors = []
    if len(prompt) < 5:
        errors.append(("question", "Please write the question as you would ask it."))
    elif len(prompt) > _LONGEST_PROMPT:
        errors.append(("question", f"Please use {_LONGEST_PROMPT} characters at most."))
    if sum(len(item.text) for item in items) > _LONGEST_ANSWER:
        errors.append(("answer", f"Please use {_LONGEST_ANSWER:,} characters at most."))
    if not items:
        errors.append(("answer", "Please write the answer, each part on a line of its own."))
    if errors:
        return Amend(tuple(errors))
    source = values.get("source", "").strip()[:_LONGEST_SOURCE]
    proposal = await _proposal(game, sent, prompt, items, source)
    await game.store.save_proposal(proposal)
    told = await _tell_quizmasters(game, proposal)
    game.wake()
    thanks = "Thank you. A quizmaster decides; you will hear." if told else "Thank you; it is kept."
    return Say(Message((Section(line(thanks)), Small(line(emphasis(prompt)))), summary=thanks))


def _form() -> Form:
    return Form(
        title="Suggest a question",
        action=Action("suggested"),
        inputs=(
            TextInput("question", "Question", lines=2, max_length=_LONGEST_PROMPT),
            TextInput(
                "answer",
                "Answer",
                lines=4,
                placeholder="Each part on a line of its own",
                max_length=_LONGEST_ANSWER,
            ),
            TextInput("source", "Where it can be read", required=False, max_length=_LONGEST_SOURCE),
        ),
    )


async def _proposal(
    game: "Game", sent: Press | Submission, prompt: str, items: tuple[Item, ...], source: str
) -> Proposal:
    actor = sent.actor
    book = await book_of(game, actor)
    name = named(sent.key) or game.new_id()
    question = Question(
        id=f"suggested-{name}",
        prompt=prompt,
        mode=Mode.ALL if len(items) > 1 else Mode.ANY,
        items=items,
        topic=_TOPIC,
        sources=(source,) if source else (),
    )
    return Proposal(
        team_id=actor.team_id,
        id=name,
        channel_id=actor.channel_id,
        made_by=actor.member_id,
        maker_name=actor.name,
        made_at=game.clock.now(),
        sheet=Sheet(book.sheet.id + ADDITIONS, book.sheet.title, (question,)),
        adds=True,
    )


async def _tell_quizmasters(game: "Game", proposal: Proposal) -> bool:
    """Owe a word to whoever set the quiz up here; False if nobody did."""
    (question,) = proposal.sheet.questions
    words = f"{proposal.maker_name} suggests a question: “{question.prompt}” Answer: " + " · ".join(
        item.text for item in question.items
    )
    team = proposal.team_id.partition(":")[2]
    buttons = (
        Button("Accept", Action("accept", (proposal.id, team)), Weight.PRIMARY),
        Button("Decline", Action("decline", (proposal.id, team))),
    )
    schedules = await game.store.schedules(proposal.team_id, proposal.channel_id)
    for member_id in {schedule.made_by for schedule in schedules if schedule.made_by}:
        await game.store.owe(
            owed.notice(
                proposal.team_id,
                proposal.channel_id,
                member_id,
                words,
                key=f"sug-{proposal.id}",
                now=game.clock.now(),
                buttons=buttons,
            )
        )
    return any(schedule.made_by for schedule in schedules)


COMMANDS = (Command(("quiz", "suggest"), "Suggest a question for the sheet", suggest),)
ACTIONS = {"suggest": press_suggest, "suggested": suggested}
