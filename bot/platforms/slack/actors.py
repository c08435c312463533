"""Who did it and where, from what Slack sends and what is known about people."""

from bot.model.event import Actor
from bot.platforms.slack.origin import Origin
from bot.platforms.slack.payloads import Interaction, Notification, Typed
from bot.platforms.slack.people import People, Profile
from bot.platforms.slack.places import Places
from bot.platforms.slack.workspaces import Workspaces, team_id_of, workspace_of

PROMPTLY = 0.4
"""Seconds that a name may take before the one in the event does."""


class Actors:
    """Makes actors. Whoever presses a button that everyone sees never waits for their profile:
    nothing there needs rights, and a form must open at once.
    """

    def __init__(self, people: People, places: Places, workspaces: Workspaces) -> None:
        self._people = people
        self._places = places
        self._workspaces = workspaces

    def team_of(self, event: Interaction | Typed) -> str:
        """The team in which something happened.

        A guest by Slack Connect may come with their own workspace's id; what they act upon tells
        where the app is installed: the dialog, or the message of ours.
        """
        if self._workspaces.only:
            return self._workspaces.only
        if isinstance(event, Typed):
            return team_id_of(event.team_id)
        installed = event.view.app_installed_team_id if event.view else None
        posted = event.message.team if event.message else ""
        own = event.team.id if event.team else ""
        return team_id_of(installed or posted or own or event.user.team_id)

    def team_told(self, told: Notification) -> str:
        """The team that an event is about."""
        return self._workspaces.only or team_id_of(told.team_id)

    def origin_of(self, event: Interaction | Typed, opened_by: str) -> Origin:
        """The place of an event; in a dialog it is where the dialog came from."""
        team_id = self.team_of(event)
        if isinstance(event, Typed):
            name = self._places.heard(team_id, event.channel_id, event.channel_name)
            return Origin(event.channel_id, name, event.response_url, opened_by=opened_by)
        if event.view is not None and event.view.type == "modal":
            return Origin.unpacked(event.view.private_metadata)
        if event.channel is None:
            return Origin(opened_by=opened_by)
        name = self._places.heard(team_id, event.channel.id, event.channel.name)
        private = event.container.is_ephemeral
        return Origin(event.channel.id, name, event.response_url, private, opened_by)

    async def actor(
        self, event: Interaction | Typed, origin: Origin, *, within: float = PROMPTLY
    ) -> Actor:
        """The actor, waiting at most `within` seconds for what Slack knows about them."""
        team_id = self.team_of(event)
        member_id = event.user_id if isinstance(event, Typed) else event.user.id
        profile = (
            await self._people.known(team_id, member_id, within)
            if within
            else self._people.remembered(team_id, member_id)
        )
        return Actor(
            team_id=team_id,
            channel_id=origin.channel_id,
            member_id=member_id,
            name=_name(event, profile, team_id),
            channel_name=origin.channel_name,
            team_name="" if isinstance(event, Typed) or not event.team else event.team.name,
            admin=profile.admin if profile and not _foreign(profile, team_id) else False,
            zone=profile.zone if profile else "",
        )


def _name(event: Interaction | Typed, profile: Profile | None, team_id: str) -> str:
    """The shown name; a guest of another workspace has theirs noted."""
    if isinstance(event, Typed):
        return profile.name if profile else event.user_name or event.user_id
    name = profile.name if profile else event.user.name or event.user.username or event.user.id
    home = event.user.team_id
    if profile is None and (event.enterprise is not None or home in ("", workspace_of(team_id))):
        return name
    if profile is not None and not _foreign(profile, team_id):
        return name
    domain = event.team.domain if event.team and event.team.id == home else ""
    return f"{name} ({domain or home or 'guest'})"


def _foreign(profile: Profile, team_id: str) -> bool:
    """Whether somebody belongs to other workspaces only: what they manage there counts not here."""
    homes = [each for each in profile.workspaces if each.startswith("T")]
    return bool(homes) and workspace_of(team_id) not in homes
