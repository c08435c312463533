"""The Home tab: a member's own page."""

from bot.platforms.platform import Responder
from bot.platforms.slack.actors import Actors
from bot.platforms.slack.origin import Origin
from bot.platforms.slack.payloads import Interaction, Named, Notification, User
from bot.platforms.slack.replies import Replies
from bot.platforms.slack.workspaces import workspace_of

_NAME_WITHIN = 5.0


class Homes:
    """Publishes pages when they are opened, and again after something was done there."""

    def __init__(self, responder: Responder, actors: Actors, replies: Replies) -> None:
        self._responder = responder
        self._actors = actors
        self._replies = replies

    async def opened(self, told: Notification, team_id: str) -> None:
        """Somebody opened the app; only its Home tab is ours to fill."""
        if told.event.tab == "home":
            visitor = User(told.event.user, team_id=workspace_of(team_id))
            place = Named(workspace_of(team_id))
            await self.show(Interaction("app_home_opened", user=visitor, team=place))

    async def show(self, visitor: Interaction) -> None:
        """Publish the page of whoever this is."""
        actor = await self._actors.actor(visitor, Origin(), within=_NAME_WITHIN)
        message = await self._responder.home(actor)
        await self._replies.home(actor.team_id, actor.member_id, message)
