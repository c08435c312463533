"""Messages and forms in Slack's blocks: every limit kept, nothing that pings, formats or links."""

import json
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.action import Action
from bot.model.message import (
    Block,
    Button,
    Buttons,
    Choice,
    ChoiceInput,
    CodeBlock,
    Field,
    Fields,
    FileInput,
    Form,
    Listing,
    Message,
    Picture,
    Section,
    Small,
    TextInput,
    Weight,
)
from bot.model.text import Span, Style, Text, clocked, code, emphasis, line, link, plain, strong
from bot.platforms.slack.forms import form_view, home_view, message_view, moment_view
from bot.platforms.slack.interaction import Origin
from bot.platforms.slack.rendering import rendered
from bot.platforms.slack.submissions import amended
from bot.platforms.slack.text import mrkdwn, mrkdwn_cost, pieces, rich_cost, shortened, units
from tests.platforms.slack.standin.reading import words
from tests.platforms.slack.standin.rules import check_message, check_view
from tests.platforms.slack.standin.world import World

EVIL = "<!channel> <@U1> <#C1|x> @here @everyone *b* _i_ ~s~ `c` > q & </b> https://evil.example"

pytestmark = pytest.mark.filterwarnings(
    # Long texts are what is tested; that their repr is long, too, is no news.
    "ignore:Generating overly large repr"
)
raw = st.text(max_size=200) | st.sampled_from([EVIL, "", " ", "\n", "a" * 4000, "word " * 900])
spans = st.builds(
    Span,
    raw,
    st.sampled_from(list(Style)),
    st.sampled_from(["", "https://docs.example/a?b=1&c=2|d", "https://x.example", "javascript:x"]),
) | st.builds(
    clocked,
    st.sampled_from(["17:00 Berlin time", EVIL]),
    st.just(datetime(2026, 11, 25, 16, tzinfo=UTC)),
    dated=st.booleans(),
)
texts = st.lists(spans, max_size=4).map(tuple)
actions = st.just(Action("answer", ("r1",)))
buttons = st.builds(Button, raw, actions, st.sampled_from(list(Weight)))
blocks = st.one_of(
    st.builds(Section, texts),
    st.builds(Listing, st.lists(texts, max_size=6).map(tuple), st.booleans()),
    st.builds(Fields, st.lists(st.builds(Field, raw, texts), max_size=12).map(tuple)),
    st.builds(CodeBlock, raw),
    st.builds(Picture, raw, st.sampled_from(["", "https://x.example/p.png", "ftp://x"])),
    st.builds(Small, texts),
    st.builds(Buttons, st.lists(buttons, min_size=1, max_size=30).map(tuple)),
)
messages = st.builds(Message, st.lists(blocks, max_size=8).map(tuple), raw)


def seen(*parts: Block) -> list[dict[str, object]]:
    """Blocks as they go out, checked by Slack's rules."""
    shown = rendered(Message(parts, "Summary"))
    made: list[dict[str, object]] = json.loads(json.dumps(shown.blocks))
    check_message(World(), {"text": shown.text, "blocks": made})
    return made


@settings(deadline=None)
@given(messages)
def test_whatever_is_said_slack_takes_it(message: Message) -> None:
    shown = rendered(message)
    check_message(World(), json.loads(json.dumps({"text": shown.text, "blocks": shown.blocks})))
    check_view(World(), json.loads(json.dumps(message_view(message, Origin()))))
    check_view(World(), json.loads(json.dumps(home_view(message))))


inputs = st.one_of(
    st.builds(
        TextInput,
        st.uuids().map(str),
        raw.filter(bool),
        st.integers(1, 5),
        raw,
        raw,
        st.booleans(),
        st.integers(1, 5000),
    ),
    st.builds(
        ChoiceInput,
        st.uuids().map(str),
        raw,
        st.lists(
            st.builds(Choice, st.text(min_size=1, max_size=90), raw), min_size=1, max_size=25
        ).map(tuple),
    ),
    st.builds(FileInput, st.uuids().map(str), raw, st.integers(1, 10**7)),
)


@settings(deadline=None)
@given(
    st.builds(
        Form,
        raw,
        actions,
        st.lists(inputs, max_size=5).map(tuple),
        st.lists(blocks, max_size=5).map(tuple),
        raw,
    )
)
def test_whatever_is_asked_slack_takes_it(form: Form) -> None:
    origin = Origin("C1", "ml-study", "https://hooks.example/" + "x" * 3000, opened_by="answer:r1")
    view = json.loads(json.dumps(form_view(form, origin)))
    if not view.get("submit"):
        view["blocks"] = [b for b in view["blocks"] if b["type"] != "input"]
    check_view(World(), view)


@settings(deadline=None)
@given(texts, st.integers(40, 400))
def test_pieces_lose_no_word_and_keep_the_limit(text: Text, limit: int) -> None:
    parts = pieces(text, limit, rich_cost)
    for part in parts:
        assert sum(map(rich_cost, part)) <= limit
    if all(span.style is not Style.CODE and not span.link for span in text):
        assert "".join("".join(map(plain, parts)).split()) == "".join(plain(text).split())


@settings(deadline=None)
@given(texts, st.integers(60, 400))
def test_what_is_shortened_keeps_the_limit(text: Text, limit: int) -> None:
    short = shortened(text, limit, mrkdwn_cost)
    assert sum(map(mrkdwn_cost, short)) <= limit


def test_a_break_falls_between_words_and_never_in_a_link_or_code() -> None:
    rng = Random(7)
    text: Text = tuple(
        rng.choice(
            [Span("some words here "), link("the docs page", "https://x.example"), code("a b c")]
        )
        for _ in range(300)
    )
    for part in pieces(text, 100, rich_cost):
        for span in part:
            if span.link:
                assert span.text.replace("the docs page", "") == ""
            elif span.style is Style.CODE:
                assert span.text.replace("a b c", "") == ""
            else:
                assert set(span.text.split()) <= {"some", "words", "here"}


def test_words_that_look_like_markup_stay_words() -> None:
    for block in (Section(line(EVIL)), Listing((line(EVIL),)), CodeBlock(EVIL)):
        assert words(seen(block)) == EVIL
    (small,) = seen(Small(line(strong("By "), EVIL)))
    assert "<!" not in json.dumps(small)
    (fields,) = seen(Fields((Field("Said", line(EVIL)),)))
    assert "<@" not in json.dumps(fields)


def test_the_notification_pings_nobody() -> None:
    assert rendered(Message((), EVIL)).text.startswith("&lt;!channel&gt; &lt;@U1&gt;")
    assert "@here" not in rendered(Message((), EVIL)).text


def test_emphasis_is_marked_where_slack_honours_it() -> None:
    text = line(strong("Streak"), " 6 days · ", emphasis("k-means"), "s", " ", code("a`b"))
    assert mrkdwn(text) == "*Streak* 6 days · k-meanss `aˋb`"


def test_names_with_underscores_keep_them_in_small_print() -> None:
    assert mrkdwn(line("learning_rate and *args")) == "learning_rate and ∗args"


def test_a_link_in_small_print_leads_where_it_should() -> None:
    written = mrkdwn(line(link("AWS | docs & more", "https://x.example/?a=1&b=2")))
    assert written == "<https://x.example/?a=1&amp;b=2|AWS ¦ docs &amp; more>"


def test_a_numbered_list_is_numbered_on_in_the_next_block() -> None:
    made = seen(Listing(tuple(line(f"{n} " + "word " * 100) for n in range(12)), ordered=True))
    assert len(made) > 1
    assert "\n12. 11 word" in words(made)


def test_code_is_broken_between_lines() -> None:
    made = seen(CodeBlock("\n".join(f"line {n}" for n in range(1000))))
    assert len(made) > 1
    assert words(made).split("\n") == [f"line {n}" for n in range(1000)]


def test_over_fifty_blocks_the_last_buttons_stay_and_a_line_says_so() -> None:
    row = Buttons((Button("Answer", Action("answer")),))
    made = seen(*(Section(line(f"{n}")) for n in range(80)), row)
    assert len(made) == 50
    assert made[-1]["type"] == "actions"
    assert "more than Slack shows" in words(made[-2:-1])


@pytest.mark.parametrize("length", [2999, 3000, 3001, 6001])
def test_a_long_section_goes_on_in_the_next_block(length: int) -> None:
    made = seen(Section(line("x" * length)))
    assert len(made) == -(-length // 3000)


def test_an_emoji_counts_as_slack_may_count_it() -> None:
    assert units("🙂") == 2
    assert len(seen(Section(line("🙂" * 2000)))) == 2


def test_a_form_stands_below_what_is_asked_and_its_title_fits() -> None:
    form = Form(
        "A title that is much too long for Slack",
        Action("send", ("r1",)),
        (TextInput("answer", "Your answer", lines=3, value="k-means", required=False),),
        (Section(line("Which?")),),
        submit="Send it",
    )
    view = form_view(form, Origin("C1"))
    assert [block["type"] for block in view["blocks"]] == ["rich_text", "input"]  # type: ignore[attr-defined]
    assert len(view["title"]["text"]) <= 24  # type: ignore[index]
    assert Origin.unpacked(str(view["private_metadata"])).channel_id == "C1"
    again = amended(json.loads(json.dumps(view)), {"answer": "Please name three."}, {"answer": "x"})
    check_view(World(), json.loads(json.dumps(again)))
    check_view(World(), json.loads(json.dumps(moment_view(Origin()))))


def test_an_origin_of_an_older_version_is_an_empty_one() -> None:
    assert Origin.unpacked("") == Origin.unpacked('{"channel": 1') == Origin()


def test_an_instant_is_shown_on_the_clock_of_whoever_reads_it() -> None:
    """https://docs.slack.dev/messaging/formatting-message-text#date-formatting, and the `date` element
    of https://docs.slack.dev/reference/block-kit/blocks/rich-text-block.
    """
    at = datetime(2026, 11, 25, 16, tzinfo=UTC)
    text = line("closes ", clocked("17:00 Berlin time", at))
    assert mrkdwn(text) == "closes <!date^1795622400^{time}|17:00 Berlin time>"
    shown = json.dumps(rendered(Message((Section(text), Small(text)), summary="x")).blocks)
    assert '"type": "date", "timestamp": 1795622400, "format": "{time}"' in shown
    assert '"fallback": "17:00 Berlin time"' in shown
    assert "closes <!date^1795622400^{time}|17:00 Berlin time>" in shown
    dated = mrkdwn(line(clocked("Wed 25 Nov 17:00", at, dated=True)))
    assert dated == "<!date^1795622400^{date_short_pretty} {time}|Wed 25 Nov 17:00>"
