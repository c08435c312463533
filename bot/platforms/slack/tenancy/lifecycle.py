"""Coming and going: installs, removals, revoked tokens."""

import logging

from bot.model.team import Team
from bot.platforms.platform import Responder
from bot.platforms.slack.background import BackgroundTasks
from bot.platforms.slack.errors import REVOKED
from bot.platforms.slack.events import Notification
from bot.platforms.slack.interaction import team_id_of
from bot.platforms.slack.tenancy.installations import ManyWorkspaces
from bot.platforms.slack.tenancy.token_encryption import Keys
from bot.platforms.slack.tenancy.token_watch import TokenWatch

_log = logging.getLogger(__name__)


class Lifecycle:
    """Tells the game who came and who left, and keeps the tokens in step."""

    def __init__(
        self,
        responder: Responder,
        background: BackgroundTasks,
        many: ManyWorkspaces | None,
        watch: TokenWatch | None,
    ) -> None:
        self._responder = responder
        self._background = background
        self._many = many
        self._watch = watch

    async def installed(self, team_id: str, name: str, keys: Keys) -> None:
        """A workspace or an organisation installed the app."""
        if self._many is not None:
            await self._many.installed(team_id, keys)
        await self._responder.arrived(Team(team_id, name), added=True)
        _log.info("%s installed the app", team_id)

    def met(self, team_id: str, owner: str, name: str) -> None:
        """Something came from a workspace under an organisation's install; it may be its first."""
        if self._many is not None and owner != team_id and self._many.met(team_id, owner):
            self._background.start(self._keep(team_id, owner, name))

    async def _keep(self, team_id: str, owner: str, name: str) -> None:
        if self._many is not None and await self._many.keep(team_id, owner):
            await self._responder.arrived(Team(team_id, name))

    async def uninstalled(self, told: Notification) -> None:
        """The app was removed."""
        await self._gone(self._owner(told), REVOKED["app_uninstalled"])

    async def revoked(self, told: Notification) -> None:
        """Tokens were revoked; only the bot's own shut us out."""
        if told.event.tokens.bot:
            await self._gone(self._owner(told), REVOKED["token_revoked"])

    async def channel_changed(self, told: Notification) -> None:
        """A channel was archived, renamed, deleted or opened again, or the bot left or joined it."""
        happened, team_id = told.event, team_id_of(told.team_id)
        if happened.type == "member_joined_channel" and not told.about(happened.user):
            return
        place = happened.place
        await self._responder.channel_changed(team_id, place.id, place.name)

    async def lost(self, team_id: str, reason: str) -> None:
        """Slack refused a token when it was used; the one that was set is watched from now on."""
        await self._responder.left(team_id, reason)
        if self._watch is not None:
            self._watch.lost()

    def _owner(self, told: Notification) -> str:
        if told.org and told.enterprise_id:
            return team_id_of(told.enterprise_id)
        return team_id_of(told.team_id)

    async def _gone(self, owner: str, reason: str) -> None:
        teams = await self._many.removed(owner) if self._many is not None else (owner,)
        if not teams:
            _log.info("%s: told late: %s It is installed again.", owner, reason)
            return
        _log.error("%s: %s Nothing is sent there until it is installed again.", owner, reason)
        for team_id in teams:
            await self.lost(team_id, reason)
