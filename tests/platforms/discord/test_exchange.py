"""Interactions: what people do reaches the desk, and its answer reaches them in time."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.event import Call, Completion, Point, Press, Submission
from bot.model.message import (
    Amend,
    Ask,
    Button,
    Buttons,
    Choice,
    ChoiceInput,
    FileInput,
    Form,
    Message,
    Reply,
    Say,
    Section,
    TextInput,
    Visibility,
)
from bot.model.rights import Rights
from bot.model.round import MessageRef
from bot.model.text import line
from bot.store import SqlStore
from tests.platforms.desk import HandDesk
from tests.platforms.desk import said as words
from tests.platforms.discord.connecting import connected
from tests.platforms.discord.stage import seen
from tests.platforms.discord.standin import StandIn
from tests.platforms.discord.standin.acts import Acts
from tests.platforms.discord.standin.world import EPHEMERAL, EVERYTHING, FORUM, MANAGE_GUILD, Posted
from tests.platforms.running import until

FORM = Form(
    "Your answer",
    Action("send", ("r1",)),
    (
        TextInput("answer", "Answer", lines=3),
        ChoiceInput("how", "How sure?", (Choice("sure", "Sure"), Choice("not", "Not")), "sure"),
    ),
    (Section(line("Which one?")),),
)
ANSWER = {"type": 2, "style": 1, "label": "Answer", "custom_id": "answer:r1"}
QUESTION = {"content": "?", "components": [{"type": 1, "components": [ANSWER]}]}


@pytest.fixture
def desk() -> HandDesk:
    """A desk to be told what to say."""
    return HandDesk(lambda _: Say(words("Done.")))


@pytest.fixture
async def acts(standin: StandIn, desk: HandDesk, sqlite_store: SqlStore) -> AsyncIterator[Acts]:
    """People in a server with the bot."""
    async with connected(standin, desk, sqlite_store):
        yield standin.acts


@pytest.fixture
def post(standin: StandIn) -> Posted:
    """A question of the bot's in the channel."""
    return standin.world.add_message(standin.channel, standin.world.bot, QUESTION)


async def test_a_command_arrives_with_path_arguments_and_its_own_key(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    outcome = await acts.command(standin.grace, standin.channel, ("quiz", "top"), window="week")
    assert seen(outcome.posted).text == "Done."
    assert seen(outcome.posted).private
    (call,) = desk.events
    assert isinstance(call, Call)
    assert (call.path, call.arguments) == (("quiz", "top"), {"window": "week"})
    assert call.key in standin.world.interactions


async def test_the_actor_is_the_member_in_their_server_and_channel(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    await acts.command(standin.grace, standin.channel, ("quiz", "help"))
    actor = desk.events[0].actor
    assert (actor.team_id, actor.channel_id) == (f"discord:{standin.guild.id}", standin.channel.id)
    assert (actor.member_id, actor.name) == (standin.grace.id, "Grace")
    assert (actor.team_name, actor.channel_name) == ("Study group", "ml-study")


async def test_who_manages_the_server_is_told_by_discord(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    manager = standin.world.add_person("Alan", EVERYTHING | MANAGE_GUILD)
    for person in (standin.grace, manager):
        await acts.command(person, standin.channel, ("quiz", "help"))
    rights = [event.actor.rights for event in desk.events]
    assert [each and each.manages for each in rights] == [False, True]


async def test_a_press_opens_the_form(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.answer = lambda _: Ask(FORM)
    outcome = await acts.press(standin.grace, post, "answer:r1")
    assert (outcome.kind, outcome.data["title"]) == ("modal", "Your answer")
    assert desk.events[0] == Press(
        desk.events[0].actor, Action("answer", ("r1",)), desk.events[0].key
    )


async def test_a_form_comes_back_with_what_was_typed_and_chosen(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.answer = lambda event: Ask(FORM) if isinstance(event, Press) else Say(words("Correct."))
    modal = (await acts.press(standin.grace, post, "answer:r1")).data
    outcome = await acts.submit(standin.grace, standin.channel, modal, {"answer": "k-NN"}, post)
    assert seen(outcome.posted).text == "Correct."
    sent = desk.events[-1]
    assert isinstance(sent, Submission)
    assert (sent.action, sent.values) == (FORM.action, {"answer": "k-NN", "how": "sure"})


async def test_a_form_to_be_corrected_opens_again_with_the_text_kept(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    """A modal cannot answer a modal: a private message with a button comes between."""
    replies: Iterator[Reply] = iter(
        [Ask(FORM), Amend((("answer", "Say a little more."),)), Say(words("Correct."))]
    )
    desk.answer = lambda _: next(replies)
    modal = (await acts.press(standin.grace, post, "answer:r1")).data
    values = {"answer": "knn", "how": "not"}
    between = await acts.submit(standin.grace, standin.channel, modal, values, post)
    assert "Say a little more." in seen(between.posted).text
    assert seen(between.posted).private
    (row,) = between.posted.payload["components"]
    again = await acts.press(standin.grace, between.posted, row["components"][0]["custom_id"])
    (_, answer, how) = again.data["components"]
    assert (answer["component"]["value"], answer["description"]) == ("knn", "Say a little more.")
    assert [o["default"] for o in how["component"]["options"]] == [False, True]
    done = await acts.submit(standin.grace, standin.channel, again.data, {}, between.posted)
    assert seen(done.posted).text == "Correct."
    assert desk.heard(Submission).values == values


async def test_a_form_from_before_a_restart_is_answered_with_the_text_to_copy(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.answer = lambda _: Amend((("answer", "Say a little more."),))
    modal = {
        "custom_id": "send:r1",
        "components": [{"type": 18, "component": {"type": 4, "custom_id": "answer"}}],
    }
    outcome = await acts.submit(standin.grace, standin.channel, modal, {"answer": "my long text"})
    assert "my long text" in seen(outcome.posted).text


async def test_a_button_of_a_form_from_before_a_restart_says_where_to_go(
    standin: StandIn, acts: Acts, post: Posted
) -> None:
    outcome = await acts.press(standin.grace, post, "~form:long-gone")
    assert "open it again" in seen(outcome.posted).text


async def test_a_form_in_answer_to_a_form_is_offered_by_a_button(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.answer = lambda _: Ask(FORM)
    modal = (await acts.press(standin.grace, post, "answer:r1")).data
    outcome = await acts.submit(standin.grace, standin.channel, modal, {"answer": "x"}, post)
    assert seen(outcome.posted).buttons == ("Open the form",)


async def test_a_button_works_after_a_restart_and_after_a_month(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    """All its state is in its custom id, so a new process knows what to do."""
    for _ in range(2):
        post = standin.world.add_message(standin.channel, standin.world.bot, QUESTION)
        post.payload["timestamp"] = "2024-01-01T09:00:00+00:00"
        async with connected(standin, desk, sqlite_store):
            await standin.acts.press(standin.grace, post, "answer:r1")
    pressed = [desk.heard(Press, at).action for at in range(len(desk.events))]
    assert pressed == [Action("answer", ("r1",))] * 2


async def test_what_takes_long_is_acknowledged_in_time_and_follows(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.gate.clear()
    interaction = await acts.begin(
        standin.grace, standin.channel, 3, acts.press_data("answer:r1"), post
    )
    await until(lambda: interaction.response == 5)
    assert interaction.ephemeral
    standin.world.ahead += 600
    desk.gate.set()
    assert seen((await acts.see(interaction)).posted).text == "Done."


async def test_a_form_after_an_acknowledgement_is_offered_by_a_button(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.gate.clear()
    desk.answer = lambda _: Ask(FORM)
    interaction = await acts.begin(
        standin.grace, standin.channel, 3, acts.press_data("answer:r1"), post
    )
    await until(lambda: interaction.response == 5)
    desk.gate.set()
    offered = (await acts.see(interaction)).posted
    assert seen(offered).buttons == ("Open the form",)
    (row,) = offered.payload["components"]
    opened = await acts.press(standin.grace, offered, row["components"][0]["custom_id"])
    assert opened.data["title"] == "Your answer"


async def test_a_slow_reply_for_all_is_posted_for_all(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.gate.clear()
    desk.answer = lambda _: Say(words("For everyone"), Visibility.CHANNEL)
    interaction = await acts.begin(
        standin.grace, standin.channel, 3, acts.press_data("share:q1"), post
    )
    await until(lambda: interaction.response == 5)
    desk.gate.set()
    await until(lambda: bool(interaction.followups))
    assert seen(interaction.followups[0]).text == "For everyone"
    assert not seen(interaction.followups[0]).private
    assert interaction.original is not None
    assert seen(interaction.original).private


async def test_a_reply_that_replaces_takes_the_place_of_the_private_message(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    board = Message(
        (Section(line("This week")), Buttons((Button("This month", Action("board", ("month",))),))),
        "Board",
    )
    desk.answer = lambda event: (
        Say(board) if isinstance(event, Call) else Say(words("This month"), replaces=True)
    )
    first = await acts.command(standin.grace, standin.channel, ("quiz", "top"))
    second = await acts.press(standin.grace, first.posted, "board:month")
    assert second.kind == "update"
    assert seen(first.posted).text == "This month"


async def test_a_reply_never_replaces_a_post_that_all_see(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.answer = lambda _: Say(words("Only for you"), replaces=True)
    outcome = await acts.press(standin.grace, post, "hint:r1")
    assert outcome.kind == "message"
    assert seen(outcome.posted).private
    assert seen(post).text == "?"


async def test_typing_is_completed(standin: StandIn, desk: HandDesk, acts: Acts) -> None:
    desk.choices = (
        Choice("q1", "Horovod"),
        Choice("x" * 101, "Horovod, by a value that is too long"),
    )
    choices = await acts.complete(standin.grace, standin.channel, ("lookup",), "query", "horo")
    assert choices == ({"name": "Horovod", "value": "q1"},)
    completion = desk.completions[0]
    assert completion == Completion(completion.actor, ("lookup",), "query", "horo")


async def test_at_most_25_values_are_offered(standin: StandIn, desk: HandDesk, acts: Acts) -> None:
    desk.choices = tuple(Choice(f"q{n}", "x" * 150) for n in range(40))
    choices = await acts.complete(standin.grace, standin.channel, ("lookup",), "query", "x")
    assert len(choices) == 25


async def test_reporting_points_at_the_post(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    await acts.point(standin.grace, standin.channel, "Report this question", post)
    point = desk.events[0]
    team = f"discord:{standin.guild.id}"
    assert point == Point(
        point.actor, "report", MessageRef(team, standin.channel.id, post.id), point.key
    )


async def test_reporting_a_reveal_points_at_the_post_above_its_thread(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    thread = standin.world.add_thread(standin.channel, "Answer", standin.world.bot, post.id)
    reveal = standin.world.add_message(thread, standin.world.bot, {"content": "The answer"})
    await standin.gateway.dispatch("THREAD_CREATE", thread.payload(), standin.guild.id)
    await acts.point(standin.grace, thread, "Report this question", reveal)
    assert desk.heard(Point, 0).message.channel_id == standin.channel.id
    assert desk.heard(Point, 0).message.message_id == post.id


@pytest.mark.parametrize("hook", ["", "4711"], ids=["a person", "a webhook"])
async def test_what_the_bot_did_not_write_cannot_be_reported(
    standin: StandIn, desk: HandDesk, acts: Acts, hook: Any
) -> None:
    author = standin.world.bot if hook else standin.edsger
    message = standin.world.add_message(standin.channel, author, {"content": "Hi"})
    if hook:
        message.payload["webhook_id"] = hook
    outcome = await acts.point(standin.grace, standin.channel, "Report this question", message)
    assert "did not post that message" in seen(outcome.posted).text
    assert desk.events == []


async def test_stats_of_a_person_are_asked_from_their_menu(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    await acts.point(standin.grace, standin.channel, "Quiz stats", standin.edsger)
    call = desk.heard(Call, 0)
    assert (call.path, call.arguments) == (("quiz", "me"), {"member": standin.edsger.id})


async def test_an_entry_of_another_versions_menu_is_answered_too(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    await acts.point(standin.grace, standin.channel, "Quiz badge", standin.edsger)
    message = standin.world.add_message(standin.channel, standin.world.bot, {"content": "Hi"})
    await acts.point(standin.grace, standin.channel, "Praise this question", message)
    assert [desk.heard(Call, number).path for number in (0, 1)] == [
        ("Quiz badge",),
        ("Praise this question",),
    ]


async def test_in_the_thread_under_a_post_the_channel_is_meant(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    thread = standin.world.add_thread(standin.channel, "Answer", standin.world.bot, post.id)
    await standin.gateway.dispatch("THREAD_CREATE", thread.payload(), standin.guild.id)
    await acts.command(standin.grace, thread, ("quiz", "top"))
    assert desk.events[0].actor.channel_id == standin.channel.id


async def test_in_a_thread_of_the_people_that_thread_is_the_home(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    thread = standin.world.add_thread(standin.channel, "quiz corner", standin.ada)
    await standin.gateway.dispatch("THREAD_CREATE", thread.payload(), standin.guild.id)
    await acts.command(standin.grace, thread, ("quiz", "top"))
    assert desk.events[0].actor.channel_id == thread.id


async def test_in_a_forum_the_forum_is_the_home(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    forum = standin.world.add_channel(standin.guild, "quiz-forum", FORUM)
    thread = standin.world.add_thread(forum, "Set the quiz up", standin.ada)
    for event, channel in (("CHANNEL_CREATE", forum), ("THREAD_CREATE", thread)):
        await standin.gateway.dispatch(event, channel.payload(), standin.guild.id)
    await acts.command(standin.ada, thread, ("quiz", "top"))
    assert desk.events[0].actor.channel_id == forum.id


async def test_in_private_a_person_is_a_team_of_one(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    direct = standin.world.direct(standin.grace)
    await acts.command(standin.grace, direct, ("lookup",), query="horovod")
    actor = desk.events[0].actor
    assert (actor.team_id, actor.channel_id) == (f"discord:{standin.grace.id}", direct.id)
    assert actor.rights == Rights(manages=True, groups=frozenset())


async def test_in_a_server_without_the_bot_nothing_of_that_server_is_touched(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    elsewhere = standin.world.add_guild("Elsewhere")
    channel = standin.world.add_channel(elsewhere, "general")
    data = acts.command_data(("lookup",), {"query": "horovod"})
    await acts.see(await acts.begin(standin.ada, channel, 2, data, installed=False))
    actor = desk.events[0].actor
    assert actor.team_id == f"discord:{standin.ada.id}"
    assert actor.rights == Rights(manages=False, groups=frozenset())


async def test_a_desk_that_fails_is_answered_for(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    def fail(_: object) -> Reply:
        raise RuntimeError("secret words of a member")

    desk.answer = fail
    outcome = await acts.press(standin.grace, post, "answer:r1")
    assert "Something went wrong on our side" in seen(outcome.posted).text


async def test_replies_for_one_person_are_seen_by_nobody_else(
    standin: StandIn, acts: Acts, post: Posted
) -> None:
    outcome = await acts.press(standin.grace, post, "answer:r1")
    assert outcome.data["flags"] & EPHEMERAL
    assert [m.id for m in standin.world.visible(standin.channel.id)] == [post.id]


UPLOAD = Form("Bring a sheet", Action("uploaded"), (FileInput("file", "Your sheet", 10),))


async def test_a_file_of_a_form_is_fetched(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.answer = lambda event: Ask(UPLOAD) if isinstance(event, Press) else Say(words("Read."))
    modal = (await acts.press(standin.ada, post, "upload:")).data
    file = standin.world.add_file("ml.md", b"# ML")
    await acts.submit(standin.ada, standin.channel, modal, {}, post, {"file": file})
    assert desk.heard(Submission).files == {"file": Attachment.of("ml.md", b"# ML")}
    assert desk.heard(Submission).values == {}


async def test_a_file_that_is_too_large_is_left_where_it_is(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.answer = lambda event: Ask(UPLOAD) if isinstance(event, Press) else Say(words("Read."))
    modal = (await acts.press(standin.ada, post, "upload:")).data
    file = standin.world.add_file("ml.md", b"much too long")
    await acts.submit(standin.ada, standin.channel, modal, {}, post, {"file": file})
    (arrived,) = desk.heard(Submission).files.values()
    assert (arrived.content, arrived.size, arrived.whole) == (b"", 13, False)


async def test_a_file_in_a_command_is_fetched(standin: StandIn, desk: HandDesk, acts: Acts) -> None:
    file = standin.world.add_file("ml.md", b"# ML")
    await acts.command(standin.ada, standin.channel, ("quizmaster", "upload"), file=file)
    assert desk.heard(Call, 0).files == {"file": Attachment.of("ml.md", b"# ML")}
    assert desk.heard(Call, 0).arguments == {}


async def test_the_largest_file_in_a_command_is_the_operators_to_set(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> None:
    async with connected(standin, desk, sqlite_store, QUIZSHEET_LARGEST_FILE="3"):
        for name, content in (("small.md", b"# M"), ("large.md", b"# ML")):
            file = standin.world.add_file(name, content)
            await standin.acts.command(
                standin.ada, standin.channel, ("quizmaster", "upload"), file=file
            )
    small, large = (event.files["file"] for event in desk.events if isinstance(event, Call))
    assert (small.whole, large.whole) == (True, False)


async def test_a_file_that_cannot_be_had_is_asked_for_again(
    standin: StandIn, desk: HandDesk, acts: Acts
) -> None:
    file = standin.world.add_file("ml.md", b"# ML")
    standin.world.files.clear()
    outcome = await acts.command(standin.ada, standin.channel, ("quizmaster", "upload"), file=file)
    assert "send it once more" in seen(outcome.posted).text
    assert desk.events == []


async def test_many_at_once_are_all_answered(
    standin: StandIn, desk: HandDesk, acts: Acts, post: Posted
) -> None:
    desk.answer = lambda _: Ask(FORM)
    outcomes = await asyncio.gather(
        *(acts.press(standin.grace, post, f"answer:r{n}") for n in range(100))
    )
    assert {outcome.kind for outcome in outcomes} == {"modal"}
