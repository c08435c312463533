"""Two quizmasters change the same thing: the second sees what the first did, and decides."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.event import Call
from bot.model.message import Ask, Message, Say
from bot.model.round import MessageRef, RoundState
from bot.model.schedule import Schedule
from bot.model.team import Team
from bot.quiz.ports.chat import Revoked
from bot.quiz.ports.sheets import LIBRARY
from tests.quiz.room import (
    CHANNEL,
    SINGLE,
    TEAM,
    PaperChat,
    Room,
    plan_only,
    practice,
    said,
    sheet,
    words,
)

GOOD = {"opens": "9", "reveals": "5pm", "days": "mon-fri", "zone": "berlin", "sheet": "ml"}
OTHER = replace(sheet(replace(SINGLE, id="other")), id="aws", title="AWS")
NEAT = {"question": "What does RCF stand for?", "answer": "Random Cut Forest", "source": ""}


@pytest.fixture
async def pair(room: Room) -> Room:
    """A room with two quizmasters, Ada and Alan, and two sheets."""
    await room.store.save_sheet(LIBRARY, OTHER)
    await room.types("Alan", "/quiz me")
    await room.types("Ada", "/quizmaster appoint alan")
    return room


async def opens(room: Room, name: str) -> Ask:
    """Somebody opens the set-up form."""
    reply = await room.types(name, "/quizmaster schedule")
    assert isinstance(reply, Ask)
    return reply


async def sends(room: Room, name: str, form: Ask, **values: str) -> Message:
    """Somebody sends it."""
    reply = await room.sends(name, form.form.action, GOOD | values)
    assert isinstance(reply, Say), said(reply)
    return reply.message


async def standing(room: Room) -> Schedule:
    """The channel's schedule."""
    (found,) = await room.store.schedules(TEAM, CHANNEL)
    return found


async def test_of_two_forms_the_second_is_told_what_the_first_did_and_decides(pair: Room) -> None:
    ours, theirs = await opens(pair, "Ada"), await opens(pair, "Alan")
    await sends(pair, "Ada", ours, opens="10:30")
    answer = await sends(pair, "Alan", theirs, opens="11", sheet="aws")
    assert said(Say(answer)) == (
        "Ada changed the quiz here while your form was open, so I saved nothing of it.\n"
        "Now: on weekdays at 10:30 Berlin time, answers at 17:00, from ML on AWS.\n"
        "You asked for: on weekdays at 11:00 Berlin time, answers at 17:00, from AWS.\n"
        "Change opens the form on what holds now.\n"
        "[Change]"
    )
    assert (await standing(pair)).opens.hour == 10
    change = await pair.presses("Alan", answer, "Change")
    assert isinstance(change, Ask)
    assert "at 11:00" in said(Say(await sends(pair, "Alan", change, opens="11")))
    kept = await standing(pair)
    assert (kept.opens.hour, kept.sheet_id, kept.changed_by) == (11, "ml", "alan")


async def test_who_asked_for_what_holds_by_now_needs_no_question(pair: Room) -> None:
    """So is a form that is delivered twice."""
    ours, theirs = await opens(pair, "Ada"), await opens(pair, "Alan")
    for name, form in (("Ada", ours), ("Alan", theirs), ("Alan", theirs)):
        assert "The quiz will run" in said(Say(await sends(pair, name, form, opens="10:30")))
    assert (await standing(pair)).changed_by == "ada"


async def test_of_two_who_set_up_a_new_channel_the_second_decides(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        await room.types("Alan", "/quiz me")
        await room.types("Ada", "/quizmaster appoint alan")
        ours, theirs = await opens(room, "Ada"), await opens(room, "Alan")
        await sends(room, "Ada", ours)
        answer = said(Say(await sends(room, "Alan", theirs, opens="10")))
        assert answer.startswith("Ada changed the quiz here while your form was open")
        assert (await standing(room)).opens.hour == 9


async def test_a_form_of_an_earlier_release_is_read_as_it_is(pair: Room) -> None:
    form = Action("scheduled", ("team", CHANNEL))
    assert "at 10:30" in said(await pair.sends("Ada", form, GOOD | {"opens": "10:30"}))
    assert (await standing(pair)).opens.hour == 10


@pytest.mark.parametrize("act", ["pause", "sheet"])
async def test_a_form_undoes_no_pause_and_no_sheet_of_somebody_else(pair: Room, act: str) -> None:
    form = await opens(pair, "Ada")
    await pair.types("Alan", {"pause": "/quizmaster pause", "sheet": "/quizmaster sheet AWS"}[act])
    before = await standing(pair)
    told = said(Say(await sends(pair, "Ada", form, opens="10:30")))
    assert told.startswith("Alan changed the quiz here")
    wanted = "You asked for: on weekdays at 10:30 Berlin time, answers at 17:00, from ML on AWS."
    assert wanted in told.splitlines()
    assert {"pause": "It rests: A quizmaster paused it.", "sheet": "from AWS."}[act] in told
    assert await standing(pair) == before


async def test_a_quiz_that_rests_by_itself_says_so_to_whoever_had_a_form_open(pair: Room) -> None:
    form = await opens(pair, "Ada")
    assert await pair.store.rest(await standing(pair), "There is nothing to ask.")
    told = said(Say(await sends(pair, "Ada", form, opens="10:30")))
    assert told.startswith("The quiz here changed while your form was open")
    assert "It rests: There is nothing to ask." in told


async def test_who_pauses_what_rests_hears_who_paused_it(pair: Room) -> None:
    for _ in range(2):
        first = said(await pair.types("Ada", "/quizmaster pause"))
        assert first.startswith("The quiz is paused here. Points and streaks stay as they are.")
    second = said(await pair.types("Alan", "/quizmaster pause"))
    assert second == "Ada has paused the quiz here already.\n[Resume] [Change]"
    assert (await standing(pair)).changed_by == "ada"


async def test_the_form_says_that_the_quiz_rests(pair: Room) -> None:
    assert (await opens(pair, "Ada")).form.blocks == ()
    await pair.types("Alan", "/quizmaster pause")
    form = (await opens(pair, "Ada")).form
    told = words(Message(form.blocks, ""))
    assert told == "It rests: A quizmaster paused it. Saving starts it again."


async def test_there_must_be_a_quiz_to_pause_and_a_right_to_do_so(tmp_path: Path) -> None:
    async with practice(tmp_path, scheduled=False) as room:
        assert "is for quizmasters" in said(await room.types("Grace", "/quizmaster pause"))
        assert said(await room.types("Ada", "/quizmaster pause")) == (
            "No quiz is set up here, so there is nothing to pause.\n[Set it up]"
        )


async def test_a_sheet_in_the_place_of_somebody_elses_choice_says_so_with_a_way_back(
    pair: Room,
) -> None:
    assert "had chosen" not in said(await pair.types("Ada", "/quizmaster sheet AWS"))
    other = await pair.types("Alan", "/quizmaster sheet ML on AWS")
    assert isinstance(other, Say)
    assert "Ada had chosen AWS." in said(other)
    back = await pair.presses("Alan", other.message, "Back to that one")
    assert "from AWS" in said(back)
    assert (await standing(pair)).sheet_id == "aws"
    await pair.types("Ada", "/quizmaster pause")
    rests = said(await pair.types("Alan", "/quizmaster sheet ML on AWS"))
    assert "Ada had chosen AWS." in rests
    assert "once it goes on" in rests


async def test_a_pause_takes_back_what_is_planned_and_nobody_posts_it(pair: Room) -> None:
    pair.clock.move(hours=1)
    await plan_only(pair.worker)
    told = said(await pair.types("Ada", "/quizmaster pause"))
    assert "The question that was about to come does not come." in told
    await pair.later(hours=10)
    assert pair.chat.posted == []
    assert await pair.store.rounds(TEAM, CHANNEL, 5) == ()


async def test_what_was_taken_back_may_come_later_on_the_same_day(pair: Room) -> None:
    pair.clock.move(hours=1)
    await plan_only(pair.worker)
    form = await opens(pair, "Ada")
    assert "Next: Mon 23 Nov 10:30" in said(Say(await sends(pair, "Ada", form, opens="10:30")))
    await pair.work()
    assert pair.chat.posted == []
    await pair.later(hours=1, minutes=30)
    assert len(pair.chat.posted) == 1


async def test_a_sheet_chosen_while_a_question_is_planned_is_the_one_that_is_asked_from(
    pair: Room,
) -> None:
    pair.clock.move(hours=1)
    await plan_only(pair.worker)
    await pair.types("Ada", "/quizmaster sheet AWS")
    await pair.work()
    assert len(pair.chat.posted) == 1
    assert (await pair.round()).sheet_id == "aws"


async def in_hand(room: Room) -> None:
    """A worker has today's post in hand, and has not made it yet."""
    room.clock.move(hours=1)
    await plan_only(room.worker)
    now = room.clock.now()
    limits = room.services.limits
    assert await room.store.lease(frozenset({"test"}), "w2", now, now + limits.lease, 9)


async def test_a_post_in_a_workers_hand_still_comes_and_the_pause_says_so(pair: Room) -> None:
    await in_hand(pair)
    told = said(await pair.types("Ada", "/quizmaster pause"))
    assert "1 question is on its way already and still comes." in told
    await pair.later(minutes=1)
    assert len(pair.chat.posted) == 1
    assert (await pair.round()).state is RoundState.OPEN


async def test_an_hour_changed_while_a_post_is_in_hand_promises_no_second_one_today(
    pair: Room,
) -> None:
    form = await opens(pair, "Ada")
    await in_hand(pair)
    told = said(Say(await sends(pair, "Ada", form, opens="11")))
    assert "Next: Tue 24 Nov 11:00" in told
    assert "1 question is on its way already and still comes." in told


async def test_what_was_asked_by_hand_comes_although_somebody_pauses(pair: Room) -> None:
    await pair.types("Alan", "/quizmaster ask")
    told = said(await pair.types("Ada", "/quizmaster pause"))
    assert "1 question is on its way already and still comes." in told
    await pair.work()
    assert len(pair.chat.posted) == 1


@dataclass(slots=True)
class ComesBack(PaperChat):
    """A platform that lets the bot in again while it refuses a post of before."""

    room: Room | None = None

    async def post(
        self, team_id: str, channel_id: str, message: Message, *, key: str
    ) -> MessageRef:
        assert self.room is not None
        await self.room.dispatcher.left(TEAM, "The app was removed.")
        await self.room.dispatcher.arrived(Team(TEAM, "Study group"))
        raise Revoked("The token was revoked.")


async def test_a_refusal_from_before_a_new_installation_pauses_nobody(pair: Room) -> None:
    pair.clock.move(hours=1)
    await plan_only(pair.worker)
    await pair.worker.outbox.send_due({"test": ComesBack(room=pair)})
    assert await pair.store.team(TEAM) == Team(TEAM, "Study group")
    await pair.work()
    assert len(pair.chat.posted) == 1


async def suggested(room: Room) -> tuple[Action, ...]:
    """Grace suggests a question; what quizmasters may press."""
    form = await room.types("Grace", "/quiz suggest")
    assert isinstance(form, Ask)
    await room.sends("Grace", form.form.action, NEAT)
    await room.work()
    return tuple(button.action for button in room.chat.buttons[-1])


async def test_the_second_sees_who_decided_a_suggestion_and_when(pair: Room) -> None:
    accept, decline = await suggested(pair)
    assert "Done: 1 question" in said(await pair.acts("Alan", accept))
    await pair.later(days=1)
    for action in (decline, accept):
        told = said(await pair.acts("Ada", action))
        assert told.startswith("Alan accepted it on Mon 23 Nov at 08:00 Berlin time.")
    await pair.work()
    told_grace = [what for who, what in pair.chat.told if who == "grace"]
    assert len(told_grace) == 1
    assert "is in the sheet now" in told_grace[0]


async def test_a_suggestion_whose_store_fails_is_neither_taken_nor_decided(pair: Room) -> None:
    accept, decline = await suggested(pair)
    decide = pair.store.decide

    async def broken(*_: object) -> bool:
        raise OSError("the disk is full")

    pair.store.decide = broken  # type: ignore[method-assign,assignment]  # the disk is full now
    assert "nothing was lost" in said(await pair.acts("Ada", accept))
    pair.store.decide = decide  # type: ignore[method-assign]  # there is room again
    assert said(await pair.acts("Ada", decline)) == "Left out."


async def brings(room: Room, name: str, lines: str) -> Message:
    """Somebody hands over a file for the sheet `facts`, and sees the preview."""
    file = Attachment.of("facts.md", f"# Facts\n{lines}".encode())
    call = Call(room.actor(name), ("quizmaster", "upload"), {}, files={"file": file})
    reply = await room.dispatcher.respond(call)
    assert isinstance(reply, Say), said(reply)
    return reply.message


def facts(**answers: str) -> str:
    """The lines of a sheet."""
    return "".join(f"\nQ. What is {name}?\n- {said}\n" for name, said in answers.items())


async def prompts(room: Room, sheet_id: str = "facts") -> Mapping[str, str]:
    """The questions of a sheet with their answers."""
    book = await room.services.library.book(TEAM, sheet_id)
    assert book is not None
    return {each.prompt: each.items[0].text for each in book.sheet.asked}


async def test_a_sheet_whose_target_was_replaced_meanwhile_is_previewed_anew(pair: Room) -> None:
    first, second = (
        await brings(pair, "Ada", facts(a="1")),
        await brings(pair, "Alan", facts(b="2")),
    )
    await pair.presses("Ada", first, "Take it")
    anew = await pair.presses("Alan", second, "Take it")
    assert isinstance(anew, Say)
    told = said(anew)
    assert told.startswith("The sheet of that name has changed since you saw the preview")
    assert "It replaces the sheet of that name: 1 new, 1 gone." in told
    assert await prompts(pair) == {"What is a?": "1"}
    assert "is ready" in said(await pair.presses("Alan", anew.message, "Take it"))
    assert await prompts(pair) == {"What is b?": "2"}
    again = said(await pair.presses("Ada", second, "Take it"))
    assert again.startswith("Alan accepted it at 08:00 Berlin time.")


async def test_a_suggestion_accepted_into_it_meanwhile_asks_for_a_new_look_too(pair: Room) -> None:
    await pair.presses("Ada", await brings(pair, "Ada", facts(a="1")), "Take it")
    await pair.types("Ada", "/quizmaster sheet Facts")
    accept, _ = await suggested(pair)
    waiting = await brings(pair, "Alan", facts(a="1", b="2"))
    await pair.acts("Ada", accept)
    anew = await pair.presses("Alan", waiting, "Take it")
    assert isinstance(anew, Say)
    assert "has changed since you saw the preview" in said(anew)
    await pair.presses("Alan", anew.message, "Take it")
    assert set(await prompts(pair)) == {"What is a?", "What is b?", NEAT["question"]}


async def test_a_preview_of_an_earlier_release_is_taken_as_it_is(pair: Room) -> None:
    first, second = (
        await brings(pair, "Ada", facts(a="1")),
        await brings(pair, "Alan", facts(b="2")),
    )
    await pair.presses("Ada", first, "Take it")
    (buttons,) = [block for block in second.blocks if hasattr(block, "buttons")]
    old = Action("accept", buttons.buttons[0].action.arguments[:1])
    assert "is ready" in said(await pair.acts("Alan", old))
    assert await prompts(pair) == {"What is b?": "2"}
