"""A formula taken apart: numbers, names and operators."""

import re
from typing import NamedTuple

from bot.grading.tables import listed
from bot.grading.tables.spellings import american, singular

_SIGNS = str.maketrans(
    {
        "−": "-", "–": "-", "—": "-", "×": "*", "·": "*", "⋅": "*", "∙": "*", "÷": "/", "⁄": "/", "∕": "/",
        "≤": "<=", "≥": ">=", "≠": "!=", "⇒": "=>", "→": "->", "⟶": "->", "½": " 0.5 ", "¼": " 0.25 ",
        "¾": " 0.75 ", "√": " sqrt ", "∑": " Σ ", "Δ": " delta ", "∆": " delta ", "π": " pi ", "λ": " lambda ",
        "σ": " sigma ", "μ": " mu ", "ρ": " rho ", "θ": " theta ", "α": " alpha ", "β": " beta ", "γ": " gamma ",
        "ε": " epsilon ", "ω": " omega ", "ν": " nu ", "φ": " phi ", "η": " eta ", "τ": " tau ", "∞": " inf ", "’": "'",
    }
)  # fmt: skip
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+-n")
_RAISE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]+")
_SUNK = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_WORDED = (
    (re.compile(r"\s(?:divided\s+by|over)\s", re.IGNORECASE), " / "),
    (re.compile(r"\s(?:multiplied\s+(?:by|with)|times)\s", re.IGNORECASE), " * "),
    (re.compile(r"\s(?:plus|added\s+to)\s", re.IGNORECASE), " + "),
    (re.compile(r"\s(?:minus|less)\s", re.IGNORECASE), " - "),
    (re.compile(r"\s(?:equals|is\s+equal\s+to|is\s+the\s+same\s+as)\s", re.IGNORECASE), " = "),
    (re.compile(r"\s+squared\b", re.IGNORECASE), "^2"),
    (re.compile(r"\s+cubed\b", re.IGNORECASE), "^3"),
    (re.compile(r"\s+to\s+the\s+power\s+(?:of\s+)?", re.IGNORECASE), " ^ "),
    (re.compile(r"\bsquare\s+root\s+of\s+", re.IGNORECASE), " sqrt "),
    (re.compile(r"\*\*"), "^"),
)
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?|\.\d+)(?P<percent>\s?%)?"
    r"|(?P<name>[^\W\d_]+(?:_?[{]?\w+[}]?)?(?:'[^\W\d_]+|s'(?=\s)|(?:(?<=[^\W\d_]{2})-(?=[^\W\d_])|-(?=[^\W\d_]{2}))[^\W\d_]+)*)"
    r"|(?P<sign><=|>=|!=|==|->|=>|[-+*/^=<>()\[\],|])|(?P<other>\S)"
)
_CROSS = re.compile(r"(?<=[A-Za-z]{2})\s+[xX]\s+(?=[A-Za-z]{2})")
_SMALL = listed(
    """the a an of in its all number total by sum owner's owners' owners owner shareholder's
    shareholders' shareholders stockholders' stockholders"""
)
LONGEST = 160


class Symbol(NamedTuple):
    """A number, a name or an operator."""

    kind: str
    text: str
    value: float = 0.0
    spaced: bool = False
    """Whether a blank stands before it."""


def symbols_of(text: str) -> tuple[list[Symbol], bool] | None:
    """The symbols of a text and whether operators are told in words; None where a sign is none."""
    if len(text) > LONGEST:
        return None
    text = _RAISE.sub(lambda raised: "^" + raised.group().translate(_RAISED), text)
    text = text.translate(_SUNK).translate(_SIGNS)
    plain = text
    for pattern, sign in _WORDED:
        text = pattern.sub(sign, text)
    text = _CROSS.sub(" * ", text)
    found: list[Symbol] = []
    end = 0
    for token in _TOKEN.finditer(text):
        spaced = token.start() > end
        end = token.end()
        if token["number"]:
            value = _value(token["number"])
            found.append(
                Symbol("number", token["number"], value * (0.01 if token["percent"] else 1), spaced)
            )
        elif token["name"]:
            _add_name(found, token["name"], spaced=spaced)
        elif token["sign"]:
            sign = {"==": "=", "[": "(", "]": ")", "=>": "->"}.get(token["sign"], token["sign"])
            found.append(Symbol("sign", sign, 0.0, spaced))
        elif token["other"] not in "`'\"":
            return None
    return found, text != plain


def _value(digits: str) -> float:
    text = (
        digits.replace(",", "")
        if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", digits)
        else digits
    )
    text = text.replace(",", ".")
    try:
        return min(float(text), 1e300)
    except ValueError:
        return 0.0


def _add_name(found: list[Symbol], name: str, *, spaced: bool) -> None:
    """Words in a row are one name, as in net income; letters in a row are a product."""
    name = name.replace("{", "").replace("}", "")
    if len(name) > 1 and name.lower() in _SMALL:
        return
    before = found[-1] if found else None
    if (
        before is not None
        and before.kind == "name"
        and len(name) > 1
        and len(before.text) > 1
        and before.text not in FUNCTIONS
    ):
        found[-1] = before._replace(text=f"{before.text} {name}")
        return
    found.append(Symbol("name", name, 0.0, spaced))


FUNCTIONS = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "log",
        "ln",
        "exp",
        "max",
        "min",
        "sqrt",
        "abs",
        "lim",
        "f",
        "g",
        "h",
        "P",
        "E",
        "O",
        "p",
        "Var",
        "Cov",
        "var",
        "cov",
        "argmax",
        "argmin",
        "mean",
        "std",
        "sum",
    ]
)
"""Names that take what follows in parentheses as an argument."""


GREEK = frozenset(("pi", "mu", "nu", "rho", "eta", "tau", "phi", "psi", "chi", "xi"))
"""Letters that are spelled with two or three."""


def name_of(text: str) -> str:
    """One form of a name: small letters, singular, American spelling."""
    words = text.replace("-", " ").split()
    if len(words) == 1 and len(words[0]) < 4:
        return words[0]
    return " ".join([american(singular(american(each.lower()))) for each in words])
