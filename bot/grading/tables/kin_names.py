"""Names that look like each other and are never each other's typing mistakes."""

from bot.grading.tables import listed

OF_A_SET = listed(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december north south east west northern southern eastern
    western spring summer autumn winter fall first second third fourth fifth sixth seventh eighth
    ninth tenth thirteen fourteen fifteen sixteen seventeen eighteen nineteen thirty forty fifty
    sixty seventy eighty ninety million billion trillion hundred thousand mercury venus earth mars
    jupiter saturn uranus neptune austria australia slovakia slovenia latvia lithuania estonia
    niger nigeria iran iraq mali malawi gambia zambia guinea guyana dominica"""
)
"""Members of closed sets whose names are near to each other."""

KIN_ENDINGS = (
    ("ide", "ate", "ite"),
    ("ane", "ene", "yne"),
    ("ose", "ase"),
    ("ous", "ic"),
    ("ium", "ine"),
    ("or", "ee"),
    ("er", "ee"),
    ("ology", "onomy", "ography", "ometry"),
    ("cyte", "blast", "clast"),
    ("itis", "osis", "oma"),
)
"""Endings of which one makes another thing than the other of the same stem."""
