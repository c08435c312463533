"""Any sheet at all, as readers make them, for property tests."""

import string
from dataclasses import replace

from hypothesis import strategies as st

from bot.model.question import Code, Image, Item, KeyPoint, Kind, Mode, Place, Question
from bot.model.sheet import Domain, Exam, Glossary, Sheet
from bot.sheets.ids import derive_id, is_id

_SIGNS = "\\`*_~<>&[]()!|#:;,.-+=?/'\"$@{}%^ "
_LETTERS = st.characters(
    codec="utf-8",
    exclude_categories=("Cs", "Cc", "Cn"),
    exclude_characters="\u200b\u2060\ufeff\u2028\u2029",
)
_PIECES = st.sampled_from(
    [
        "Q. ", "A. ", "- ", "1. ", "# ", "why: ", "mode: all", "accept: x | y", "TODO", "Answer here",
        "https://example.org/a_(b)", "http://x.y?z=1&amp;b", "Ref: this", "[x] ", "[ ] ", "[a](b)",
        "![p](q.png)", "<img src='x'>", "<br>", "`code`", "**bold**", "__init__", "a - b", "a | b",
        "&lt;", "&#65;", "a, b, c", "```", "---", "===", "> ", "<!-- x -->", "\\", "C#", "i.e.", ":", "[^1]",
        "Term - what it means", "L1/L2", "x*y*z", "snake_case_name", "e.g. this", "n/a",
    ]
)  # fmt: skip


def tidied(text: str) -> str:
    return " ".join(text.split())


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """A text on one line: letters of any script, signs, and what means something to a reader."""
    words = st.one_of(
        st.text(alphabet=string.ascii_letters + string.digits + _SIGNS, max_size=max_size),
        st.text(_LETTERS, max_size=max_size // 2),
        _PIECES,
    )
    return st.lists(words, min_size=1, max_size=3).map("".join).map(tidied).filter(bool)


def prompts() -> st.SearchStrategy[str]:
    return texts().filter(lambda text: any(character.isalnum() for character in text))


def several(of: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=most, unique=True).map(tuple)


ADDRESSES = st.sampled_from(
    ["https://example.org/a.png", "pictures/leaf.png", "http://x.y/z?a=1&b=2"]
)
IMAGES = st.builds(Image, url=ADDRESSES, alt=texts() | st.just(""), place=st.sampled_from(Place))
CODE = st.builds(
    Code,
    text=st.sampled_from(["print(1)", "```\nfence\n```", "Q. no question\n- no answer", "a\n\n\tb  c \n  d", "~~~", "# no heading"]),
    language=st.sampled_from(["", "python"]),
    place=st.sampled_from(Place),
)  # fmt: skip
TAGS = texts(10).map(lambda tag: tag.lstrip("# ")).filter(bool)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True).filter(is_id)


POINTS = st.builds(KeyPoint, wordings=several(prompts()).filter(bool))


@st.composite
def items(draw: st.DrawFn) -> Item:
    text = draw(texts())
    return Item(
        text,
        accept=tuple(phrase for phrase in draw(several(texts())) if phrase != text),
        reject=draw(several(texts())),
        more=draw(several(texts(), 1)),
        nested=draw(several(texts(), 2)),
        points=draw(st.lists(POINTS, max_size=2, unique=True).map(tuple)),
    )


@st.composite
def questions(draw: st.DrawFn) -> Question:
    prompt, topic = draw(prompts()), draw(st.lists(texts(12), max_size=4).map(tuple))
    answer = draw(st.lists(items(), max_size=7).map(tuple))
    mode = draw(st.sampled_from(Mode))
    images = draw(st.lists(IMAGES, max_size=3))
    code = draw(st.lists(CODE, max_size=2))
    if not answer:
        # Without an answer there is no place for code within it.
        code = [replace(block, place=Place.PROMPT) for block in code]
    order = list(Place)
    places = (Place.TOPIC, Place.PROMPT, Place.ANSWER)
    assert set(order) == set(places)
    options = draw(several(texts(), 4))
    kind = draw(st.sampled_from(Kind))
    return Question(
        id=draw(IDS) if draw(st.booleans()) else derive_id(prompt, topic),
        prompt=prompt,
        mode=mode,
        items=answer,
        need=draw(st.integers(1, max(1, len(answer)))) if mode is Mode.ANY else 1,
        kind=kind,
        topic=topic,
        why=draw(texts() | st.just("")),
        hint=draw(texts() | st.just("")),
        sources=draw(several(texts() | ADDRESSES, 2)),
        images=tuple(sorted(images, key=lambda image: places.index(image.place))),
        code=tuple(sorted(code, key=lambda block: places.index(block.place))),
        tags=draw(several(TAGS)),
        options=options if len(options) > 1 else (),
        difficulty=draw(st.integers(0, 3)),
        term=draw(texts(10)) if kind is Kind.DEFINITION and draw(st.booleans()) else "",
    )


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    drawn = draw(st.lists(questions(), max_size=5, unique_by=lambda question: question.id))
    shared = draw(several(TAGS, 2))
    if draw(st.booleans()):
        drawn = [replace(each, tags=tuple(dict.fromkeys((*shared, *each.tags)))) for each in drawn]
    glossary = draw(st.dictionaries(texts(10), several(texts(10)).filter(bool), max_size=2))
    domains = st.builds(Domain, name=texts(10).filter(lambda name: name not in ("domain", "retired")), weight=st.integers(0, 100).map(float))  # fmt: skip
    exams = draw(
        st.lists(
            st.builds(
                Exam,
                name=texts(10),
                domains=st.lists(domains, max_size=2, unique_by=lambda each: each.name).map(tuple),
                retired=st.sampled_from(["", "2026-03-31"]),
            ),
            max_size=2,
            unique_by=lambda exam: exam.name,
        )
    )
    return Sheet(
        id="sheet",
        title=draw(texts()),
        questions=tuple(drawn),
        glossary=Glossary(tuple(glossary.items())),
        images=tuple(image for question in drawn for image in question.images),
        code=tuple(block for question in drawn for block in question.code),
        tags=shared,
        language=draw(st.sampled_from(["en", "de", "pt-BR"])),
        exams=tuple(exams),
    )


def bare(sheet: Sheet) -> Sheet:
    """A sheet without what a file's layout decides: line numbers, and how often a picture that
    several questions share stands in it.
    """
    return replace(
        sheet,
        questions=tuple(bare_question(question) for question in sheet.questions),
        problems=(),
        images=tuple(sorted({replace(each, line=0) for each in sheet.images}, key=repr)),
        code=tuple(sorted({replace(each, line=0) for each in sheet.code}, key=repr)),
    )


def bare_question(question: Question) -> Question:
    return replace(
        question,
        line=0,
        file="",
        items=tuple(replace(item, line=0) for item in question.items),
        images=tuple(replace(image, line=0) for image in question.images),
        code=tuple(replace(block, line=0) for block in question.code),
    )
