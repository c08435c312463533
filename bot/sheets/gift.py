"""GIFT, Moodle's text format: `::title:: question {=right ~wrong #feedback}`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.model.question import Mode
from bot.model.sheet import Sheet
from bot.sheets import complaints
from bot.sheets.card import Card, Deck, title_of
from bot.sheets.decode import decode
from bot.sheets.hypertext import read_field

_ESCAPED = re.compile(r"\\([~=#{}:n\\])")
_TITLE = re.compile(r"::(.{0,500}?)::", re.DOTALL)
_MARKUP = re.compile(r"\[(html|moodle|plain|markdown)\]\s*")
_CHOICE = re.compile(r"([=~])((?:[^=~]|(?<=<)=)*)")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{1,5})?)%")
_TRUTH = re.compile(r"(T|TRUE|F|FALSE)\s*(?:#.*)?$", re.DOTALL)
_GENERAL = re.compile(r"####(.*)$", re.DOTALL)
_RANGE = re.compile(r"(-?[\d.]+)\s*(?::\s*([\d.]+)|\.\.\s*(-?[\d.]+))?$")
_GIFT = re.compile(
    r"(?:^::.{0,500}?::|^\$CATEGORY:|\{\s*(?:[=~]|T\}|TRUE\}|F\}|FALSE\}|#\d))", re.MULTILINE
)
_MOST_NUMBERS = 40
_GAP = "_____"
HINT = "A question with {=right ~wrong} behind it, an empty line between two of them."


@dataclass(frozen=True, slots=True)
class Gift:
    """GIFT."""

    name: str = "gift"
    suffixes: tuple[str, ...] = (".gift",)

    def recognises(self, source: bytes, name: str) -> bool:
        """By its ending, or by braces that open with a right or wrong answer."""
        if name.lower().endswith(".gift"):
            return True
        if not name.lower().endswith(".txt"):
            return False
        return _GIFT.search(decode(source[:16384]).text) is not None

    def read(self, source: bytes, *, id: str, name: str) -> Sheet:  # noqa: A002 - the model's word
        """One question a paragraph; what is meant to be marked by a person is unanswered."""
        decoded = decode(source)
        deck = Deck(id, title_of(name), problems=list(decoded.problems))
        topic: tuple[str, ...] = ()
        for line, text in _paragraphs(decoded.text):
            if text.startswith("$CATEGORY:"):
                path = text.split("\n", 1)[0].removeprefix("$CATEGORY:").strip()
                parts = [part for part in path.split("/") if not part.startswith("$")]
                topic = tuple(part for part in parts if part not in ("top", ""))
                text = text.partition("\n")[2].strip()
                if not text:
                    continue
            card = _card(line, text, topic)
            if card:
                deck.cards.append(card)
            else:
                why = "it has no { } with an answer"
                deck.problems.append(complaints.skipped(line, f"“{text[:60]}”", why))
        return deck.sheet("GIFT file", HINT)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Runs of lines between empty ones, comments left out; an open brace holds a run together."""
    first, run, depth = 0, list[str](), 0
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if stripped.startswith("//"):
            continue
        if not stripped and depth <= 0:
            if run:
                yield first, "\n".join(run)
            first, run, depth = 0, [], 0
            continue
        first = first or number
        run.append(stripped)
        bare = _ESCAPED.sub("", stripped)
        depth += bare.count("{") - bare.count("}")
    if run:
        yield first, "\n".join(run)


def _card(line: int, text: str, topic: tuple[str, ...]) -> Card | None:
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append("\n" if match[1] == "n" else match[1])
        return f"\0{len(held) - 1}\0"

    def release(part: str) -> str:
        return re.sub("\0(\\d+)\0", lambda match: held[int(match[1])], part)

    def shown(part: str) -> str:
        part = part.strip()
        marked = _MARKUP.match(part)
        part = release(part[marked.end() :] if marked else part)
        return read_field(part, marked_up=True if marked and marked[1] == "html" else None).text

    text = _ESCAPED.sub(hold, text.replace("\0", ""))
    text = _TITLE.sub("", text, count=1).strip() if text.startswith("::") else text
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        return None
    before, body, after = text[:start], text[start + 1 : end].strip(), text[end + 1 :].strip()
    why = ""
    if general := _GENERAL.search(body):
        why, body = shown(general[1]), body[: general.start()].strip()
    if marked := _MARKUP.match(before.strip()):
        after = marked[0] + after if after else after
    prompt = shown(before) if not after else f"{shown(before)} {_GAP} {shown(after)}"
    card = Card(line, prompt, topic=topic, why=why)
    return _answered(card, body, shown)


def _answered(card: Card, body: str, shown: Callable[[str], str]) -> Card:
    """The card with what stands between the braces."""
    if truth := _TRUTH.match(body):
        return _with(card, ("True" if truth[1][0] == "T" else "False",), ("True", "False"))
    if body.startswith("#"):
        return _number(card, body[1:])
    if "=" not in body and "~" not in body:
        return card
    right: list[str] = []
    options: list[str] = []
    told: list[str] = []
    # Beside an answer that is right, one with a share of the marks is only half right.
    whole = any(sign == "=" for sign, _ in _CHOICE.findall(body))
    for sign, part in _CHOICE.findall(body):
        said, _, feedback = part.partition("#")
        weight = _WEIGHT.search(said)
        share = float(weight[1]) if weight else (100.0 if sign == "=" else 0.0)
        said = shown(_WEIGHT.sub("", said))
        if not said:
            continue
        options.append(said)
        if share > 0 and (sign == "=" or not whole):
            right.append(said)
            if sign == "=" and feedback.strip():
                told.append(shown(feedback))
    why = " ".join([card.why, *told]).strip()
    if right and all(" -> " in said for said in right):
        return _matching(card, right)
    if "~" not in body:
        return _alternatives(card, right, why)
    return _with(card, tuple(right), tuple(options), why)


def _with(card: Card, right: tuple[str, ...], options: tuple[str, ...], why: str = "") -> Card:
    return Card(
        card.line, card.prompt, right, options=options, topic=card.topic, why=why or card.why
    )


def _alternatives(card: Card, right: list[str], why: str) -> Card:
    """Short answers: any of them will do."""
    return Card(
        card.line,
        card.prompt,
        tuple(right[:1]),
        accept=tuple(right[1:]),
        mode=Mode.ANY,
        topic=card.topic,
        why=why,
    )


def _matching(card: Card, pairs: list[str]) -> Card:
    """`=left -> right`: all of them, written as `left: right`."""
    halves = [pair.partition(" -> ") for pair in pairs]
    lefts = [left.strip() for left, _, _ in halves if left.strip()]
    items = tuple(f"{left.strip()}: {right.strip()}" for left, _, right in halves if left.strip())
    prompt = f"{card.prompt} Match each: {', '.join(lefts)}."
    return Card(card.line, prompt, items, mode=Mode.ALL, topic=card.topic, why=card.why)


def _number(card: Card, body: str) -> Card:
    """A number, or every whole number of a short range."""
    first = next((part for part in re.split(r"=", body) if part.strip()), "")
    said = _WEIGHT.sub("", first.partition("#")[0]).strip()
    match = _RANGE.match(said)
    if match is None:
        return card
    try:
        low, high = _bounds(match)
    except ValueError:
        return card
    named = match[1] if match[3] is None else f"{match[1]} to {match[3]}"
    whole = low.is_integer() and high.is_integer() and 0 < high - low <= _MOST_NUMBERS
    accept = tuple(str(n) for n in range(int(low), int(high) + 1)) if whole else ()
    why = card.why if low == high else f"{card.why} Anything from {low:g} to {high:g} is right."
    return Card(
        card.line, card.prompt, (named,), accept=accept, mode=Mode.ANY, topic=card.topic, why=why
    )


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    value = float(match[1])
    if match[3] is not None:
        return value, float(match[3])
    margin = float(match[2] or 0)
    return value - margin, value + margin
