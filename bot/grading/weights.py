"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-0.521, -2.412)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-1.956, -0.695),
    "precise": (-0.175, 0.029),
    "new_covered": (0.701, 1.727),
    "new_precise": (0.081, -0.039),
    "words_covered": (-1.825, -1.94),
    "words_precise": (1.951, 1.228),
    "echo": (-0.355, 0.898),
    "missing": (-2.085, 0.216),
    "extra": (-0.722, 0.362),
    "replaced": (0.602, 0.302),
    "gravest_missing": (-1.049, -0.202),
    "last_word": (1.782, 0.032),
    "first_word": (1.131, -0.329),
    "meant_length": (1.388, -1.047),
    "said_length": (0.364, 0.082),
    "longer": (1.052, -0.132),
    "numbers_differ": (-2.918, -0.374),
    "numbers_agree": (-1.196, -0.539),
    "numbers_fewer": (-0.733, -0.47),
    "numbers_missing": (-3.977, 0.204),
    "numbers_extra": (-0.452, -0.108),
    "negation_lost": (-2.191, -0.508),
    "negation_added": (-0.14, -0.247),
    "polarity": (-0.529, 0.338),
    "opposites": (-1.474, -0.013),
    "opposites_negated": (5.361, 1.578),
    "order": (-0.217, 0.896),
    "pairs": (-0.527, 0.731),
    "complete": (-0.154, -0.38),
    "complete_both": (-0.299, 1.325),
    "wordings": (-0.818, -0.607),
    "product": (-1.214, 0.174),
    "covered_squared": (-0.074, 3.648),
    "new_covered_squared": (0.203, -1.182),
    "balance": (-2.097, -0.29),
    "new_balance": (2.138, 2.024),
    "letters": (2.16, 0.962),
    "question_length": (0.345, 0.483),
    "question_covered": (-2.628, 0.837),
}

PROSE_INTERCEPT = -2.49
PROSE_WEIGHTS: dict[str, float] = {
    "ideas": 5.897,
    "letters": 3.755,
}
