"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-3.207, -3.401)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-1.452, -0.552),
    "precise": (1.041, 0.446),
    "new_covered": (0.378, 1.986),
    "new_precise": (-0.422, -0.476),
    "words_covered": (-0.825, -1.656),
    "words_precise": (0.869, 1.277),
    "echo": (-0.069, 0.658),
    "missing": (-0.141, 0.233),
    "extra": (-0.048, 0.084),
    "replaced": (-0.34, 0.517),
    "gravest_missing": (-1.385, -0.033),
    "last_word": (1.794, -0.015),
    "first_word": (1.202, -0.364),
    "meant_length": (1.043, -1.019),
    "said_length": (0.443, 0.15),
    "longer": (1.073, 0.501),
    "numbers_differ": (-1.527, -0.832),
    "numbers_agree": (-1.178, -0.625),
    "numbers_fewer": (-0.163, -0.556),
    "numbers_missing": (-2.642, 0.345),
    "numbers_extra": (-0.589, -0.086),
    "negation_lost": (-2.047, -0.692),
    "negation_added": (-0.047, -0.277),
    "polarity": (-0.896, 0.36),
    "opposites": (-1.238, -0.528),
    "opposites_negated": (5.581, 1.479),
    "order": (-1.262, -0.235),
    "pairs": (0.006, 1.194),
    "complete": (-0.381, 0.343),
    "complete_both": (-0.787, 1.023),
    "wordings": (-0.645, -0.805),
    "product": (-1.106, -0.425),
    "covered_squared": (0.033, 3.481),
    "new_covered_squared": (0.521, -1.703),
    "balance": (-0.922, 0.124),
    "new_balance": (2.65, 2.471),
    "letters": (2.419, 1.852),
    "question_length": (0.364, 0.528),
    "question_covered": (-2.123, 1.343),
}

PROSE_INTERCEPT = -2.458
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.512,
    "letters": 4.222,
}
