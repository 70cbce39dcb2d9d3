"""Compare what a person types with names and codes: small or large letters and accents make no difference."""

import unicodedata


def plain(text: str) -> str:
    """Return text without accents and in small letters."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def fits(typed: str, *texts: str) -> bool:
    """Say whether every word that was typed is in one of the texts; nothing typed fits nothing."""
    wanted = plain(typed).split()
    whole = " ".join(plain(text) for text in texts)
    return bool(wanted) and all(word in whole for word in wanted)
