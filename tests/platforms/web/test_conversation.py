"""What people do in the playground, over a real WebSocket."""

from functools import partial

import pytest

from bot.clock import MovableClock
from bot.model.attachment import Attachment
from bot.model.event import Call, Press, Submission
from bot.model.rights import Rights
from bot.model.team import Member, Team
from bot.platforms.web import protocol as wire
from bot.platforms.web.server import WebPlatform
from bot.platforms.web.visitor import LONGEST_NAME, visitor
from bot.store import SqlStore
from tests.platforms.desk import HandDesk
from tests.platforms.web.clocks import MORNING
from tests.platforms.web.page import Page, buttons, open_page, words
from tests.store.cast import met

ANSWER = partial(wire.Sent, action="send:r1")


def line(text: str) -> partial[wire.Line]:
    return partial(wire.Line, text=text)


async def told(page: Page, text: str) -> str:
    reply = await page.ask(line(text))
    assert isinstance(reply, wire.Told), reply
    return words(reply.message)


async def suggested(page: Page, text: str) -> wire.Suggested:
    reply = await page.ask(partial(wire.Typing, text=text))
    assert isinstance(reply, wire.Suggested), reply
    return reply


async def test_the_team_is_made_known_to_the_game(platform: WebPlatform, desk: HandDesk) -> None:
    assert desk.teams == [Team("web:demo", "Playground")]
    assert platform.chat.platform == "web"


async def test_one_is_ada_the_quizmaster_unless_one_says_otherwise(platform: WebPlatform) -> None:
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        assert ada.welcome.you == wire.Person("ada", "Ada", quizmaster=True)
        assert grace.welcome.you == wire.Person("grace", "Grace", quizmaster=False)
        assert ada.welcome.channel == "ml-study"


async def test_somebody_made_quizmaster_is_greeted_as_one(
    platform: WebPlatform, store: SqlStore
) -> None:
    await met(store, Member("web:demo", "grace", "Grace", quizmaster=True))
    async with open_page(platform.url, "Grace") as grace:
        assert grace.welcome.you.quizmaster


@pytest.mark.parametrize(
    ("given", "id_", "name"),
    [
        ("", "ada", "Ada"),
        ("  \t ", "ada", "Ada"),
        ("GRACE", "grace", "GRACE"),
        ("a:b", "a·b", "a:b"),
        ("<b>Eve</b>", "<b>eve</b>", "<b>Eve</b>"),
        ("Zo\u0065\u0308", "zoë", "Zoë"),
        ("A\u202eda\x00\n b", "a da b", "A da b"),
        ("\ud800", "ada", "Ada"),
        ("x" * 500, "x" * LONGEST_NAME, "x" * LONGEST_NAME),
        ("ß" * 40, "s" * LONGEST_NAME, "ß" * LONGEST_NAME),
    ],
)
def test_a_name_is_cleaned_of_what_no_name_holds(given: str, id_: str, name: str) -> None:
    person = visitor(given)
    assert (person.id, person.name) == (id_, name)


def test_a_zone_counts_only_if_it_exists() -> None:
    assert visitor("Ada", "Europe/Berlin").actor.zone == "Europe/Berlin"
    assert visitor("Ada", "../../etc/passwd").actor.zone == ""


async def test_a_press_and_a_form_reach_the_game_with_who_and_where(
    platform: WebPlatform, desk: HandDesk
) -> None:
    async with open_page(platform.url, "Grace") as grace:
        form = await grace.ask(partial(wire.Pressed, action="answer:r1"))
        assert isinstance(form, wire.Asked)
        assert (form.title, form.action, form.submit) == ("Your answer", "send:r1", "Send")
        assert [field.name for field in form.inputs] == ["answer"]
        grade = await grace.ask(partial(ANSWER, values={"answer": "k-means"}))
        assert isinstance(grade, wire.Told)
        assert words(grade.message) == "Not this time. You said k-means"
        assert grade.message.private
    pressed, sent = desk.events
    assert isinstance(pressed, Press)
    assert isinstance(sent, Submission)
    actor = sent.actor
    assert (actor.team_id, actor.channel_id, actor.member_id) == ("web:demo", "ml-study", "grace")
    assert (actor.name, actor.zone) == ("Grace", "Europe/Berlin")
    assert actor.rights == Rights(groups=frozenset())


async def test_a_form_stays_open_with_what_is_wrong_beside_its_input(platform: WebPlatform) -> None:
    async with open_page(platform.url) as ada:
        reply = await ada.ask(partial(ANSWER, values={"answer": " "}))
        assert isinstance(reply, wire.Amended)
        assert reply.errors == (wire.Wrong("answer", "Type something first."),)


async def test_an_answer_of_five_thousand_characters_is_given_back_and_not_handed_on(
    platform: WebPlatform, desk: HandDesk
) -> None:
    async with open_page(platform.url) as ada:
        reply = await ada.ask(partial(ANSWER, values={"answer": "x" * 5_000}))
        assert isinstance(reply, wire.Amended)
        assert reply.errors[0].problem.startswith("This is 5,000 characters long")
    assert desk.events == []


async def test_a_file_arrives_whole_or_with_its_size_alone(
    platform: WebPlatform, desk: HandDesk
) -> None:
    async with open_page(platform.url) as ada:
        form = await ada.ask(line("/quizmaster upload"))
        assert isinstance(form, wire.Asked)
        assert form.inputs == (wire.FileField("file", "Your sheet", 1_000, ("md", "csv")),)
        for file in (wire.HandedOver("a.md", 3, b"Q.?"), wire.HandedOver("b.md", 5_000_000, b"")):
            await ada.ask(partial(wire.Sent, action="uploaded", values={}, files={"file": file}))
    _, whole, large = desk.events
    assert isinstance(whole, Submission)
    assert whole.files["file"] == Attachment.of("a.md", b"Q.?")
    assert isinstance(large, Submission)
    assert not large.files["file"].whole


async def test_the_same_frame_sent_again_is_the_same_event(
    platform: WebPlatform, desk: HandDesk
) -> None:
    """After a lost connection the page sends again what got no reply; its id stays the same."""
    async with open_page(platform.url) as ada:
        await ada.ask(partial(ANSWER, values={"answer": "k-NN"}), "00000001")
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        await ada.ask(partial(ANSWER, values={"answer": "k-NN"}), "00000001")
        await grace.ask(partial(ANSWER, values={"answer": "k-NN"}), "00000001")
    first, again, other = [event.key for event in desk.events]
    assert first == again
    assert first != other
    assert len(first) <= 25


async def test_a_typed_line_is_a_command(platform: WebPlatform, desk: HandDesk) -> None:
    async with open_page(platform.url) as ada:
        assert await told(ada, "  /lookup random cut forest ") == "random cut forest: a term."
        assert await told(ada, "/quiz me @Grace") == "quiz me {'member': 'grace'}"
    assert all(isinstance(event, Call) for event in desk.events)


async def test_groups_are_not_offered_and_take_no_part_of_a_name(
    platform: WebPlatform, desk: HandDesk
) -> None:
    async with open_page(platform.url) as ada:
        await told(ada, "/quizmaster appoint Grace Hopper")
        hint = await suggested(ada, "/quizmaster appoint Grace Ho")
    assert desk.heard(Call).arguments == {"member": "grace hopper"}
    assert hint.hint.startswith("member:")


async def test_what_is_no_command_gets_a_kind_word_and_goes_nowhere(
    platform: WebPlatform, desk: HandDesk
) -> None:
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        assert "Type / to see them all" in await told(ada, "hello <everyone>")
        assert grace.latest(wire.Shown) is None
    assert desk.events == []


async def test_a_reply_for_the_channel_is_seen_by_all_and_posted_once(
    platform: WebPlatform,
) -> None:
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        assert isinstance(await ada.ask(line("/share"), "00000002"), wire.Done)
        posted = await grace.wait(lambda: grace.latest(wire.Shown))
        assert words(posted) == "For everyone."
        await ada.ask(line("/share"), "00000002")
    async with open_page(platform.url, "Edsger") as edsger:
        assert [words(each) for each in edsger.welcome.messages] == ["For everyone."]


async def test_a_private_reply_is_shown_to_its_tab_alone_and_not_kept(
    platform: WebPlatform,
) -> None:
    async with open_page(platform.url) as ada, open_page(platform.url) as second:
        reply = await ada.ask(line("/quiz today"))
        assert isinstance(reply, wire.Told)
        assert buttons(reply.message) == {"Answer": "answer:r1", "Hint −2": "hint:r1"}
        assert second.latest(wire.Told) is None
    async with open_page(platform.url) as later:
        assert later.welcome.messages == ()


async def test_a_reply_may_take_the_place_of_the_one_that_was_pressed(
    platform: WebPlatform,
) -> None:
    async with open_page(platform.url) as ada:
        reply = await ada.ask(partial(wire.Pressed, action="again"))
        assert isinstance(reply, wire.Told)
        assert reply.replaces


async def test_an_error_of_ours_is_told_with_a_reference_and_without_its_inside(
    platform: WebPlatform, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_page(platform.url) as ada:
        reply = await ada.ask(line("/break"))
        assert isinstance(reply, wire.Trouble)
        assert "nothing was lost" in reply.text
        assert "42" not in reply.text
        reference = reply.text.split("reference ")[1].rstrip(")")
        assert reference in caplog.text
        assert await told(ada, "/lookup x") == "x: a term."


async def test_a_slash_offers_every_command_with_its_help(platform: WebPlatform) -> None:
    async with open_page(platform.url) as ada:
        offered = await suggested(ada, "/")
        assert offered.suggestions[0] == wire.Suggestion(
            "/quiz today", "/quiz today", "Show today's question"
        )
        assert [each.label for each in (await suggested(ada, "/quiz t")).suggestions] == [
            "/quiz today",
            "/quiz top [window]",
        ]
        assert [each.insert for each in (await suggested(ada, "/TOP")).suggestions] == [
            "/quiz top "
        ]
        assert (await suggested(ada, "hello")).suggestions == ()
        (upload,) = (await suggested(ada, "/quizmaster u")).suggestions
        assert (upload.insert, upload.label) == ("/quizmaster upload", "/quizmaster upload")


async def test_commands_of_the_quizmaster_are_offered_to_quizmasters(platform: WebPlatform) -> None:
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace") as grace:
        for typed in ("/", "/quizm", "/quizmaster ", "/upl"):
            for page, may in ((ada, True), (grace, False)):
                labels = [each.label for each in (await suggested(page, typed)).suggestions]
                assert any(label.startswith("/quizmaster") for label in labels) == may, typed


async def test_an_options_values_are_offered_as_one_types(platform: WebPlatform) -> None:
    async with open_page(platform.url) as ada, open_page(platform.url, "Grace"):
        top = await suggested(ada, "/quiz top x")
        assert (top.suggestions, top.ready) == ((), True)
        top = await suggested(ada, "/quiz top th")
        assert [(each.insert, each.label) for each in top.suggestions] == [
            ("/quiz top week", "this week")
        ]
        term = await suggested(ada, "/lookup r")
        assert [each.insert for each in term.suggestions] == [
            "/lookup Random Cut Forest",
            "/lookup Recall",
        ]
        assert term.hint == "query: A term or a few words"
        people = await suggested(ada, "/quiz me @g")
        assert [each.insert for each in people.suggestions] == ["/quiz me Grace"]
        second = await suggested(ada, "/quizmaster swap now ho")
        assert [each.insert for each in second.suggestions] == ["/quizmaster swap now Horovod"]


async def test_a_line_is_ready_once_it_holds_all_that_its_command_needs(
    platform: WebPlatform,
) -> None:
    async with open_page(platform.url) as ada:
        assert not (await suggested(ada, "/quiz t")).ready
        assert (await suggested(ada, "/quiz top")).ready
        assert not (await suggested(ada, "/lookup ")).ready
        assert (await suggested(ada, "/lookup pca")).ready
        assert (await suggested(ada, "/quizmaster")).ready
        assert not (await suggested(ada, "/quizm")).ready


async def test_the_clock_tells_the_time_and_what_comes_next(
    platform: WebPlatform, clock: MovableClock
) -> None:
    async with open_page(platform.url) as ada:
        time = ada.welcome.time
        assert (time.now, time.next, time.movable) == (MORNING, None, True)
        assert time.event.startswith("Nothing is planned.")
        reply = await ada.ask(wire.Skip)
        assert isinstance(reply, wire.Trouble)
        assert reply.text.startswith("Nothing is planned.")
    assert clock.now() == MORNING
