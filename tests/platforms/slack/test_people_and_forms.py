"""What people do in Slack reaches the desk, and what it says is shown to them alone."""

from bot.model.event import Call, Point, Press, Submission
from bot.model.message import Amend, Say, Visibility
from bot.model.rights import Rights
from tests.platforms.desk import button, said
from tests.platforms.slack.conftest import ADA, CHANNEL, GRACE, TEAM, Room
from tests.platforms.slack.standin.reading import inputs, words


async def test_the_answer_button_opens_the_form(room: Room) -> None:
    post = await room.post()
    await room.run.people.press(GRACE, post, "Answer")
    dialog = await room.dialog(GRACE)
    assert dialog.view["title"]["text"] == "Question of the day"
    assert "single instance" in words(dialog.view["blocks"])
    assert inputs(dialog.view["blocks"]) == ("answer",)


async def test_what_was_sent_is_answered_in_private_and_the_form_closes(room: Room) -> None:
    room.desk.says["send"] = Say(said("Correct: 10 points.", button("My stats", "stats")))
    post = await room.post()
    await room.run.people.press(GRACE, post, "Answer")
    dialog = await room.dialog(GRACE)
    await room.run.people.send_form(GRACE, dialog, {"answer": "k-means"})
    assert await room.whisper(GRACE, 2) == "Correct: 10 points."
    assert dialog.closed
    sent = room.desk.events[-1]
    assert isinstance(sent, Submission)
    assert sent.values == {"answer": "k-means"}
    assert (sent.actor.team_id, sent.actor.channel_id) == (TEAM, CHANNEL)
    assert sent.actor.name == "Grace"
    assert sent.actor.channel_name == "ml-study"
    assert len(room.slack.world.messages) == 1


async def test_a_form_stays_open_with_what_is_wrong(room: Room) -> None:
    room.desk.says["send"] = Amend((("answer", "Type something first."),))
    await room.run.people.press(GRACE, await room.post(), "Answer")
    dialog = await room.dialog(GRACE)
    await room.run.people.send_form(GRACE, dialog, {"answer": " "})
    assert dialog.errors == {"answer": "Type something first."}
    assert not dialog.closed


async def test_a_slash_command_is_answered_in_private(room: Room) -> None:
    await room.run.people.command(ADA, "/quiz top week")
    assert await room.whisper(ADA) == "You asked for quiz top."
    call = room.desk.events[-1]
    assert isinstance(call, Call)
    assert call.arguments == {"window": "week"}
    assert (call.actor.name, call.actor.zone) == ("Ada", "Europe/Berlin")
    assert call.actor.rights == Rights(manages=True)


async def test_a_line_that_names_no_command_reaches_the_desk_too(room: Room) -> None:
    await room.run.people.command(GRACE, "/quiz dance with me")
    assert await room.whisper(GRACE) == "You asked for quiz dance."


async def test_mentions_and_escapes_in_a_command_are_undone(room: Room) -> None:
    await room.run.people.command(ADA, "/quiz quizmaster <@U0GRACE|grace>")
    await room.run.people.command(ADA, "/lookup precision &amp; recall &lt;0.5")
    await room.sees(ADA, 2)
    first, second = room.desk.events
    assert isinstance(first, Call)
    assert isinstance(second, Call)
    assert first.arguments == {"member": "U0GRACE"}
    assert second.arguments == {"query": "precision & recall <0.5"}


async def test_a_command_without_what_it_needs_opens_a_form_that_completes(room: Room) -> None:
    await room.run.people.command(GRACE, "/lookup")
    dialog = await room.dialog(GRACE)
    assert dialog.view["title"]["text"] == "/lookup"
    offered = await room.run.people.suggest(GRACE, dialog, "query", "re")
    assert offered == ("Recall", "re")
    assert room.desk.completions[-1].path == ("lookup",)
    await room.run.people.send_form(GRACE, dialog, {"query": "Recall"})
    assert await room.whisper(GRACE, 2) == "You asked for lookup."
    call = room.desk.events[-1]
    assert isinstance(call, Call)
    assert call.arguments == {"query": "Recall"}


async def test_every_kind_of_option_has_its_field(room: Room) -> None:
    await room.run.people.command(GRACE, "/quiz sheet")
    dialog = await room.dialog(GRACE)
    kinds = [b["element"]["type"] for b in dialog.view["blocks"] if b["type"] == "input"]
    assert kinds == ["external_select", "number_input", "plain_text_input", "static_select"]
    assert await room.run.people.suggest(GRACE, dialog, "sheet", "nothing like it") == ()


async def test_the_shortcut_points_at_a_message(room: Room) -> None:
    post = await room.post()
    await room.run.people.point(GRACE, post)
    assert await room.whisper(GRACE) == "You asked for report."
    point = room.desk.events[-1]
    assert isinstance(point, Point)
    assert (point.message.channel_id, point.message.message_id) == (CHANNEL, post.ts)


async def test_the_home_tab_shows_the_members_own_page(room: Room) -> None:
    await room.run.people.visit_home(GRACE)
    await room.slack.world.until(lambda: GRACE in room.slack.world.homes)
    assert words(room.slack.world.homes[GRACE]["blocks"]) == "Your quiz"
    assert room.desk.visitors[-1].name == "Grace"


async def test_what_is_sent_from_the_home_tab_is_answered_in_the_dialog(room: Room) -> None:
    room.desk.says["send"] = Say(said("Correct: 10 points."))
    world, people = room.slack.world, room.run.people
    await people.visit_home(GRACE)
    await world.until(lambda: GRACE in world.homes)
    await people.press(GRACE, room.home(GRACE), "Answer")
    dialog = await room.dialog(GRACE)
    await people.send_form(GRACE, dialog, {"answer": "x"})
    assert words(dialog.view["blocks"]) == "Correct: 10 points."
    await world.until(lambda: len(room.desk.visitors) >= 3)


async def test_a_reply_to_all_is_said_in_the_channel(room: Room) -> None:
    room.desk.says["lookup"] = Say(said("Horovod", button("Share with channel", "share", "q1")))
    room.desk.says["share"] = Say(said("Horovod, shared"), Visibility.CHANNEL)
    await room.run.people.command(GRACE, "/lookup horovod")
    card = await room.sees(GRACE)
    await room.run.people.press(GRACE, card, "Share")
    await room.slack.world.until(lambda: room.slack.world.messages)
    assert [words(m.blocks) for m in room.slack.world.messages] == ["Horovod, shared"]


async def test_a_private_message_is_replaced_where_asked(room: Room) -> None:
    room.desk.says["quiz today"] = Say(said("Today", button("Other", "entry", "q1")))
    room.desk.says["entry"] = Say(said("The other one"), replaces=True)
    await room.run.people.command(GRACE, "/quiz today")
    await room.run.people.press(GRACE, await room.sees(GRACE), "Other")
    await room.sees(GRACE, 2)
    assert [words(w.blocks) for w in room.slack.world.whispers] == ["The other one"]


async def test_a_press_is_told_with_its_action_and_key(room: Room) -> None:
    await room.run.people.press(GRACE, await room.post(), "Hint")
    await room.whisper(GRACE)
    press = room.desk.events[-1]
    assert isinstance(press, Press)
    assert str(press.action) == "hint:r1"
    assert press.key
