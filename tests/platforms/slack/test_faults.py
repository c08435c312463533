"""What goes wrong between a person and the quiz, and what they are then told."""

import asyncio

import pytest

from bot.clock import SystemClock
from bot.model.event import Press, Submission
from bot.model.message import Amend, Ask, Say, Visibility
from bot.model.rights import NO_RIGHTS
from tests.platforms.desk import button, said
from tests.platforms.slack.conftest import ADA, GRACE, TEAM, Room
from tests.platforms.slack.desk import ANSWER_FORM
from tests.platforms.slack.running import running
from tests.platforms.slack.standin.faults import broken, dropped, limited
from tests.platforms.slack.standin.reading import labels, words
from tests.platforms.slack.standin.world import Opened, Person


async def test_an_expired_trigger_offers_the_form_again(socket_room: Room) -> None:
    room = socket_room
    post = await room.post()
    room.slack.world.trigger_life = -1.0
    await room.run.people.press(GRACE, post, "Answer")
    told = await room.sees(GRACE)
    assert "Slack waits three seconds for a form" in await room.whisper(GRACE)
    room.slack.world.trigger_life = 3.0
    await room.run.people.press(GRACE, told, "Open the form")
    assert (await room.dialog(GRACE, 2)).view["callback_id"] == "send:r1"


async def test_an_expired_trigger_of_a_command_says_to_type_it_again(socket_room: Room) -> None:
    socket_room.slack.world.trigger_life = -1.0
    await socket_room.run.people.command(GRACE, "/lookup")
    assert "Please type /lookup again." in await socket_room.whisper(GRACE)


async def test_a_slow_desk_opens_a_moments_patience_and_then_the_form(room: Room) -> None:
    post = await room.post()
    room.desk.pause = 2.0
    await room.run.people.press(GRACE, post, "Answer")
    dialog = await room.dialog(GRACE)
    assert dialog.view["title"]["text"] == "One moment"
    await room.slack.world.until(lambda: dialog.view["callback_id"] == "send:r1")


async def test_a_slow_desk_with_a_message_puts_it_into_the_open_dialog(socket_room: Room) -> None:
    post = await socket_room.post()
    socket_room.desk.pause = 2.0
    await socket_room.run.people.press(GRACE, post, "Hint")
    dialog = await socket_room.dialog(GRACE)
    await socket_room.slack.world.until(lambda: "hint" in words(dialog.view["blocks"]))


async def test_a_sent_form_is_acknowledged_in_time_though_the_desk_is_slow(room: Room) -> None:
    dialog = await _open(room)
    room.desk.pause = 2.5
    room.desk.says["send"] = Say(said("Correct: 10 points."))
    answer = await room.run.people.send_form(GRACE, dialog, {"answer": "k-means"})
    assert answer["response_action"] == "update"
    assert words(dialog.view["blocks"]) == "One moment, please."
    await room.slack.world.until(lambda: "Correct" in words(dialog.view["blocks"]))


async def test_a_slow_form_that_needs_mending_comes_back_with_what_was_typed(
    socket_room: Room,
) -> None:
    room = socket_room
    dialog = await _open(room)
    room.desk.pause = 2.5
    room.desk.says["send"] = Amend((("answer", "Please name three."),))
    await room.run.people.send_form(GRACE, dialog, {"answer": "k-means"})
    await room.slack.world.until(lambda: "name three" in words(dialog.view["blocks"]))
    field = next(b for b in dialog.view["blocks"] if b["type"] == "input")
    assert field["element"]["initial_value"] == "k-means"


async def test_a_form_closed_while_waiting_gives_the_text_back_in_private(
    socket_room: Room,
) -> None:
    room = socket_room
    dialog = await _open(room)
    room.desk.pause = 2.5
    room.desk.says["send"] = Amend((("answer", "Please name three."),))
    await room.run.people.send_form(GRACE, dialog, {"answer": "k-means, knn"})
    dialog.closed = True
    await room.slack.world.until(lambda: room.slack.world.whispers)
    whisper = room.slack.world.whispers[-1]
    assert "Your text: “k-means, knn”" in words(whisper.blocks)
    assert labels(whisper.blocks) == ("Answer",)


async def test_a_form_sent_twice_with_the_same_words_is_one_event(socket_room: Room) -> None:
    """A person who saw an error presses Send again: a new delivery, the same key."""
    room = socket_room
    dialog = await _open(room)
    await room.run.people.send_form(GRACE, dialog, {"answer": "k-means"})
    dialog.closed = False
    await room.run.people.send_form(GRACE, dialog, {"answer": "k-means"})
    dialog.closed = False
    await room.run.people.send_form(GRACE, dialog, {"answer": "k-nn"})
    keys = [event.key for event in room.desk.events if isinstance(event, Submission)]
    assert len(keys) == 3
    assert keys[0] == keys[1] != keys[2]


async def test_ids_of_an_older_version_reach_the_desk_which_explains(socket_room: Room) -> None:
    room = socket_room
    dialog = await _open(room)
    payload = room.run.people.sending(GRACE, dialog, {"answer": "x"})
    payload["view"] |= {"callback_id": "v0-answer", "private_metadata": "{not ours"}
    room.desk.says["v0-answer"] = Say(said("This form is from an older version."))
    await room.run.people.acknowledge(dialog, payload)
    assert "older version" in words(dialog.view["blocks"])
    post = await room.post("post-2")
    press = room.run.people.pressing(GRACE, post, "Hint")
    press["actions"][0] |= {"action_id": "old", "value": "gone-verb:1:2"}
    await room.run.people.deliver("interactive", press)
    assert "You asked for gone-verb." in await room.whisper(GRACE, 3)


async def test_a_button_without_a_value_and_an_unknown_event_are_acknowledged(
    room: Room,
) -> None:
    press = room.run.people.pressing(GRACE, await room.post(), "Hint")
    del press["actions"][0]["value"]
    assert await room.run.people.deliver("interactive", press) == {}
    assert await room.run.people.event({"type": "team_join"}) == {}
    assert room.desk.events == []


async def test_what_is_delivered_again_changes_nothing_twice(room: Room) -> None:
    room.run.people.repeats = 2
    room.desk.says["hint"] = Say(said("To all"), Visibility.CHANNEL)
    post = await room.post()
    await room.run.people.press(GRACE, post, "Hint")
    await room.run.people.press(GRACE, post, "Answer")
    await room.run.people.command(GRACE, "/quiz today")
    await room.run.people.visit_home(GRACE)
    await room.slack.world.until(lambda: len(room.shown(GRACE)) >= 3)
    assert len(room.desk.events) == 3
    assert len(room.shown(GRACE)) == 3
    assert len(room.slack.called("views.open")) == 1


async def test_a_repeated_form_gets_the_same_acknowledgement(socket_room: Room) -> None:
    room = socket_room
    dialog = await _open(room)
    room.desk.says["send"] = Amend((("answer", "Type something."),))
    payload = room.run.people.sending(GRACE, dialog, {"answer": ""})
    first = await room.run.people.deliver("interactive", payload)
    assert await room.run.people.deliver("interactive", payload) == first
    assert len([e for e in room.desk.events if isinstance(e, Submission)]) == 1


async def test_another_process_learns_from_the_store_what_was_done(socket_room: Room) -> None:
    room = socket_room
    post = await room.post()
    press = room.run.people.pressing(GRACE, post, "Hint")
    await room.run.people.deliver("interactive", press)
    await room.whisper(GRACE)
    async with running(room.slack, room.desk, room.store, SystemClock(), http=True) as other:
        await other.people._by_http("interactive", press, 1)
        await asyncio.sleep(0)
        await other.people.command(GRACE, "/quiz today")
        await room.whisper(GRACE, 2)
    assert [type(event) for event in room.desk.events].count(Press) == 1


async def test_a_used_up_response_address_falls_back_to_the_channel(socket_room: Room) -> None:
    room = socket_room
    room.slack.faults.always("response_url", broken(404))
    await room.run.people.command(GRACE, "/quiz today")
    assert await room.whisper(GRACE) == "You asked for quiz today."
    assert len(room.slack.called("chat.postEphemeral")) == 1


async def test_a_reply_where_the_bot_is_no_member_comes_as_a_direct_message(
    socket_room: Room,
) -> None:
    room = socket_room
    room.slack.faults.always("response_url", dropped(taken=False))
    room.slack.world.channels["C0ML"].joined = False
    await room.run.people.command(GRACE, "/quiz today")
    await room.slack.world.until(lambda: room.slack.world.messages)
    assert room.slack.world.messages[-1].channel == "D0GRACE"


async def test_a_guest_of_another_workspace_plays_under_their_name_with_their_team(
    socket_room: Room,
) -> None:
    room = socket_room
    world = room.slack.world
    world.people["U0ALAN"] = Person("U0ALAN", "Alan", admin=True, team_id="T0999")
    post = await room.post()
    room.run.people.team = "T0999"
    await room.run.people.press("U0ALAN", post, "Answer")
    dialog = await room.dialog("U0ALAN")
    room.run.people.team = "T0123"
    await room.run.people.send_form("U0ALAN", dialog, {"answer": "k-means"})
    await room.sees("U0ALAN", 2)
    press, sent = room.desk.events
    assert press.actor.team_id == sent.actor.team_id == TEAM
    assert sent.actor.name == "Alan (T0999)"
    assert sent.actor.rights == NO_RIGHTS, "managing another workspace gives no rights here"


async def test_a_guest_account_plays_like_anybody(socket_room: Room) -> None:
    socket_room.person(GRACE).guest = True
    await socket_room.run.people.command(GRACE, "/quiz today")
    await socket_room.whisper(GRACE)
    assert socket_room.desk.events[-1].actor.name == "Grace"


async def test_names_that_slack_does_not_give_in_time_come_from_the_event(
    socket_room: Room,
) -> None:
    room = socket_room
    room.slack.faults.always("users.info", limited(30))
    await room.run.people.command(ADA, "/quiz today")
    await room.whisper(ADA)
    actor = room.desk.events[-1].actor
    assert (actor.name, actor.rights) == ("ada", None)


async def test_a_revoked_token_pauses_the_team_and_tells_the_operator(
    socket_room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    room = socket_room
    post = await room.post()
    room.slack.world.tokens["xoxb-one"].state = "token_revoked"
    await room.run.people.press(GRACE, post, "Answer")
    await room.slack.world.until(lambda: room.desk.gone)
    assert room.desk.gone[0] == (TEAM, "The token of this workspace was revoked.")
    assert "until it is installed again" in caplog.text
    assert "xoxb" not in caplog.text


async def test_a_removed_app_leaves(room: Room) -> None:
    await room.run.people.event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"]}})
    await room.run.people.event({"type": "app_uninstalled"})
    await room.slack.world.until(lambda: room.desk.gone)
    await room.run.people.event({"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}})
    await room.slack.world.until(lambda: len(room.desk.gone) == 2)
    assert {team for team, _ in room.desk.gone} == {TEAM}


async def test_a_desk_that_asks_after_a_form_shows_the_next_form(socket_room: Room) -> None:
    room = socket_room
    dialog = await _open(room)
    room.desk.says["send"] = Ask(ANSWER_FORM)
    answer = await room.run.people.send_form(GRACE, dialog, {"answer": "x"})
    assert answer["response_action"] == "update"
    assert answer["view"]["callback_id"] == "send:r1"


async def test_a_button_in_a_dialog_opens_the_next_on_top(socket_room: Room) -> None:
    room = socket_room
    room.desk.page = said("Your quiz", button("Stats", "stats"))
    room.desk.says["stats"] = Say(said("Six days", button("More", "stats")))
    await room.run.people.visit_home(GRACE)
    await room.slack.world.until(lambda: GRACE in room.slack.world.homes)
    await room.run.people.press(GRACE, room.home(GRACE), "Stats")
    for number in (1, 2, 3, 4):
        seen = await room.dialog(GRACE, number)
        await room.run.people.press(GRACE, seen, "More")
    pushes = room.slack.called("views.push")
    await room.slack.world.until(lambda: room.slack.called("views.update"))
    assert len(pushes) >= 3, "the fourth does not fit on top and takes the place of the third"


async def _open(room: Room) -> Opened:
    await room.run.people.press(GRACE, await room.post(), "Answer")
    return await room.dialog(GRACE)


async def test_an_error_of_ours_is_owned_up_to(
    socket_room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken_desk(event: object) -> None:
        raise RuntimeError("a desk that breaks its promise")

    monkeypatch.setattr(socket_room.desk, "respond", broken_desk)
    await socket_room.run.people.command(GRACE, "/quiz today")
    assert "Something went wrong on our side" in await socket_room.whisper(GRACE)
