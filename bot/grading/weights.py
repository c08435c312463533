"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-0.518, -2.38)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-1.966, -0.669),
    "precise": (-0.113, 0.089),
    "new_covered": (0.691, 1.69),
    "new_precise": (0.02, -0.044),
    "words_covered": (-1.838, -1.913),
    "words_precise": (1.923, 1.202),
    "echo": (-0.368, 0.912),
    "missing": (-2.069, 0.197),
    "extra": (-0.752, 0.39),
    "replaced": (0.634, 0.287),
    "gravest_missing": (-1.067, -0.247),
    "last_word": (1.785, 0.029),
    "first_word": (1.119, -0.324),
    "meant_length": (1.404, -1.036),
    "said_length": (0.362, 0.077),
    "longer": (1.092, -0.187),
    "numbers_differ": (-2.871, -0.37),
    "numbers_agree": (-1.125, -0.546),
    "numbers_fewer": (-0.719, -0.468),
    "numbers_missing": (-4.009, 0.211),
    "numbers_extra": (-0.465, -0.106),
    "negation_lost": (-2.198, -0.509),
    "negation_added": (-0.134, -0.243),
    "polarity": (-0.532, 0.338),
    "opposites": (-1.497, -0.016),
    "opposites_negated": (5.346, 1.576),
    "order": (-0.269, 0.918),
    "pairs": (-0.548, 0.78),
    "complete": (-0.145, -0.441),
    "complete_both": (-0.28, 1.345),
    "wordings": (-0.813, -0.614),
    "product": (-1.25, 0.144),
    "covered_squared": (0.014, 3.586),
    "new_covered_squared": (0.202, -1.189),
    "balance": (-2.179, -0.328),
    "new_balance": (2.18, 2.096),
    "letters": (2.218, 0.942),
    "question_length": (0.352, 0.484),
    "question_covered": (-2.653, 0.847),
}

PROSE_INTERCEPT = -2.49
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.897,
    "letters": 3.755,
}
