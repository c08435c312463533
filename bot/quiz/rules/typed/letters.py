"""The letters of a name, by which it is found whatever its case, accents, signs and spaces."""

import unicodedata

_ALONE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae"})
"""Letters that no accent makes."""


def letters(name: str) -> str:
    """The letters and digits of a name in lower case, without accents."""
    apart = unicodedata.normalize("NFKD", name.casefold().translate(_ALONE))
    return "".join(char for char in apart if char.isalnum())
