"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-0.55, -2.394)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-2.032, -0.648),
    "precise": (-0.274, 0.045),
    "new_covered": (0.71, 1.666),
    "new_precise": (0.032, -0.007),
    "words_covered": (-1.822, -1.984),
    "words_precise": (2.051, 1.231),
    "echo": (-0.325, 0.906),
    "missing": (-2.091, 0.185),
    "extra": (-0.729, 0.38),
    "replaced": (0.575, 0.286),
    "gravest_missing": (-0.958, -0.213),
    "last_word": (1.832, 0.033),
    "first_word": (1.143, -0.326),
    "meant_length": (1.421, -1.037),
    "said_length": (0.356, 0.088),
    "longer": (1.041, -0.151),
    "numbers_differ": (-2.862, -0.361),
    "numbers_agree": (-1.145, -0.538),
    "numbers_fewer": (-0.733, -0.465),
    "numbers_missing": (-4.135, 0.217),
    "numbers_extra": (-0.469, -0.102),
    "negation_lost": (-2.365, -0.505),
    "negation_added": (-0.146, -0.241),
    "polarity": (-0.446, 0.321),
    "opposites": (-1.471, 0.016),
    "opposites_negated": (5.351, 1.536),
    "order": (-0.257, 0.887),
    "pairs": (-0.531, 0.738),
    "complete": (-0.188, -0.377),
    "complete_both": (-0.204, 1.284),
    "wordings": (-0.829, -0.616),
    "product": (-1.344, 0.191),
    "covered_squared": (0.211, 3.577),
    "new_covered_squared": (0.146, -1.066),
    "balance": (-2.226, -0.301),
    "new_balance": (2.165, 2.024),
    "letters": (2.229, 0.923),
    "question_length": (0.341, 0.489),
    "question_covered": (-2.698, 0.851),
}

PROSE_INTERCEPT = -2.49
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.897,
    "letters": 3.755,
}
