"""Quizbowl's answer lines as items: what npm's qb-answer-checker is tested with, asked of ours."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from bot.model.question import Item, Mode, Question

_DIRECTIVES = (
    ("reject", ("do not accept or prompt on", "do not accept", "do not prompt on", "reject")),
    ("more", ("prompt on", "prompt")),
    ("accept", ("anti-prompt on", "antiprompt on", "accept", "or")),
)
_UNDERLINED = re.compile(r"<u>(.*?)</u>")
_TAG = re.compile(r"<[^>]+>")
_QUOTED = re.compile(r"[“\"]([^”\"]*)[”\"]")
_ASKING = re.compile(r"\s+(?:by asking|with)\b.*$")


@dataclass(frozen=True, slots=True)
class Case:
    """One of quizbowl's cases: what is said to an answer line, and what has to come of it."""

    directive: str
    given: str
    line: str


def cases_of(package: Path) -> list[Case]:
    """The cases that the package ships."""
    found: list[Case] = []
    for path in sorted((package / "test").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[1:]
            found += [Case(row[0], row[1], row[3]) for row in rows if len(row) >= 4]
    return found


def question_of(line: str) -> Question:
    """An answer line as the item that an author would write of it.

    What is underlined in the main answer is enough; clauses become accept, more and reject.
    """
    sections = re.findall(r"[\[(]([^\])]*)", line)
    clauses = [
        clause.strip()
        for section in sections
        if _directive(section.strip())
        for clause in section.split(";")
    ]
    main = re.sub(r"\[[^\]]*\]?|\((?:[^)]{20,}|accept[^)]*)\)", "", line).strip()
    options = re.split(r",? or |; ", main)
    item: dict[str, list[str]] = {"accept": [], "more": [], "reject": []}
    text = _plain(options[0])
    for option in options:
        item["accept"] += _wordings(option)
    for option in options[1:]:
        directive = _directive(option)
        if directive and directive[0] != "accept":
            item[directive[0]] += _wordings(directive[1])
    for clause in clauses:
        _add(clause, options[0], item)
    accept = tuple(dict.fromkeys(each for each in item["accept"] if each and each != text))
    return Question(
        "",
        "",
        Mode.ANY,
        (Item(text, accept, tuple(item["reject"]), tuple(item["more"])),),
    )


def _add(clause: str, main: str, item: dict[str, list[str]]) -> None:
    lower = clause.lower()
    names = [_plain(each) for each in re.findall(r"<b><u>.*?</u></b>", main)] or [_plain(main)]
    if "either" in lower:
        item["accept"] += [word for name in names for word in (name, *name.split())]
        return
    if "partial" in lower:
        words = [word for name in names for word in name.split() if len(word) > 2]
        item["more"] += [*names, *words] if len(names) > 1 else words
        clause = re.sub(
            r"(?i)prompt on (?:a )?partial answers?(?: or)?(?: on)?", "prompt on ", clause
        )
    directive = _directive(clause)
    kind, rest = directive or ("accept", clause)
    rest = _ASKING.sub("", rest)
    for option in re.split(r",? or |, ", rest):
        item[kind] += _wordings(option)


def _directive(clause: str) -> tuple[str, str] | None:
    lower = clause.lower().strip()
    for kind, phrases in _DIRECTIVES:
        for phrase in phrases:
            if lower.startswith(phrase + " "):
                return kind, clause.strip()[len(phrase) :].strip()
    return None


def _wordings(text: str) -> list[str]:
    """The whole wording, and what of it is underlined or quoted: quizbowl asks for no more."""
    found = [_plain(text)]
    underlined = [_plain(each) for each in _UNDERLINED.findall(text)]
    if underlined:
        found.append(" ".join(underlined))
        found.append(_plain(_started(text)))
    quoted = _QUOTED.findall(text)
    if quoted:
        found.append(_plain(quoted[0]))
    return [each for each in dict.fromkeys(found) if each]


def _started(text: str) -> str:
    """The words of which at least a part is underlined, in full: "fir" of "fires"."""
    marked = _UNDERLINED.sub(lambda found: re.sub(r"\S+", r"<u>\g<0></u>", found.group(1)), text)
    return " ".join(word for word in marked.split() if "<u>" in word)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _TAG.sub("", text)).strip(' ;,“”"')
