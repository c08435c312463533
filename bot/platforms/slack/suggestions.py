"""Completion of what somebody types into a field of a dialog."""

import asyncio

from bot.model.action import Action
from bot.model.command import OptionKind
from bot.model.event import Completion
from bot.model.message import Choice
from bot.platforms.platform import Responder
from bot.platforms.slack.actors import Actors
from bot.platforms.slack.markup import Json
from bot.platforms.slack.payloads import Interaction
from bot.platforms.slack.views import choice_options

_WITHIN = 2.5
"""Seconds; Slack waits for three."""


class Suggestions:
    """Asks the game for values while one types."""

    def __init__(self, responder: Responder, actors: Actors) -> None:
        self._responder = responder
        self._actors = actors

    async def options(self, asking: Interaction) -> list[Json]:
        """Options for what was typed so far; none rather than late ones."""
        path = Action.parse(asking.view.callback_id if asking.view else "").arguments
        typed = (asking.value or "").strip()
        try:
            async with asyncio.timeout(_WITHIN):
                origin = self._actors.origin_of(asking, "")
                actor = await self._actors.actor(asking, origin, within=0.0)
                found = await self._responder.complete(
                    Completion(actor, path, asking.block_id, typed)
                )
        except TimeoutError:
            found = ()
        if self._takes_anything(path, asking.block_id) and typed:
            known = {choice.label.casefold() for choice in found}
            found = found if typed.casefold() in known else (*found, Choice(typed, typed))
        return choice_options({choice.value: choice.label for choice in found})

    def _takes_anything(self, path: tuple[str, ...], name: str) -> bool:
        """Whether any words will do, as in a look-up: then what was typed is a choice too."""
        for command in self._responder.table.commands:
            if command.path == path:
                return any(
                    option.name == name and option.kind is OptionKind.TERM
                    for option in command.options
                )
        return False
