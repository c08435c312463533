"""Responses in the notation of the item that is asked for: 06/04 for a day of the year, 22-7 for a
span of hours, 64 - 2 for a number.
"""

import ast
import operator
import re
from collections.abc import Callable

from bot.grading.quantities.dates import MONTH, Clock, Date
from bot.grading.tables.numerals import UNITS

_DAY = re.compile(r"\D{0,20}?(\d{1,2})\s?([./-])\s?(\d{1,2})\.?(?![\d/.-])\D{0,20}")
_SPAN = re.compile(
    r"(?:from\s+|between\s+)?(\w+)(?::([0-5]\d))?\s?(?:h|uhr|o'?clock)?\s*(?:-|–|to|till?|until|bis|and)\s*(\w+)(?::([0-5]\d))?\s?(?:h|uhr|o'?clock)?\.?",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:(?:it\s+is|on|in|the)\s+)*(?:\d{{1,2}}(?:st|nd|rd|th)?|(?P<month>{MONTH.pattern}))\.?",
    re.IGNORECASE,
)
_HOURS = 24
_SUM = re.compile(r"[\d\s.()]+(?:[-+*/^x×][\d\s.()]+){1,6}", re.IGNORECASE)
_TIMES = re.compile(
    r"(?<![\w.])(\d{1,4})\s*(?:x|×|\*|times)\s*(\d+(?:\.\d+)?)(?=\s*[A-Za-zµ%€$£])", re.IGNORECASE
)
_LARGEST = 1_000
_DIFFERENT = re.compile(r"\d{1,3}\s?[-–:]\s?\d{1,3}")
_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def day_of_year(text: str) -> tuple[Date, ...]:
    """The readings of a day without its year: 06/04 is in April or in June."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return ()
    one, other = int(found.group(1)), int(found.group(3))
    pairs = [(other, one)] if found.group(2) == "." else [(other, one), (one, other)]
    return tuple(Date(0, month, day) for month, day in pairs if 1 <= month <= 12 and 1 <= day <= 31)


def part_of_day(text: str, prompt: str) -> bool:
    """Whether a text gives a day without its month, or a month without its day, where the question
    does not give the rest.
    """
    found = _PART.fullmatch(text.strip()) if len(text) < 30 else None
    if found is None:
        return False
    return found["month"] is not None or MONTH.search(prompt) is None


def hours_between(text: str) -> tuple[Clock, Clock] | None:
    """Both ends of a span of hours without a sign of the half of the day: 22-7, nine to five."""
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        return None
    first, last = _clock(found.group(1), found.group(2)), _clock(found.group(3), found.group(4))
    return None if first is None or last is None else (first, last)


def _clock(hour: str, minute: str | None) -> Clock | None:
    hour = hour.lower().rstrip("h")
    value = int(hour) if hour.isdigit() and len(hour) < 3 else UNITS.get(hour, _HOURS + 1)
    if value > _HOURS:
        return None
    return Clock(value % _HOURS * 3600 + int(minute or 0) * 60, value > 12 or value == 0)


def reckoned(text: str) -> float | None:
    """The value of a sum of numbers: 64 - 2, 2^6 - 2; None where a text is none."""
    text = text.strip().rstrip("=.")
    if len(text) > 40 or not text[:1].isdigit() or text.isdigit() or _SUM.fullmatch(text) is None:
        return None
    text = text.replace("^", "**").replace("×", "*").replace("x", "*").replace("X", "*")
    try:
        return _value(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, ArithmeticError):
        return None


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        one, other = _value(node.left), _value(node.right)
        if isinstance(node.op, ast.Pow) and not -_LARGEST < one * other < _LARGEST:
            raise ValueError(node)
        return _OPERATORS[type(node.op)](one, other)
    raise ValueError(node)


def multiplied(text: str) -> str:
    """The text with counted portions as what they amount to: 8 x 500 mg → 4000 mg."""
    if not any(sign in text for sign in ("x", "×", "*", "times", "X")):
        return text
    return _TIMES.sub(lambda found: f"{int(found.group(1)) * float(found.group(2)):g}", text)


def two_numbers(text: str) -> bool:
    """Whether a text is a score or a pair rather than one number: 6-5."""
    return _DIFFERENT.fullmatch(text.strip()) is not None
