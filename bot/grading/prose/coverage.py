"""How much of a long reference a response covers: the features of prose."""

import math

from bot.grading.reading.profile import Profile
from bot.grading.reading.similarity import similarity

PROSE_FEATURES = ("ideas", "letters")
"""The names of the features, in the order of the weights."""

_ASKED_SHARE = 0.4
"""What a word of the reference counts when the question already has it."""
_GRAM = 4
_MOST_WORDS = 400
_MOST_LOOKED_AT = 120


def prose_features(meant: Profile, said: Profile, asked: Profile) -> list[float]:
    """The features of a reference and a response, in the order of `PROSE_FEATURES`, each 0..1."""
    wanted = {each.stem: each for each in meant.content}
    spoken = {each.stem: each for each in said.content[:_MOST_WORDS]}
    loose: dict[str, list[str]] = {}
    for stem, each in spoken.items():
        if stem not in wanted and len(loose.setdefault(each.base[:1], [])) < _MOST_LOOKED_AT:
            loose[each.base[:1]].append(stem)
    total = got = 0.0
    for stem, each in wanted.items():
        weight = each.weight * (_ASKED_SHARE if stem in asked.stems else 1.0)
        total += weight
        if stem in spoken or each.base in said.joined:
            got += weight
        else:
            near = (similarity(each, spoken[other]) for other in loose.get(each.base[:1], ()))
            got += weight * max(near, default=0.0)
    return [math.sqrt(got / total) if total else 0.0, letters_shared(meant, said)]


def letters_shared(one: Profile, other: Profile) -> float:
    """Likeness of two texts by the runs of four letters that both have, 0..1."""
    ours, theirs = _grams(one), _grams(other)
    return len(ours & theirs) / math.sqrt(len(ours) * len(theirs)) if ours and theirs else 0.0


def _grams(profile: Profile) -> set[str]:
    text = " ".join([each.base for each in profile.words[:_MOST_WORDS]])
    return {text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)}
