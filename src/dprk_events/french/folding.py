"""The forms under which words and texts are compared, from the lightest to the heaviest.

Each says what it keeps: the length (then code point *n* of the result stands for code point *n* of
the text, and offsets hold), the case, the accents.
"""

from __future__ import annotations

import re
import unicodedata
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
    """Give the text with ’ as ', no-break spaces and tabs as spaces.

    Keeps length, case, accents, dashes. It is what the French models were trained on.
    """
    return text.translate(_SIGNS)


def all_plain_signs(text: str) -> str:
    """Give the text with every kind of apostrophe, hyphen, dash, space and line end as the usual.

    Keeps length, case, accents. Unlike :func:`plain_signs` it takes a dash for a hyphen and a
    quotation mark ‘ for an apostrophe: right for a date ("2–3 mars"), not for a parser.
    """
    for sign, kinds in _ALL_SIGNS:
        for kind in kinds:
            text = text.replace(kind, sign)  # far faster than translate: most are not there
    return text


def lower(text: str) -> str:
    """Give the text in lower case. Keeps length, accents, signs."""
    low = text.lower()
    if len(low) == len(text):
        return low
    # A few letters (İ) grow when lower-cased; those stay as they are.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def plain_lower(text: str) -> str:
    """Give the text in lower case with plain apostrophes, no-break spaces and hyphens.

    Keeps length and accents; unlike :func:`plain_signs` also tabs and figure spaces, across which
    no pattern shall read.
    """
    return lower(text.translate(_SIGNS_OF_PATTERNS))


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """Give the form under which a word is looked up: lower case, œ and typographic signs plain.

    Keeps accents ("a" is not "à"), not the length.
    """
    return word.lower().replace("œ", "oe").replace("’", "'").replace("\u00a0", " ")


def unaccented(text: str) -> str:
    """Give the text without case and accents ("Séoul" and "SEOUL" give "seoul").

    Keeps letters of other alphabets, and œ; not the length ("ﬁ" gives "fi").
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def searchable(text: str) -> bytes:
    """Give the text in lower-case ASCII without accents; what has no plain form becomes a space.

    Keeps neither length nor œ: bytes for one quick search over a whole text. ``ß`` is not "ss"
    here, as it is for :func:`unaccented`.
    """
    apart = _FOREIGN.sub(" ", unicodedata.normalize("NFKD", text))
    return apart.encode("ascii", "ignore").lower()
