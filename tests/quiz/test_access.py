"""Where something counts is looked up first, and who may do it is asked there."""

from dataclasses import replace
from typing import get_type_hints

from bot.model.action import Action
from bot.model.event import Actor, Call, Point, Press, Submission
from bot.model.message import Ask, Say
from bot.model.rights import NO_RIGHTS, Rights
from bot.model.team import UserGroup
from bot.quiz.ports.chat import Refused
from tests.quiz.room import CHANNEL, TEAM, Room, said
from tests.quiz.test_buttons import KINDS

OTHER = "test:other"
FORM = {"opens": "8:00", "reveals": "20:00", "days": "daily", "zone": "UTC", "sheet": "ml"}
SET_UP = (
    Action("schedule", ("team", CHANNEL)),
    Action("pause", ("team", CHANNEL)),
    Action("ask", ("team", CHANNEL)),
)


def in_private(room: Room, name: str) -> Actor:
    """Somebody in a private conversation, which their platform takes for a team of one."""
    return room.actor(
        name,
        team_id=f"test:{name.lower()}",
        channel_id="dm",
        channel_name="",
        rights=Rights(manages=True, groups=frozenset()),
    )


def in_other_team(room: Room, name: str) -> Actor:
    """Somebody who manages another team on the same platform."""
    return replace(in_private(room, name), team_id=OTHER, channel_id="c9")


async def in_private_presses(room: Room, name: str, action: Action) -> str:
    """What they hear who press a button that was sent to them."""
    return said(await room.dispatcher.respond(Press(in_private(room, name), action)))


async def test_rights_are_asked_for_in_the_team_that_a_button_names(morning: Room) -> None:
    """Grace manages the other team, and is an ordinary member here."""
    await morning.types("Grace", "/quiz me")
    before = await morning.store.schedules(TEAM, CHANNEL)
    for action in SET_UP:
        press = Press(in_other_team(morning, "Grace"), action)
        assert "is for quizmasters" in said(await morning.dispatcher.respond(press))
    form = Submission(in_other_team(morning, "Grace"), Action("scheduled", ("team", CHANNEL)), FORM)
    assert "is for quizmasters" in said(await morning.dispatcher.respond(form))
    assert await morning.store.schedules(TEAM, CHANNEL) == before


async def test_who_manages_the_team_does_so_in_private_too(morning: Room) -> None:
    """The private conversation says nothing of the team; its platform does, when it is asked."""
    pause = Action("pause", ("team", CHANNEL))
    assert "paused" in (await in_private_presses(morning, "Ada", pause))


async def test_a_platform_that_does_not_answer_is_no_refusal(morning: Room) -> None:
    morning.chat.silent = True
    pause = Action("pause", ("team", CHANNEL))
    reply = await in_private_presses(morning, "Ada", pause)
    assert "I could not ask Test just now" in reply
    assert "Please try again in a minute." in reply
    unknown = morning.actor("Ada", rights=None)
    there = said(await morning.dispatcher.respond(Press(unknown, pause)))
    assert "I could not ask Test just now" in there
    (schedule,) = await morning.store.schedules(TEAM, CHANNEL)
    assert schedule.next_at is not None
    morning.chat.silent = False
    assert "paused" in said(await morning.dispatcher.respond(Press(unknown, pause)))


async def test_whoever_was_appointed_needs_no_word_of_a_silent_platform(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    await morning.store.set_member(TEAM, "grace", quizmaster=True)
    morning.chat.silent = True
    grace = morning.actor("Grace", rights=None)
    pause = Press(grace, Action("pause", ("team", CHANNEL)))
    assert "paused" in said(await morning.dispatcher.respond(pause))


async def test_the_list_of_commands_is_shown_whole_by_a_silent_platform(morning: Room) -> None:
    morning.chat.silent = True
    read = morning.dispatcher.read("/quiz help")
    assert read is not None
    call = Call(morning.actor("Ada", rights=None), read.path, read.arguments)
    assert "schedule" in said(await morning.dispatcher.respond(call))


async def test_a_dismissed_quizmaster_decides_nothing_from_an_old_message(room: Room) -> None:
    """Grace set the quiz up and was told; then she was dismissed."""
    await room.types("Grace", "/quiz me")
    await room.store.set_member(TEAM, "grace", quizmaster=True)
    await room.store.volunteer(TEAM, "grace")
    room.chat.failures = [Refused("I can't post.", "Type `/invite` there.")]
    await room.later(hours=1)
    again = next(buttons for buttons in room.chat.buttons)[0]
    assert tuple(sorted({name for name, _ in room.chat.told}, reverse=True)) == ("grace", "ada")
    await room.store.set_member(TEAM, "grace", quizmaster=False)
    for actor in (room.actor("Grace"), in_private(room, "Grace")):
        reply = said(await room.dispatcher.respond(Press(actor, again.action)))
        assert "is for quizmasters" in reply
    assert "The quiz will run in #ml-study" in await in_private_presses(room, "Ada", again.action)


async def test_who_left_the_team_decides_nothing_though_nobody_dismissed_them(
    morning: Room,
) -> None:
    await morning.types("Grace", "/quiz me")
    await morning.store.set_member(TEAM, "grace", quizmaster=True)
    morning.chat.people[TEAM, "grace"] = NO_RIGHTS
    pause = Action("pause", ("team", CHANNEL))
    assert "is for quizmasters" in await in_private_presses(morning, "Grace", pause)


async def test_a_guest_from_another_team_manages_nothing_here(morning: Room) -> None:
    """Connected workspaces: what somebody manages at home counts not here."""
    guest = morning.actor("Alan", rights=Rights(belongs=False, manages=True, groups=frozenset()))
    pause = Press(guest, Action("pause", ("team", CHANNEL)))
    assert "is for quizmasters" in said(await morning.dispatcher.respond(pause))


async def test_a_role_makes_its_people_quizmasters_here_and_in_private(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    await morning.store.add_group(UserGroup(TEAM, "r7", "ml leads"))
    leads = Rights(groups=frozenset({"r7"}))
    pause = Action("pause", ("team", CHANNEL))
    start = Action("schedule", ("team", CHANNEL))
    ordinary = Press(morning.actor("Edsger"), pause)
    assert "is for quizmasters" in said(await morning.dispatcher.respond(ordinary))
    grace = Press(morning.actor("Grace", rights=leads), pause)
    assert "paused" in said(await morning.dispatcher.respond(grace))
    morning.chat.people[TEAM, "grace"] = leads
    opened = await morning.dispatcher.respond(Press(in_private(morning, "Grace"), start))
    assert isinstance(opened, Ask)
    half_known = Press(morning.actor("Grace", rights=Rights()), start)
    assert isinstance(await morning.dispatcher.respond(half_known), Ask), "the rest is asked for"


async def test_a_channel_of_another_team_cannot_be_set_up(morning: Room) -> None:
    """By a button, a form or a command: the platform is asked whose channel it is."""
    for action in (Action("schedule", ("team", "c9")), Action("ask", ("team", "c9"))):
        reply = said(await morning.acts("Ada", action))
        assert "I do not know that channel in this team." in reply
    sent = await morning.sends("Ada", Action("scheduled", ("team", "c9")), FORM)
    assert "I do not know that channel" in said(sent)
    assert await morning.store.schedules(TEAM, "c9") == ()
    assert await morning.store.rounds(TEAM, "c9", 5) == ()
    morning.chat.channels.add((TEAM, "c9"))
    assert isinstance(await morning.acts("Ada", Action("schedule", ("team", "c9"))), Ask)


async def test_settings_hold_in_channels_of_the_team_only(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    remind = Action("remind", ("on", "team", "c9"))
    assert "I do not know that channel" in said(await morning.acts("Grace", remind))
    assert not await morning.store.wants_reminder(TEAM, "c9", "grace")


async def test_a_message_of_another_team_is_not_pointed_at_from_here(morning: Room) -> None:
    post = morning.question
    point = Point(in_other_team(morning, "Eve"), "report", post.ref)
    assert "no longer here" in said(await morning.dispatcher.respond(point))
    assert await morning.store.member(OTHER, "eve") is None
    forged = Point(morning.actor("Eve"), "report", replace(post.ref, team_id=OTHER))
    assert "no longer here" in said(await morning.dispatcher.respond(forged))


async def test_the_channel_of_an_answer_from_private_is_the_rounds_own(morning: Room) -> None:
    await morning.types("Grace", "/quiz me")
    send = Action("send", ((await morning.round()).id, "team"))
    form = Submission(in_private(morning, "Grace"), send, {"answer": "k-means"})
    graded = await morning.dispatcher.respond(form)
    assert isinstance(graded, Say)
    (answer,) = await morning.store.answers(TEAM, (await morning.round()).id)
    assert answer.channel_id == CHANNEL


def test_what_names_a_team_or_channel_says_where_it_counts() -> None:
    """Else its team would be believed: every such kind of button is looked up by the route."""
    for kind in KINDS.values():
        names = set(get_type_hints(kind.arguments))
        if names & {"team", "channel_id"}:
            assert hasattr(kind.arguments, "place"), kind.verb
