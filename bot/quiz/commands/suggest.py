"""Suggesting a question: a member writes it, a quizmaster decides."""

from bot.model.action import Nothing
from bot.model.command import Command
from bot.model.event import Call, Press, Submission
from bot.model.message import Amend, Ask, Reply, Say
from bot.model.proposal import Proposal
from bot.model.question import Item, Mode, Question
from bot.model.sheet import Sheet
from bot.quiz.actions import SUGGEST, SUGGESTED
from bot.quiz.commands.routes import On, Routes
from bot.quiz.messages import suggestion as messages
from bot.quiz.ports.sheets import ADDITIONS
from bot.quiz.rules.identity import named
from bot.quiz.services.services import Services

_TOPIC = ("Suggested by members",)


async def suggest(services: Services, call: Call) -> Reply:
    """Open the form."""
    return Ask(messages.form())


async def press_suggest(services: Services, press: Press, nothing: Nothing) -> Reply:
    """The button under a look-up that found nothing."""
    return Ask(messages.form())


async def suggested(services: Services, sent: Submission, nothing: Nothing) -> Reply:
    """The form came back: keep the question and tell the quizmaster."""
    prompt = " ".join(sent.values.get(messages.QUESTION, "").split())
    lines = sent.values.get(messages.ANSWER, "").splitlines()
    answers = dict.fromkeys(line.strip(" -*\t") for line in lines)
    items = tuple(Item(answer) for answer in answers if answer)
    if errors := messages.missing(prompt, items):
        return Amend(errors)
    source = sent.values.get(messages.SOURCE, "").strip()[: messages.LONGEST_SOURCE]
    proposal = await _proposal(services, sent, prompt, items, source)
    await services.store.save_proposal(proposal)
    told = await services.notices.tell_quizmasters(
        proposal.team_id,
        proposal.channel_id,
        messages.proposed(proposal),
        key=messages.key(proposal),
        buttons=messages.decisions(proposal),
    )
    return Say(messages.thanks(prompt, told=told))


async def _proposal(
    services: Services, sent: Submission, prompt: str, items: tuple[Item, ...], source: str
) -> Proposal:
    actor = sent.actor
    book = await services.library.book_for(actor.team_id, actor.channel_id)
    name = named(sent.key) or services.new_id()
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
        made_at=services.clock.now(),
        sheet=Sheet(book.sheet.id + ADDITIONS, book.sheet.title, (question,)),
        adds=True,
    )


ROUTES = Routes(
    commands={Command(("quiz", "suggest"), "Suggest a question for the sheet"): suggest},
    presses=(On(SUGGEST, press_suggest),),
    forms=(On(SUGGESTED, suggested),),
)
