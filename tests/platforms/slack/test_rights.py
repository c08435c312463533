"""What Slack says of people: who manages, who is a guest, who is in a group; or nothing at all."""

import pytest

from bot.model.event import Call
from bot.model.rights import NO_RIGHTS, Rights
from bot.platforms.slack import people
from bot.platforms.slack.tenancy.workspaces import OneWorkspace
from bot.quiz.ports.chat import Busy, ChatError, Refused
from tests.platforms.slack.conftest import ADA, CHANNEL, EDSGER, GRACE, TEAM, Room
from tests.platforms.slack.standin.faults import Fault, broken, limited, refused
from tests.platforms.slack.standin.world import Person

LEADS = "S0MLLEADS"


async def test_who_manages_the_workspace_and_who_does_not(socket_room: Room) -> None:
    chat = socket_room.run.platform.chat
    assert await chat.rights(TEAM, ADA) == Rights(manages=True, groups=frozenset())
    assert await chat.rights(TEAM, GRACE) == Rights(groups=frozenset())
    assert "admins and owners" in chat.managers


async def test_who_is_not_of_the_workspace_has_no_rights_in_it(socket_room: Room) -> None:
    """Somebody from a connected workspace, a deactivated account, and nobody at all."""
    world, chat = socket_room.slack.world, socket_room.run.platform.chat
    world.people["U0ALAN"] = Person("U0ALAN", "Alan", admin=True, team_id="T0999")
    world.people["U0GONE"] = Person("U0GONE", "Gone", admin=True, deleted=True)
    assert not (await chat.rights(TEAM, "U0ALAN")).belongs
    assert await chat.rights(TEAM, "U0GONE") == NO_RIGHTS
    assert await chat.rights(TEAM, "U0NOBODY") == NO_RIGHTS


@pytest.mark.parametrize("fault", [broken(), refused("internal_error"), refused("missing_scope")])
async def test_a_failed_look_up_is_an_error_and_is_not_remembered_as_a_no(
    socket_room: Room, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, chat = socket_room, socket_room.run.platform.chat
    room.slack.faults.always("users.info", fault)
    with pytest.raises(ChatError):
        await chat.rights(TEAM, ADA)
    room.slack.faults.always("users.info", None)
    with pytest.raises(ChatError):
        await chat.rights(TEAM, ADA)
    monkeypatch.setattr(people, "_NOT_AGAIN", -1.0)
    assert (await chat.rights(TEAM, ADA)).manages


async def test_where_slack_asks_to_wait_nobody_is_refused(socket_room: Room) -> None:
    socket_room.slack.faults.always("users.info", limited(30))
    with pytest.raises(Busy):
        await socket_room.run.platform.chat.rights(TEAM, ADA)


def last_rights(room: Room) -> Rights | None:
    """What Slack said of whoever did the last thing."""
    return room.desk.events[-1].actor.rights


async def test_an_event_brings_the_rights_that_are_known_and_no_others(
    socket_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = socket_room
    room.slack.faults.always("users.info", broken())
    await room.run.people.command(ADA, "/quiz today")
    await room.whisper(ADA)
    assert last_rights(room) is None
    room.slack.faults.always("users.info", None)
    monkeypatch.setattr(people, "_NOT_AGAIN", -1.0)
    await room.run.people.command(ADA, "/quiz today")
    await room.whisper(ADA, 2)
    assert last_rights(room) == Rights(manages=True)
    monkeypatch.setattr(people, "FRESH", -1.0)
    room.slack.faults.always("users.info", broken())
    await room.run.people.command(ADA, "/quiz today")
    await room.whisper(ADA, 3)
    actor = room.desk.events[-1].actor
    assert (actor.name, actor.rights) == ("Ada", None), "an old name serves, old rights do not"


async def test_the_people_of_a_user_group_are_asked_for_once(socket_room: Room) -> None:
    room, chat = socket_room, socket_room.run.platform.chat
    groups = frozenset({LEADS})
    assert (await chat.rights(TEAM, GRACE, groups)).groups == groups
    assert (await chat.rights(TEAM, EDSGER, groups)).groups == frozenset()
    assert (await chat.rights(TEAM, GRACE, frozenset({"S0NONE"}))).groups == frozenset()
    assert len(room.slack.called("usergroups.users.list")) == 2


async def test_without_the_scope_for_groups_it_is_said_which_one_is_missing(
    socket_room: Room,
) -> None:
    socket_room.slack.world.reads_groups = False
    with pytest.raises(Refused, match="permission"):
        await socket_room.run.platform.chat.rights(TEAM, GRACE, frozenset({LEADS}))


async def test_a_user_group_is_appointed_by_its_mention(socket_room: Room) -> None:
    room = socket_room
    await room.run.people.command(ADA, f"/quizmaster appoint <!subteam^{LEADS}|@ml-leads>")
    await room.whisper(ADA)
    call = room.desk.events[-1]
    assert isinstance(call, Call)
    assert call.arguments == {"group": LEADS}
    assert call.names == {LEADS: "ml-leads"}


async def test_appoint_alone_asks_for_the_person_in_a_dialog(socket_room: Room) -> None:
    room = socket_room
    await room.run.people.command(ADA, "/quizmaster appoint")
    dialog = await room.dialog(ADA)
    assert [block["block_id"] for block in dialog.view["blocks"] if block["type"] == "input"] == [
        "member"
    ]


async def test_with_its_own_token_a_workspace_has_the_channels_that_it_can_post_in(
    socket_room: Room,
) -> None:
    chat = socket_room.run.platform.chat
    assert await chat.has_channel(TEAM, CHANNEL)
    for strange in ("", "ml-study", "C0ML:C1", "U0ADA", "C" * 40, "../C0ML"):
        assert not await chat.has_channel(TEAM, strange)


async def test_the_token_of_an_organisation_makes_no_channel_a_workspaces_own(
    socket_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It opens every channel of every workspace; only where something was heard is one theirs."""
    room, chat = socket_room, socket_room.run.platform.chat

    async def is_own(_self: object, _team_id: str) -> bool:
        return False

    monkeypatch.setattr(OneWorkspace, "is_own", is_own)
    assert not await chat.has_channel(TEAM, CHANNEL)
    await room.run.people.command(ADA, "/quiz today")
    await room.whisper(ADA)
    assert await chat.has_channel(TEAM, CHANNEL)
    assert not await chat.has_channel(TEAM, "C0OTHER")
