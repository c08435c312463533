"""What a person may do in Slack: known, asked for, or not to be learnt just now."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import SystemClock
from bot.model.event import Call
from bot.model.rights import NO_RIGHTS, Rights
from bot.platforms.slack.people import Profile
from bot.quiz.ports.chat import Busy, Refused, Revoked, Unreachable
from bot.store import SqlStore
from tests.platforms.slack.conftest import ADA, CHANNEL, EDSGER, GRACE, TEAM, Room
from tests.platforms.slack.desk import slack_desk
from tests.platforms.slack.running import running
from tests.platforms.slack.standin import Person, Slack
from tests.platforms.slack.standin.faults import broken, limited, refused
from tests.platforms.slack.standin.world import Grant

LEADS, OTHERS = "S0LEADS", "S0OTHERS"
MEMBER, MANAGER = Rights(), Rights(manages=True)


async def rights(room: Room, user: str, *groups: str) -> Rights:
    """What Slack says now of somebody in the one workspace."""
    return await room.run.platform.chat.rights(TEAM, user, frozenset(groups))


async def acts(room: Room, user: str) -> Rights | None:
    """What is known of somebody when they type a command."""
    await room.run.people.command(user, "/quiz today")
    await room.sees(user)
    return room.desk.events[-1].actor.rights


async def test_admins_and_owners_manage_and_others_belong(socket_room: Room) -> None:
    socket_room.person(EDSGER).owner = True
    assert await rights(socket_room, ADA) == MANAGER
    assert await rights(socket_room, EDSGER) == MANAGER
    assert await rights(socket_room, GRACE) == MEMBER
    assert socket_room.run.platform.chat.managers == "admins and owners of the workspace"


async def test_a_guest_account_of_the_workspace_belongs_to_it(socket_room: Room) -> None:
    socket_room.person(GRACE).guest = True
    assert await rights(socket_room, GRACE) == MEMBER


async def test_nobody_else_has_a_part_in_the_workspace(socket_room: Room) -> None:
    """Deactivated, of another workspace by a shared channel, or not known at all."""
    socket_room.person(ADA).deleted = True
    alan = Person("U0ALAN", "Alan", admin=True, team_id="T0999")
    socket_room.slack.world.people["U0ALAN"] = alan
    for user in (ADA, "U0ALAN", "U0NOBODY"):
        assert await rights(socket_room, user) == NO_RIGHTS


async def test_who_is_not_known_there_is_an_answer_and_is_remembered(socket_room: Room) -> None:
    for _ in range(3):
        assert await rights(socket_room, "U0NOBODY") == NO_RIGHTS
    assert len(socket_room.slack.called("users.info")) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (broken(), Unreachable),
        (limited(30), Busy),
        (refused("fatal_error"), Unreachable),
        (refused("missing_scope"), Refused),
        (refused("something_new"), Refused),
    ],
    ids=["down", "busy", "in trouble", "without the scope", "an unknown no"],
)
async def test_a_failed_look_up_is_neither_a_yes_nor_a_no(
    socket_room: Room, fault: object, error: type[Exception]
) -> None:
    socket_room.slack.faults.always("users.info", fault)  # type: ignore[arg-type]
    with pytest.raises(error):
        await rights(socket_room, ADA)
    calls = len(socket_room.slack.called("users.info"))
    assert await acts(socket_room, ADA) is None, "nothing is known, which is no refusal"
    with pytest.raises(error):
        await rights(socket_room, ADA)
    assert len(socket_room.slack.called("users.info")) == calls, "nor is Slack asked at once again"


async def test_a_token_that_was_revoked_is_said_to_be(socket_room: Room) -> None:
    socket_room.slack.world.tokens["xoxb-one"].state = "token_revoked"
    with pytest.raises(Revoked):
        await rights(socket_room, ADA)


async def test_what_was_asked_is_known_when_the_person_acts(socket_room: Room) -> None:
    await rights(socket_room, GRACE)
    socket_room.slack.faults.always("users.info", broken())
    assert await acts(socket_room, GRACE) == MEMBER


async def test_a_guest_by_a_shared_channel_acts_without_belonging(socket_room: Room) -> None:
    alan = Person("U0ALAN", "Alan", admin=True, team_id="T0999")
    socket_room.slack.world.people["U0ALAN"] = alan
    assert await acts(socket_room, "U0ALAN") == NO_RIGHTS


async def test_groups_are_told_where_they_are_asked_for(socket_room: Room) -> None:
    socket_room.slack.world.groups = {LEADS: [GRACE], OTHERS: [EDSGER]}
    assert (await rights(socket_room, GRACE)).groups is None, "nobody asked"
    assert (await rights(socket_room, GRACE, LEADS, OTHERS)).groups == frozenset({LEADS})
    assert (await rights(socket_room, EDSGER, LEADS)).groups == frozenset()
    lists = socket_room.slack.called("usergroups.users.list")
    assert sorted(call["usergroup"] for call in lists) == [LEADS, OTHERS], "each is read once"


async def test_of_whoever_manages_anyway_no_group_is_read(socket_room: Room) -> None:
    socket_room.slack.world.reads_groups = False
    assert await rights(socket_room, ADA, LEADS) == MANAGER
    assert socket_room.slack.called("usergroups.users.list") == []


async def test_a_group_that_was_deleted_holds_nobody(socket_room: Room) -> None:
    assert await rights(socket_room, GRACE, LEADS) == Rights(groups=frozenset())


async def test_without_the_scope_the_refusal_names_it(socket_room: Room) -> None:
    socket_room.slack.world.groups = {LEADS: [GRACE]}
    socket_room.slack.world.reads_groups = False
    with pytest.raises(Refused) as told:
        await rights(socket_room, GRACE, LEADS)
    assert "usergroups:read" in told.value.obstacle.problem
    assert "install the app again" in told.value.obstacle.remedy


async def test_one_group_that_is_known_suffices(socket_room: Room) -> None:
    socket_room.slack.world.groups = {LEADS: [GRACE], OTHERS: [GRACE]}
    await rights(socket_room, GRACE, LEADS)
    socket_room.slack.faults.always("usergroups.users.list", broken())
    assert (await rights(socket_room, GRACE, LEADS, OTHERS)).groups == frozenset({LEADS})
    with pytest.raises(Unreachable):
        await rights(socket_room, EDSGER, LEADS, OTHERS)


async def test_a_group_stands_in_for_nobody_outside(socket_room: Room) -> None:
    socket_room.person(GRACE).deleted = True
    socket_room.slack.world.groups = {LEADS: [GRACE]}
    assert await rights(socket_room, GRACE, LEADS) == NO_RIGHTS


async def test_a_workspaces_own_token_opens_its_channels_alone(socket_room: Room) -> None:
    chat = socket_room.run.platform.chat
    assert await chat.has_channel(TEAM, CHANNEL)
    assert await chat.has_channel(TEAM, "G0NEVERHEARDOF")
    assert not await chat.has_channel(TEAM, "general")
    assert not await chat.has_channel(TEAM, "")
    with pytest.raises(Revoked):
        await chat.has_channel("slack:T0999", CHANNEL)


@pytest.fixture
async def org_room(slack: Slack, sqlite_store: SqlStore) -> AsyncIterator[Room]:
    """A room whose one token is an organisation's, for two workspaces."""
    slack.world.tokens["xoxb-one"] = Grant("", "E0ORG", org=True)
    desk = slack_desk()
    async with running(slack, desk, sqlite_store, SystemClock()) as run:
        run.people.enterprise, run.people.org = "E0ORG", True
        yield Room(slack, desk, sqlite_store, run)


async def test_under_an_organisation_a_channel_is_of_the_workspace_where_it_was_met(
    org_room: Room,
) -> None:
    chat = org_room.run.platform.chat
    assert not await chat.has_channel(TEAM, CHANNEL), "nobody did anything there yet"
    await acts(org_room, GRACE)
    assert await chat.has_channel(TEAM, CHANNEL)
    assert not await chat.has_channel("slack:T0999", CHANNEL)


async def test_under_an_organisation_who_manages_one_workspace_manages_no_other(
    org_room: Room,
) -> None:
    chat, ada, grace = org_room.run.platform.chat, org_room.person(ADA), org_room.person(GRACE)
    ada.workspaces = ("T0123", "T0999")
    grace.workspaces, grace.leads_org = ("T0123", "T0999"), True
    assert await chat.rights(TEAM, ADA) == MANAGER
    assert await chat.rights("slack:T0999", ADA) == MEMBER
    assert await chat.rights("slack:T0999", GRACE) == MANAGER, "it is of the organisation"
    assert await chat.rights("slack:T0777", GRACE) == NO_RIGHTS


async def test_under_an_organisation_the_workspace_of_a_group_is_said(org_room: Room) -> None:
    org_room.slack.world.groups = {LEADS: [GRACE]}
    assert (await rights(org_room, GRACE, LEADS)).groups == frozenset({LEADS})
    (call,) = org_room.slack.called("usergroups.users.list")
    assert call["team_id"] == "T0123"


async def test_a_user_group_that_was_typed_comes_with_its_name(socket_room: Room) -> None:
    line = "/quizmaster appoint <!subteam^S0LEADS|@ml-leads>"
    await socket_room.run.people.command(ADA, line)
    await socket_room.whisper(ADA)
    call = socket_room.desk.heard(Call)
    assert call.arguments == {"group": LEADS}
    assert call.names == {LEADS: "ml-leads"}


@pytest.mark.parametrize("said", [{}, {"id": "U1"}, {"id": "U1", "is_admin": True}, None, "U1"])
def test_a_profile_without_a_workspace_proves_nothing(said: object) -> None:
    assert Profile.read(said, TEAM, shared=False).rights(TEAM) == NO_RIGHTS
