"""Bringing a sheet in chat, and taking one along: a file, a preview, one press."""

import asyncio
from typing import TYPE_CHECKING

from bot.grading.readiness import ungradable
from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.event import Actor, Call, Press, Submission
from bot.model.message import (
    Ask,
    Document,
    FileInput,
    Form,
    Message,
    Reply,
    Say,
    Section,
    Small,
)
from bot.model.proposal import Proposal
from bot.model.text import line
from bot.quiz.commands.command import Audience, Command
from bot.quiz.commands.lookup import book_of
from bot.quiz.commands.option import Option, OptionKind
from bot.quiz.commands.sheet import taken
from bot.quiz.errors import BadArgument, NoSheet
from bot.quiz.ports.files import Unavailable
from bot.quiz.speech import upload as speech
from bot.quiz.speech.moment import count

if TYPE_CHECKING:
    from bot.quiz.game import Game

_FILE = "file"


async def upload(game: "Game", call: Call) -> Reply:
    """Read the file that came with the command, or open a form for one."""
    if _FILE in call.files:
        return await _preview(game, call.actor, call.files[_FILE])
    return Ask(_form(game))


async def uploaded(game: "Game", sent: Press | Submission) -> Reply:
    """The form came back with a file."""
    await game.require_quizmaster(sent.actor, "/quiz upload")
    files = sent.files if isinstance(sent, Submission) else {}
    if _FILE not in files:
        raise BadArgument("No file arrived. Please choose one and send the form again.")
    return await _preview(game, sent.actor, files[_FILE])


async def use(game: "Game", press: Press | Submission) -> Reply:
    """Ask from a sheet in this channel."""
    await game.require_quizmaster(press.actor, "Changing the sheet")
    name = press.action.arguments[0] if press.action.arguments else ""
    return await taken(game, press.actor, name)


async def export(game: "Game", call: Call) -> Reply:
    """Hand over a sheet as a file."""
    name = str(call.arguments.get("sheet", ""))
    if name:
        entry = await game.library.find(call.actor.team_id, name)
        book = entry and await game.library.book(call.actor.team_id, entry.id)
        if not book:
            raise NoSheet(name, await game.sheet_names(call.actor.team_id))
    else:
        book = await book_of(game, call.actor)
    form = str(call.arguments.get("format", "")) or game.files.formats[0].value
    try:
        file = await asyncio.to_thread(game.files.write, book.sheet, form)
    except ValueError:
        known = ", ".join(choice.value for choice in game.files.formats)
        raise BadArgument(f'/quiz export: format can be {known}, not "{form}".') from None
    except Unavailable as missing:
        raise BadArgument(str(missing)) from missing
    words = f"{book.sheet.title}: {count(len(book.sheet.questions), 'question')}."
    return Say(Message((Section(line(words)), Document(file)), summary=words))


def _form(game: "Game") -> Form:
    return Form(
        title="Bring a sheet",
        action=Action("uploaded"),
        inputs=(FileInput(_FILE, "Your sheet", game.rules.largest_file),),
        blocks=(
            Section(
                line("Markdown, CSV, an Anki deck and several others. You see a preview first.")
            ),
            Small(line(f"At most {game.rules.largest_file / 1e6:g} MB")),
        ),
        submit="Preview",
    )


async def _preview(game: "Game", actor: Actor, file: Attachment) -> Reply:
    """Read a file and show what would change; nothing does until it is accepted."""
    if not file.whole or file.size > game.rules.largest_file:
        raise BadArgument(
            f"{file.name} is larger than {game.rules.largest_file / 1e6:g} MB, so it was not read. "
            "Please split it, or ask the operator to add it."
        )
    sheet = await asyncio.to_thread(game.files.read, file)
    if len(sheet.asked) > game.rules.most_questions:
        raise BadArgument(
            f"{file.name} has {len(sheet.asked):,} questions; {game.rules.most_questions:,} are the "
            "most in one sheet. Please split it."
        )
    if not sheet.asked:
        return Say(speech.nothing(file.name, sheet.problems))
    known = await game.store.sheet(actor.team_id, sheet.id)
    changes = await asyncio.to_thread(game.files.changes, known, sheet)
    proposal = Proposal(
        team_id=actor.team_id,
        id=game.new_id(),
        channel_id=actor.channel_id,
        made_by=actor.member_id,
        maker_name=actor.name,
        made_at=game.clock.now(),
        sheet=changes.sheet,
        adds=False,
    )
    await game.store.save_proposal(proposal)
    problems = (*sheet.problems, *await asyncio.to_thread(ungradable, sheet))
    return Say(speech.preview(proposal, changes, problems, replaces=known is not None))


COMMANDS = (
    Command(
        ("quiz", "upload"),
        "Bring a sheet of your own: Markdown, CSV, Anki and more",
        upload,
        (Option(_FILE, "The sheet", OptionKind.FILE),),
        Audience.QUIZMASTER,
    ),
    Command(
        ("quiz", "export"),
        "Get a sheet as a file",
        export,
        (
            Option("format", "Such as markdown, csv or anki"),
            Option("sheet", "Which one; this channel's unless said otherwise", OptionKind.SHEET),
        ),
        Audience.QUIZMASTER,
    ),
)
ACTIONS = {"uploaded": uploaded, "use": use}
