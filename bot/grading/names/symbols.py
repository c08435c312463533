"""Symbols of one to three letters, of which the case of each letter decides: mW and MW, Aa and aa."""

import re

_SYMBOL = re.compile(r"[A-Za-z]{1,3}")
_STRICT = re.compile(r"\b(?:genotypes?|genes?|alleles?|constant)\b", re.IGNORECASE)


def is_symbol(text: str) -> bool:
    """Whether a text is so short and so written that it may be a symbol."""
    return _SYMBOL.fullmatch(text) is not None


def other_case(meant: str, said: str, prompt: str) -> bool:
    """Whether a response is the symbol of something else by its case alone.

    Small letters or capitals alone are lazy writing unless the question is of genes or constants;
    a capital first letter is a telephone's.
    """
    said = said.strip(" .")
    if said == meant or len(said) > 3 or said.casefold() != meant.casefold():
        return False
    if _SYMBOL.fullmatch(meant) is None:
        return False
    if _STRICT.search(prompt) is not None:
        return True
    return not (said.islower() or said.isupper() or said.capitalize() == said)
