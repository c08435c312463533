"""Trivia lists of Red-DiscordBot: YAML whose keys are questions and whose lists are alternative
answers; keys in capitals say something about the list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import yaml

from bot.model.question import Image, Mode
from bot.model.sheet import Sheet
from bot.sheets import complaints
from bot.sheets.card import Card, Deck, title_of
from bot.sheets.decode import decode

_ABOUT = frozenset(("AUTHOR", "DESCRIPTION", "CONFIG"))
_KEY = re.compile(r"""(?:"[^"\n]+"|'[^'\n]+'|\?\s\S|[^\s#\-\[{&*!|>%@`:"'][^\n]*?)\s?:\s*(?:#|$)""")
_ENTRY = re.compile(r"\s{0,8}-\s+\S")
_PICTURE = re.compile(
    r"https?://\S{1,1000}?\.(?:png|jpe?g|gif|webp)(?:\?\S{0,200})?(?=\s|$)", re.IGNORECASE
)
_DEEPEST = 20
"""Levels of nesting up to which a file is followed; a list has two."""
_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Trivia:
    """Red-DiscordBot's trivia lists."""

    name: str = "red"
    suffixes: tuple[str, ...] = ()

    def recognises(self, source: bytes, name: str) -> bool:
        """By the ending of the name, or by a key over a list at the top of the text."""
        if name.lower().endswith((".yaml", ".yml")):
            return True
        if not name.lower().endswith(".txt"):
            return False
        lines = [line for line in decode(source[:8192]).text.split("\n") if line.strip()]
        lines = [line for line in lines if line.split(":")[0] not in _ABOUT and line != "---"]
        return any(_KEY.match(key) and _ENTRY.match(entry) for key, entry in pairwise(lines))

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """Follow the parser's events: nothing is built, and no alias is followed."""
        decoded = decode(source)
        deck = Deck(id, title_of(name), problems=list(decoded.problems))
        pairs: list[_Pair] = []
        try:
            pairs.extend(_pairs(decoded.text))
        except (yaml.YAMLError, RecursionError, ValueError, _TooDeep) as error:
            mark = getattr(error, "problem_mark", None)
            reason = getattr(error, "problem", None) or str(error) or "it is nested too deeply"
            line = mark.line + 1 if mark else 1
            deck.problems.append(complaints.unreadable(line, "a trivia list", reason))
        about = {pair.key: " ".join(pair.values) for pair in pairs if pair.key in _ABOUT}
        for pair in pairs:
            if pair.key in _ABOUT:
                continue
            if pair.nested:
                why = "its answers are no plain list"
                deck.problems.append(complaints.skipped(pair.line, f"“{pair.key[:60]}”", why))
                continue
            deck.cards.append(_card(pair, about.get("DESCRIPTION", "")))
        return deck.sheet("trivia list", "Write a question as a key and its answers as a list.")


def _card(pair: "_Pair", description: str) -> Card:
    pictures = _PICTURE.findall(pair.key)
    prompt = _PICTURE.sub(" ", pair.key).strip()
    return Card(
        line=pair.line,
        prompt=prompt or (description if pictures else ""),
        answers=tuple(pair.values[:1]),
        accept=tuple(pair.values[1:]),
        mode=Mode.ANY,
        images=tuple(Image(url, "", pair.line) for url in pictures),
    )


class _TooDeep(Exception):
    """Nesting that no list of questions has."""


@dataclass(slots=True)
class _Pair:
    """A key of the top level with the scalars below it."""

    key: str
    line: int
    values: list[str] = field(default_factory=list)
    nested: bool = False


def _pairs(text: str) -> Iterator[_Pair]:
    """The keys of the top level, with their answers, as the parser comes upon them."""
    depth = 0
    pair: _Pair | None = None
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise _TooDeep("it is nested too deeply")
            if depth == 1 and isinstance(event, yaml.SequenceStartEvent):
                raise _TooDeep("it is a list, not questions with their answers")
            if pair and (depth > 2 or isinstance(event, yaml.MappingStartEvent)):
                pair.nested = True
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
            if depth == 1 and pair:
                yield pair
                pair = None
        elif isinstance(event, yaml.ScalarEvent):
            value = event.value
            if depth == 1 and pair is None:
                mark = event.start_mark
                pair = _Pair(" ".join(value.split()), mark.line + 1 if mark else 1)
            elif pair:
                pair.values.append(value)
                if depth == 1:
                    yield pair
                    pair = None
        elif isinstance(event, yaml.AliasEvent) and pair:
            pair.nested = True
            if depth == 1:
                yield pair
                pair = None
    if pair:
        yield pair
