"""Paths: with the home folder in any writing, whole or as a file in a folder."""

import re
from collections.abc import Sequence

from bot.grading.code.atoms import Atom
from bot.grading.code.identifiers import same_word

_HOMES = re.compile(r"^(?:\$HOME|~|/(?:home|Users)/[\w.-]+|/root)(?=/|$)")


def path_ruled(meant: str, atoms: Sequence[Atom]) -> bool | None:
    paths = [each.text for each in atoms if each.kind == "path"]
    if not paths:
        name = meant.rstrip("/").rpartition("/")[2]
        return True if len(atoms) == 1 and atoms[0].text == name and meant[0] in "~." else None
    outcomes = [_samepath_ruled(meant, each) for each in paths]
    if len(paths) == 1 and not outcomes[0]:
        folder = paths[0].rstrip("/")
        words = (each.text for each in atoms if each.kind == "word")
        outcomes[0] = any(_samepath_ruled(meant, f"{folder}/{each}") for each in words)
    if all(outcomes):
        return True
    if any(outcomes):
        return None
    return False


def _samepath_ruled(meant: str, said: str) -> bool:
    own, theirs = (
        [
            part
            for part in _HOMES.sub("~", each.replace("\\", "/")).removeprefix("./").split("/")
            if part
        ]
        for each in (meant, said)
    )
    if len(theirs) > len(own) and meant[0] not in "/~":
        theirs = theirs[-len(own) :]
    if len(own) != len(theirs):
        return False
    return all(same_word(one, other) for one, other in zip(own, theirs, strict=True))
