"""What is open in one place is not told in another: other teams, private conversations, files."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from bot.model.action import Action
from bot.model.event import Actor, Call, Press
from bot.model.message import Document, Reply, Say, Visibility
from bot.model.question import Item, Kind, Mode, Question
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.round import RoundState
from bot.model.schedule import EVERY_DAY, Schedule
from bot.quiz.ports.sheets import LIBRARY
from tests.quiz.room import CHANNEL, TEAM, Room, practice, said, sheet

SECOND = "test:second"
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


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[Room]:
    """IP Insights is being asked in the team; Horovod is in the sheet as well."""
    async with practice(tmp_path, questions=(IP,)) as room:
        await room.later(hours=1)
        await room.store.save_sheet(LIBRARY, sheet(IP, HOROVOD))
        yield room


def alone(room: Room, name: str) -> Actor:
    """Somebody in a private conversation, which is a team of one with its own manager."""
    return room.actor(
        name,
        team_id=f"test:{name.lower()}",
        channel_id="dm",
        channel_name="",
        rights=Rights(manages=True, groups=frozenset()),
    )


def elsewhere(room: Room, name: str) -> Actor:
    """Somebody who manages a second team, which uses the same sheet."""
    return replace(alone(room, name), team_id=SECOND, channel_id="c2")


async def types(room: Room, actor: Actor, text: str) -> Reply:
    """They type a command there."""
    read = room.dispatcher.read(text)
    assert read is not None
    return await room.dispatcher.respond(Call(actor, read.path, read.arguments))


def exported(reply: Reply) -> str:
    """The text of the file in a reply."""
    assert isinstance(reply, Say)
    (file,) = [each.file for each in reply.message.blocks if isinstance(each, Document)]
    return file.content.decode()


async def test_a_member_does_not_look_up_in_private_what_is_open_in_the_team(asked: Room) -> None:
    await asked.types("Grace", "/quiz me")
    reply = said(await types(asked, alone(asked, "Grace"), "/lookup IP Insights"))
    assert "opens once you have answered it" in reply
    other = said(await types(asked, alone(asked, "Grace"), "/lookup horovod"))
    assert "Horovod" in other
    await asked.answers("Grace", "ip insights")
    told = said(await types(asked, alone(asked, "Grace"), "/lookup IP Insights"))
    assert "unusual use" in told


async def test_nor_does_somebody_of_the_team_whom_the_bot_never_met(asked: Room) -> None:
    """They read the post, and go to the bot in private first."""
    asked.chat.people[TEAM, "edsger"] = Rights(groups=frozenset())
    reply = said(await types(asked, alone(asked, "Edsger"), "/lookup IP Insights"))
    assert "opens once you have answered it" in reply
    asked.chat.people[TEAM, "eve"] = NO_RIGHTS
    stranger = said(await types(asked, alone(asked, "Eve"), "/lookup IP Insights"))
    assert "unusual use" in stranger, "a stranger may learn it"


async def test_what_a_silent_platform_does_not_say_is_withheld(asked: Room) -> None:
    asked.chat.silent = True
    reply = said(await types(asked, alone(asked, "Eve"), "/lookup IP Insights"))
    assert "opens once you have answered it" in reply


async def test_nor_in_another_team_of_theirs_nor_by_a_button_there(asked: Room) -> None:
    await asked.types("Grace", "/quiz me")
    there = elsewhere(asked, "Grace")
    assert "unusual" not in said(await types(asked, there, "/lookup IP Insights"))
    entry = await asked.dispatcher.respond(Press(there, Action("entry", (IP.id,))))
    assert "being asked in another channel" in said(entry)
    shared = await asked.dispatcher.respond(Press(there, Action("share", (IP.id,))))
    assert isinstance(shared, Say)
    assert shared.visibility is Visibility.ONLY_YOU
    assert "IP Insights" not in said(shared)


async def test_the_other_direction_of_a_definition_is_withheld_with_it(tmp_path: Path) -> None:
    """A sheet without lines, as from a table: the term holds its two directions together."""
    term = replace(IP, kind=Kind.DEFINITION, term="IP Insights", line=0, prompt="What finds it?")
    what = replace(
        term,
        id="ip-what",
        prompt="What does IP Insights find?",
        items=(Item("unusual use of addresses"),),
    )
    async with practice(tmp_path, questions=(term,)) as room:
        await room.later(hours=1)
        await room.store.save_sheet(LIBRARY, sheet(term, what))
        await room.types("Grace", "/quiz me")
        entry = Press(alone(room, "Grace"), Action("entry", ("ip-what",)))
        assert "unusual use of addresses" not in said(await room.dispatcher.respond(entry))


async def test_an_export_leaves_out_what_is_open_and_says_so(asked: Room) -> None:
    """In the team's own channel and in private, until the quizmaster has answered."""
    for actor in (asked.actor("Ada"), alone(asked, "Ada")):
        reply = await types(asked, actor, "/quizmaster export")
        assert "IP Insights" not in exported(reply)
        assert "Horovod" in exported(reply)
        assert "One question is being asked" in said(reply)
    await asked.answers("Ada", "ip insights")
    whole = await types(asked, asked.actor("Ada"), "/quizmaster export")
    assert "IP Insights" in exported(whole)
    assert "being asked" not in said(whole)


async def test_where_many_teams_ask_from_a_sheet_it_is_not_exported_in_private(
    asked: Room,
) -> None:
    """More teams than can be looked at: which of them are the person's cannot be known."""
    await ask_in_many_teams(asked, 10)
    reply = said(await types(asked, alone(asked, "Eve"), "/quizmaster export"))
    assert "Please export it in the channel of a team where you are a quizmaster." in reply
    looked_up = said(await types(asked, alone(asked, "Eve"), "/lookup IP Insights"))
    assert "unusual" not in looked_up
    in_a_team = await types(asked, elsewhere(asked, "Eve"), "/quizmaster export")
    assert "IP Insights" in exported(in_a_team), "the teams of others are no reason in a team"


async def ask_in_many_teams(room: Room, teams: int) -> None:
    """The same question is open in many other teams."""
    (round_,) = await room.store.rounds(TEAM, CHANNEL, 1)
    for number in range(teams):
        team = f"test:t{number}"
        await room.store.greet(team, "someone", "Someone")
        room.chat.people[team, "eve"] = NO_RIGHTS
        assert await room.store.plan(replace(round_, team_id=team, post=None), (), None)


async def test_a_question_that_waits_to_be_posted_is_withheld_like_an_open_one(
    asked: Room,
) -> None:
    """Between the plan and the post a look-up finds no answer, and no error either."""
    (round_,) = await asked.store.rounds(TEAM, CHANNEL, 1)
    planned = replace(
        round_, id="later", slot="ask-later", question=HOROVOD, post=None, opened_at=None
    )
    assert await asked.store.plan(replace(planned, state=RoundState.PLANNED), (), None)
    reply = said(await asked.types("Grace", "/lookup horovod"))
    assert "Horovod" not in reply.replace('"horovod"', "")
    assert "no longer here" not in reply


async def test_what_is_open_in_the_team_is_not_asked_in_private_by_hand_or_by_the_clock(
    asked: Room,
) -> None:
    """There an answer is told at once: the private channel gets the other question, or none."""
    await asked.types("Grace", "/quiz me")
    reply = said(await types(asked, alone(asked, "Grace"), "/quizmaster ask"))
    assert "on its way" in reply
    (extra,) = await asked.store.rounds("test:grace", "dm", 5)
    assert extra.question.id == HOROVOD.id
    refused = said(await types(asked, alone(asked, "Grace"), "/quizmaster ask"))
    assert "Nothing was posted" in refused
    daily = Schedule(
        "test:edsger", "dm", "ml", time(9), time(17), "Europe/Berlin", EVERY_DAY, made_by="edsger"
    )
    await asked.types("Edsger", "/quiz me")
    await asked.store.begin_schedule(replace(daily, next_at=asked.clock.now()))
    await asked.work()
    (planned,) = await asked.store.rounds("test:edsger", "dm", 5)
    assert planned.question.id == HOROVOD.id
