"""The reception: takes in commands, presses and pointed-at messages, and sees to the reply."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.model.action import Action
from bot.model.command import Command
from bot.model.event import Actor, Argument, Call, Event, Point, Press
from bot.model.message import Reply
from bot.model.round import MessageRef
from bot.platforms.platform import Responder
from bot.platforms.slack.actors import Actors
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.once import Once, name_of
from bot.platforms.slack.origin import Origin
from bot.platforms.slack.payloads import Interaction, Typed
from bot.platforms.slack.reading import typed_line
from bot.platforms.slack.replies import Replies
from bot.platforms.slack.spot import Spot, Surface
from bot.platforms.slack.views import command_view
from bot.quiz.ports import Clock
from bot.store import SqlStore

_log = logging.getLogger(__name__)

OPENS_WITHIN = 1.5
"""Seconds after which a dialog is opened that asks for patience; its trigger lives for three."""
_RIGHTS_WITHIN = 5.0
"""Seconds to learn somebody's rights, where a button or command may need them."""


class Reception:
    """Takes in what was acknowledged already; each method returns once its reply is shown.

    A repeated delivery does nothing twice: this process knows what it has seen, other processes
    learn it from the store, and the game knows the keys of answers.
    """

    def __init__(
        self,
        responder: Responder,
        store: SqlStore,
        clock: Clock,
        actors: Actors,
        replies: Replies,
        homes: Homes,
    ) -> None:
        self._responder = responder
        self._store = store
        self._clock = clock
        self._actors = actors
        self._replies = replies
        self._homes = homes
        self._once: Once[None] = Once()

    async def close(self, within: float) -> None:
        """Let what is under way finish."""
        await self._once.close(within)

    async def command(self, typed: Typed, *, repeated: bool) -> None:
        """A slash command."""
        line = typed_line(typed.command, typed.text)
        origin = self._actors.origin_of(typed, line)
        spot = Spot(
            team_id=self._actors.team_of(typed),
            member_id=typed.user_id,
            key=name_of(typed.trigger_id),
            origin=origin,
            trigger_id=typed.trigger_id,
            repeated=repeated,
        )

        async def work() -> None:
            path, given = self._read(line)
            command = next(
                (each for each in self._responder.table.commands if each.path == path), None
            )
            if command is not None and _lacks(command, given):
                await self._replies.open(spot, command_view(command, given, origin))
                return
            await self._answer(
                spot,
                lambda: self._actors.actor(typed, origin, within=_RIGHTS_WITHIN),
                lambda actor: Call(actor, path, given, spot.key),
            )

        await self._first(spot, work)

    async def press(self, pressed: Interaction, *, repeated: bool) -> None:
        """A button. What everyone sees needs no rights, so that a form opens there at once."""
        value = pressed.actions[0].value if pressed.actions else ""
        if not value:
            return
        origin = replace(self._actors.origin_of(pressed, value), opened_by=value)
        spot = self._spot(pressed, origin, name_of(pressed.trigger_id, value), repeated)
        private = origin.private or origin.channel_id.startswith("D")
        public = spot.surface is Surface.CHANNEL and not private
        within = 0.0 if public else _RIGHTS_WITHIN

        async def work() -> None:
            await self._answer(
                spot,
                lambda: self._actors.actor(pressed, origin, within=within),
                lambda actor: Press(actor, Action.parse(value), spot.key),
            )
            if spot.surface is Surface.HOME:
                await self._homes.show(pressed)

        await self._first(spot, work)

    async def point(self, pointed: Interaction, *, repeated: bool) -> None:
        """A message shortcut."""
        if pointed.message is None:
            return
        origin = self._actors.origin_of(pointed, "")
        spot = self._spot(pointed, origin, name_of(pointed.trigger_id), repeated)
        message = pointed.message
        ref = MessageRef(spot.team_id, origin.channel_id, message.ts, message.thread_ts)
        await self._first(
            spot,
            lambda: self._answer(
                spot,
                lambda: self._actors.actor(pointed, origin, within=0.0),
                lambda actor: Point(actor, pointed.callback_id, ref, spot.key),
            ),
        )

    def _read(self, line: str) -> tuple[tuple[str, ...], dict[str, Argument]]:
        """A line as a command; what names none is left to the game to explain."""
        return self._responder.read(line) or (tuple(line.removeprefix("/").lower().split()[:2]), {})

    def _spot(self, event: Interaction, origin: Origin, key: str, repeated: bool) -> Spot:
        surface = Surface.CHANNEL
        if event.view is not None:
            surface = Surface.HOME if event.view.type == "home" else Surface.MODAL
        return Spot(
            team_id=self._actors.team_of(event),
            member_id=event.user.id,
            key=key,
            origin=origin,
            trigger_id=event.trigger_id,
            surface=surface,
            view_id=event.view.id if event.view else "",
            repeated=repeated,
        )

    async def _first(self, spot: Spot, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work unless this delivery was seen before, here or in another process.

        It is noted once it is done: a form does not wait for the note, and if this process dies
        on the way, whoever gets the repetition does the work.
        """

        async def once() -> None:
            if spot.repeated and not await self._claimed(spot):
                return
            try:
                await work()
            except Exception:
                _log.exception("a reply in %s was not shown", spot.team_id)
                await self._replies.sorry(spot)
            if not spot.repeated:
                await self._claimed(spot)

        await asyncio.shield(self._once.done(spot.key, once))

    async def _claimed(self, spot: Spot) -> bool:
        """Whether the store hears of this delivery for the first time; it may be out of order."""
        try:
            return await self._store.first_time(spot.team_id, spot.key, self._clock.now())
        except Exception:
            _log.exception("a delivery in %s was not noted", spot.team_id)
            return True

    async def _answer(
        self, spot: Spot, actor: Callable[[], Awaitable[Actor]], event: Callable[[Actor], Event]
    ) -> None:
        """Have the game answer and show it; ask for patience while the trigger still lives."""

        async def responded() -> Reply:
            return await self._responder.respond(event(await actor()))

        responding = asyncio.create_task(responded())
        done, _ = await asyncio.wait({responding}, timeout=OPENS_WITHIN)
        if not done:
            spot = await self._replies.moment(spot)
        await self._replies.show(await responding, spot)


def _lacks(command: Command, given: Mapping[str, Argument]) -> bool:
    """Whether something that the command needs was not typed."""
    return any(option.required and not given.get(option.name) for option in command.options)
