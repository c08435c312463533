"""One line of plain data → a question and a response, for grading from outside."""

from collections.abc import Mapping
from dataclasses import replace

from bot.model.question import Item, KeyPoint, Mode, Question
from bot.model.sheet import Glossary


class LineUnreadable(ValueError):
    """A line that does not hold a question and a response; says what is wrong with it."""


def question_of(line: Mapping[str, object]) -> Question:
    """The question of `{"question", "mode", "need"?, "items": [{"text", "accept"?, …}], "points"?}`."""
    items = line.get("items")
    if not isinstance(items, list) or not items:
        raise LineUnreadable("items: a list with at least one item is needed")
    usual = ("text" if line.get("points") else "any") if len(items) == 1 else "all"
    mode = line.get("mode", usual)
    if not isinstance(mode, str) or mode not in list(Mode):
        raise LineUnreadable(f"mode: one of {', '.join(Mode)} is needed")
    need = line.get("need", 1)
    if need is None:
        need = 1
    if not isinstance(need, int) or isinstance(need, bool) or need < 1:
        raise LineUnreadable("need: a whole number from 1 on is needed")
    return Question(
        id="",
        prompt=_text(line.get("question", ""), "question"),
        mode=Mode(mode),
        items=_pointed(line, [_item(at, each) for at, each in enumerate(items)]),
        need=need,
    )


def _pointed(line: Mapping[str, object], items: list[Item]) -> tuple[Item, ...]:
    """The items; the key points of a line belong to its only one."""
    points = _points(line.get("points"), "points")
    if points and len(items) > 1:
        raise LineUnreadable("points: they belong to one item, so put them there")
    return tuple(
        replace(each, points=tuple(dict.fromkeys((*each.points, *points)))) for each in items
    )


def response_of(line: Mapping[str, object]) -> str:
    """The response of a line."""
    if "response" not in line:
        raise LineUnreadable("response: missing")
    return _text(line["response"], "response")


def glossary_of(line: Mapping[str, object]) -> Glossary:
    """The optional `"glossary": {term: [aliases]}` of a line."""
    found = line.get("glossary")
    if not found:
        return Glossary()
    if not isinstance(found, dict):
        raise LineUnreadable("glossary: an object of term and list of aliases is needed")
    return Glossary(
        tuple((str(term), _texts(aliases, "glossary")) for term, aliases in found.items())
    )


def _item(at: int, item: object) -> Item:
    if isinstance(item, str):
        return Item(item)
    if not isinstance(item, dict):
        raise LineUnreadable(f"items[{at}]: an object with a text is needed")
    text = _text(item.get("text"), f"items[{at}].text")
    if not text.strip():
        raise LineUnreadable(f"items[{at}].text: is empty")
    return Item(
        text,
        accept=_texts(item.get("accept"), f"items[{at}].accept"),
        reject=_texts(item.get("reject"), f"items[{at}].reject"),
        more=_texts(item.get("more"), f"items[{at}].more"),
        points=_points(item.get("points"), f"items[{at}].points"),
    )


def _points(value: object, name: str) -> tuple[KeyPoint, ...]:
    """Key points as a list of texts, or of lists of wordings."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise LineUnreadable(f"{name}: a list of key points is needed")
    found = (_texts(each, f"{name}[{at}]") for at, each in enumerate(value))
    return tuple(KeyPoint(each) for each in found if each)


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise LineUnreadable(f"{name}: a text is needed")
    return value


def _texts(value: object, name: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list):
        raise LineUnreadable(f"{name}: a list of texts is needed")
    return tuple(_text(each, name) for each in value)
