"""Answers of which one item suffices: mode `any` with a need of one."""

from bot.grading.acceptance_model import accepted_from
from bot.grading.clauses.claims import claimed
from bot.grading.clauses.clauses import clauses, has_clauses
from bot.grading.clauses.heads import CONTRARY, by_clauses
from bot.grading.code.classes import first_sign
from bot.grading.finding import Finding
from bot.grading.lists.details import without_details
from bot.grading.lists.parts import JOINED, alternatives, listed, with_shared_head
from bot.grading.names.amounts_together import amounts_together
from bot.grading.names.match import (
    SPELLED,
    Match,
    Part,
    best_match,
    compared,
    exact_match,
    is_another_term,
    part_of,
    piece_of,
)
from bot.grading.names.number_rows import number_row
from bot.grading.names.relations import is_of_another
from bot.grading.names.usage import is_code, used
from bot.grading.names.written import another_writing
from bot.grading.notation import DECISIVE
from bot.grading.prepared import PreparedQuestion
from bot.grading.reading.profile import Profile, numbers_differ
from bot.grading.reading.spelling import contrary
from bot.grading.tables.opposites import CONTRASTS
from bot.grading.tables.people import PLACED
from bot.grading.tables.word_weights import CLAUSE
from bot.model.grade import Extra

_MOST_ALTERNATIVES = 3
"""From one more on, naming alternatives is naming everything."""
_SHORTEST_CLAUSE = 2
_MOSTLY = 0.8
_SETTLED = 0.9
"""Chance of an item, and share of the response that it covers, from which no list is looked for;
the lower one where the name itself has commas."""
_LONGEST_LIST_PART = 6
"""Words of a part up to which a response reads as a list of names."""


def grade_single(prepared: PreparedQuestion, part: Part) -> Finding:
    """One item, from the whole response, from its end, or from the one alternative that is right.

    The whole response is no exact name: that was plain to see before.
    """
    typed = part
    if prepared.written and _another_name(prepared, part):
        return Finding(0.0, kind="identifier")
    row = number_row(prepared, part) or amounts_together(prepared, part)
    if row is not None:
        return row
    if _of_signs(prepared) and (head := first_sign(part.text)) is not None:
        part = typed = part_of(head)
    if not prepared.named:
        part = _claimed_in_the_end(prepared, part)
        return _contrary_head(prepared, part) or _committed(prepared, part)
    if len(part.reading.words) > 2 and is_of_another(prepared, part.reading.text):
        return Finding(0.0, kind="another")
    if prepared.knots:
        part = _unknotted(prepared, part)
    claim = claimed(part.reading.text)
    if claim.denied and not _denies_itself(prepared):
        if not claim.kept:
            return Finding(0.0, kind="denied")
        part = piece_of(claim.kept)
    elif claim.kept != part.reading.text:
        part = piece_of(claim.kept)
    if is_code(part.text) and (in_code := used(prepared, part)) is not None:
        return Finding(1.0, (in_code,))
    if part is not typed and (exact := exact_match(prepared, part)) is not None:
        return Finding(1.0, (exact,))
    best = whole(prepared, part)
    found = None
    if len(part.reading.words) > 1 and not _said_whole(prepared, best):
        judged: dict[str, Finding] = {}

        def judge(each: Part) -> Finding:
            if each.text not in judged:
                judged[each.text] = _committed(prepared, each)
            return judged[each.text]

        found = by_clauses(part.reading.text, judge, lambda each: says_little(prepared, each))
    return found or _unnamed(prepared, part, best)


def _another_name(prepared: PreparedQuestion, part: Part) -> bool:
    """Whether the response is one word, and looks like every item's name without being one."""
    return len(part.text.split()) < _SHORTEST_CLAUSE and all(
        item.index in prepared.written and another_writing(prepared.written[item.index], part.text)
        for item in prepared.items
    )


def _contrary_head(prepared: PreparedQuestion, part: Part) -> Finding | None:
    """What a response to a statement amounts to whose first clause says the contrary of it."""
    text = part.reading.text
    if not has_clauses(text) or exact_match(prepared, part) is not None:
        return None
    head = clauses(text)[0].text
    if len(head) == len(text):
        return None
    found = _committed(prepared, piece_of(head))
    return found if found.kind in CONTRARY else None


def _claimed_in_the_end(prepared: PreparedQuestion, part: Part) -> Part:
    """Of a statement that is corrected, or set against another, the one that is claimed."""
    if _denies_itself(prepared):
        return part
    kept = claimed(part.reading.text).kept
    return part if not kept or kept == part.reading.text else piece_of(kept)


def _unknotted(prepared: PreparedQuestion, part: Part) -> Part:
    """The response with a plain name in place of a wording that would be taken apart."""
    text = part.reading.text
    for knot, plain in prepared.knots:
        at = text.lower().find(knot)
        if at >= 0 and len(text) > len(knot):
            text = text[:at] + plain + text[at + len(knot) :]
    return part if text == part.reading.text else piece_of(text)


def _said_whole(prepared: PreparedQuestion, best: Match) -> bool:
    """Whether the whole response, whose best match is `best`, is a name in other writing."""
    if prepared.knots and best.sure >= _MOSTLY <= best.precise:
        # The name itself has commas or parentheses, and was mistyped.
        return True
    return best.sure >= SPELLED and best.rule not in DECISIVE


def _denies_itself(prepared: PreparedQuestion) -> bool:
    return any(phrase.profile.negates for item in prepared.items for phrase in item.phrases)


def _committed(prepared: PreparedQuestion, part: Part) -> Finding:
    exact = exact_match(prepared, part)
    if exact is not None:
        return Finding(1.0, (exact,))
    return _unnamed(prepared, part, whole(prepared, part))


def _unnamed(prepared: PreparedQuestion, part: Part, best: Match) -> Finding:
    """What a stretch that is no exact name amounts to; `best` is its best match."""
    if part.reading.key in prepared.siblings or is_another_term(prepared, part):
        return Finding(0.0, extras=(Extra(part.text, True, "sibling"),), kind="sibling")
    if best.rule == "more" or best.rule == "reject":
        return Finding(0.0, (best,) if best.rule == "more" else (), kind=best.rule, near=(best,))
    if prepared.noted and best.rule in DECISIVE:
        right = (best,) if best.sure > 0 else ()
        return Finding(best.sure and 1.0, right, kind="" if right else best.rule, near=(best,))
    if len(part.reading.words) > 1 or _of_signs(prepared):
        hedged = _hedged(prepared, part, best)
        if hedged is not None:
            return hedged
        if best.rule == "everything":
            return Finding(0.0, kind="everything")
        settled = _MOSTLY if prepared.knots else _SETTLED
        many = None if best.sure >= settled <= best.precise else _many(prepared, part, best)
        if many is not None:
            return many
    if not is_right(best):
        in_code = used(prepared, part)
        if in_code is not None:
            return Finding(1.0, (in_code,))
    if best.phrase is None or best.sure < accepted_from(len(best.phrase.profile.content)):
        half = _half(prepared, part)
        if half is not None:
            return Finding(0.5, (half,), kind="half", sure=0.5)
        return Finding(0.0, kind=best.rule, sure=best.sure, near=(best,))
    half = _half(prepared, part) if best.rule == "words" else None
    if half is not None:
        return Finding(0.5, (half,), kind="half", sure=0.5)
    return Finding(1.0, (best,), sure=best.sure)


def _half(prepared: PreparedQuestion, part: Part) -> Match | None:
    """The item of two joined things of which the response gives one."""
    for item in prepared.items:
        for phrase in item.parts:
            found = compared(prepared, item.index, phrase, part)
            if phrase.reading.key == part.reading.key or found.sure >= SPELLED:
                return found._replace(rule="half")
    return None


def whole(prepared: PreparedQuestion, part: Part) -> Match:
    """The best match of the whole part over all items."""
    found = Match(0, part, 0.0, "none")
    for item in prepared.items:
        each = best_match(prepared, item, part)
        if each.rule == "reject":
            return each
        if each.phrase is not None and _contradicts(each.phrase.profile, part.profile):
            return each._replace(sure=0.0, rule="numbers")
        if each.sure > found.sure or (found.rule == "none" and each.rule != "none"):
            found = each
    return found


def _contradicts(meant: Profile, said: Profile) -> bool:
    """Whether a date or number shares its larger part with the response and differs in detail."""
    return (
        len(meant.numbers) > 1 < len(said.numbers)
        and not set(meant.numbers).isdisjoint(said.numbers)
        and numbers_differ(meant, said)
    )


def is_right(found: Match) -> bool:
    """Whether a match is near enough to count."""
    return (
        found.phrase is None or found.sure >= accepted_from(len(found.phrase.profile.content))
    ) and found.rule not in ("more", "reject", "none", "sibling")


def _reads_as_name(part: Part) -> bool:
    """Whether a part is a name rather than a clause of a sentence."""
    words = part.reading.words
    if len(words) <= _SHORTEST_CLAUSE:
        return True
    return len(words) <= _LONGEST_LIST_PART and not any(each.text in CLAUSE for each in words)


def _found(prepared: PreparedQuestion, part: Part) -> Match:
    exact = exact_match(prepared, part)
    if exact is not None:
        return exact
    if is_another_term(prepared, part):
        return Match(0, part, 0.0, "sibling")
    return whole(prepared, part)


def _hedged(prepared: PreparedQuestion, part: Part, best: Match) -> Finding | None:
    """Of "X or Y": half where one of two is right, nothing where the two exhaust what is possible."""
    if not prepared.terse:
        return None
    # A sign at the beginning would be read as the mark of a list.
    choices = (
        alternatives(part.text, prepared.kept | {"/"})
        if _of_signs(prepared)
        else alternatives(part.reading.text, prepared.kept)
    )
    if len(choices) < 2 or (is_right(best) and _says_or(best)):
        return None
    parts = [piece_of(each) for each in with_shared_head(choices)]
    if not all(_reads_as_name(each) for each in parts):
        return None
    found = [_found(prepared, each) for each in parts]
    right = [each for each in found if is_right(each)]
    if not right:
        return None
    wrong = [each for each, match in zip(parts, found, strict=True) if not is_right(match)]
    if not wrong:
        return Finding(1.0, tuple(right), sure=min(each.sure for each in right))
    extras = tuple(Extra(each.text, False, "alternative") for each in wrong)
    if len(choices) > _MOST_ALTERNATIVES:
        return Finding(0.0, extras=extras, kind="everything")
    if any(
        _exhausts(each, match.part, halved=prepared.halved) for each in wrong for match in right
    ):
        return Finding(0.0, extras=extras, kind="both ways")
    return Finding(0.5, tuple(right), extras, kind="hedge")


def _of_signs(prepared: PreparedQuestion) -> bool:
    """Whether the answer is a sign without a letter or a digit."""
    return bool(prepared.kept) and not any(map(str.isalnum, prepared.question.items[0].text))


def _says_or(best: Match) -> bool:
    phrase = best.phrase
    return phrase is not None and any(each.text == "or" for each in phrase.profile.words)


def _exhausts(one: Part, other: Part, *, halved: bool) -> bool:
    """Whether two alternatives are opposites, so that one of them had to be right."""
    return (
        any(
            contrary(mine.base, theirs.base)
            and (halved or frozenset((mine.base, theirs.base)) not in CONTRASTS)
            for mine in one.profile.content[:12]
            for theirs in other.profile.content[:12]
        )
        or one.profile.negates != other.profile.negates
    )


def _many(prepared: PreparedQuestion, part: Part, best: Match) -> Finding | None:
    """Several names where one was asked for: each that is wrong, or unknown, costs."""
    if not prepared.named:
        return None
    texts = listed(part.reading.text)
    if len(texts) < 2:
        return None
    parts = [piece_of(each) for each in texts]
    if not all(_reads_as_name(each) for each in parts):
        return None
    found = [_found(prepared, each) for each in parts]
    right = [each for each in found if is_right(each) and each.sure >= 0.6]
    if not right:
        return None
    wrong = [
        each
        for each, match in zip(parts, found, strict=True)
        if not is_right(match) and not says_little(prepared, each)
    ]
    if any(
        _exhausts(each, match.part, halved=prepared.halved) for each in wrong for match in right
    ):
        return Finding(0.0, kind="both ways")
    named = [each.part for each in right]
    wrong = without_details(prepared, parts, wrong, lambda each: each in named)
    known = [each for each in wrong if each.reading.key in prepared.siblings]
    extras = tuple(
        Extra(each.text, each in known, "sibling" if each in known else "unknown") for each in wrong
    )
    if not wrong:
        return Finding(1.0, tuple(right), sure=min(each.sure for each in right))
    if len(wrong) > 1:
        return Finding(0.0, extras=extras, kind="everything")
    if known:
        return Finding(0.5, tuple(right), extras, kind="extra")
    asked = prepared.asked.stems
    placed = wrong[0] is not parts[0] and not asked.isdisjoint(PLACED)
    if (
        is_right(best)
        and (placed or "," not in part.reading.text)
        and not JOINED.search(part.reading.text)
    ):
        return Finding(1.0, (best,), extras, sure=min(best.sure, 0.6))
    return Finding(0.5, tuple(right), extras, kind="extra", sure=0.5)


def says_little(prepared: PreparedQuestion, part: Part) -> bool:
    """Whether a part only repeats the question or holds no term at all."""
    return not any(
        each.weight > 0.3 and each.stem not in prepared.asked.stems for each in part.profile.words
    )
