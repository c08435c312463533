"""Lines that say where something comes from: `Ref: …`, `[Ref] …`, a lone address."""

import re

from bot.sheets.inline import addresses, is_only_addresses, plain

_LABEL = re.compile(
    r"\[?(?P<word>refs?|references?|sources?|see also|see|links?|docs|read more)\b\.?\]?\s?(?P<colon>:?)",
    re.IGNORECASE,
)
_CITES = ("ref", "reference", "source")


def sources_of(text: str) -> tuple[str, ...]:
    """The sources that a line names, if naming them is all it does; else nothing.

    A label without an address counts where it can only mean a source: `Ref: Bishop, chapter 3`.
    """
    if not text:
        return ()
    first = text[0]
    if first not in "`[(<*_h" and first.lower() not in "rsldh":
        return ()
    bare = text.strip("`*_ ").lstrip("(")
    label = _LABEL.match(bare)
    rest = bare[label.end() :] if label else ""
    if label and (label["colon"] or bare[0] == "[" or is_only_addresses(rest)):
        named = addresses(bare)
        if named:
            return named
        rest = plain(rest)
        return (rest,) if rest and label["word"].lower().rstrip("s") in _CITES else ()
    return addresses(text) if is_only_addresses(text) else ()
