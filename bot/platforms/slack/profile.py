"""A profile: what Slack says about a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.rights import NO_RIGHTS, Rights
from bot.platforms.slack.interaction import workspace_of


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as `users.info` describes them; an empty one is of nobody whom Slack knows there."""

    name: str = ""
    zone: str = ""
    active: bool = False
    """Whether there is such an account, and it was not deactivated."""
    manages: bool = False
    """Whether they are an admin or owner of the workspace, or of its organisation."""
    workspaces: frozenset[str] = frozenset()
    """Where the person is at home: another workspace than ours for guests by Slack Connect, and
    several in an organisation."""

    def foreign(self, team_id: str) -> bool:
        """Whether they belong to other workspaces only: what they manage there counts not here."""
        return workspace_of(team_id) not in self.workspaces

    def rights(self, team_id: str) -> Rights:
        """What that lets them do in a team; whether it has them in groups is not said here."""
        if not self.active or self.foreign(team_id):
            return NO_RIGHTS
        return Rights(manages=self.manages)

    @classmethod
    def read(cls, user: object, team_id: str, *, shared: bool) -> "Profile":
        """The profile in an answer.

        Whether somebody is an admin is said of the workspace whose token asked. Where a whole
        organisation has one token (`shared`) it is said of their own workspace, and is believed
        in that one only; who manages the organisation manages each.
        """
        said = _mapping(user)
        shown, org = _mapping(said.get("profile")), _mapping(said.get("enterprise_user"))
        names = (
            shown.get("display_name"),
            shown.get("real_name"),
            said.get("real_name"),
            said.get("name"),
            said.get("id"),
        )
        home, teams = str(said.get("team_id") or ""), org.get("teams")
        others = (str(each) for each in teams) if isinstance(teams, list) else ()
        here = not shared or home == workspace_of(team_id)
        return cls(
            name=next((str(name) for name in names if name), ""),
            zone=str(said.get("tz") or ""),
            active=bool(said) and said.get("deleted") is not True,
            manages=(here and _leads(said)) or _leads(org),
            workspaces=frozenset(filter(None, (home, *others))),
        )


def _leads(said: Mapping[str, object]) -> bool:
    return any(said.get(right) is True for right in ("is_admin", "is_owner", "is_primary_owner"))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
