"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-2.652, -2.919)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-1.315, -0.356),
    "precise": (0.691, 0.533),
    "new_covered": (0.241, 0.685),
    "new_precise": (-0.732, -0.46),
    "words_covered": (-0.633, -1.596),
    "words_precise": (1.784, 1.016),
    "echo": (0.336, 0.485),
    "missing": (-0.396, 0.037),
    "extra": (-0.34, 0.204),
    "replaced": (0.162, 0.427),
    "gravest_missing": (-1.483, -0.235),
    "last_word": (1.717, 0.058),
    "first_word": (0.864, -0.314),
    "meant_length": (0.967, -0.88),
    "said_length": (0.096, 0.176),
    "longer": (1.676, 0.107),
    "numbers_differ": (-1.481, -0.875),
    "numbers_agree": (-1.344, -0.626),
    "numbers_fewer": (-0.068, -0.523),
    "numbers_missing": (-2.811, 0.29),
    "numbers_extra": (-0.77, -0.156),
    "negation_lost": (-1.628, -0.507),
    "negation_added": (0.296, -0.255),
    "polarity": (-1.339, 0.344),
    "opposites": (-1.452, -0.217),
    "opposites_negated": (4.51, 1.735),
    "order": (-0.917, 0.554),
    "pairs": (-0.542, 1.05),
    "complete": (-0.291, 0.572),
    "complete_both": (-0.163, 1.812),
    "wordings": (-0.672, -0.785),
    "product": (-1.334, -1.071),
    "covered_squared": (-0.042, 2.525),
    "new_covered_squared": (0.754, -0.481),
    "balance": (-1.363, 0.546),
    "new_balance": (2.885, 2.926),
    "letters": (2.415, 1.452),
    "question_length": (0.33, 0.507),
    "question_covered": (-2.644, 1.238),
}

PROSE_INTERCEPT = -2.548
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.89,
    "letters": 3.862,
}
