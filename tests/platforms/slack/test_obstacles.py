"""What keeps a quiz out of a channel of Slack, and how the bot hears that it changed."""

import pytest

from bot.model.obstacle import Obstacle
from bot.platforms.slack.errors import Rejected, told
from bot.platforms.slack.manifest import CHANNEL_EVENTS
from bot.quiz.ports.chat import Gone, Refused, Unfit
from tests.platforms.slack.conftest import CHANNEL, GRACE, TEAM, Room
from tests.platforms.slack.standin.faults import broken, refused
from tests.platforms.slack.standin.world import Channel


async def found(room: Room, channel_id: str = CHANNEL) -> Obstacle | None:
    """What stands in the way in a channel."""
    return await room.run.platform.chat.obstacle(TEAM, channel_id)


async def test_in_a_channel_that_the_bot_is_in_nothing_stands_in_the_way(room: Room) -> None:
    assert await found(room) is None


@pytest.mark.parametrize(
    ("change", "problem", "remedy"),
    [
        (
            {"joined": False},
            "I can't post in #ml-study: I am not a member.",
            "Type `/invite @quizsheet` there.",
        ),
        (
            {"archived": True},
            "I can't post in #ml-study: it is archived.",
            "Bring it back from the archive, or type `/quizmaster move` in another channel.",
        ),
        (
            {"read_only": True},
            "I can't post in #ml-study: this workspace restricts who may.",
            "Ask an admin to let the app post there.",
        ),
    ],
)
async def test_what_stands_in_the_way_is_said_as_when_it_is_tried(
    room: Room, change: dict[str, bool], problem: str, remedy: str
) -> None:
    """The first words name the channel; https://docs.slack.dev/reference/objects/conversation-object"""
    await room.run.people.command(GRACE, "/lookup")
    for name, value in change.items():
        setattr(room.slack.world.channels[CHANNEL], name, value)
    assert await found(room) == Obstacle(problem, remedy)
    with pytest.raises(Refused) as tried:
        await room.post()
    assert tried.value.obstacle.remedy == remedy


async def test_a_private_channel_without_the_bot_and_none_at_all_look_alike(room: Room) -> None:
    room.slack.world.channels["C0HID"] = Channel("C0HID", "hidden", joined=False, private=True)
    for channel_id in ("C0HID", "C0NONE"):
        standing = await found(room, channel_id)
        assert standing is not None
        assert "it was deleted, or it is private and I am not in it" in standing.problem


async def test_a_direct_message_takes_no_quiz_and_says_why(room: Room) -> None:
    standing = await found(room, "D0GRACE")
    assert standing is not None
    assert standing.problem.startswith("A quiz needs a channel")
    assert room.slack.called("conversations.info") == []


async def test_an_install_that_may_not_ask_about_channels_works_as_before(room: Room) -> None:
    room.slack.world.reads_channels = False
    room.slack.world.channels[CHANNEL].archived = True
    assert await found(room) is None


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("not_in_channel", Refused),
        ("channel_not_found", Refused),
        ("is_archived", Refused),
        ("restricted_action", Refused),
        ("restricted_action_read_only_channel", Refused),
        ("restricted_action_thread_locked", Refused),
        ("posting_to_general_channel_denied", Refused),
        ("method_not_supported_for_channel_type", Refused),
        ("missing_scope", Refused),
        ("msg_too_long", Unfit),
        ("msg_blocks_too_long", Unfit),
        ("invalid_blocks", Unfit),
        ("no_text", Unfit),
        ("message_not_found", Gone),
        ("cannot_reply_to_message", Gone),
        ("edit_window_closed", Gone),
        ("user_not_found", Gone),
    ],
)
def test_what_slack_says_is_of_the_place_or_of_the_message(error: str, kind: type) -> None:
    """https://docs.slack.dev/reference/methods/chat.postMessage and chat.update, Errors"""
    assert type(told(Rejected(error), "#ml-study", "quizsheet")) is kind


@pytest.mark.parametrize("event", [each for each in CHANNEL_EVENTS if "joined" not in each])
async def test_a_channel_that_changed_is_passed_on(room: Room, event: str) -> None:
    named = {"id": CHANNEL, "name": "deep-learning", "created": 1}
    renamed = event.endswith("rename")
    await room.run.people.event({"type": event, "channel": named if renamed else CHANNEL})
    await room.slack.world.until(lambda: bool(room.desk.changes))
    assert room.desk.changes == [(TEAM, CHANNEL, "deep-learning" if renamed else "")]


async def test_only_the_bots_own_joining_is_of_interest(room: Room) -> None:
    for user in (GRACE, "U0BOT"):
        joined = {"type": "member_joined_channel", "user": user, "channel": CHANNEL}
        await room.run.people.event(joined)
    await room.slack.world.until(lambda: bool(room.desk.changes))
    assert room.desk.changes == [(TEAM, CHANNEL, "")]


async def lost(room: Room) -> None:
    """Slack refuses the token, and something is sent."""
    with pytest.raises(Exception, match="token"):
        await room.post("while refused")


async def test_one_refusal_of_a_token_that_slack_takes_silences_nobody(room: Room) -> None:
    room.slack.faults.next("chat.postMessage", refused("invalid_auth"))
    with pytest.raises(Exception, match="a token that Slack takes"):
        await room.post()
    assert room.desk.gone == []
    await room.post()


async def test_a_token_that_is_good_again_lets_the_workspace_in_without_a_restart(
    room: Room,
) -> None:
    assert room.run.platform.watch is not None
    room.run.platform.watch._first = 0.01
    room.desk.teams.clear()
    room.slack.world.tokens["xoxb-one"].state = "token_revoked"
    await lost(room)
    assert [team for team, _ in room.desk.gone] == [TEAM]
    room.slack.faults.next("auth.test", broken())
    room.slack.world.tokens["xoxb-one"].state = ""
    await room.slack.world.until(lambda: bool(room.desk.teams))
    await room.post()


async def test_the_word_of_a_revocation_is_followed_by_a_look_too(room: Room) -> None:
    assert room.run.platform.watch is not None
    room.run.platform.watch._first = 0.01
    room.desk.teams.clear()
    await room.run.people.event({"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}})
    await room.slack.world.until(lambda: bool(room.desk.gone))
    await room.slack.world.until(lambda: bool(room.desk.teams))
