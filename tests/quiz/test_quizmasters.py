"""Who the quizmasters are is seen and set in chat, and one of them can always be reached."""

from dataclasses import replace

from bot.model.event import Call
from bot.model.message import Ask, Buttons, Say
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.team import UserGroup
from bot.quiz.ports.chat import Gone, Refused
from tests.quiz.room import CHANNEL, TEAM, Room, button, said

NEAT = {"question": "What does RCF stand for?", "answer": "Random Cut Forest", "source": ""}


async def suggests(room: Room, name: str) -> str:
    """Somebody suggests a question, and the word about it is sent."""
    opened = await room.types(name, "/quiz suggest")
    assert isinstance(opened, Ask)
    reply = said(await room.sends(name, opened.form.action, NEAT, key=f"by-{name}"))
    await room.work()
    return reply


def told(room: Room) -> list[str]:
    """Whom the words went to, in their order."""
    return [name for name, _ in room.chat.told]


async def test_who_they_are_is_shown_with_who_is_told(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    await morning.types("Ada", "/quizmaster appoint grace")
    await morning.store.add_group(UserGroup(TEAM, "r7", "ml leads"))
    reply = said(await morning.types("Grace", "/quizmaster who"))
    assert "Whoever manages the team" in reply
    assert "Everybody in ml leads" in reply
    assert "Ada — by their rights, is told" in reply
    assert "Grace — appointed, is told" in reply
    assert "[Do not tell me any more] [Dismiss Grace]" in reply
    assert "is for quizmasters" in said(await morning.types("Edsger", "/quizmaster who"))


async def test_everybody_who_wants_it_is_told_and_nobody_else(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    await morning.types("Ada", "/quizmaster appoint grace")
    await suggests(morning, "Edsger")
    assert sorted(told(morning)) == ["ada", "grace"]
    shown = await morning.types("Grace", "/quizmaster who")
    assert isinstance(shown, Say)
    quiet = said(await morning.presses("Grace", shown.message, "Do not tell me"))
    assert "You are left in peace." in quiet
    morning.chat.told.clear()
    await suggests(morning, "Alan")
    assert told(morning) == ["ada"]
    again = await morning.types("Grace", "/quizmaster who")
    assert isinstance(again, Say)
    await morning.presses("Grace", again.message, "Tell me")
    await morning.work()
    assert told(morning)[-1] == "grace", "what was suggested meanwhile is not lost on her"
    morning.chat.told.clear()
    await suggests(morning, "Barbara")
    assert sorted(told(morning)) == ["ada", "grace"]


async def test_who_wanted_no_word_gets_none_by_being_appointed_or_by_setting_up(
    morning: Room,
) -> None:
    await morning.types("Grace", "/quiz me")
    await morning.store.set_member(TEAM, "grace", told=False)
    await morning.types("Ada", "/quizmaster appoint grace")
    member = await morning.store.member(TEAM, "grace")
    assert member is not None
    assert (member.quizmaster, member.told) == (True, False)


async def test_who_is_dismissed_hears_no_more(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    named = await morning.types("Ada", "/quizmaster appoint grace")
    assert isinstance(named, Say)
    back = said(await morning.presses("Ada", named.message, "Take it back"))
    assert "Grace is no quizmaster any more." in back
    await suggests(morning, "Edsger")
    assert told(morning) == ["ada"]


async def test_who_may_not_decide_any_more_hears_no_more_though_nobody_dismissed_them(
    morning: Room,
) -> None:
    """Ada set the quiz up as an admin; now she is none, and Grace was appointed."""
    await morning.types("Grace", "/quiz me")
    await morning.types("Ada", "/quizmaster appoint grace")
    morning.chat.people[TEAM, "ada"] = Rights(groups=frozenset())
    await suggests(morning, "Edsger")
    assert told(morning) == ["grace"]
    member = await morning.store.member(TEAM, "ada")
    assert member is not None
    assert member.told is None


async def test_a_word_goes_out_though_the_platform_does_not_say_who_may(morning: Room) -> None:
    morning.chat.silent = True
    reply = await suggests(morning, "Edsger")
    assert told(morning) == ["ada"]
    assert "A quizmaster decides; you will hear." in reply


async def test_when_the_last_has_left_the_next_admin_who_speaks_is_asked(morning: Room) -> None:
    morning.chat.people[TEAM, "ada"] = NO_RIGHTS
    assert "it is kept" in await suggests(morning, "Edsger")
    barbara = morning.actor("Barbara", rights=Rights(manages=True, groups=frozenset()))
    read = morning.dispatcher.read("/quiz top")
    assert read is not None
    for _ in range(3):
        await morning.dispatcher.respond(Call(barbara, read.path, read.arguments))
    await morning.work()
    ((name, words),) = morning.chat.told
    assert name == "barbara"
    assert "Nobody is told when the quiz in #ml-study needs a quizmaster" in words
    yes = morning.chat.buttons[-1][0].action
    from bot.model.event import Press

    morning.chat.told.clear()
    accepted = said(await morning.dispatcher.respond(Press(barbara, yes)))
    assert "You hear from me when something needs a quizmaster." in accepted
    assert "1 suggestion waiting for a decision" in accepted
    await morning.work()
    ((name, words),) = morning.chat.told
    assert (name, "Edsger suggests a question" in words) == ("barbara", True)
    morning.chat.people[TEAM, "barbara"] = Rights(manages=True, groups=frozenset())
    morning.chat.told.clear()
    await suggests(morning, "Alan")
    assert told(morning) == ["barbara"]


async def test_an_admin_who_says_no_is_not_asked_again_and_the_next_one_is(
    morning: Room,
) -> None:
    await morning.store.retire(TEAM, "ada")
    await morning.types("Ada", "/quiz top")
    await morning.work()
    no = morning.chat.buttons[-1][1].action
    await morning.acts("Ada", no)
    morning.chat.told.clear()
    await morning.types("Ada", "/quiz me")
    await morning.work()
    assert morning.chat.told == []


async def test_members_and_teams_without_a_quiz_are_not_asked(room: Room) -> None:
    await room.store.retire(TEAM, "ada")
    await room.types("Grace", "/quiz top")
    other = room.actor("Ada", channel_id="c9", channel_name="c9")
    read = room.dispatcher.read("/quiz top")
    assert read is not None
    await room.dispatcher.respond(Call(other, read.path, read.arguments))
    await room.work()
    assert room.chat.told == []


async def test_who_cannot_be_reached_is_not_told_again(morning: Room) -> None:
    """Private messages are closed, or the person is gone: the next admin is asked instead."""
    for failure in (Refused("They take no messages.", "Ask them."), Gone("no such person")):
        await morning.store.volunteer(TEAM, "ada")
        morning.chat.failures = [failure]
        await suggests(morning, f"By{type(failure).__name__}")
        member = await morning.store.member(TEAM, "ada")
        assert member is not None
        assert member.told is None


async def test_a_group_is_named_and_taken_back_by_its_id(morning: Room) -> None:
    read = morning.dispatcher.read("/quizmaster appoint")
    assert read is not None
    assert read.command is not None
    for path, words in (
        (("quizmaster", "appoint"), "Everybody in ml leads is a quizmaster now."),
        (("quizmaster", "dismiss"), "ml leads makes nobody a quizmaster any more."),
        (("quizmaster", "dismiss"), "ml leads made nobody a quizmaster."),
    ):
        call = Call(morning.actor("Ada"), path, {"group": "r7"}, names={"r7": "ml leads"})
        assert words in said(await morning.dispatcher.respond(call))


async def test_appointing_needs_somebody_of_the_team(morning: Room) -> None:
    nobody = said(await morning.types("Ada", "/quizmaster appoint"))
    assert "/quizmaster appoint needs a person, or a group." in nobody
    unmet = said(await morning.types("Ada", "/quizmaster appoint alan"))
    assert "I have not met that person yet." in unmet
    await morning.types("Alan", "/quiz me")
    morning.chat.people[TEAM, "alan"] = replace(NO_RIGHTS)
    guest = said(await morning.types("Ada", "/quizmaster appoint alan"))
    assert "Quizmasters come from the team itself." in guest
    morning.chat.silent = True
    unknown = said(await morning.types("Ada", "/quizmaster appoint alan"))
    assert "I could not ask Test just now" in unknown
    assert (await morning.store.quizmasters(TEAM)).appointed == ()


async def test_whoever_manages_the_team_stays_a_quizmaster_when_dismissed(morning: Room) -> None:
    await morning.types("Ada", "/quizmaster appoint ada")
    reply = said(await morning.types("Ada", "/quizmaster dismiss ada"))
    assert "stays a quizmaster by a group or by their rights" in reply
    assert "The quiz will" not in reply
    schedule = await morning.types("Ada", "/quizmaster who")
    assert isinstance(schedule, Say)
    assert any(isinstance(block, Buttons) for block in schedule.message.blocks)
    assert button(schedule.message, "Do not tell me").verb == "tell"
    assert (await morning.store.schedules(TEAM, CHANNEL))[0].made_by == "ada"
