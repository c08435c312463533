"""An item that is code, and what a response makes of it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.grading.code.atoms import NUMBERS, WORDS, Atom, atoms_of
from bot.grading.code.classes import CLASS, class_ruled, first_sign
from bot.grading.code.commands import CLUSTERED, command_ruled, flags_in_words
from bot.grading.code.identifiers import same_word
from bot.grading.code.line import Code
from bot.grading.code.paths import path_ruled
from bot.grading.code.sign_placed import sign_placed
from bot.grading.tables.sign_names import SIGN_NAMES

_CODE = re.compile(
    r"""(?<!\S)(?:--?|\+)[A-Za-z]|[|<>=*\\^{}$~]|&&|[@#](?=\w)|(?<=[A-Za-z])[#](?!\w)|\+\+|(?<!\S)[~.]{0,2}/\w|(?<!\w)\.[A-Za-z]
      |(?<!\S)[:%!]\w|\w\[|\d&|^[^\w\s]{1,3}$|\w::\w|\w\+\w|://$|\?[.?]|\s\?\s|^(?:application|text|image|audio|video|font|multipart)/\w|^[\[({](?!\s*-?[\d.]+\s*,\s*-?[\d.]+\s*[\])]$)(?=.*[,:]).*[\])}]$|(?<!\w)v\d|[a-z]\.[a-z]|\w_\w|\w\((?!e?s\)|r\)|in\)|[IVX]+\))|(?<!\S)/\d|\w[/-]\d+(?:\.\d+)*$|^\d+/\w+$|^\d+(?:\.\d+){2,}""",
    re.VERBOSE,
)
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)(?:\s[^<>]*)?/?>")
_BESIDE = re.compile(r"\s+\([^()]*\s[^()]*\)$")
_PLUS = re.compile(r"(?<=[A-Z])\+\d")
_MINUS = re.compile(r"(?<=[A-Z])[-−]\d{1,2}(?!\d)")
_BETWEEN_WORDS = re.compile(r"(?<=[a-z])[- ](?=[a-z])")
_UNSETTLED = frozenset(("or", "not", "vs", "either", "neither", "no", "without", "instead"))
_VARIABLE = re.compile(r"\$[A-Za-z_]\w*")
_CASED = re.compile(r"-[A-Za-z]")
_CASE_PARTS = re.compile(r"((?<![^\s])-[A-Za-z](?!\S))")
_LONGEST = 120
_SHORT = 2
_PREFIX = "#@$./~-:+%"
_CALL = re.compile(r"\.?(\w+)\(\)")
_CALLS = re.compile(r"(\w+)\([^()]*\)")
_KEYS = re.compile(r"[A-Z]\w*(?:\+\w+)+")
"""Keys that are pressed together: Ctrl+Z."""
_BETWEEN = re.compile(r"(?<=\w)[+=](?=\w)")


def code(text: str) -> Code | None:
    """The code that a wording is, or None where it is just words."""
    text = _BESIDE.sub("", text.strip())
    if (
        not text
        or len(text) > _LONGEST
        or _CODE.search(text) is None
        or ("://" in text and not text.endswith("://"))
        or text[:2] == "O("
    ):
        return None
    if len(text.split()) > 8:
        return None
    tag = _TAG.fullmatch(text)
    atoms = tuple(atoms_of(text))
    if len(atoms) > _SHORT and atoms[-1].text in ":;":
        atoms = atoms[:-1]
    if not atoms:
        return None
    return Code(text, atoms, (tag.group(1) + tag.group(2)).lower() if tag else "")


def ruled(meant: Code, text: str, prompt: str, *, alone: bool = False) -> bool | None:
    """Whether a response is the code, or holds it with arguments; None for words to decide."""
    if len(text) > 400:
        return None
    if CLASS.fullmatch(meant.text) is not None:
        return class_ruled(meant.text, text)
    if meant.text[:1] == "$" and text.lstrip()[:1] == "=":
        text = text.lstrip()[1:]  # a reference as it stands in a cell
    if _VARIABLE.fullmatch(meant.text) and any(
        each != meant.text and each.casefold() == meant.text.casefold()
        for each in _VARIABLE.findall(text)
    ):
        return False
    call = _CALL.fullmatch(meant.text)
    if (
        call is not None
        and _UNSETTLED.isdisjoint(text.casefold().split())
        and {each.casefold() for each in _CALLS.findall(text)} == {call.group(1).casefold()}
    ):
        return True
    if meant.tag:
        return _tag(meant, text, alone=alone)
    if len(meant.atoms) == 1 and meant.atoms[0].kind == "sign":
        placed = sign_placed(meant.atoms[0].text, text)
        if placed is not None:
            return placed
    atoms = _atoms(text)
    if not atoms:
        return None
    if len(meant.atoms) == 1 and meant.atoms[0].kind == "sign":
        return _sign(meant.atoms[0].text, atoms, text)
    if any(each.text.casefold() in _UNSETTLED for each in atoms):
        return None
    if (_PLUS.search(meant.text) and _MINUS.search(text)) or (
        _MINUS.search(meant.text) and _PLUS.search(text)
    ):
        return False
    said = _join(atoms, cased=meant.cased)
    whole = _join(meant.atoms, cased=meant.cased)
    if said == whole or _run_together(said) == _run_together(whole):
        return True
    if meant.atoms[0].text.casefold() in CLUSTERED and len(meant.atoms) > 1 and len(atoms) > 1:
        return command_ruled(meant, atoms, prompt, alone=alone)
    if not any(each.kind != "word" for each in atoms):
        return _without_signs(meant, atoms, prompt, alone=alone)
    if any(each.kind == "flag" for each in meant.atoms) and meant.atoms[0].kind in ("word", "flag"):
        return command_ruled(meant, atoms, prompt, alone=alone)
    if len(meant.atoms) == 1 and meant.atoms[0].kind == "path":
        return path_ruled(meant.atoms[0].text, atoms)
    return _stretch(meant, atoms, alone=alone)


@lru_cache(maxsize=1_024)
def _atoms(text: str) -> tuple[Atom, ...]:
    return tuple(atoms_of(text.strip().rstrip(".?!,;:" if len(text.strip()) > 3 else "")))


def _join(atoms: Sequence[Atom], *, cased: bool = False) -> str:
    text = " ".join([each.text for each in atoms])
    if cased:
        return text
    if "-" not in text:
        return text.casefold()
    # Of a flag of one letter the case decides.
    return "".join(
        [each if _CASED.fullmatch(each) else each.casefold() for each in _CASE_PARTS.split(text)]
    )


def _run_together(text: str) -> str:
    """A name without the hyphens and spaces between its words: `k-means++` and `kmeans++`."""
    return _BETWEEN_WORDS.sub("", text)


def _tag(meant: Code, text: str, *, alone: bool) -> bool | None:
    found = [sign + name.lower() for sign, name in _TAG.findall(text)]
    if not found:
        return None
    opened = [each for each in found if not each.startswith("/")] or found
    if opened[0] != meant.tag:
        return False if meant.tag not in opened else None
    distinct = set(opened)
    return None if alone and len(distinct) > 1 else True


def _sign(sign: str, atoms: Sequence[Atom], text: str) -> bool | None:
    signs = [each.text for each in atoms if each.kind == "sign" and each.text not in ",()"]
    if sign in "," + "()":
        signs = [each.text for each in atoms if each.kind == "sign"]
    if not signs:
        words = " ".join(WORDS.findall(text.casefold()))
        for other, names in SIGN_NAMES.items():
            if any(
                words
                in (
                    name,
                    f"the {name}",
                    f"{name} operator",
                    f"the {name} operator",
                    f"the {name} sign",
                )
                for name in names
            ):
                if other == sign:
                    return True
                if words not in SIGN_NAMES.get(sign, ()):
                    return False
        return None
    head = first_sign(text)
    if head is not None and len(set(signs)) > 1:
        return head == sign
    if sign in signs:
        return True if len(set(signs)) == 1 else None
    return False


def _without_signs(meant: Code, atoms: Sequence[Atom], prompt: str, *, alone: bool) -> bool | None:
    """Words alone: the signs in front may go, those within tell one thing from another."""
    said = "".join([each.text for each in atoms]).casefold().replace("-", "")
    if any(each.kind == "flag" for each in meant.atoms):
        more = alone and len(atoms) > len(meant.atoms)
        return None if more else flags_in_words(meant, atoms, prompt)
    numbers = NUMBERS.findall(" ".join([each.text for each in atoms]))
    if numbers and numbers != NUMBERS.findall(meant.text):
        return False
    if said in _called(meant):
        return True
    inner = _BETWEEN.sub("", meant.text.lstrip(_PREFIX))
    own = re.sub(r"[\W_]", "", meant.text).casefold()
    said = re.sub(r"[\W_]", "", said)
    if not own:
        return None
    if _KEYS.fullmatch(meant.text) and said != own and said in own:
        return False
    if re.sub(r"[\s/._:-]", "", inner).isalnum():
        return True if said == own else None
    if said == own and re.fullmatch(r"[\w.]+\(\)", meant.text):
        return True
    words = {each.text.casefold() for each in meant.atoms if each.kind == "word"}
    shared = words & {each.text.casefold() for each in atoms}
    return False if said in own or 2 * len(shared) > len(words) else None


@lru_cache(maxsize=1_024)
def _called(meant: Code) -> frozenset[str]:
    """How it is spelled with the names of its signs: c sharp, select star from users."""
    found = [""]
    for each in meant.atoms:
        names = SIGN_NAMES.get(each.text, ("",)) if each.kind == "sign" else (each.text,)
        found = [
            start + re.sub(r"[\W_]", "", name.casefold()) for start in found for name in names
        ][:40]
    return frozenset(found)


def _stretch(meant: Code, atoms: Sequence[Atom], *, alone: bool) -> bool | None:
    """The same atoms in a row somewhere in the response, as in an example of its use."""
    own, theirs = list(meant.atoms), list(atoms)
    for start in range(len(theirs) - len(own) + 1):
        row = theirs[start : start + len(own)]
        if all(
            _same_atom(one, other, cased=meant.cased) for one, other in zip(own, row, strict=True)
        ):
            before = theirs[start - 1] if start else None
            after = theirs[start + len(own)] if start + len(own) < len(theirs) else None
            if after is not None and not after.spaced and after.text not in ",.;:)('":
                return False if len(theirs) <= len(own) + 2 else None
            if (
                before is not None
                and not row[0].spaced
                and before.kind == "sign"
                and before.text not in "(,:[{."
            ):
                return False
            return None if alone and len(theirs) > len(own) else True
    shared = {each.text.casefold() for each in own} & {each.text.casefold() for each in theirs}
    signs = {each.text for each in theirs if each.kind != "word" and each.text not in ",.()!?:;'\""}
    if signs and (shared or len(theirs) <= len(own) + 1):
        return False
    return False if _letters(own) == _letters(theirs) else None


def _letters(atoms: Sequence[Atom]) -> str:
    return "".join([each.text.casefold() for each in atoms if each.kind != "sign"])


def _same_atom(meant: Atom, said: Atom, *, cased: bool) -> bool:
    if meant.text == said.text:
        return True
    if meant.kind == "sign" or said.kind == "sign":
        return False
    if cased and meant.text.casefold() == said.text.casefold():
        return False
    return same_word(meant.text.lstrip("-"), said.text.lstrip("-"))
