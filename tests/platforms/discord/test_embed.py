"""A message as embeds and buttons: everything within Discord's limits, nothing out of order."""

import discord
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.action import Action
from bot.model.attachment import Attachment
from bot.model.message import (
    Block,
    Button,
    Buttons,
    CodeBlock,
    Document,
    Field,
    Fields,
    Listing,
    Message,
    Picture,
    Section,
    Small,
    Weight,
)
from bot.model.text import Span, Style, emphasis, line, strong
from bot.platforms.discord.embed import Rendered, render
from tests.platforms.discord.reading import plainly
from tests.platforms.discord.standin import rules, schema

PNG = b"\x89PNG"
LONG = st.text("ab *_\n", max_size=3000) | st.text(max_size=40)
TEXT = st.lists(st.builds(Span, LONG, st.sampled_from(Style)), max_size=3).map(tuple)
BUTTON = st.builds(
    Button,
    st.text(max_size=120),
    st.builds(Action, st.sampled_from(("answer", "hint", "top")), st.tuples(st.uuids().map(str))),
)
BLOCK = st.one_of(
    st.builds(Section, TEXT),
    st.builds(Small, TEXT),
    st.builds(Listing, st.lists(TEXT, max_size=8).map(tuple), st.booleans()),
    st.builds(CodeBlock, LONG, st.sampled_from(("", "python"))),
    st.builds(
        Fields, st.lists(st.builds(Field, st.text(max_size=300), TEXT), max_size=30).map(tuple)
    ),
    st.builds(Picture, st.text(min_size=1), st.sampled_from(("https://a.test/x.png", "no"))),
    st.builds(Picture, st.text(min_size=1), st.just(""), st.just(PNG)),
    st.builds(Document, st.builds(Attachment.of, st.just("sheet.md"), st.binary(max_size=9))),
    st.builds(Buttons, st.lists(BUTTON, max_size=8).map(tuple)),
)


def body(shown: Rendered) -> dict[str, object]:
    """The request that posts it."""
    with discord.http.handle_message_parameters(
        embeds=shown.embeds,
        view=shown.view(),
        files=shown.files(),
        allowed_mentions=discord.AllowedMentions.none(),
    ) as parameters:
        if parameters.payload:
            return parameters.payload
        assert parameters.multipart
        loaded: dict[str, object] = discord.utils._from_json(parameters.multipart[0]["value"])
        return loaded


def words(message: Message) -> list[str]:
    """The descriptions of the embeds, as read."""
    return [plainly(embed.description or "") for embed in render(message).embeds]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(BLOCK, max_size=14), st.text(max_size=50))
def test_whatever_is_said_fits(blocks: list[Block], summary: str) -> None:
    payload = body(render(Message(tuple(blocks), summary)))
    path = "/channels/1/messages"
    assert schema.complaints("POST", path, payload) == []
    assert list(rules.message(payload, posts=True)) == []


def test_blocks_stand_in_their_order_in_one_embed() -> None:
    message = Message(
        (
            Section(line(strong("Question of the day"), " · Algorithms")),
            Section(line("Which one?")),
            CodeBlock("print(1)", "python"),
            Listing((line("first"), line("second")), ordered=True),
            Small(line("7 answered")),
        ),
        "A question",
    )
    (embed,) = render(message).embeds
    assert embed.description == (
        "**Question of the day** · Algorithms\n\nWhich one?\n\n```python\nprint(1)\n```\n\n"
        "1. first\n2. second\n\n-# 7 answered"
    )


def test_fields_are_fields_and_what_follows_them_comes_after_them() -> None:
    message = Message(
        (
            Section(line("Stats")),
            Fields((Field("Streak", line("6 days")), Field("Points", line("48")))),
            Small(line("since Monday")),
        ),
        "Stats",
    )
    first, second = render(message).embeds
    assert [(field.name, field.value) for field in first.fields] == [
        ("Streak", "6 days"),
        ("Points", "48"),
    ]
    assert second.description == "-# since Monday"


def test_a_picture_by_address_is_shown_with_its_text_beside_it() -> None:
    message = Message(
        (Picture("A tree", "https://a.test/tree.png"), Section(line("What is it?"))), "Tree"
    )
    first, second = render(message).embeds
    assert first.image.url == "https://a.test/tree.png"
    assert first.description == "-# Picture: A tree"
    assert second.description == "What is it?"


def test_a_picture_of_ours_is_attached_with_its_text() -> None:
    shown = render(Message((Picture("Points by day", png=PNG),), "Chart"))
    (file,) = shown.files()
    assert file.description == "Points by day"
    assert shown.embeds[0].image.url == f"attachment://{file.filename}"


def test_a_document_is_attached_under_its_name() -> None:
    file = Attachment.of("ml.md", b"# ML")
    shown = render(Message((Section(line("Here it is.")), Document(file)), "Sheet"))
    (sent,) = shown.files()
    assert (sent.filename, sent.fp.read()) == ("ml.md", b"# ML")
    assert (shown.embeds[0].description or "").endswith("-# File: ml.md")


def test_a_long_text_goes_on_in_the_next_embed_and_ends_between_words() -> None:
    message = Message((Section(line("word " * 700)), Section(line("more " * 700))), "Long")
    first, second = words(message)
    assert len(first) + len(second) <= 6000
    assert first.split() == ["word"] * 700
    assert second.removesuffix("…").strip().endswith("more")


def test_buttons_carry_their_action_and_come_in_rows_of_five() -> None:
    buttons = tuple(Button(f"B{n}", Action("do", (str(n),))) for n in range(7))
    rows = render(Message((Section(line("x")), Buttons(buttons)), "x")).rows
    assert [len(row) for row in rows] == [5, 2]


def test_a_button_that_comes_twice_is_shown_once() -> None:
    again = Button("Answer", Action("answer", ("r1",)), Weight.PRIMARY)
    message = Message((Section(line("x")), Buttons((again, again)), Buttons((again,))), "x")
    assert render(message).rows == ((again,),)


def test_a_message_without_words_shows_its_summary() -> None:
    assert words(Message((), "All is well")) == ["All is well"]


def test_line_breaks_do_not_end_an_entry() -> None:
    message = Message((Listing((line("a\nb"), line(emphasis("c"))), ordered=True),), "x")
    assert render(message).embeds[0].description == "1. a b\n2. *c*"


@pytest.mark.parametrize("name", ["@everyone", "<@123456>", "**Ada**", "[x](https://evil.test)"])
def test_a_name_in_a_field_is_only_a_name(name: str) -> None:
    message = Message((Fields((Field(name, line(name)),)),), "x")
    (field,) = render(message).embeds[0].fields
    assert plainly(field.value or "") == name
    assert plainly(field.name or "") == name
