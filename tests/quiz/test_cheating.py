"""Members who would rather know the answer first, and people from elsewhere."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model.action import Action
from bot.model.event import Call, Press, Submission
from bot.model.message import Ask, Reply, Say, Visibility
from bot.model.question import Item, Mode, Question
from bot.model.rights import Rights
from bot.quiz.ports.sheets import LIBRARY
from tests.quiz.room import (
    CHANNEL,
    SINGLE,
    TEAM,
    Room,
    button,
    plan_only,
    practice,
    said,
    sheet,
    words,
)

ELSEWHERE = {"team_id": "test:other", "channel_id": "c9", "rights": Rights(manages=True)}
"""Eve manages a team of her own."""
DIRECT = {
    "team_id": "test:grace",
    "channel_id": "dm",
    "channel_name": "",
    "rights": Rights(manages=True),
}
"""A private conversation where the platform knows of no team: everyone manages their own."""
RIGHT = "object2vec, blazingtext, k-nn, k-means"

IP = Question(
    id="ip-insights",
    prompt="Which algorithm finds unusual use of network addresses?",
    mode=Mode.ANY,
    items=(Item("IP Insights"),),
    line=40,
)
HOROVOD = Question(
    id="horovod",
    prompt="Which framework spreads training over machines?",
    mode=Mode.ANY,
    items=(Item("Horovod"),),
    line=41,
)


async def acts_as(
    room: Room, name: str, where: dict[str, object], action: Action, **values: str
) -> Reply:
    """Somebody presses a button, or sends a form, in a place that is not the channel."""
    actor = room.actor(name, **where)
    if values:
        return await room.dispatcher.respond(Submission(actor, action, values))
    return await room.dispatcher.respond(Press(actor, action))


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[Room]:
    """Today's question has IP Insights as its answer; Horovod is in the sheet as well."""
    async with practice(tmp_path, questions=(IP,)) as room:
        await room.later(hours=1)
        await room.store.save_sheet(LIBRARY, sheet(IP, HOROVOD))
        yield room


async def test_a_look_up_does_not_tell_whether_a_guess_is_right(asked: Room) -> None:
    """What is said of the right answer is said of any words that find nothing."""
    right = said(await asked.types("Grace", "/lookup IP Insights"))
    wrong = said(await asked.types("Grace", "/lookup Vacation Policy"))
    opening = ".".join(right.replace("IP Insights", "?").split(".")[:2])
    assert opening == ".".join(wrong.replace("Vacation Policy", "?").split(".")[:2])
    assert "opens once you have answered it" in right
    assert "Horovod" in said(await asked.types("Grace", "/lookup horovod"))


async def test_words_of_the_question_itself_lead_to_answering_it(asked: Room) -> None:
    reply = said(await asked.types("Grace", "/lookup unusual network addresses"))
    assert "That is today's question: answer first, then it opens." in reply
    assert "[Answer]" in reply


async def test_the_question_of_another_channel_is_withheld_but_not_opened_from_here(
    asked: Room,
) -> None:
    read = asked.dispatcher.read("/lookup unusual network addresses")
    assert read is not None
    grace = asked.actor("Grace", channel_id="c2")
    reply = await asked.dispatcher.respond(Call(grace, read.path, read.arguments))
    assert (
        "is being asked in another channel. It opens when the question closes, at 17:00 Berlin time."
        in (said(reply))
    )
    assert "[" not in said(reply)


async def test_the_same_line_of_another_sheet_is_not_withheld(asked: Room) -> None:
    other = replace(sheet(replace(HOROVOD, line=IP.line)), id="other", title="Other")
    await asked.store.save_sheet(LIBRARY, other)
    await asked.types("Ada", "/quizmaster sheet Other")
    assert "Horovod" in said(await asked.types("Grace", "/lookup horovod"))


async def test_what_stands_beside_the_question_is_withheld_after_the_sheet_was_edited(
    asked: Room,
) -> None:
    """Lines move; the answer's other entry moves with them."""
    twin = replace(HOROVOD, id="twin", prompt="What is IP Insights?", items=(Item("Addresses"),))
    moved = sheet(replace(IP, line=90), replace(twin, line=90), replace(HOROVOD, line=IP.line))
    await asked.store.save_sheet(LIBRARY, moved)
    assert "Addresses" not in said(await asked.types("Grace", "/lookup what is ip insights"))
    assert "Horovod" in said(await asked.types("Grace", "/lookup horovod"))


async def test_a_stranger_gets_nothing_out_of_another_teams_buttons(morning: Room) -> None:
    post = morning.question.message
    for label in ("Answer", "Hint"):
        reply = await acts_as(morning, "Eve", ELSEWHERE, button(post, label))
        assert "no longer here" in said(reply)
    send = Action("send", ((await morning.round()).id, "team"))
    assert "no longer here" in said(
        await acts_as(morning, "Eve", ELSEWHERE, send, answer="k-means")
    )
    assert (await morning.round()).answered == 0
    me = Action("me", ("team", CHANNEL))
    assert "no longer here" in said(await acts_as(morning, "Eve", ELSEWHERE, me))


async def test_who_manages_another_team_decides_nothing_in_this_one(morning: Room) -> None:
    reply = await morning.types("Grace", "/quiz suggest")
    assert isinstance(reply, Ask)
    neat = {"question": "What does RCF stand for?", "answer": "Random Cut Forest", "source": ""}
    await morning.sends("Grace", reply.form.action, neat)
    await morning.work()
    accept = morning.chat.buttons[-1][0].action
    assert "no longer here" in said(await acts_as(morning, "Eve", ELSEWHERE, accept))
    assert "is for quizmasters" in said(await acts_as(morning, "Grace", DIRECT, accept))
    alone = {**DIRECT, "team_id": "test:ada"}
    assert "Done: 1 question from Grace." in said(await acts_as(morning, "Ada", alone, accept))


@pytest.mark.parametrize("verb", ["schedule", "pause", "ask"])
async def test_who_manages_elsewhere_sets_nothing_up_by_a_button_of_this_team(
    morning: Room, verb: str
) -> None:
    """Grace is a member here, and manages her private conversation and a team of her own."""
    await morning.types("Grace", "/quiz today")
    before = await morning.store.schedules(TEAM, CHANNEL)
    for place in (DIRECT, ELSEWHERE):
        reply = await acts_as(morning, "Grace", place, Action(verb, ("team", CHANNEL)))
        assert "is for quizmasters" in said(reply)
    await morning.work()
    assert await morning.store.schedules(TEAM, CHANNEL) == before
    assert len(await morning.store.rounds(TEAM, CHANNEL, 5)) == 1


async def test_who_manages_elsewhere_sends_no_set_up_form_of_this_team(morning: Room) -> None:
    await morning.types("Grace", "/quiz today")
    before = await morning.store.schedules(TEAM, CHANNEL)
    form = Action("scheduled", ("team", CHANNEL))
    values = {"opens": "8:00", "reveals": "20:00", "days": "daily", "zone": "UTC", "sheet": "ml"}
    for place in (DIRECT, ELSEWHERE):
        reply = await acts_as(morning, "Grace", place, form, **values)
        assert "is for quizmasters" in said(reply)
    assert await morning.store.schedules(TEAM, CHANNEL) == before


async def test_a_quizmaster_of_this_team_is_one_in_private_too(morning: Room) -> None:
    await morning.types("Grace", "/quiz today")
    await morning.types("Ada", "/quizmaster appoint grace")
    pause = Action("pause", ("team", CHANNEL))
    assert "paused" in said(await acts_as(morning, "Grace", DIRECT, pause)).lower()
    (rests,) = await morning.store.schedules(TEAM, CHANNEL)
    assert rests.next_at is None


async def test_a_reminder_is_answered_hinted_and_stopped_in_private(morning: Room) -> None:
    mine = await morning.types("Grace", "/quiz me")
    assert isinstance(mine, Say)
    await morning.presses("Grace", mine.message, "Remind me")
    await morning.later(hours=7)
    hint, stop = (buttons[-1].action for buttons in morning.chat.buttons[-2:])
    assert "Two begin with a k." in said(await acts_as(morning, "Grace", DIRECT, hint))
    stopped = said(await acts_as(morning, "Grace", DIRECT, stop))
    assert "[Remind me before it closes]" in stopped
    assert not await morning.store.wants_reminder(TEAM, CHANNEL, "grace")


async def test_my_stats_after_an_answer_in_private_are_those_of_the_channel(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    send = Action("send", ((await morning.round()).id, "team"))
    graded = await acts_as(morning, "Grace", DIRECT, send, answer=RIGHT)
    assert isinstance(graded, Say)
    stats = await acts_as(morning, "Grace", DIRECT, button(graded.message, "My stats"))
    assert "This week: 10 points, 1st" in said(stats)
    assert isinstance(stats, Say)
    hide = button(stats.message, "Hide me")
    hidden = said(await acts_as(morning, "Grace", DIRECT, hide))
    assert "You are hidden" in hidden
    assert "This week: 10 points\n" in hidden, "their own points are still theirs to see"
    assert "Grace" not in said(await morning.types("Ada", "/quiz top"))


async def test_a_forged_setting_changes_nothing(morning: Room) -> None:
    for arguments in ((), ("perhaps",), ("on", "a", "b", "c")):
        for verb in ("hide", "remind"):
            reply = await morning.acts("Grace", Action(verb, arguments))
            assert "no longer here" in said(reply)
    assert await morning.store.member(TEAM, "grace") is None
    assert not await morning.store.wants_reminder(TEAM, CHANNEL, "grace")


async def test_a_question_that_is_not_out_yet_is_not_opened_by_any_button(room: Room) -> None:
    room.clock.move(hours=1)
    await plan_only(room.worker)
    name = (await room.round()).id
    for verb in ("answer", "hint", "send", "pick"):
        reply = said(await room.acts("Grace", Action(verb, (name, "team", "0"))))
        assert "no longer here" in reply
        assert "BlazingText" not in reply


async def test_after_the_right_answer_an_earlier_one_offers_no_other_try(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    await morning.answers("Grace", RIGHT)
    again = await morning.answers("Grace", "k-means")
    assert "Try again" not in again
    assert "Correct: 7 points" in again


async def test_signs_that_make_a_difference_make_another_answer(tmp_path: Path) -> None:
    question = replace(IP, prompt="When is a result significant?", items=(Item("p < 0.05"),))
    async with practice(tmp_path, questions=(question,)) as room:
        await room.later(hours=1)
        first = await room.answers("Grace", "p > 0.05")
        if "Correct" not in first:
            assert "just this before" not in await room.answers("Grace", "p < 0.05")


async def test_the_topics_in_which_somebody_does_badly_are_theirs_to_see(morning: Room) -> None:
    await morning.answers("Grace", "XGBoost")
    assert "By topic" in said(await morning.types("Grace", "/quiz me"))
    assert "By topic" not in said(await morning.types("Edsger", "/quiz me grace"))


async def test_nobody_shares_the_answer_of_an_open_question(asked: Room) -> None:
    for action in (Action("share", (IP.id,)), Action("entry", (IP.id,))):
        reply = await asked.acts("Grace", action)
        assert isinstance(reply, Say)
        assert reply.visibility is Visibility.ONLY_YOU
        assert "IP Insights" not in said(reply)


async def test_a_hint_after_the_last_try_shows_the_result_and_costs_nothing(morning: Room) -> None:
    await morning.answers("Grace", RIGHT)
    assert "Correct: 10 points" in said(
        await morning.presses("Grace", morning.question.message, "Hint")
    )
    play = await morning.store.play(TEAM, (await morning.round()).id, "grace")
    assert play is not None
    assert not play.hinted


async def test_long_and_strange_texts_are_graded_or_refused_kindly(morning: Room) -> None:
    for text in ("\u202e\u200b", "🙂" * 500, "<!channel> @everyone", "x" * 3001, "\x00", "א" * 99):
        reply = await morning.types("Grace", f"/quiz answer {text}")
        assert "went wrong" not in said(reply)


async def test_words_shown_to_all_hold_no_item_before_the_close(morning: Room) -> None:
    await morning.answers("Grace", RIGHT)
    await morning.later(seconds=40)
    for posted in morning.chat.posted:
        assert not any(item.text in words(posted.message) for item in SINGLE.items)
