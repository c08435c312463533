"""My answers stay: private messages vanish, so `/quiz me` lists what I said in the last two weeks,
to me alone, with what can still be done about each.
"""

from dataclasses import replace
from pathlib import Path

from bot.model.event import Press
from bot.model.message import Ask, Message, Reply, Say
from bot.model.rights import Rights
from bot.quiz.actions import ASK, OWN_ANSWERS, OwnPage, Place
from tests.quiz.room import CHANNEL, SINGLE, TERM, Room, practice, said, words

RIGHT = "object2vec, blazingtext, k-nn, k-means"
TITLE = "Your answers · last 14 days · only you see them"
SHEET = "The sheet: Object2Vec · BlazingText · k-NN · k-means"


def message(reply: Reply) -> Message:
    """The message of a reply."""
    assert isinstance(reply, Say)
    return reply.message


async def mine(room: Room, name: str = "Grace") -> str:
    """What somebody's list of answers says."""
    return said(await room.types(name, "/quiz me")).partition(TITLE)[2]


async def plays(room: Room, days: int, text: str = "k-means, k-nn") -> None:
    """Grace answers on so many days; the last question is still open then."""
    for day in range(days):
        await room.later(hours=24 if day else 1)
        await room.answers("Grace", text)


async def test_an_answer_stands_there_with_its_grade_and_without_the_sheets_while_it_is_open(
    morning: Room,
) -> None:
    await morning.answers("Grace", "k-means, k-nn")
    seen = await mine(morning)
    assert "1. Mon 23 Nov · Which built-in algorithms train on a single instance only?" in seen
    assert "“k-means, k-nn” — ◐ Partly: 2 of 4, 5 points" in seen
    assert "The sheet's answer stands here after the reveal." in seen
    assert "Object2Vec" not in seen
    assert "[Try 1 again] [I was right (1)] [Report question 1]" in seen


async def test_after_the_reveal_the_sheets_answer_stands_beside_it(morning: Room) -> None:
    await morning.answers("Grace", "k-means, k-nn")
    await morning.later(hours=8)
    seen = await mine(morning)
    assert SHEET in seen
    assert "after the reveal" not in seen
    assert "[Try" not in seen
    assert "[Report question 1]" in seen


async def test_a_question_that_was_told_and_is_asked_again_is_not_told_here(morning: Room) -> None:
    """In another channel; what the sheet says stands here again once Grace is done with it."""
    await morning.answers("Grace", "k-means, k-nn")
    await morning.later(hours=8)
    assert SHEET in await mine(morning)
    await morning.dispatcher.respond(
        Press(morning.actor("Ada"), ASK.action(Place("team", "elsewhere")))
    )
    await morning.work()
    assert "Object2Vec" not in await mine(morning)
    await morning.answers("Grace", RIGHT)
    assert SHEET in await mine(morning)


async def test_all_tries_stand_there_and_the_one_that_counts_comes_first(morning: Room) -> None:
    for text in ("k-means, k-nn", "SageMaker"):
        await morning.answers("Grace", text)
    seen = await mine(morning)
    first = seen.index("“k-means, k-nn” — ◐ Partly: 2 of 4, 5 points · this one counts")
    assert first < seen.index("also “SageMaker” — ✗ Not this time")
    assert "[Try" not in seen


async def test_try_again_opens_the_form_and_report_the_one_for_reports(morning: Room) -> None:
    await morning.answers("Ada", RIGHT)
    await morning.answers("Grace", "k-means")
    seen = message(await morning.types("Grace", "/quiz me"))
    form = await morning.presses("Grace", seen, "Try 1 again")
    assert isinstance(form, Ask)
    assert form.form.title == "Your answer"
    report = await morning.presses("Grace", seen, "Report question 1")
    assert isinstance(report, Ask)
    thanks = await morning.sends("Grace", report.form.action, {"words": "A typo."}, "event-1")
    assert "Thank you" in said(thanks)
    await morning.work()
    ((who, what),) = morning.chat.told
    assert who == "ada"
    assert "Grace reports, Mon 23 Nov" in what
    assert "A typo." in what


async def test_both_work_from_a_private_message_too(morning: Room) -> None:
    await morning.answers("Grace", "k-means")
    seen = message(await morning.types("Grace", "/quiz me"))
    private = morning.actor("Grace", team_id="test:grace", channel_id="dm", channel_name="")
    for label, title in (("Try 1", "Your answer"), ("Report", "Report this question")):
        action = next(
            button.action
            for block in seen.blocks
            for button in getattr(block, "buttons", ())
            if button.label.startswith(label)
        )
        reply = await morning.dispatcher.respond(Press(private, action))
        assert isinstance(reply, Ask)
        assert reply.form.title == title


async def test_a_page_has_four_and_the_others_are_a_press_away(room: Room) -> None:
    await plays(room, 6)
    first = message(await room.types("Grace", "/quiz me"))
    assert [f"{n}. " in words(first) for n in range(1, 7)] == [True] * 4 + [False] * 2
    second = message(await room.presses("Grace", first, "Earlier answers"))
    assert "5. Tue 24 Nov" in words(second)
    assert "6. Mon 23 Nov" in words(second)
    assert "Earlier" not in words(second)
    third = await room.presses("Grace", second, "Later answers")
    assert "1. Sat 28 Nov" in said(third)
    assert isinstance(third, Say)
    assert third.replaces
    assert "Your numbers" in said(await room.presses("Grace", second, "My numbers"))


async def test_two_weeks_back_and_no_further(room: Room) -> None:
    await plays(room, 16)
    page = await room.acts("Grace", OWN_ANSWERS.action(OwnPage(12, "team", CHANNEL)))
    assert "13. Thu 26 Nov" in said(page)
    assert "14. Wed 25 Nov" in said(page)
    assert "15." not in said(page)


async def test_answers_of_other_channels_of_the_team_say_where(tmp_path: Path) -> None:
    async with practice(tmp_path, questions=(SINGLE, TERM)) as room:
        await plays(room, 1)
        other = replace(room.actor("Grace"), channel_id="c2", channel_name="deep-learning")
        ada = replace(other, member_id="ada", name="Ada", rights=Rights(manages=True))
        await room.dispatcher.respond(Press(ada, ASK.action(Place())))
        await room.work()
        await room.answers("Grace", "A framework that spreads training over machines")
        seen = await mine(room)
        assert "1. Mon 23 Nov · #deep-learning · " in seen
        assert "2. Mon 23 Nov · W" in seen


async def test_nobody_else_sees_them(morning: Room) -> None:
    await morning.answers("Grace", "k-means, k-nn")
    for name in ("Ada", "Alan"):
        numbers = said(await morning.types(name, "/quiz me grace"))
        assert "Grace's numbers" in numbers
        assert "k-means" not in numbers
        assert "Your answers" not in numbers
        page = await morning.acts(name, OWN_ANSWERS.action(OwnPage(0, "team", CHANNEL)))
        assert "k-means" not in said(page)
        assert "None so far." in said(page)


async def test_a_stranger_to_the_team_sees_no_page_of_it(morning: Room) -> None:
    eve = morning.actor("Eve", team_id="test:other", channel_id="c9")
    action = OWN_ANSWERS.action(OwnPage(0, "team", CHANNEL))
    assert "no longer here" in said(await morning.dispatcher.respond(Press(eve, action)))


async def test_the_own_page_has_them_too(morning: Room) -> None:
    await morning.answers("Grace", "k-means, k-nn")
    page = words(await morning.dispatcher.home(morning.actor("Grace", channel_id="")))
    assert "“k-means, k-nn” — ◐ Partly: 2 of 4, 5 points" in page


async def test_whoever_has_not_answered_yet_is_told_so(morning: Room) -> None:
    assert "None so far." in await mine(morning)
