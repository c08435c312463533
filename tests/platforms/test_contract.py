"""The shared adapter contract: the day of one question, the same on every platform.

A new platform adds one line to `STAGES`.
"""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import time
from importlib import import_module
from pathlib import Path

import pytest

from bot.model.question import Question
from bot.model.schedule import EVERY_DAY, Schedule
from bot.quiz.ports import Chat
from bot.quiz.ports.sheets import LIBRARY
from bot.quiz.rules.calendar import next_opening
from bot.quiz.services.worker import Worker
from bot.store import SqlStore, open_store
from tests.assembled import assembled
from tests.platforms.stage import Dialog, OpenStage, Seen, Stage
from tests.quiz.room import MONDAY_MORNING, SINGLE, TERM, HandClock, sheet
from tests.scheduled import scheduled

STAGES = {
    "web": "tests.platforms.web.stage:open_stage",
    "slack by socket": "tests.platforms.slack.stage:open_socket_stage",
    "slack by http": "tests.platforms.slack.stage:open_http_stage",
    "discord": "tests.platforms.discord.stage:open_stage",
}
RIGHT = "object2vec, blazingtext, k-nn, k-means"
EVIL = "@everyone <!channel> <@U1> *bold* [x](https://evil.example) <script>alert(1)</script>"


@dataclass(slots=True)
class Play:
    """A stage with the game behind it."""

    stage: Stage
    clock: HandClock
    worker: Worker
    store: SqlStore

    async def later(self, **how_far: float) -> None:
        """Let time pass and the worker do what is due."""
        self.clock.move(**how_far)
        while await self.worker.step():
            pass

    async def post(self) -> Seen:
        """The newest post of the channel."""
        return (await self.stage.until(lambda seen: bool(seen)))[-1]

    async def answers(self, who: str, text: str) -> Seen | Dialog:
        """Somebody presses Answer and sends the form."""
        dialog = await self.stage.press(who, await self.post(), "Answer")
        assert isinstance(dialog, Dialog)
        (field,) = dialog.inputs
        return await self.stage.send(who, dialog, {field: text})

    async def ask(self, question: Question = SINGLE) -> Seen:
        """Put a question into the sheet, plan it for nine o'clock, and let nine o'clock come."""
        await self.store.save_sheet(LIBRARY, sheet(question))
        schedule = Schedule(
            team_id=self.stage.team_id,
            channel_id=self.stage.channel_id,
            sheet_id="ml",
            opens=time(9),
            reveals=time(17),
            zone="Europe/Berlin",
            days=EVERY_DAY,
            channel_name="ml-study",
            made_by="",
        )
        coming = next_opening(schedule, self.clock.now())
        await scheduled(self.store, replace(schedule, next_at=coming))
        await self.later(hours=1)
        return await self.post()


@pytest.fixture(params=list(STAGES))
async def play(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Play]:
    """A platform with people on it, an hour before its daily question."""
    async with opened(request.param, tmp_path) as play:
        yield play


@asynccontextmanager
async def opened(name: str, tmp_path: Path) -> AsyncIterator[Play]:
    """The game on one of the stages."""
    module, function = STAGES[name].split(":")
    open_stage: OpenStage = getattr(import_module(module), function)
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(open_store(str(tmp_path / "play.sqlite3")))
        clock = HandClock(MONDAY_MORNING)
        chats: dict[str, Chat] = {}
        quiz = assembled(store, clock, chats=chats)
        stage = await stack.enter_async_context(open_stage(quiz.dispatcher, store, clock))
        chat = stage.platform.chat
        chats[chat.platform] = chat
        yield Play(stage, clock, quiz.worker, store)


def seen(reply: Seen | Dialog) -> Seen:
    """A reply that is a message."""
    assert isinstance(reply, Seen), f"expected a message, got {reply}"
    return reply


async def test_a_quizmaster_pauses_previews_and_lets_it_go_on(play: Play) -> None:
    """In a channel in which nothing stands in the way."""
    await play.ask()
    await play.store.save_sheet(LIBRARY, sheet(SINGLE, TERM))
    place = (play.stage.team_id, play.stage.channel_id)
    assert await play.stage.platform.chat.obstacle(*place) is None
    paused = seen(await play.stage.command("ada", "/quizmaster pause"))
    assert "The quiz is paused here." in paused.text
    resumed = seen(await play.stage.press("ada", paused, "Resume"))
    assert "every day at 09:00 Berlin time" in resumed.text
    assert "09:00 Berlin time is 08:00 UTC now." in resumed.text
    preview = seen(await play.stage.press("ada", resumed, "Preview"))
    assert preview.private
    assert "Only you see this." in preview.text
    assert "What is Horovod?" in preview.text
    assert "Only you see this." not in str(await play.stage.channel())


async def test_a_whole_day(play: Play) -> None:
    """Post, wrong answer, right answer by another member, board, close, reveal, look-up."""
    post = await play.ask()
    assert "Question of the day" in post.text
    assert "single instance" in post.text
    assert [label.split()[0] for label in post.buttons] == ["Answer", "Hint"]

    wrong = seen(await play.answers("grace", "XGBoost"))
    assert wrong.private
    assert "Not this time" in wrong.text
    assert "BlazingText" not in wrong.text
    assert wrong.buttons == ("Try again", "I was right")

    right = seen(await play.answers("edsger", RIGHT))
    assert right.private
    assert "Correct: 10 points" in right.text

    withheld = seen(await play.stage.command("grace", "/lookup single instance"))
    assert withheld.private
    assert "answer first, then it opens" in withheld.text

    board = seen(await play.stage.command("edsger", "/quiz top today"))
    assert "1. Edsger — 10 points" in board.text
    assert "Grace" not in board.text, "a miss is told by no board"

    await play.later(seconds=40)
    counted = await play.stage.until(lambda now: "2 answered" in now[-1].text)
    assert "XGBoost" not in counted[-1].text

    await play.later(hours=8)
    closed = (await play.stage.until(lambda now: bool(now[-1].thread)))[-1]
    assert "closed" in closed.text
    assert closed.buttons == ()
    reveal = closed.thread[-1]
    assert "BlazingText" in reveal.text
    assert "2 answered, 1 right" in reveal.text
    assert "XGBoost" not in reveal.text

    board = seen(await play.stage.command("grace", "/quiz top today"))
    assert "Edsger" in board.text
    assert "10 points" in board.text

    opened = seen(await play.stage.command("grace", "/lookup single instance"))
    assert "BlazingText" in opened.text


async def test_try_again_opens_the_form_with_one_try_left(play: Play) -> None:
    await play.ask()
    wrong = seen(await play.answers("grace", "XGBoost"))
    dialog = await play.stage.press("grace", wrong, "Try again")
    assert isinstance(dialog, Dialog)
    assert "last try" in dialog.text
    last = seen(await play.stage.send("grace", dialog, {dialog.inputs[0]: RIGHT}))
    assert "Correct: 7 points" in last.text


async def test_a_grade_quotes_what_was_written_and_sent_again_it_is_given_back(
    play: Play,
) -> None:
    """In one line, in several, and as it would look if it pinged or formatted."""
    post = await play.ask()
    dialog = await play.stage.press("grace", post, "Answer")
    second = await play.stage.press("grace", post, "Answer")
    assert isinstance(dialog, Dialog)
    assert isinstance(second, Dialog)
    lines = "k-means\nObject2Vec\nk-NN\nBlazingText"
    right = seen(await play.stage.send("grace", dialog, {dialog.inputs[0]: lines}))
    assert "Correct: 10 points" in right.text
    for line in ("You wrote:", *lines.split("\n")):
        assert line in right.text
    again = seen(await play.stage.send("grace", second, {second.inputs[0]: EVIL}))
    assert again.private
    assert "You have answered this question. What you sent now was not counted." in again.text
    assert "Sent now, not counted: “@everyone" in again.text.replace("\u200b", "")
    assert again.buttons == ("My stats", "Report question")


async def test_my_answers_are_listed_page_by_page_with_what_can_be_done(play: Play) -> None:
    await play.ask()
    for day in range(5):
        if day:
            await play.later(hours=8)
            await play.later(hours=16)
        await play.answers("grace", f"k-means, k-nn and {day}")
    mine = seen(await play.stage.command("grace", "/quiz me"))
    assert mine.private
    assert "Your answers · last 14 days · only you see them" in mine.text
    assert "“k-means, k-nn and 4”" in mine.text
    assert "“k-means, k-nn and 0”" not in mine.text
    assert {"Try 1 again", "Report question 4", "Earlier answers"} <= set(mine.buttons)
    form = await play.stage.press("grace", mine, "Report question 4")
    assert isinstance(form, Dialog)
    earlier = seen(await play.stage.press("grace", mine, "Earlier answers"))
    assert "“k-means, k-nn and 0”" in earlier.text
    assert "Object2Vec" not in earlier.text, "the same question is open again"
    other = seen(await play.stage.command("edsger", "/quiz me grace"))
    assert "k-means" not in other.text
    await play.later(hours=8)
    told = seen(await play.stage.command("grace", "/quiz me"))
    assert "The sheet: Object2Vec" in told.text


async def test_whoever_was_right_says_so_and_a_quizmaster_puts_it_right_for_everybody(
    play: Play,
) -> None:
    """With words that would ping and format, which only those who decide get to read."""
    await play.ask(TERM)
    claim = f"what pulls all the carts at once {EVIL}"
    wrong = seen(await play.answers("grace", claim))
    assert "✗" in wrong.text
    await play.answers("edsger", claim)
    form = await play.stage.press("grace", wrong, "I was right")
    assert isinstance(form, Dialog)
    assert form.title == "I was right"
    made = seen(await play.stage.send("grace", form, {form.inputs[0]: "It says so."}))
    assert made.private
    assert "will look at it" in made.text
    await play.later(hours=8)
    waits = seen(await play.stage.command("ada", "/quizmaster appeals"))
    assert waits.private
    assert "1 appeal" in waits.text
    assert "Said by 2" in waits.text
    assert "It says so." in waits.text
    for label in ("Accept for everybody", "Accept once", "Partly", "Decline"):
        assert any(each.startswith(label) for each in waits.buttons)
    declining = await play.stage.press("ada", waits, "Decline")
    assert isinstance(declining, Dialog)
    preview = seen(await play.stage.press("ada", waits, "Accept for everybody"))
    assert "It concerns 2 members, +20 points" in preview.text
    changing = await play.stage.press("ada", preview, "Change words")
    assert isinstance(changing, Dialog)
    preview = seen(
        await play.stage.send("ada", changing, {"words": claim, "word": "Thank you both."})
    )
    done = seen(await play.stage.press("ada", preview, "Accept for everybody"))
    assert "Done: you accepted it for everybody." in done.text
    assert "Undo" in done.buttons
    mine = seen(await play.stage.command("grace", "/quiz me"))
    assert "You said that you were right. Ada: accepted." in mine.text
    await play.later(hours=1)
    public = " ".join(
        each.text for post in await play.stage.channel() for each in (post, *post.thread)
    )
    assert "many machines" not in public
    undone = seen(await play.stage.press("ada", done, "Undo"))
    assert "Taken back." in undone.text


async def test_a_question_that_is_reported_is_set_aside_and_asked_again(play: Play) -> None:
    await play.ask()
    await play.answers("grace", "XGBoost")
    mine = seen(await play.stage.command("grace", "/quiz me"))
    form = await play.stage.press("grace", mine, "Report question 1")
    assert isinstance(form, Dialog)
    thanks = seen(await play.stage.send("grace", form, {"words": EVIL}))
    assert "Thank you" in thanks.text
    waits = seen(await play.stage.command("ada", "/quizmaster appeals"))
    assert "1 report" in waits.text
    form = await play.stage.press("ada", waits, "Set aside")
    assert isinstance(form, Dialog)
    done = seen(await play.stage.send("ada", form, {"word": "I will mend it."}))
    assert "Done: you set the question aside." in done.text
    aside = seen(await play.stage.command("ada", "/quizmaster aside"))
    assert "1 question set aside" in aside.text
    again = seen(await play.stage.press("ada", aside, "Ask it again"))
    assert "No question is set aside" in again.text
    log = seen(await play.stage.command("ada", "/quizmaster log"))
    assert "Ada set the question aside" in log.text


async def test_the_hint_is_for_the_one_who_asked(play: Play) -> None:
    post = await play.ask()
    hint = seen(await play.stage.press("grace", post, "Hint"))
    assert hint.private
    assert "Two begin with a k." in hint.text


async def test_members_words_never_ping_format_or_link(play: Play) -> None:
    """The commonest wrong answer reaches the channel; it must arrive as plain words."""
    await play.ask()
    for who in ("ada", "grace", "edsger"):
        await play.answers(who, EVIL)
    await play.later(hours=8)
    closed = (await play.stage.until(lambda now: bool(now[-1].thread)))[-1]
    assert "Often said" in closed.thread[-1].text
    assert "@everyone" in closed.thread[-1].text.replace("\u200b", "")


async def test_only_quizmasters_set_up(play: Play) -> None:
    refused = seen(await play.stage.command("grace", "/quizmaster schedule"))
    assert refused.private
    assert "quizmasters" in refused.text


async def test_a_quizmaster_sets_the_quiz_up_in_a_form(play: Play) -> None:
    await play.store.save_sheet(LIBRARY, sheet(SINGLE))
    dialog = await play.stage.command("ada", "/quizmaster schedule")
    assert isinstance(dialog, Dialog)
    assert set(dialog.inputs) == {"opens", "reveals", "days", "zone", "sheet"}
    wanted = {"opens": "9", "reveals": "17", "days": "every day", "zone": "Berlin", "sheet": "ml"}
    bad = await play.stage.send("ada", dialog, wanted | {"opens": "nine-ish"})
    text = " ".join(bad.errors.values()) if isinstance(bad, Dialog) else bad.text
    assert "09:00" in text
    again = await play.stage.command("ada", "/quizmaster schedule")
    assert isinstance(again, Dialog)
    confirmed = seen(await play.stage.send("ada", again, wanted))
    assert "The quiz will run" in confirmed.text
    await play.later(hours=1)
    assert "Question of the day" in (await play.post()).text


async def test_the_board_changes_its_window_at_a_press(play: Play) -> None:
    await play.ask()
    await play.answers("edsger", RIGHT)
    await play.later(hours=8)
    week = seen(await play.stage.command("grace", "/quiz top"))
    month = seen(await play.stage.press("grace", week, "This month"))
    assert "This month" in month.text
    assert "Edsger" in month.text


async def test_sharing_a_look_up_shows_it_to_the_channel(play: Play) -> None:
    await play.ask()
    await play.later(hours=9)
    before = len(await play.stage.channel())
    card = seen(await play.stage.command("grace", "/lookup single instance"))
    await play.stage.press("grace", card, "Share")
    after = await play.stage.until(lambda now: len(now) > before)
    assert "BlazingText" in after[-1].text


async def test_terms_complete_while_typing(play: Play) -> None:
    await play.ask()
    offered = await play.stage.complete("grace", ("lookup",), "query", "which built")
    assert [label.rstrip("?…") for label in offered] == [SINGLE.prompt.rstrip("?")]


async def test_an_old_name_is_answered_with_a_button_to_the_new_one(play: Play) -> None:
    await play.store.save_sheet(LIBRARY, sheet(SINGLE))
    moved = seen(await play.stage.command("ada", "/quiz schedule"))
    assert moved.private
    assert "it is /quizmaster schedule now" in moved.text
    assert isinstance(await play.stage.press("ada", moved, "Use /quizmaster schedule"), Dialog)
    assert "is for quizmasters" in seen(await play.stage.command("grace", "/quiz schedule")).text


async def test_help_has_the_quizmasters_commands_for_them_alone(play: Play) -> None:
    assert "/quizmaster" not in seen(await play.stage.command("grace", "/quiz help")).text
    assert "/quizmaster appoint" in seen(await play.stage.command("ada", "/quiz help")).text


async def test_a_channel_is_of_its_own_team_alone(play: Play) -> None:
    chat, team_id = play.stage.platform.chat, play.stage.team_id
    assert await chat.has_channel(team_id, play.stage.channel_id)
    assert not await chat.has_channel(team_id, "elsewhere")
    assert chat.managers


async def test_help_fits_and_is_private(play: Play) -> None:
    shown = seen(await play.stage.command("grace", "/quiz help"))
    assert shown.private
    assert "/lookup" in shown.text
    assert "/quiz top" in shown.text
