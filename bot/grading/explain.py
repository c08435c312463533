"""The grade for people: the verdict, and in plain sentences why."""

from bot.grading.confidence import confidence
from bot.grading.finding import Finding
from bot.grading.names.match import Match
from bot.grading.prepared import PreparedQuestion
from bot.model.grade import Evidence, Grade, Verdict

_WHY = {
    "nothing": "There was no answer in it.",
    "repeated": "That says one thing over and over.",
    "echo": "That repeats the question.",
    "denied": "You said what it is not.",
    "before": "That is what it was before, by your own words.",
    "mentioned": "The right name is mentioned, but you gave another one as the answer.",
    "everything": "That names nearly everything; the question asks for less.",
    "both ways": "That says both; only one can be right.",
    "hedge": "One of the alternatives is right; the answer has to settle on it.",
    "half": "That is one half of it.",
    "extra": "One part is right, another is not asked for.",
    "order": "The parts are right, the order is not.",
    "reject": "That looks near, but is something else.",
    "sibling": "That is another term of this sheet.",
    "numbers": "The number is not the same.",
    "units": "The amount is not the same.",
    "dates": "The date or time is not the same.",
    "signs": "The signs say something else.",
    "negation": "That says the contrary.",
    "opposites": "That says the contrary.",
    "versions": "That is another of its kind.",
    "another": "That is another name.",
    "general": "That is only a part of it.",
    "swapped": "What is said of each belongs to another.",
    "exchanged": "The parts have changed places.",
    "letter": "One letter is too little to tell.",
    "identifier": "Of a name like this every part counts.",
    "more": "Right, but not specific enough.",
    "other words": "One thing in it stands where the answer has another.",
    "unanswered": "The sheet gives no answer to this.",
}


def explained(prepared: PreparedQuestion, found: Finding) -> Grade:
    """The grade that a finding amounts to."""
    verdict = verdict_of(found)
    score = found.score if verdict is not Verdict.MORE else 0.0
    credited = found.matches if score > 0 or verdict is Verdict.MORE else ()
    credited = tuple(each for each in credited if each.rule != "more")
    hits = tuple(sorted({each.item for each in credited}))
    complete = verdict is Verdict.CORRECT
    covered = any(each.rule == "coverage" for each in found.matches)
    missing = () if complete else tuple(i for i in range(len(prepared.items)) if i not in hits)
    return Grade(
        verdict=verdict,
        score=round(1.0 if complete and not covered else score, 4),
        hits=hits,
        evidence=tuple(_evidence(prepared, each, found) for each in credited),
        missing=missing,
        extras=found.extras,
        reasons=tuple(_reasons(prepared, found, verdict, credited)),
        unsaid=found.unsaid if verdict is not Verdict.CORRECT else (),
        confidence=confidence(prepared, found, verdict),
    )


def verdict_of(found: Finding) -> Verdict:
    """The verdict that a finding amounts to."""
    if found.kind == "more" or (
        found.score <= 0 and found.kind == "" and any(each.rule == "more" for each in found.near)
    ):
        return Verdict.MORE
    if found.score >= found.correct_from:
        return Verdict.CORRECT
    return Verdict.PARTIAL if found.score >= found.partial_from else Verdict.WRONG


def _evidence(prepared: PreparedQuestion, match: Match, found: Finding) -> Evidence:
    return Evidence(
        item=match.item,
        words=match.part.text,
        rule=match.rule,
        credit=found.score if found.prose is not None else 1.0,
        note=_note(prepared, match),
    )


def _name(prepared: PreparedQuestion, match: Match) -> str:
    return prepared.question.items[match.item].text


def _note(prepared: PreparedQuestion, match: Match) -> str:
    """How the words were read, where that is not plain to see."""
    if match.rule in ("spelling", "initials", "alias", "accept"):
        how = {"spelling": "spelling", "initials": "initials"}.get(match.rule, "another name")
        return f"*{_name(prepared, match)}* was read from *{match.part.text}* ({how})"
    return ""


def _points_told(found: Finding, verdict: Verdict) -> str:
    """Which key points were found; of those that were not, how many. Their names would tell them."""
    if not found.said:
        return ""
    total = len(found.said) + len(found.unsaid)
    line = f"{len(found.said)} of {total} key points" if total > 1 else ""
    heard = ", ".join(
        f"*{each.point.name}*"
        if each.words == each.point.name.lower()
        else f"*{each.point.name}* (from *{each.words}*)"
        for each in found.said
        if each.words
    )
    if verdict is Verdict.CORRECT and len(found.said) < total:
        line = ""
    return ": ".join(each for each in (line, f"found {heard}" if heard else "") if each)


def _reasons(
    prepared: PreparedQuestion, found: Finding, verdict: Verdict, credited: tuple[Match, ...]
) -> list[str]:
    told: list[str] = []
    count = len(credited)
    several = prepared.need > 1
    if several and count:
        named = [_name(prepared, each) for each in credited if not _note(prepared, each)]
        line = f"{count} of {prepared.need}"
        if named:
            line += ": you named " + ", ".join(f"*{each}*" for each in named)
        told.append(line)
    if found.said or found.unsaid:
        told += [points] if (points := _points_told(found, verdict)) else []
    told += [note for each in credited if (note := _note(prepared, each))]
    if found.kind in _WHY:
        told.append(_WHY[found.kind])
    for extra in found.extras:
        if extra.known_wrong or extra.reason == "name":
            told.append(f"*{extra.words}* does not belong here.")
    if verdict is Verdict.MORE and _WHY["more"] not in told:
        told.append(_WHY["more"])
    if not told and not several and verdict is Verdict.CORRECT:
        told.append("That is the answer.")
    if not told and verdict is Verdict.PARTIAL:
        told.append("That covers a part of the answer.")
    if not told:
        told.append("No part of the answer was recognised.")
    return told
