"""Commands with their flags: in clusters, short and long, with arguments round them."""

import itertools
from collections.abc import Sequence

from bot.grading.code.atoms import NUMBERS, WORDS, Atom
from bot.grading.code.identifiers import same_word
from bot.grading.code.line import Code

_REMARK = frozenset(
    [
        "sudo",
        "use",
        "run",
        "type",
        "the",
        "a",
        "an",
        "with",
        "option",
        "flag",
        "command",
        "tag",
        "operator",
        "sign",
        "symbol",
        "using",
        "then",
        "just",
    ]
)
_CLUSTER = 4
"""Letters up to which a flag with one dash is several flags."""
CLUSTERED = frozenset(("tar", "ps", "ar"))
"""Commands whose flags need no dash."""


def flags_in_words(meant: Code, atoms: Sequence[Atom], prompt: str) -> bool | None:
    """Git reset hard for `git reset --hard`; without the word hard it is another command."""
    said = {each.text.casefold() for each in atoms}
    asked = {each.casefold() for each in WORDS.findall(prompt)}
    heads = {each.text.casefold() for each in meant.atoms if each.kind == "word"}
    flags = {each.text.lstrip("-+").casefold() for each in meant.atoms if each.kind == "flag"}
    if flags <= said and heads <= said | asked:
        return True
    return False if said & heads and said <= heads | asked | _REMARK else None


def command_ruled(meant: Code, atoms: Sequence[Atom], prompt: str, *, alone: bool) -> bool | None:
    """A command with its flags: others and arguments may stand beside them, none may be missing."""
    asked = {each.casefold() for each in WORDS.findall(prompt)}
    heads = [each.text for each in meant.atoms if each.kind == "word"]
    rest = [each.text for each in meant.atoms if each.kind not in ("word", "flag")]
    words = [each.text for each in atoms if each.kind in ("word", "path")]
    start = 0
    found_head = not heads
    left: list[str] = []
    leading = next((i for i, each in enumerate(meant.atoms) if each.kind == "flag"), len(heads))
    for order, head in enumerate(heads):
        first = start if order < leading else 0
        at = next((i for i in range(first, len(words)) if same_word(head, words[i])), None)
        if at is None:
            left.append(head)
        else:
            start, found_head = max(start, at + 1), True
    if not found_head and any(each.casefold() not in asked for each in left):
        return None if not any(each.kind == "flag" for each in atoms) else _only_flags(meant, atoms)
    given = {each for each in words if NUMBERS.search(each)}
    ahead = list(itertools.takewhile(lambda each: each.kind != "flag", atoms))
    others = any(
        each.kind == "word"
        and each.text.casefold() not in (_REMARK if len(heads) > 1 else asked | _REMARK)
        and not any(same_word(head, each.text) for head in heads)
        for each in ahead
    )
    lost = [
        each
        for each in left
        if others or each.casefold() not in asked or (NUMBERS.fullmatch(each) and given)
    ]
    own = _flags(meant.atoms, cased=meant.cased)
    theirs = _flags(atoms, cased=meant.cased, loosely=True)
    if heads and heads[0].casefold() in CLUSTERED and len(words) > 1 and not theirs:
        theirs = _flags([Atom("flag", "-" + words[1], spaced=True)], cased=meant.cased)
    missing = [
        each
        for each in own
        if not any(_same_flag(each, other) for other in theirs) and not _short_form(each, atoms)
    ]
    signs = {each.text for each in atoms if each.kind == "sign"}
    if lost or missing or any(each not in signs and each not in words for each in rest):
        return False
    if alone and (len(atoms) > len(meant.atoms) or own != _flags(atoms, cased=meant.cased)):
        return None
    return True


def _only_flags(meant: Code, atoms: Sequence[Atom]) -> bool | None:
    """A flag without its command: right where the question names the command."""
    own = _flags(meant.atoms, cased=meant.cased)
    theirs = _flags(atoms, cased=meant.cased, loosely=True)
    if any(each.kind == "word" and each.text.casefold() not in _REMARK for each in atoms):
        return False
    return None if own <= theirs else False


def _flags(atoms: Sequence[Atom], *, cased: bool, loosely: bool = False) -> set[str]:
    """Each flag on its own: -xzf is -x -z -f. Loosely, -hard may be --hard with a dash too few."""
    found: set[str] = set()
    for each in atoms:
        if each.kind != "flag":
            continue
        short = each.text[:2] != "--" and len(each.text) <= _CLUSTER
        text = each.text if cased or short else each.text.casefold()
        name = text.lstrip("-+")
        long = text[:2] == "--" or "-" in name or (text[0] == "-" and len(name) > _CLUSTER)
        if long or (loosely and len(name) > 2):
            found.add("--" + name)
        if not long:
            found.update(text[0] + letter for letter in name)
    return found


def _same_flag(meant: str, said: str) -> bool:
    return meant == said or (meant[:2] == "--" == said[:2] and same_word(meant[2:], said[2:]))


def _short_form(meant: str, atoms: Sequence[Atom]) -> bool:
    """Whether a flag is given by its first letter, or spelled out: -f for --force."""
    flags = [each.text for each in atoms if each.kind == "flag"]
    if meant[:2] == "--":
        return "-" + meant[2] in flags
    return meant[0] == "-" and any(each[:2] == "--" and each[2] == meant[1] for each in flags)
