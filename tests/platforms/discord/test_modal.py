"""A form as a modal, and what comes back from one."""

import asyncio

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.action import Action
from bot.model.message import Choice, ChoiceInput, CodeBlock, FileInput, Form, Section, TextInput
from bot.model.text import line
from bot.platforms.discord.modal import modal_of, values_of
from tests.platforms.discord.standin import rules, schema
from tests.platforms.discord.standin.acts import Acts

CHOICE = st.builds(Choice, st.uuids().map(str), st.text(max_size=150))
NAMES = st.uuids().map(str)
INPUT = st.one_of(
    st.builds(
        TextInput,
        NAMES,
        st.text(max_size=100),
        st.integers(1, 8),
        st.text(max_size=150),
        st.text(max_size=200),
        st.booleans(),
        st.integers(1, 5000),
    ),
    st.builds(
        ChoiceInput,
        NAMES,
        st.text(max_size=100),
        st.lists(CHOICE, min_size=1, max_size=30, unique_by=lambda c: c.value).map(tuple),
    ),
    st.builds(FileInput, NAMES, st.text(max_size=100), st.just(9), st.just(("md", "csv") * 30)),
)
BLOCK = st.builds(Section, st.text(max_size=3000).map(line)) | st.builds(
    CodeBlock, st.text(max_size=3000)
)
FORM = st.builds(
    Form,
    st.text(max_size=60),
    st.just(Action("send", ("r1",))),
    st.lists(INPUT, min_size=1, max_size=6, unique_by=lambda i: i.name).map(tuple),
    st.lists(BLOCK, max_size=3).map(tuple),
)
ANSWER = Form(
    "Your answer",
    Action("send", ("r1",)),
    (TextInput("answer", "Answer", lines=3, value="k-means"),),
    (Section(line("Which one trains on a single instance?")),),
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(FORM, st.text(max_size=200))
def test_every_form_fits(form: Form, error: str) -> None:
    async def build() -> dict[str, object]:
        return modal_of(form, {item.name: error for item in form.inputs}).to_dict()

    data = asyncio.run(build())
    path = "/interactions/1/token/callback"
    assert schema.complaints("POST", path, {"type": 9, "data": data}) == []
    assert list(rules.modal(data)) == []


async def test_the_question_stands_above_the_field_and_the_text_is_kept() -> None:
    data = modal_of(ANSWER, {}).to_dict()
    words, label = data["components"]
    assert data["title"] == "Your answer"
    assert data["custom_id"] == "send:r1"
    assert words["content"] == "Which one trains on a single instance?"
    assert label["component"]["value"] == "k-means"
    assert label["component"]["style"] == 2


async def test_an_error_stands_at_its_field() -> None:
    label = modal_of(ANSWER, {"answer": "Say a little more."}).to_dict()["components"][1]
    assert label["description"] == "Say a little more."


async def test_with_five_inputs_the_words_give_way() -> None:
    form = Form(
        "Set-up", Action("s"), tuple(TextInput(f"i{n}", "L") for n in range(5)), ANSWER.blocks
    )
    assert [part["type"] for part in modal_of(form, {}).to_dict()["components"]] == [18] * 5


async def test_a_choice_is_a_select_with_the_present_value_chosen() -> None:
    form = Form(
        "Sheet",
        Action("s"),
        (ChoiceInput("sheet", "Sheet", (Choice("a", "A"), Choice("b", "B")), "b"),),
    )
    (label,) = modal_of(form, {}).to_dict()["components"]
    options = label["component"]["options"]
    assert [(o["value"], o.get("default", False)) for o in options] == [("a", False), ("b", True)]


async def test_what_was_typed_and_chosen_comes_back_by_name() -> None:
    form = Form(
        "Both",
        Action("s"),
        (TextInput("name", "Name"), ChoiceInput("kind", "Kind", (Choice("x", "X"),))),
        ANSWER.blocks,
    )
    filled = Acts.modal_data(None, modal_of(form, {}).to_dict(), {"name": "Ada", "kind": "x"})  # type: ignore[arg-type]  # needs no stand-in
    assert values_of(filled["components"]) == {"name": "Ada", "kind": "x"}
