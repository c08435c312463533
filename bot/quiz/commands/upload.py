"""Bringing a sheet in chat, and taking one along: a file, a preview, one press."""

import asyncio
from collections import defaultdict
from dataclasses import replace

from bot.grading.gradability import hard_to_judge
from bot.grading.readiness import ungradable
from bot.model.action import Nothing
from bot.model.appeal import Phrase
from bot.model.attachment import Attachment
from bot.model.command import Audience, Command, Option, OptionKind
from bot.model.event import Actor, Call, Submission
from bot.model.message import Ask, Message, Reply, Say
from bot.model.proposal import Proposal
from bot.model.question import Question
from bot.quiz.actions import UPLOADED
from bot.quiz.commands.routes import On, Routes
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.messages import upload as messages
from bot.quiz.ports.files import Unavailable
from bot.quiz.rules.regrading import accepted_now, with_phrases
from bot.quiz.services.library import Book
from bot.quiz.services.replacing import Replacement, compared
from bot.quiz.services.services import Services

_FILE = Option(messages.FILE, "The sheet", OptionKind.FILE)
_FORMAT = Option("format", "Such as markdown, csv or anki")
_SHEET = Option("sheet", "Which one; this channel's unless said otherwise", OptionKind.SHEET)
_UPLOAD = Command(
    ("quizmaster", "upload"),
    "Bring a sheet of your own: Markdown, CSV, Anki and more",
    (_FILE,),
    Audience.QUIZMASTER,
    formerly=(("quiz", "upload"),),
)
_EXPORT = Command(
    ("quizmaster", "export"),
    "Get a sheet as a file",
    (_FORMAT, _SHEET),
    Audience.QUIZMASTER,
    formerly=(("quiz", "export"),),
)


async def upload(services: Services, call: Call) -> Reply:
    """Read the file that came with the command, or open a form for one."""
    if _FILE.name in call.files:
        return await _preview(services, call.actor, call.files[_FILE.name])
    return Ask(messages.form(services.limits.largest_file))


async def uploaded(services: Services, sent: Submission, nothing: Nothing) -> Reply:
    """The form came back with a file."""
    if _FILE.name not in sent.files:
        raise BadArgument("No file arrived. Please choose one and send the form again.")
    return await _preview(services, sent.actor, sent.files[_FILE.name])


async def export(services: Services, call: Call) -> Reply:
    """Hand over a sheet as a file."""
    book = await _chosen(services, call.actor, str(call.arguments.get(_SHEET.name, "")))
    withheld = await services.withholding.of(call.actor, book)
    if withheld.unknown:
        raise BadArgument(
            "This sheet is asked in many teams, and I cannot tell here which of them are yours. "
            "Please export it in the channel of a team where you are a quizmaster."
        )
    left_out = [each for each in book.sheet.questions if withheld.round_of(each)]
    kept = tuple(each for each in book.sheet.questions if each not in left_out)
    questions = await _with_phrases(services, call.actor.team_id, book.sheet.id, kept)
    sheet = replace(book.sheet, questions=questions)
    files = services.files
    form = str(call.arguments.get(_FORMAT.name, "")) or files.formats[0].value
    try:
        file = await asyncio.to_thread(files.write, sheet, form)
    except ValueError:
        known = ", ".join(choice.value for choice in files.formats)
        raise BadArgument(f'{_EXPORT}: format can be {known}, not "{form}".') from None
    except Unavailable as missing:
        raise BadArgument(str(missing)) from missing
    return Say(messages.exported(sheet, file, left_out=len(left_out)))


async def _with_phrases(
    services: Services, team_id: str, sheet_id: str, questions: tuple[Question, ...]
) -> tuple[Question, ...]:
    """The questions with the wordings that the team accepted, as an author would write them."""
    known: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in accepted_now(await services.store.phrases(team_id, sheet_id)):
        known[phrase.question_id].append(phrase)
    return tuple(
        with_phrases(each, known[each.id]) if each.id in known else each for each in questions
    )


async def _chosen(services: Services, actor: Actor, name: str) -> Book:
    """The sheet with this name, the channel's own without one; raises `NoSheet`."""
    if not name:
        return await services.library.book_for(actor.team_id, actor.channel_id)
    entry = await services.library.find(actor.team_id, name)
    book = entry and await services.library.book(actor.team_id, entry.id)
    if not book:
        raise NoSheet(name, await services.library.titles(actor.team_id))
    return book


async def _preview(services: Services, actor: Actor, file: Attachment) -> Reply:
    """Read a file and show what would change; nothing does until it is accepted."""
    limits = services.limits
    if not file.whole or file.size > limits.largest_file:
        raise BadArgument(
            f"{file.name} is larger than {limits.largest_file / 1e6:g} MB, so it was not read. "
            "Please split it, or ask the operator to add it."
        )
    sheet = await asyncio.to_thread(services.files.read, file)
    if len(sheet.asked) > limits.most_questions:
        raise BadArgument(
            f"{file.name} has {len(sheet.asked):,} questions; {limits.most_questions:,} are the "
            "most in one sheet. Please split it."
        )
    if not sheet.asked:
        return Say(messages.nothing(file.name, sheet.problems))
    found = await compared(services.store, services.files, actor.team_id, sheet)
    proposal = Proposal(
        team_id=actor.team_id,
        id=services.new_id(),
        channel_id=actor.channel_id,
        made_by=actor.member_id,
        maker_name=actor.name,
        made_at=services.clock.now(),
        sheet=sheet,
        adds=False,
    )
    await services.store.save_proposal(proposal)
    return Say(await preview_of(proposal, found))


async def preview_of(proposal: Proposal, found: Replacement, *, again: bool = False) -> Message:
    """What a proposed sheet would change; `again` where that was shown before and is no longer
    so.
    """
    sheet = proposal.sheet
    return messages.preview(
        proposal,
        found.changes,
        (*sheet.problems, *await asyncio.to_thread(ungradable, sheet)),
        await asyncio.to_thread(hard_to_judge, sheet),
        replaces=found.over is not None,
        standing=found.standing,
        again=again,
    )


ROUTES = Routes(
    commands={_UPLOAD: upload, _EXPORT: export},
    forms=(On(UPLOADED, uploaded, Audience.QUIZMASTER, str(_UPLOAD)),),
)
