"""A draft → a question."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.model.question import Item, KeyPoint, Kind, Mode, Question
from bot.model.sheet import Problem
from bot.sheets import problems
from bot.sheets.drafts import ItemDraft, KeyDraft, QuestionDraft
from bot.sheets.ids import derive_id
from bot.sheets.inline import addresses, bold, plain
from bot.sheets.keys import OF_AN_ITEM, PHRASES, POINT, Said, alternatives, key_points, read_keys
from bot.sheets.modes import usual_mode, usual_need
from bot.sheets.pairs import Pair, pairs_of
from bot.sheets.wording import contains

_ENDED = re.compile(r"[?.!:]$")
_PLACEHOLDER = re.compile(
    r"[(\[_*]{0,3}(?:to ?do|tb[dac]|fixme|wip|(?:to|will) be "
    r"(?:completed|done|added|written|filled|answered|continued|updated|decided)(?: in)?(?: soon| later)?"
    r"|(?:(?:add|write|put|type|insert|enter|place) )?(?:(?:your|the|an|my) )?answers?(?: goes| comes)?"
    r"(?: here)?|coming soon|work in progress|fill (?:me )?in|pending|n/?a|x{3,}|[-–—_.…?*/\s]*)[.!…:]*[)\]_*]{0,3}",
    re.IGNORECASE,
)
_MOSTLY_BOLD = 0.75
"""Share of the words of an answer in prose from which bold ones mark nothing in it."""
_STRESSED = frozenset(
    ("not", "no", "never", "always", "only", "all", "and", "or", "note", "nb", "tip", "warning")
)
"""Bold words that stress or announce something, and are nothing that has to be said."""
_SHORT = 4
"""Words of an answer that may stand among others on one bullet, between commas."""


@dataclass(frozen=True, slots=True)
class Built:
    """A question, the `Term - definition` pairs among its items, and what was wrong with it.

    `question` is None where the marker was blank; its id is the derived one, whatever `said.id`.
    `pairs` has one entry an item, or is empty where the answer is prose.
    """

    question: Question | None
    said: Said
    pairs: tuple[Pair | None, ...] = ()
    problems: tuple[Problem, ...] = ()


def build(draft: QuestionDraft, tags: tuple[str, ...]) -> Built:
    """Make a question of what stands under one marker; `tags` are the file's."""
    settle(draft)
    said = read_keys([*draft.keys, *(key for item in draft.items for key in item.keys)])
    prompt = plain(draft.prompt)
    if not any(character.isalnum() for character in prompt):
        return Built(None, said, (), (problems.blank_question(draft.line),))
    drafts, texts = _meant(draft, verbatim=said.verbatim)
    options = said.options or _ticked(draft)
    found = [*said.problems, *_hand_out(draft, drafts)]
    if draft.loose and drafts:
        found.extend(
            problems.unused_paragraph(line) for line, text in draft.loose if text[-1] != ":"
        )
    literal = draft.prose or said.verbatim or bool(options)
    pairs = pairs_of([item.text for item in drafts]) if not literal else ()
    items = tuple(
        build_item(item, texts[index], prompt, pairs[index] if pairs else None)
        for index, item in enumerate(drafts)
    )
    if not items:
        found.append(problems.unanswered(draft.line))
    if options and not said.options:
        items = tuple(with_choices(items, options))
    mode, need = _mode(draft, prompt, drafts, said, choice=bool(options))
    if mode is Mode.TEXT and not said.verbatim:
        items = tuple(map(_with_bold, items, drafts))
    if need > max(1, len(items)):
        if items:
            found.append(problems.too_few_items(said.mode_line, need, len(items)))
        need = max(1, len(items))
    if len(items) == 1 and mode is Mode.ANY and not literal:
        items = (_with_enumerated(items[0]),)
    linked = [] if said.verbatim else [link for text in _texts(draft) for link in addresses(text)]
    question = Question(
        id=derive_id(prompt, draft.topic),
        prompt=prompt,
        mode=mode,
        items=items,
        need=need,
        topic=draft.topic,
        line=draft.line,
        why=said.why,
        hint=said.hint,
        sources=tuple(dict.fromkeys([*said.sources, *draft.sources, *linked])),
        images=(*draft.images, *said.images),
        code=tuple(draft.code),
        tags=said.tags if said.verbatim else tuple(dict.fromkeys([*tags, *said.tags])),
        options=options,
        difficulty=said.difficulty,
        kind=Kind.DEFINITION if said.term else said.kind,
        term=said.term,
    )
    return Built(question, said, pairs, tuple(found))


def build_item(draft: ItemDraft, text: str, prompt: str, pair: Pair | None) -> Item:
    """One item; `text` is the author's wording without inline Markdown.

    Of a `Term - definition` item the term alone suffices, unless the question names it already.
    """
    if not (draft.keys or pair or draft.nested):
        return Item(text, line=draft.line)
    phrases = {name: _phrases(draft.keys, name) for name in PHRASES}
    if pair and not pair.label and not contains(prompt, pair.term):
        phrases["accept"] = (*phrases["accept"], pair.term, *pair.aliases)
    return Item(
        text=text,
        accept=tuple(dict.fromkeys(phrase for phrase in phrases["accept"] if phrase != text)),
        reject=phrases["reject"],
        more=phrases["more"],
        nested=tuple(detail for detail in map(plain, draft.nested) if detail),
        line=draft.line,
        points=key_points(draft.keys),
    )


def _with_bold(item: Item, draft: ItemDraft) -> Item:
    """An item in prose whose bold words are its key points, unless `point:` lines name them.

    Bold words that are most of it are emphasis of the whole, and name nothing.
    """
    marked = [each for each in bold(draft.text) if each.lower() not in _STRESSED]
    if item.points:
        return item
    words = sum(len(each.split()) for each in marked)
    if not marked or words > _MOSTLY_BOLD * len(item.text.split()):
        return item
    return replace(item, points=tuple(KeyPoint((each,)) for each in marked))


def _meant(draft: QuestionDraft, *, verbatim: bool) -> tuple[list[ItemDraft], list[str]]:
    """The items that are part of the answer, with their plain wording; wrong choices and
    placeholders are not, but of what is meant verbatim only what is empty is left out.
    """
    drafts, texts = [], []
    for item in draft.items:
        text = plain(item.text)
        if item.checked is False or not text or (not verbatim and is_placeholder(text)):
            continue
        drafts.append(item)
        texts.append(text if verbatim else text.rstrip(" ,;"))
    return drafts, texts


def _ticked(draft: QuestionDraft) -> tuple[str, ...]:
    """The choices among the items, right and wrong, in their order; empty where none is wrong."""
    boxes = [item for item in draft.items if item.checked is not None]
    if all(item.checked for item in boxes):
        return ()
    texts = (plain(item.text).rstrip(" ,;") for item in boxes)
    return tuple(dict.fromkeys(text for text in texts if text))


def with_choices(items: Sequence[Item], options: tuple[str, ...]) -> Iterator[Item]:
    """The right items of a choice, each rejecting the options that are wrong."""
    right = {item.text for item in items}
    wrong = [option for option in options if option not in right]
    for item in items:
        refused = [phrase for phrase in wrong if phrase not in item.accept]
        yield replace(item, reject=tuple(dict.fromkeys([*item.reject, *refused])))


def is_placeholder(text: str) -> bool:
    """Whether a bullet only keeps the place of an answer: empty, `TODO`, `Answer here`."""
    return len(text) < 40 and _PLACEHOLDER.fullmatch(text) is not None


def settle(draft: QuestionDraft) -> None:
    """Decide what unbulleted lines are: more of the question, or its answer."""
    if draft.items or not draft.tail:
        draft.prompt = " ".join([draft.prompt, *draft.tail])
    elif _ENDED.search(draft.prompt) and not draft.tail[-1].endswith("?"):
        _answer_in_prose(draft, " ".join(draft.tail))
    else:
        draft.prompt = " ".join([draft.prompt, *draft.tail])
    draft.tail = []
    if not draft.items and draft.loose:
        _answer_in_prose(draft, draft.loose.pop(0)[1])
    if draft.prose:
        draft.items[0].nested.extend(text for _, text in draft.loose)
        draft.loose = []


def _answer_in_prose(draft: QuestionDraft, text: str) -> None:
    draft.prose = True
    draft.items.append(ItemDraft(draft.line, 0, text))


def _hand_out(draft: QuestionDraft, drafts: list[ItemDraft]) -> list[Problem]:
    """Give phrases that stand at the question's level to its only item."""
    phrases = [key for key in draft.keys if key.name in OF_AN_ITEM]
    if len(drafts) == 1:
        drafts[0].keys.extend(phrases)
        return []
    return [problems.ownerless(key.line, key.name) for key in phrases]


def _phrases(keys: list[KeyDraft], name: str) -> tuple[str, ...]:
    return tuple(phrase for key in keys if key.name == name for phrase in alternatives(key.value))


def _mode(
    draft: QuestionDraft, prompt: str, drafts: list[ItemDraft], said: Said, *, choice: bool
) -> tuple[Mode, int]:
    if said.mode:
        return said.mode, said.need
    if choice and not draft.prose:
        return (Mode.ALL if len(drafts) > 1 else Mode.ANY), 1
    if len(drafts) == 1 and any(key.name == POINT for key in drafts[0].keys):
        return Mode.TEXT, 1
    numbered = bool(drafts) and all(item.numbered for item in drafts)
    mode = usual_mode(prompt, len(drafts), numbered=numbered, prose=draft.prose)
    return mode, usual_need(mode, len(drafts))


def _with_enumerated(item: Item) -> Item:
    """An only bullet that lists short answers between commas: each of them suffices."""
    parts = [part.strip() for part in item.text.split(",")]
    named = [part for part in parts if part]
    if len(named) < 3 or any(len(part.split()) > _SHORT for part in named):
        return item
    return Item(
        ", ".join(named),
        tuple(dict.fromkeys([*item.accept, *named])),
        item.reject,
        item.more,
        item.nested,
        item.line,
        item.points,
    )


def _texts(draft: QuestionDraft) -> list[str]:
    return [draft.prompt, *(text for item in draft.items for text in (item.text, *item.nested))]
