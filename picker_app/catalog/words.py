"""Brings names and searches to plain words: no accents, no capitals, nothing but letters and digits."""

import re
import unicodedata

# Letters that no decomposition takes apart.
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ß": "ss"})
_PARTED = re.compile(r"[^\W_]+")


def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, plain.

    >>> plain_words("Pão de Açúcar, 1,5 kg")
    ('pao', 'de', 'acucar', '1', '5', 'kg')
    """
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return tuple(_PARTED.findall("".join(letter for letter in apart if not unicodedata.combining(letter))))


def search_words(name: str, sku: str) -> str:
    """Return the words by which a product is found, parted by single blanks."""
    return " ".join(dict.fromkeys((*plain_words(name), *plain_words(sku))))
