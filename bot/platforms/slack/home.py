"""The Home tab: a member's own page."""

from dataclasses import replace

from bot.platforms.platform import Responder
from bot.platforms.slack.interaction import Interaction, Origin
from bot.platforms.slack.people import NAMED_WITHIN, People
from bot.platforms.slack.replies import Replies


class Home:
    """Publishes pages when they are opened, and again after something was done there."""

    def __init__(self, responder: Responder, people: People, replies: Replies) -> None:
        self._responder = responder
        self._people = people
        self._replies = replies

    async def show(self, visitor: Interaction) -> None:
        """Publish the page of whoever this is."""
        nowhere = replace(visitor, origin=Origin())
        actor = await self._people.actor(nowhere, within=NAMED_WITHIN)
        message = await self._responder.home(actor)
        await self._replies.home(actor.team_id, actor.member_id, message)
