"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-1.154, -2.714)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-1.137, -0.217),
    "precise": (0.2, -0.054),
    "new_covered": (0.652, 0.703),
    "new_precise": (0.364, -0.252),
    "words_covered": (-2.546, -1.877),
    "words_precise": (3.375, 1.088),
    "echo": (0.597, 0.584),
    "missing": (-2.778, 0.165),
    "extra": (-0.808, 0.422),
    "replaced": (1.475, 0.121),
    "gravest_missing": (-0.886, 0.318),
    "last_word": (1.824, -0.031),
    "first_word": (0.805, -0.295),
    "meant_length": (1.398, -1.072),
    "said_length": (0.368, 0.163),
    "longer": (1.74, -0.318),
    "numbers_differ": (-22.016, -0.259),
    "numbers_agree": (-1.505, -0.469),
    "numbers_fewer": (-0.666, -0.499),
    "numbers_missing": (-3.405, 0.15),
    "numbers_extra": (-0.5, -0.135),
    "negation_lost": (-3.906, -0.382),
    "negation_added": (-1.054, 0.031),
    "polarity": (-0.397, 0.278),
    "opposites": (-3.852, 0.058),
    "opposites_negated": (8.826, 1.541),
    "order": (-0.453, 0.959),
    "pairs": (-0.86, 0.816),
    "complete": (0.28, 0.048),
    "complete_both": (22.267, 0.44),
    "wordings": (-0.977, -0.541),
    "product": (-2.148, 0.101),
    "covered_squared": (0.317, 2.904),
    "new_covered_squared": (0.294, -0.707),
    "balance": (-2.465, 0.124),
    "new_balance": (2.483, 2.847),
    "letters": (1.932, 0.789),
    "question_length": (0.256, 0.49),
    "question_covered": (-3.941, 1.041),
}

PROSE_INTERCEPT = -2.57
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.957,
    "letters": 3.81,
}
