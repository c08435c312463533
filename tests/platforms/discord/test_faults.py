"""What goes wrong on Discord, one test each, and the answer to it."""

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.model.action import Action
from bot.model.event import Event, Press
from bot.model.message import Ask, Form, Message, Reply, Say, Section, TextInput
from bot.model.round import MessageRef
from bot.model.text import line
from bot.platforms.discord.chat import DiscordChat
from bot.quiz.ports.chat import Busy, Gone, Refused, Revoked, Unfit, Unreachable
from bot.store import SqlStore
from tests.platforms.desk import HandDesk
from tests.platforms.desk import said as words
from tests.platforms.discord.connecting import connected
from tests.platforms.discord.stage import seen
from tests.platforms.discord.standin import StandIn
from tests.platforms.discord.standin.world import (
    EMBED,
    SEND,
    SEND_IN_THREADS,
    THREADS,
    VIEW,
    Interaction,
)
from tests.platforms.running import until

QUESTION = Message((Section(line("Which one?")),), "Question")


@pytest.fixture
def desk() -> HandDesk:
    """A desk that says Done."""
    return HandDesk(lambda _: Say(words("Done.")))


@pytest.fixture
async def chat(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore
) -> AsyncIterator[DiscordChat]:
    """A connected bot's voice."""
    async with connected(standin, desk, sqlite_store) as platform:
        yield platform.chat


async def say(standin: StandIn, chat: DiscordChat, key: str = "k1") -> MessageRef:
    return await chat.post(f"discord:{standin.guild.id}", standin.channel.id, QUESTION, key=key)


async def forbid(standin: StandIn, permissions: int) -> None:
    standin.channel.denied = permissions
    payload = standin.channel.payload()
    await standin.gateway.dispatch("CHANNEL_UPDATE", payload, standin.guild.id)
    await standin.acts.command(standin.grace, standin.channel, ("quiz", "help"))


async def test_a_deleted_channel_is_gone(standin: StandIn, chat: DiscordChat) -> None:
    await standin.acts.delete_channel(standin.channel)
    with pytest.raises(Gone):
        await say(standin, chat)


async def test_a_deleted_message_is_gone(standin: StandIn, chat: DiscordChat) -> None:
    ref = await say(standin, chat)
    del standin.world.messages[ref.message_id]
    with pytest.raises(Gone):
        await chat.edit(ref, QUESTION)
    with pytest.raises(Gone):
        await chat.reply(ref, QUESTION, key="k2")


async def test_in_place_of_a_deleted_thread_the_answer_stands_under_the_post(
    standin: StandIn, chat: DiscordChat
) -> None:
    ref = await say(standin, chat)
    await chat.reply(ref, QUESTION, key="k2")
    del standin.world.channels[ref.message_id]
    reply = await chat.reply(ref, words("The answer"), key="k3")
    assert standin.world.messages[reply.message_id].channel_id == standin.channel.id


@pytest.mark.parametrize(
    ("denied", "names"),
    [
        (SEND, ["Send Messages"]),
        (EMBED, ["Embed Links"]),
        (VIEW, ["View Channel"]),
        (SEND | EMBED, ["Send Messages", "Embed Links"]),
    ],
)
async def test_a_missing_permission_is_named_with_how_to_give_it(
    standin: StandIn, chat: DiscordChat, denied: int, names: Any
) -> None:
    await forbid(standin, denied)
    with pytest.raises(Refused) as refused:
        await say(standin, chat)
    assert all(name in refused.value.obstacle.problem for name in names)
    assert "Edit Channel" in refused.value.obstacle.remedy


async def test_without_the_right_to_write_in_threads_that_is_named(
    standin: StandIn, chat: DiscordChat
) -> None:
    await forbid(standin, SEND_IN_THREADS)
    ref = await say(standin, chat)
    with pytest.raises(Refused, match="Send Messages in Threads"):
        await chat.reply(ref, QUESTION, key="k2")


async def test_a_refusal_that_nobody_can_explain_lists_everything_needed(
    standin: StandIn, chat: DiscordChat
) -> None:
    standin.channel.denied = SEND
    with pytest.raises(Refused, match="Embed Links"):
        await say(standin, chat)


async def test_a_removed_bot_is_revoked(standin: StandIn, chat: DiscordChat) -> None:
    standin.world.guilds[standin.guild.id].present = False
    with pytest.raises(Revoked):
        await say(standin, chat)


async def test_a_member_who_left_discord_is_gone(standin: StandIn, chat: DiscordChat) -> None:
    with pytest.raises(Gone):
        await chat.tell(f"discord:{standin.guild.id}", "4711", QUESTION, key="k1")


async def test_a_member_who_takes_no_messages_is_refused_with_what_they_can_do(
    standin: StandIn, chat: DiscordChat
) -> None:
    standin.grace.takes_messages = False
    with pytest.raises(Refused, match="Privacy Settings"):
        await chat.tell(f"discord:{standin.guild.id}", standin.grace.id, QUESTION, key="k1")


async def test_a_locked_thread_is_refused_with_what_to_do(
    standin: StandIn, chat: DiscordChat
) -> None:
    ref = await say(standin, chat)
    await chat.reply(ref, QUESTION, key="k2")
    standin.world.channels[ref.message_id].locked = True
    with pytest.raises(Refused, match="Unlock it"):
        await chat.reply(ref, QUESTION, key="k3")


async def test_where_no_more_threads_fit_the_answer_stands_under_the_post(
    standin: StandIn, chat: DiscordChat
) -> None:
    ref = await say(standin, chat)
    full = {"code": 160006, "message": "Maximum number of active threads reached"}
    standin.fail("POST .*/threads", 400, body=full)
    reply = await chat.reply(ref, QUESTION, key="k2")
    assert reply.channel_id == standin.channel.id


async def test_a_502_after_the_message_was_made_leaves_one_message(
    standin: StandIn, chat: DiscordChat
) -> None:
    standin.fail("POST .*/messages", 502, after=True)
    ref = await say(standin, chat)
    (message,) = standin.world.visible(standin.channel.id)
    assert ref.message_id == message.id
    assert len(standin.requests("POST .*/messages")) == 2


async def test_a_connection_that_is_cut_after_the_message_was_made_leaves_one_message(
    standin: StandIn, chat: DiscordChat
) -> None:
    standin.fail("POST .*/messages", drop=True, after=True)
    with pytest.raises(Unreachable):
        await say(standin, chat)
    await say(standin, chat)
    assert len(standin.world.visible(standin.channel.id)) == 1


async def test_a_platform_that_is_down_is_unreachable(standin: StandIn, chat: DiscordChat) -> None:
    standin.fail("POST .*/messages", 503)
    with pytest.raises(Unreachable):
        await say(standin, chat)


async def test_retry_after_with_the_via_header_is_waited_for(
    standin: StandIn, chat: DiscordChat
) -> None:
    body = {"message": "slow down", "retry_after": 0.05, "global": False}
    headers = {"Via": "1.1 google", "Retry-After": "0.05"}
    standin.fail("POST .*/messages", 429, body=body, headers=headers)
    await say(standin, chat)
    assert len(standin.requests("POST .*/messages")) == 2


async def test_retry_after_without_the_via_header_says_how_long_to_wait(
    standin: StandIn, chat: DiscordChat
) -> None:
    """So answers the wall before Discord; the library does not wait for it."""
    standin.fail("POST .*/messages", 429, body="<html>", headers={"Retry-After": "37"})
    with pytest.raises(Busy) as busy:
        await say(standin, chat)
    assert busy.value.seconds == 37
    assert len(standin.requests("POST .*/messages")) == 1


async def test_a_long_wait_is_left_to_the_worker(standin: StandIn, chat: DiscordChat) -> None:
    body = {"message": "slow down", "retry_after": 600.0, "global": False}
    standin.fail("POST .*/messages", 429, body=body, headers={"Via": "1.1 google"})
    with pytest.raises(Busy) as busy:
        await say(standin, chat)
    assert busy.value.seconds == 600


async def test_a_message_that_discord_will_not_take_names_the_code(
    standin: StandIn, chat: DiscordChat
) -> None:
    wrong = {"code": 50035, "message": "Invalid Form Body"}
    standin.fail("POST .*/messages", 400, body=wrong)
    with pytest.raises(Unfit, match="50035"):
        await say(standin, chat)


async def test_moderation_that_holds_a_message_back_is_explained(
    standin: StandIn, chat: DiscordChat
) -> None:
    blocked = {"code": 200000, "message": "Message was blocked by automatic moderation"}
    standin.fail("POST .*/messages", 400, body=blocked)
    with pytest.raises(Unfit, match="AutoMod"):
        await say(standin, chat)


async def begin(standin: StandIn, verb: str = "answer") -> Interaction:
    post = standin.world.add_message(standin.channel, standin.world.bot, {"content": "?"})
    data = standin.acts.press_data(f"{verb}:r1")
    return await standin.acts.begin(standin.grace, standin.channel, 3, data, post)


async def test_an_interaction_that_is_too_old_is_let_go(
    standin: StandIn, desk: HandDesk, chat: DiscordChat, caplog: pytest.LogCaptureFixture
) -> None:
    """10062: what the person did is kept, they do not see the answer, and the bot goes on."""
    caplog.set_level(logging.INFO, "bot")
    desk.gate.clear()
    await begin(standin)
    standin.world.ahead += 4
    await until(lambda: "too late" in caplog.text)
    desk.gate.set()
    outcome = await standin.acts.command(standin.grace, standin.channel, ("quiz", "help"))
    assert outcome.kind == "message"


async def test_an_expired_token_is_let_go(
    standin: StandIn, desk: HandDesk, chat: DiscordChat, caplog: pytest.LogCaptureFixture
) -> None:
    """After 15 minutes nothing can be added; the event is committed all the same."""
    caplog.set_level(logging.INFO, "bot")
    desk.gate.clear()
    interaction = await begin(standin)
    await until(lambda: interaction.response == 5)
    standin.world.ahead += 1000
    desk.gate.set()
    await until(lambda: "50027" in caplog.text)


@pytest.mark.parametrize("after", [False, True], ids=["before it arrived", "after it arrived"])
async def test_an_answer_whose_connection_is_cut_is_sent_once_more(
    standin: StandIn, desk: HandDesk, chat: DiscordChat, after: Any
) -> None:
    standin.fail("POST /interactions", drop=True, after=after)
    interaction = await begin(standin)
    outcome = await standin.acts.see(interaction)
    await until(lambda: len(standin.requests("POST /interactions")) == 2)
    assert seen(outcome.posted).text == "Done."
    assert len(desk.events) == 1


async def test_an_answer_that_discord_refuses_is_replaced_by_a_plain_one(
    standin: StandIn, desk: HandDesk, chat: DiscordChat
) -> None:
    standin.fail("POST /interactions", 400, body={"code": 50035, "message": "Invalid Form Body"})
    outcome = await standin.acts.see(await begin(standin))
    assert "Something went wrong on our side" in seen(outcome.posted).text


async def test_a_button_of_another_age_does_no_harm(
    standin: StandIn, desk: HandDesk, chat: DiscordChat
) -> None:
    outcome = await standin.acts.see(await begin(standin, verb="what:is:this"))
    assert outcome.kind == "message"
    assert desk.heard(Press, 0).action == Action("what", ("is", "this", "r1"))


async def test_token_and_answers_never_reach_a_log(
    standin: StandIn, desk: HandDesk, sqlite_store: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    """Even where everything is logged, and even where everything goes wrong."""
    caplog.set_level(logging.DEBUG)
    form = Form("Your answer", Action("send", ("r1",)), (TextInput("answer", "Answer"),))
    hidden = "my very own answer"

    def answer(event: Event) -> Reply:
        if isinstance(event, Press):
            return Ask(form)
        raise ValueError(hidden)

    desk.answer = answer
    async with connected(standin, desk, sqlite_store) as platform:
        modal = (await standin.acts.see(await begin(standin))).data
        await standin.acts.submit(standin.grace, standin.channel, modal, {"answer": hidden})
        standin.fail("POST .*/messages", 400, body={"code": 50035, "message": "Invalid"})
        with pytest.raises(Unfit):
            await platform.chat.post("discord:1", standin.channel.id, words(hidden), key="k1")
        await standin.gateway.close(4000)
        await standin.gateway.until(lambda: bool(standin.gateway.resumed))
    logged = caplog.text
    assert "The game failed" in logged
    for words_ in (standin.token, hidden, *(i.token for i in standin.world.interactions.values())):
        assert words_ not in logged


async def test_refused_requests_stay_far_below_discords_limit(
    standin: StandIn, chat: DiscordChat
) -> None:
    """Ten thousand answers 401, 403 or 429 in ten minutes and the address is blocked."""
    await forbid(standin, THREADS | SEND)
    for number in range(3):
        with pytest.raises(Refused):
            await say(standin, chat, key=f"k{number}")
    assert standin.rest.invalid == 3
