"""Whether an answer says accepted words: in another writing yes, in fragments or turned round no."""

import pytest

from bot.grading import says


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The scribing machine!", "scribing machine"),
        ("I think it's the scribeing machine", "the scribing machine"),
        ("bucket, table, waiting line, shelf and drawer", "waiting line"),
        ("kmeans", "k-means"),
        ("x <= y", "x <= y"),
        ("it keeps colours of every pixel", "keeps the color of every pixel"),
        ("🦜", "🦜"),
    ],
)
def test_the_same_words_in_another_writing_are_said(text: str, words: str) -> None:
    assert says(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("machine", "the scribing machine"),
        ("a machine of that shop", "the scribing machine of that shop"),
        ("the terminals are connected now", "the terminals are not connected"),
        ("it holds 16 GB at most", "it holds 64 GB at most"),
        ("", "anything"),
        ("🦊", "🦜"),
    ],
)
def test_a_fragment_an_opposite_or_another_number_is_not(text: str, words: str) -> None:
    assert not says(text, words)
