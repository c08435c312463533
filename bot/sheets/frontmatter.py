"""The YAML between `---` lines at the top of a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from bot.model.sheet import Domain, Exam, Glossary, Problem
from bot.sheets import problems
from bot.sheets.keys import alternatives, read_tags

_LONGEST = 20_000
"""Lines that are searched for the end."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What it says; empty where it is silent. `lines` is how many lines it takes."""

    lines: int = 0
    title: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    """Words for each of its questions."""
    keywords: tuple[str, ...] = ()
    """Words for the sheet as a whole, where its questions differ."""
    glossary: Glossary = field(default_factory=Glossary)
    exams: tuple[Exam, ...] = ()
    notation: bool = False
    """Whether the file says that it keeps to our notation, so that no other is looked for."""
    problems: tuple[Problem, ...] = ()


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """Read it, if the first line is `---` and a second such line follows."""
    if not lines or lines[0].rstrip() != "---":
        return FrontMatter()
    bounded = range(1, min(len(lines), _LONGEST))
    end = next((at for at in bounded if lines[at].rstrip() in ("---", "...")), 0)
    if not end:
        looks_meant = len(lines) > 1 and ":" in lines[1]
        return FrontMatter(
            problems=(problems.unclosed(1, "front matter", "---"),) if looks_meant else ()
        )
    source = "\n".join(lines[1:end])
    try:
        # The base loader makes strings only: no object, no date, no "no" that turns into False.
        said = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 - builds no objects at all
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0)
        reason = getattr(error, "problem", None) or "it is nested too deeply"
        return FrontMatter(end + 1, problems=(problems.front_matter(line + 2, reason),))
    if not said:
        return FrontMatter(end + 1)
    if not isinstance(said, Mapping):
        return FrontMatter(end + 1, problems=(problems.front_matter(2, "it names no settings"),))
    return FrontMatter(
        lines=end + 1,
        title=_string(said.get("title")),
        language=_string(said.get("language") or said.get("lang")),
        tags=_tags(said.get("tags")),
        keywords=_tags(said.get("keywords")),
        glossary=_glossary(said.get("glossary")),
        exams=_exams(said.get("exams")),
        notation=_string(said.get("notation")).lower() == "quizsheet",
    )


def _tags(value: object) -> tuple[str, ...]:
    return tuple(tag for part in _strings(value) for tag in read_tags(part))


def _string(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(_string(part) for part in value if _string(part))
    return (_string(value),) if _string(value) else ()


def _glossary(value: object) -> Glossary:
    """`term: other name | another`, or `term: [other name, another]`."""
    if not isinstance(value, Mapping):
        return Glossary()
    terms = []
    for term, names in value.items():
        aliases = tuple(name for part in _strings(names) for name in alternatives(part))
        if _string(term) and aliases:
            terms.append((_string(term), aliases))
    return Glossary(tuple(terms))


def _exams(value: object) -> tuple[Exam, ...]:
    """`exam: {domain: name, weight: 20}`, or `exam: {name: 20, other name: 30}`."""
    if not isinstance(value, Mapping):
        return ()
    exams = []
    for name, said in value.items():
        settings = dict(said) if isinstance(said, Mapping) else {}
        retired = _string(settings.pop("retired", ""))
        if "domain" in settings:
            weight = _percent(settings.get("weight"))
            domains = tuple(Domain(domain, weight) for domain in _strings(settings["domain"]))
        else:
            domains = tuple(
                Domain(_string(key), _percent(share)) for key, share in settings.items()
            )
        exams.append(Exam(_string(name), domains, retired))
    return tuple(exams)


def _percent(value: object) -> float:
    try:
        share = float(_string(value).rstrip(" %"))
    except ValueError:
        return 0.0
    return share if 0 <= share <= 100 else 0.0
