"""Raw words stay words in Discord's Markdown, and cuts leave no mark open."""

import string
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.model.text import Span, Style, Text, clocked, code, emphasis, line, link, plain, strong
from bot.platforms.discord.markdown import MORE, fenced, label, markdown
from tests.platforms.discord.reading import JOINT, plainly, read

NASTY = st.text(
    st.sampled_from("*_~`|[]()<>@#:/\\.-+>!&1 ab\n") | st.characters(codec="utf-8"), max_size=40
)
PIECES = st.sampled_from(
    (
        "@everyone",
        "@here",
        "<@1234567>",
        "<#12345>",
        "https://evil.test/x",
        "[x](http://e.test)",
        "**",
        "__",
        "||",
        "```",
        "`",
        "# ",
        "- ",
        "1. ",
        "> ",
        "-# ",
        "\n",
        " ",
        "a",
        "\\",
    )
)
RAW = NASTY | st.lists(PIECES, max_size=12).map("".join)
SPANS = st.builds(
    Span, RAW, st.sampled_from(Style), st.sampled_from(["", "", "https://a.test/b_(c)"])
)


def seen(text: str) -> str:
    """What is left of raw words when invisible characters and code's odd spaces are ignored."""
    kept = "".join(c for c in text if c not in JOINT and (c.isprintable() or c in "\n\t"))
    return "".join(kept.split())


@given(RAW)
@example("@everyone <@123> https://evil.test **x** [y](https://evil.test)")
@example("1. one\n2) two\n- three\n# four\n> five\n-# six")
def test_raw_words_never_ping_format_or_link(raw: str) -> None:
    words, marks = read(markdown((Span(raw),), 10_000))
    assert marks == ()
    assert seen(words) == seen(raw)


@given(st.lists(SPANS, max_size=6))
def test_spans_beside_one_another_make_no_new_marks(spans: list[Span]) -> None:
    words, marks = read(markdown(tuple(spans), 100_000))
    assert {mark.kind for mark in marks} <= {"strong", "emphasis", "code", "link"}
    assert seen(words) == seen("".join(span.text for span in spans))


@given(st.lists(SPANS, min_size=1, max_size=6), st.integers(40, 300))
def test_a_cut_keeps_the_limit_and_leaves_no_mark_open(spans: list[Span], limit: int) -> None:
    shown = markdown(tuple(spans), limit)
    words, marks = read(shown)
    assert len(shown) <= limit
    assert {mark.kind for mark in marks} <= {"strong", "emphasis", "code", "link"}
    whole = seen("".join(span.text for span in spans))
    assert whole.startswith(seen(words).removesuffix(MORE)) or seen(words) == whole


WORDS = st.lists(
    st.text(string.ascii_letters + "*_-", min_size=1, max_size=12), min_size=1, max_size=80
)


@given(WORDS, st.integers(60, 200), st.sampled_from(Style))
def test_words_are_not_broken(words: Any, limit: int, style: Style) -> None:
    shown = plainly(markdown((Span(" ".join(words), style),), limit)).removesuffix(MORE)
    assert set(shown.split()) <= set(words)


@pytest.mark.parametrize(
    "pieces", [("1", ". x"), ("https:", "//e.test"), ("@", "everyone"), ("<", "@123456>")]
)
def test_what_is_harmless_apart_stays_harmless_together(pieces: Any) -> None:
    assert read(markdown(line(*pieces), 100)) == ("".join(pieces), ())


def test_marks_are_rendered() -> None:
    text = line(strong("Right"), ": ", emphasis("k-means"), " as ", code("k-means"), ".")
    assert markdown(text, 100) == "**Right**: *k-means* as `k-means`."


def test_a_link_keeps_its_address_whole_or_gives_way() -> None:
    address = "https://docs.test/a_(b)?q=1#x"
    text = line("see ", link("the page", address))
    assert markdown(text, 100) == "see [the page](https://docs.test/a_%28b%29?q=1#x)"
    assert markdown(text, 30) == "see…"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x.test", "https://", "no"])
def test_only_web_addresses_become_links(address: str) -> None:
    assert markdown(line(link("here", address)), 100) == "here"


def test_backticks_in_code_are_shown() -> None:
    assert plainly(markdown(line(code("a `b` c")), 100)) == "a `b` c"


def test_space_around_marked_words_stays_outside_the_marks() -> None:
    assert markdown((strong(" bold "), Span("plain")), 100) == " **bold** plain"


def test_neighbouring_marks_are_kept_apart() -> None:
    shown = markdown((emphasis("a"), strong("b"), code("c"), code("d")), 100)
    assert [mark.kind for mark in read(shown)[1]] == ["emphasis", "strong", "code", "code"]


@given(st.text(max_size=400), st.integers(30, 200))
def test_code_stays_one_block_within_its_limit(text: str, limit: int) -> None:
    block = fenced(text, "python", limit)
    assert len(block) <= limit
    _, marks = read(block)
    assert [mark.kind for mark in marks] == ["block"]


def test_code_is_cut_between_lines() -> None:
    text = "\n".join(f"line {n}" for n in range(100))
    assert fenced(text, "py", 60).split("\n")[-3:] == ["line 5", MORE, "```"]


@given(st.text(max_size=200), st.integers(10, 80))
def test_labels_are_single_lines_within_their_limit(text: str, limit: int) -> None:
    shown = label(text, limit)
    assert len(shown) <= limit
    assert "\n" not in shown


def test_text_is_rendered_whole_where_it_fits() -> None:
    text: Text = line("All of it")
    assert plainly(markdown(text, 9)) == plain(text)


def test_an_instant_is_shown_on_the_clock_of_whoever_reads_it() -> None:
    """https://docs.discord.com/developers/reference#message-formatting-timestamp-styles"""
    at = datetime(2026, 11, 25, 16, tzinfo=UTC)
    assert markdown(line("closes ", clocked("17:00 Berlin time", at)), 100) == (
        "closes <t:1795622400:t>"
    )
    assert markdown(line(clocked("Wed 25 Nov 17:00", at, dated=True)), 100) == "<t:1795622400:f>"


def test_an_instant_that_does_not_fit_is_left_out_whole() -> None:
    at = datetime(2026, 11, 25, 16, tzinfo=UTC)
    cut = markdown(line("It closes ", clocked("17:00", at), " sharp"), 20)
    assert "<" not in cut
    assert cut.endswith(MORE)
