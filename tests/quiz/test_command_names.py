"""What commands are called: where they are found, what they were called before, and slips."""

import pytest

from bot.model.attachment import Attachment
from bot.model.event import Call
from bot.model.message import Ask, Message, Reply, Say
from bot.model.team import Member
from tests.quiz.room import CHANNEL, TEAM, Room, said
from tests.store.cast import met

MOVED = {
    "/quiz schedule": "/quizmaster schedule",
    "/quiz ask": "/quizmaster ask",
    "/quiz reveal": "/quizmaster reveal",
    "/quiz upload": "/quizmaster upload",
    "/quiz export": "/quizmaster export",
    "/quiz quizmaster": "/quizmaster appoint",
}
WHO = (
    "Somebody who manages this team, or another quizmaster, can do it, or make you one with "
    "/quizmaster appoint."
)
MANIFEST = (
    "If /quizmaster is not known here, whoever runs this bot has to renew its commands: in Slack "
    "with what “quizsheet manifest slack” prints."
)


def message(reply: Reply) -> Message:
    """The message of a reply."""
    assert isinstance(reply, Say)
    return reply.message


def part(text: str, heading: str) -> str:
    """What stands under a heading of the help, up to the next one."""
    return text.partition(f"{heading}\n")[2].partition("\nWhat ")[0]


async def test_a_members_help_lists_what_members_do(room: Room) -> None:
    member = said(await room.types("Grace", "/quiz help"))
    assert "/lookup QUERY" in part(member, "What you can do")
    assert "/quiz sheets" in member
    assert "/quizmaster" not in member


async def test_a_quizmasters_help_has_their_commands_in_a_section_of_their_own(room: Room) -> None:
    quizmaster = said(await room.types("Ada", "/quiz help"))
    everybodys = part(quizmaster, "What you can do")
    theirs = part(quizmaster, "What you can do as a quizmaster")
    assert "/quiz top" in everybodys
    assert "/quizmaster" not in everybodys
    assert "/quizmaster appoint [MEMBER] [GROUP]" in theirs
    assert "/quizmaster sheet NAME" in theirs
    assert "/quiz " not in theirs


async def test_quiz_alone_is_help(room: Room) -> None:
    for name in ("Grace", "Ada"):
        assert await room.types(name, "/quiz") == await room.types(name, "/quiz help")


async def test_quizmaster_alone_shows_a_quizmaster_their_part(room: Room) -> None:
    reply = said(await room.types("Ada", "/quizmaster"))
    assert reply.startswith("What you can do as a quizmaster\n")
    assert "/quizmaster ask — Post one more question now" in reply
    assert "/quiz top" not in reply
    assert "/quiz help" in reply


async def test_quizmaster_alone_tells_everybody_else_who_can_make_them_one(room: Room) -> None:
    reply = said(await room.types("Grace", "/quizmaster"))
    assert reply == f"What begins with /quizmaster is for quizmasters. {WHO}"
    await met(room.store, Member(TEAM, "grace", "Grace", quizmaster=True))
    assert "/quizmaster ask" in said(await room.types("Grace", "/quizmaster"))


async def test_a_sheet_is_chosen_by_name_and_listed_without_one(room: Room) -> None:
    assert "ML on AWS — 1 question" in said(await room.types("Grace", "/quiz sheets"))
    assert "needs the sheet to ask from" in said(await room.types("Ada", "/quizmaster sheet"))
    assert "from ML on AWS" in said(await room.types("Ada", "/quizmaster sheet ML on AWS"))
    refused = said(await room.types("Grace", "/quizmaster sheet ML on AWS"))
    assert refused == f"/quizmaster sheet is for quizmasters. {WHO}"


@pytest.mark.parametrize(("old", "new"), MOVED.items())
async def test_an_old_name_says_where_it_went(room: Room, old: str, new: str) -> None:
    reply = said(await room.types("Ada", old))
    words = f"{old} has moved: it is {new} now. Nothing was done yet. {MANIFEST}"
    assert reply.splitlines()[0] == words
    member = said(await room.types("Grace", old))
    assert member == f"{old} has moved: it is {new} now, which is for quizmasters. {WHO}"


@pytest.mark.parametrize("old", ["/quiz ask", "/quiz reveal"])
async def test_an_old_name_is_never_acted_upon(morning: Room, old: str) -> None:
    before = await morning.store.rounds(TEAM, CHANNEL, 5)
    await morning.types("Ada", old)
    await morning.work()
    assert await morning.store.rounds(TEAM, CHANNEL, 5) == before
    assert len(morning.chat.posted) == 1


async def test_the_button_under_an_old_name_does_what_was_wanted(room: Room) -> None:
    """Also where the platform does not know the new name yet."""
    moved = message(await room.types("Ada", "/quiz schedule"))
    assert isinstance(await room.presses("Ada", moved, "Use /quizmaster schedule"), Ask)
    moved = message(await room.types("Ada", "/quiz ask"))
    for _ in range(2):
        reply = await room.presses("Ada", moved, "Use /quizmaster ask", key="event-1")
        assert "is on its way" in said(reply)
    await room.work()
    assert len(room.chat.posted) == 1


async def test_the_button_gives_nobody_rights(room: Room) -> None:
    moved = message(await room.types("Ada", "/quiz ask"))
    reply = await room.presses("Grace", moved, "Use /quizmaster ask")
    assert said(reply) == f"/quizmaster ask is for quizmasters. {WHO}"


async def test_a_button_stands_only_where_nothing_more_is_to_be_said(room: Room) -> None:
    """What was typed behind the old name would be lost, and some commands need something."""
    assert "[Use /quizmaster export]" in said(await room.types("Ada", "/quiz export"))
    for line in ("/quiz export anki", "/quiz schedule #other", "/quiz quizmaster grace"):
        reply = said(await room.types("Ada", line))
        assert "has moved" in reply
        assert "[Use" not in reply, line


async def test_the_list_and_the_choice_of_sheets_went_two_ways(room: Room) -> None:
    for line in ("/quiz sheet", "/quiz sheet ML on AWS"):
        chooses = said(await room.types("Ada", line))
        assert chooses.startswith(
            "/quiz sheet has moved: it is /quiz sheets (list the sheets) or /quizmaster sheet "
            "(choose the sheet for this channel) now. Nothing was done yet."
        )
    moved = await room.types("Grace", "/quiz sheet")
    assert said(moved) == (
        "/quiz sheet has moved: it is /quiz sheets now. Nothing was done yet.\n[Use /quiz sheets]"
    )
    listed = said(await room.presses("Grace", message(moved), "Use /quiz sheets"))
    assert "ML on AWS — 1 question" in listed


async def test_a_platform_that_still_offers_an_old_name_gets_the_same_reply(room: Room) -> None:
    """Its calls come with typed arguments and files, not as a line."""

    async def calls(path: tuple[str, ...], **more: str) -> str:
        return said(await room.dispatcher.respond(Call(room.actor("Ada"), path, more)))

    assert await calls(("quiz", "ask")) == said(await room.types("Ada", "/quiz ask"))
    assert "[Use" not in await calls(("quiz", "export"), format="anki")
    call = Call(
        room.actor("Ada"), ("quiz", "upload"), files={"file": Attachment.of("a.md", b"Q. Why?")}
    )
    reply = said(await room.dispatcher.respond(call))
    assert reply.startswith("/quiz upload has moved: it is /quizmaster upload now.")
    assert "[Use" not in reply


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("/quiz tody", "/quiz today"),
        ("/quiz tpo", "/quiz top"),
        ("/quiz toip", "/quiz top"),
        ("/quizmaster help", "/quiz help"),
        ("/quiz shedule", "/quizmaster schedule"),
        ("/quizmaster revael", "/quizmaster reveal"),
        ("/quizmaster top", "/quiz top"),
        ("/quizmaster quizmastr", "/quizmaster appoint"),
        ("/quiz shets", "/quiz sheets"),
        ("/quizmaster shet", "/quizmaster sheet"),
        ("/help", "/quiz help"),
        ("/lokup", "/lookup"),
    ],
)
async def test_a_slip_gets_the_nearest_name_and_the_way_to_the_list(
    room: Room, slip: str, meant: str
) -> None:
    reply = said(await room.types("Ada", slip))
    assert reply.splitlines()[0] == (
        f"There is no command {slip}. Did you mean {meant}? /quiz help lists all of them."
    )


async def test_the_nearest_name_is_one_that_the_person_may_use(room: Room) -> None:
    reply = said(await room.types("Grace", "/quizmaster shedule"))
    assert reply == "There is no command /quizmaster shedule. /quiz help lists all of them."


async def test_the_nearest_name_is_a_press_away(room: Room) -> None:
    slip = message(await room.types("Grace", "/quiz hlep"))
    assert "What you can do" in said(await room.presses("Grace", slip, "Use /quiz help"))


@pytest.mark.parametrize(
    "line", ["/quiz dance", "/quizmaster dance", "/dance", "/quiz " + "x" * 900]
)
async def test_a_name_that_is_near_none_leads_to_the_list(room: Room, line: str) -> None:
    for name in ("Grace", "Ada"):
        reply = said(await room.types(name, line))
        assert reply.startswith(f"There is no command {line[:12].split(maxsplit=1)[0]}")
        assert reply.endswith("/quiz help lists all of them.")
        assert "Did you mean" not in reply
        assert len(reply) < 120


async def test_an_entry_of_another_versions_menu_leads_to_help_too(room: Room) -> None:
    reply = await room.dispatcher.respond(Call(room.actor("Grace"), ("Quiz badge",)))
    assert said(reply) == "There is no command /Quiz badge. /quiz help lists all of them."
