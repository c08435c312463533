"""Commands, presses, pointed-at messages and completions: handed to the game, and the reply shown."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial

from bot.model.action import Action
from bot.model.event import Actor, Call, CommandLine, Completion, Event, Point, Press
from bot.model.message import Choice, Reply
from bot.platforms.platform import Responder
from bot.platforms.slack.background import Deduplicated
from bot.platforms.slack.commands import lacks, path_of, placed, takes_anything
from bot.platforms.slack.forms import choice_options, command_view
from bot.platforms.slack.home import Home
from bot.platforms.slack.interaction import Interaction, MessagePointed, OptionsWanted, Surface
from bot.platforms.slack.people import PROMPTLY, People
from bot.platforms.slack.replies import Replies
from bot.platforms.slack.text import Json
from bot.quiz.error_trace import trace
from bot.quiz.ports import Clock
from bot.store import SqlStore

_log = logging.getLogger(__name__)

OPENS_WITHIN = 1.5
"""Seconds after which a dialog is opened that asks for patience; its trigger lives for three."""
_COMPLETES_WITHIN = 2.5
"""Seconds; Slack waits for three."""


class Interactions:
    """Takes in what was acknowledged already; each method returns once its reply is shown.

    A repeated delivery does nothing twice: this process knows what it has seen, other processes
    learn it from the store, and the game knows the keys of answers.
    """

    def __init__(
        self,
        responder: Responder,
        store: SqlStore,
        clock: Clock,
        people: People,
        replies: Replies,
        home: Home,
    ) -> None:
        self._responder = responder
        self._store = store
        self._clock = clock
        self._people = people
        self._replies = replies
        self._home = home
        self._deliveries: Deduplicated[None] = Deduplicated()

    async def close(self, within: float) -> None:
        """Let what is under way finish."""
        await self._deliveries.close(within)

    async def command(self, typed: Interaction) -> None:
        """A slash command."""
        await self._once(typed, partial(self._command, typed))

    async def press(self, pressed: Interaction) -> None:
        """A button. Where everyone sees it nobody waits for a name: a form opens at once."""
        if pressed.origin.opened_by:
            await self._once(pressed, partial(self._press, pressed))

    async def point(self, pointed: MessagePointed) -> None:
        """A message shortcut."""
        if pointed.message.message_id:
            await self._once(pointed.at, partial(self._point, pointed))

    async def options(self, wanted: OptionsWanted) -> list[Json]:
        """Options for what was typed so far into a field; none rather than late ones."""
        path = path_of(Action.parse(wanted.action))
        try:
            async with asyncio.timeout(_COMPLETES_WITHIN):
                actor = await self._people.actor(wanted.at, within=0.0)
                found = await self._responder.complete(
                    Completion(actor, path, wanted.option, wanted.typed)
                )
        except TimeoutError:
            found = ()
        command = self._responder.table.find(path)
        if command is not None and wanted.typed and takes_anything(command, wanted.option):
            known = {choice.label.casefold() for choice in found}
            if wanted.typed.casefold() not in known:
                found = (*found, Choice(wanted.typed, wanted.typed))
        return choice_options({choice.value: choice.label for choice in found})

    async def _command(self, typed: Interaction) -> None:
        line = self._read(typed.origin.opened_by)
        command, given = line.command, line.arguments
        if command is not None:
            given = placed(command, given, typed.mentions)
        if command is not None and lacks(command, given):
            await self._replies.open(typed, command_view(command, given, typed.origin))
        else:
            await self._answer(
                typed,
                PROMPTLY,
                lambda actor: Call(
                    actor, line.path, given, typed.key, command=command, names=typed.names
                ),
            )

    async def _press(self, pressed: Interaction) -> None:
        origin = pressed.origin
        private = origin.private or origin.channel_id.startswith("D")
        public = pressed.surface is Surface.CHANNEL and not private
        action = Action.parse(origin.opened_by)
        await self._answer(
            pressed,
            0.0 if public else PROMPTLY,
            lambda actor: Press(actor, action, pressed.key),
        )
        if pressed.surface is Surface.HOME:
            await self._home.show(pressed)

    async def _point(self, pointed: MessagePointed) -> None:
        await self._answer(
            pointed.at,
            0.0,
            lambda actor: Point(actor, pointed.verb, pointed.message, pointed.at.key),
        )

    def _read(self, line: str) -> CommandLine:
        """A line as a command; what names none is left to the game to explain."""
        words = tuple(line.removeprefix("/").lower().split()[:2])
        return self._responder.read(line) or CommandLine(words)

    async def _once(
        self, at: Interaction, work: Callable[[], Coroutine[object, object, None]]
    ) -> None:
        """Do the work unless this delivery was seen before, here or in another process."""
        await asyncio.shield(self._deliveries.once(at.key, partial(self._first, at, work)))

    async def _first(
        self, at: Interaction, work: Callable[[], Coroutine[object, object, None]]
    ) -> None:
        """Do the work and note it once it is done: a form does not wait for the note, and if this
        process dies on the way, whoever gets the repetition does the work.
        """
        if at.repeated and not await self._claimed(at):
            return
        try:
            await work()
        except Exception as error:
            _log.error("a reply in %s was not shown: %s", at.team_id, trace(error))
            await self._replies.sorry(at)
        if not at.repeated:
            await self._claimed(at)

    async def _claimed(self, at: Interaction) -> bool:
        """Whether the store hears of this delivery for the first time; it may be out of order."""
        try:
            return await self._store.first_time(at.team_id, at.key, self._clock.now())
        except Exception as error:
            _log.error("a delivery in %s was not noted: %s", at.team_id, trace(error))
            return True

    async def _answer(
        self, at: Interaction, within: float, event: Callable[[Actor], Event]
    ) -> None:
        """Have the game answer and show it; ask for patience while the trigger still lives."""
        responding = asyncio.create_task(self._responded(at, within, event))
        done, _ = await asyncio.wait({responding}, timeout=OPENS_WITHIN)
        if not done:
            at = await self._replies.moment(at)
        await self._replies.show(await responding, at)

    async def _responded(
        self, at: Interaction, within: float, event: Callable[[Actor], Event]
    ) -> Reply:
        actor = await self._people.actor(at, within=within)
        return await self._responder.respond(event(actor))
