"""Who does what to whom: the same words with their roles exchanged say another thing."""

from bot.grading.reading.profile import Profile
from bot.grading.reading.words import Word
from bot.grading.tables.word_weights import FUNCTION_WEIGHT

_POINTING = frozenset(
    ("to", "into", "from", "per", "over", "than", "before", "after", "onto", "towards", "as")
)
"""Small words on whose sides things have different roles."""
_ALIKE = frozenset(("and", "or", "with"))
"""Small words on whose sides things have the same role."""
_LONGEST = 8


def exchanged(meant: Profile, said: Profile) -> bool:
    """Whether the response has the wording's things in each other's places: speech to text for
    text to speech, "the cat bites the dog" for "the dog bites the cat".
    """
    if len(meant.content) < 2 or len(said.content) > _LONGEST or len(said.content) < 2:
        return False
    here, there = _sides(meant.words), _sides(said.words)
    if here is not None and there is not None:
        left, right, sign = here
        others, rest, other_sign = there
        if sign == other_sign:
            moved = (left - right) & (rest - others)
            return bool(moved) and bool((right - left) & (others - rest))
    return _ends_exchanged(meant, said)


def _sides(words: tuple[Word, ...]) -> tuple[set[str], set[str], str] | None:
    """The stems before and after the only pointing word, or None."""
    at = [index for index, each in enumerate(words) if each.text in _POINTING]
    if len(at) == 2 and words[at[0]].text == "from":  # moved from Slack to Teams
        words, at = words[at[0] + 1 :], [at[1] - at[0] - 1]
    if len(at) != 1:
        return None
    left = {each.stem for each in words[: at[0]] if each.weight > FUNCTION_WEIGHT}
    right = {each.stem for each in words[at[0] + 1 :] if each.weight > FUNCTION_WEIGHT}
    return (left, right, words[at[0]].text) if left and right else None


def _ends_exchanged(meant: Profile, said: Profile) -> bool:
    """Whether all words are the same but what stands before and after the middle one changed places."""
    mine = [each.stem for each in meant.content]
    theirs = [each.stem for each in said.content]
    if len(mine) < 3 or mine == theirs or sorted(mine) != sorted(theirs):
        return False
    if any(each.text in _ALIKE for each in (*meant.words, *said.words)):
        return False
    for at in range(1, len(mine) - 1):
        where = theirs.index(mine[at])
        if set(mine[:at]) == set(theirs[where + 1 :]) and mine[at + 1 :] == theirs[:where]:
            return True
    return False
