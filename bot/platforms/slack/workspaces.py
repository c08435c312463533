"""Workspaces and their tokens: one that the operator set, or many that installed the app."""

from typing import Protocol

from bot.quiz.ports.chat import Revoked

PLATFORM = "slack"


def team_id_of(workspace: str) -> str:
    """A workspace's (or organisation's) id at Slack as a team id."""
    return f"{PLATFORM}:{workspace}"


def workspace_of(team_id: str) -> str:
    """Slack's own id in a team id."""
    return team_id.partition(":")[2]


class Workspaces(Protocol):
    """Who lets the bot in, and with which token."""

    @property
    def only(self) -> str:
        """The one team that there is; empty where there are many."""
        ...

    async def token(self, team_id: str) -> str:
        """A token that is good now; raises `Revoked` if there is none."""
        ...

    async def renewed(self, team_id: str, stale: str) -> str:
        """A token in place of one that Slack calls expired; raises `Revoked` if there is none."""
        ...

    def bot_name(self, team_id: str) -> str:
        """What the bot is called there, as far as it is known."""
        ...


class OneWorkspace:
    """The workspace, or the organisation, whose token the operator set."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._team_id = ""
        self._name = "quizsheet"

    def met(self, team_id: str, name: str, *, org: bool) -> None:
        """Slack said whose token it is, and what the bot is called; an organisation has many teams."""
        self._team_id = "" if org else team_id
        self._name = name

    @property
    def only(self) -> str:
        """The team, once it is known; empty for an organisation."""
        return self._team_id

    async def token(self, team_id: str) -> str:
        """The token, for its team or for any of its organisation."""
        if self._team_id and team_id != self._team_id:
            raise Revoked(f"The token is for {self._team_id}, not for {team_id}.")
        return self._token

    async def renewed(self, team_id: str, stale: str) -> str:
        """A token that was set by hand renews itself not at all."""
        raise Revoked("The token has expired. Set a new SLACK_BOT_TOKEN.")

    def bot_name(self, team_id: str) -> str:
        """The name that Slack gave for the token."""
        return self._name
