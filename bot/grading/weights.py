"""The fitted numbers of the grader. Written by `python -m tests.fit`; not by hand.

Fitted on 2026-11-22 to the labelled development rows of EfficientQA,
SemEval-2013 task 7 (SciEntsBank, Beetle) and SAF. Each weight stands twice: for names of
up to SHORT content words and for statements of LONG and more; between them it is blended.
"""

SHORT = 2
LONG = 8

INTERCEPT = (-3.156, -3.38)
WEIGHTS: dict[str, tuple[float, float]] = {
    "covered": (-1.461, -0.551),
    "precise": (1.09, 0.438),
    "new_covered": (0.371, 1.984),
    "new_precise": (-0.404, -0.499),
    "words_covered": (-0.828, -1.677),
    "words_precise": (0.864, 1.274),
    "echo": (-0.053, 0.635),
    "missing": (-0.192, 0.234),
    "extra": (-0.03, 0.07),
    "replaced": (-0.339, 0.512),
    "gravest_missing": (-1.411, -0.028),
    "last_word": (1.794, -0.014),
    "first_word": (1.201, -0.364),
    "meant_length": (1.039, -1.023),
    "said_length": (0.454, 0.162),
    "longer": (1.034, 0.504),
    "numbers_differ": (-1.528, -0.829),
    "numbers_agree": (-1.176, -0.626),
    "numbers_fewer": (-0.162, -0.555),
    "numbers_missing": (-2.634, 0.343),
    "numbers_extra": (-0.59, -0.084),
    "negation_lost": (-2.042, -0.695),
    "negation_added": (-0.041, -0.279),
    "polarity": (-0.903, 0.363),
    "opposites": (-1.237, -0.528),
    "opposites_negated": (5.58, 1.481),
    "order": (-1.262, -0.233),
    "pairs": (0.011, 1.186),
    "complete": (-0.378, 0.339),
    "complete_both": (-0.788, 1.016),
    "wordings": (-0.645, -0.804),
    "product": (-1.156, -0.386),
    "covered_squared": (-0.015, 3.471),
    "new_covered_squared": (0.52, -1.704),
    "balance": (-0.933, 0.13),
    "new_balance": (2.651, 2.481),
    "letters": (2.411, 1.851),
    "question_length": (0.366, 0.527),
    "question_covered": (-2.113, 1.344),
}
