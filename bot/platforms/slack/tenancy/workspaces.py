"""Workspaces and their tokens: one that the operator set, or many that installed the app."""

import contextlib
from collections.abc import Callable
from typing import Protocol

from bot.platforms.platform import Misconfigured
from bot.quiz.ports.chat import Revoked


class Workspaces(Protocol):
    """Who lets the bot in, and with which token."""

    @property
    def only(self) -> str:
        """The one team that there is; empty where there are many."""
        ...

    async def token(self, team_id: str) -> str:
        """A token that is good now; raises `Revoked` if there is none."""
        ...

    async def shared(self, team_id: str) -> bool:
        """Whether the token for this team opens others too, as an organisation's does; raises
        `Revoked` if there is none.
        """
        ...

    async def renewed(self, team_id: str, stale: str) -> str:
        """A token in place of one that Slack calls expired; raises `Revoked` if there is none."""
        ...

    async def replaced(self, team_id: str, stale: str) -> bool:
        """Whether another token has come in the place of one that Slack refuses."""
        ...

    def bot_name(self, team_id: str) -> str:
        """What the bot is called there, as far as it is known."""
        ...


class OneWorkspace:
    """The workspace, or the organisation, whose token the operator set."""

    def __init__(self, token: str, present: Callable[[], str] | None = None) -> None:
        self._token = token
        self._present = present or (lambda: token)
        """The token that is set at the time: the operator may replace it in its file."""
        self.only = ""
        """The team, once it is known; empty for an organisation."""
        self._name = "quizsheet"

    def met(self, team_id: str, name: str, *, org: bool) -> None:
        """Slack said whose token it is, and what the bot is called; an organisation has many teams."""
        self.only = "" if org else team_id
        self._name = name

    async def token(self, team_id: str) -> str:
        """The token, for its team or for any of its organisation."""
        if self.only and team_id != self.only:
            raise Revoked(f"The token is for {self.only}, not for {team_id}.")
        return self._token

    async def shared(self, team_id: str) -> bool:
        """Whether the token is an organisation's."""
        await self.token(team_id)
        return not self.only

    async def renewed(self, team_id: str, stale: str) -> str:
        """The token that was set in its place, if there is one."""
        if await self.replaced(team_id, stale):
            return self._token
        raise Revoked("The token has expired. Set a new SLACK_BOT_TOKEN.")

    async def replaced(self, team_id: str, stale: str) -> bool:
        """Whether the operator has set another one."""
        return self.look() != stale

    def look(self) -> str:
        """The token that is set now; it is used from here on."""
        with contextlib.suppress(Misconfigured):
            # A file that is just being written is looked at again.
            self._token = self._present()
        return self._token

    def bot_name(self, team_id: str) -> str:
        """The name that Slack gave for the token."""
        return self._name
