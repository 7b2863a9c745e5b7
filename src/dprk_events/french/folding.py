"""Fold words and texts for comparison, from the lightest to the heaviest folding.

Each function says what it keeps: the length (then code point *n* of the result corresponds to code
point *n* of the text, and offsets hold), the case, the accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SIGNS = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " ") | {"’": "'", "ʼ": "'"})
_SIGNS_OF_PATTERNS = str.maketrans(
    dict.fromkeys("\u00a0\u2009\u202f", " ") | {"’": "'", "ʼ": "'", "\u2011": "-"}
)
_ALL_SIGNS = (
    (" ", "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2008\t\v\f\u200b"),
    ("'", "\u2019\u2018\u02bc\u00b4`\u2032"),
    ("-", "\u2010\u2011\u2012\u2013\u2014\u2212"),
    ("\n", "\r\u2028\u2029\x85"),
)
_FOREIGN = re.compile(r"[^\x00-\x7f\u0300-\u036f]")


def plain_signs(text: str) -> str:
    """Return the text with ’ as ', no-break spaces and tabs as spaces.

    Keeps length, case, accents, dashes. The French models were trained on such text.
    """
    return text.translate(_SIGNS)


def all_plain_signs(text: str) -> str:
    """Return the text with all kinds of apostrophe, hyphen, dash, space and line end made plain.

    Keeps length, case, accents. Unlike :func:`plain_signs` it turns a dash into a hyphen and a
    quotation mark ‘ into an apostrophe: right for a date ("2–3 mars"), not for a parser.
    """
    for sign, kinds in _ALL_SIGNS:
        for kind in kinds:
            text = text.replace(kind, sign)  # far faster than translate: most do not occur
    return text


def lower(text: str) -> str:
    """Convert the text to lower case. Keeps length, accents, signs."""
    low = text.lower()
    if len(low) == len(text):
        return low
    # A few letters (İ) become longer in lower case; those are left alone.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def plain_lower(text: str) -> str:
    """Convert the text to lower case with plain apostrophes, no-break spaces and hyphens.

    Keeps length and accents. Unlike :func:`plain_signs` it also keeps tabs and figure spaces, so
    that no pattern matches across them.
    """
    return lower(text.translate(_SIGNS_OF_PATTERNS))


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """Return the lookup form of a word: lower case, œ and typographic signs plain.

    Keeps accents ("a" is not "à"), not the length.
    """
    return word.lower().replace("œ", "oe").replace("’", "'").replace("\u00a0", " ")


def unaccented(text: str) -> str:
    """Remove case and accents ("Séoul" and "SEOUL" give "seoul").

    Keeps letters of other alphabets, and œ; not the length ("ﬁ" gives "fi").
    """
    if text.isascii():
        return text.lower()
    # Apart first: only then is the letter of "𝐀" one that has a case.
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c))


def searchable(text: str) -> bytes:
    """Return the text as lower-case ASCII without accents; other characters become spaces.

    Keeps neither length nor œ: bytes for one quick search over a whole text. ``ß`` does not become
    "ss", as it does in :func:`unaccented`.
    """
    apart = _FOREIGN.sub(" ", unicodedata.normalize("NFKD", text))
    return apart.encode("ascii", "ignore").lower()


def phrase_of(words: Sequence[str]) -> str:
    """Join words as phrases are written in data, elisions to what follows: "si l'on en croit"."""
    return " ".join(words).replace("' ", "'")
