"""Members suggest questions; quizmasters accept them with one press."""

from bot.model.action import Action
from bot.model.message import Amend, Ask, Say
from tests.quiz.room import CHANNEL, TEAM, Room, said

NEAT = {"question": "What does RCF stand for?", "answer": "Random Cut Forest", "source": ""}


async def suggests(room: Room, name: str, values: dict[str, str]) -> str:
    """Somebody fills in the form."""
    reply = await room.types(name, "/quiz suggest")
    assert isinstance(reply, Ask)
    told = said(await room.sends(name, reply.form.action, values))
    await room.work()
    return told


async def buttons(room: Room) -> tuple[Action, ...]:
    """What the quizmaster may press under the notice that is owed to them."""
    proposal = room.chat.buttons[-1]
    return tuple(button.action for button in proposal)


async def test_a_suggestion_reaches_the_quizmaster_with_buttons(room: Room) -> None:
    assert "A quizmaster decides" in await suggests(room, "Grace", NEAT)
    ((who, what),) = room.chat.told
    assert who == "ada"
    assert "Grace suggests a question: “What does RCF stand for?” Answer: Random Cut Forest" in what
    assert "[Accept] [Decline]" in what


async def test_accepted_it_joins_the_channels_sheet_and_its_author_hears(room: Room) -> None:
    await suggests(room, "Grace", NEAT)
    accept, _ = await buttons(room)
    assert "Done: 1 question from Grace." in said(await room.acts("Ada", accept))
    await room.work()
    assert room.chat.told[-1][0] == "grace"
    assert "is in the sheet now" in room.chat.told[-1][1]
    assert "ML on AWS — 2 questions" in said(await room.types("Grace", "/quiz sheets"))
    assert "Random Cut Forest" in said(await room.types("Grace", "/lookup RCF stand for"))


async def test_it_is_decided_once(room: Room) -> None:
    await suggests(room, "Grace", NEAT)
    accept, decline = await buttons(room)
    for _ in range(2):
        assert said(await room.acts("Ada", decline)) == "Left out."
    assert said(await room.acts("Ada", accept)).startswith("You left it out at 08:00 Berlin time.")
    assert "1 question" in said(await room.types("Grace", "/quiz sheets"))


async def test_members_cannot_accept_their_own(room: Room) -> None:
    await suggests(room, "Grace", NEAT)
    accept, _ = await buttons(room)
    assert "is for quizmasters" in said(await room.acts("Grace", accept))


async def test_what_is_missing_is_said_in_the_form(room: Room) -> None:
    reply = await room.types("Grace", "/quiz suggest")
    assert isinstance(reply, Ask)
    bad = await room.sends("Grace", reply.form.action, {"question": " ", "answer": "\n-\n"})
    assert isinstance(bad, Amend)
    assert [name for name, _ in bad.errors] == ["question", "answer"]


async def test_a_look_up_that_finds_nothing_offers_to_suggest(room: Room) -> None:
    nothing = await room.types("Grace", "/lookup vacation policy")
    assert isinstance(nothing, Say)
    assert isinstance(await room.presses("Grace", nothing.message, "Suggest"), Ask)


async def test_no_other_team_sees_the_addition(room: Room) -> None:
    await suggests(room, "Grace", NEAT)
    accept, _ = await buttons(room)
    await room.acts("Ada", accept)
    assert await room.services.library.book("test:other", "ml") is not None
    other = await room.services.library.book("test:other", "ml")
    own = await room.services.library.book(TEAM, "ml")
    assert other is not None
    assert own is not None
    assert len(other.sheet.questions) == 1
    assert len(own.sheet.questions) == 2
    assert await room.store.schedules("test:other", CHANNEL) == ()
