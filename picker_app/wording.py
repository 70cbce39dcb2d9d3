"""English words that remember what they were made of, so that a screen can say them in its own language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


def tr(text: str) -> str:
    """Return a text unchanged; lupdate finds it, and the screens translate it with an empty context."""
    return text


@dataclass(frozen=True, slots=True)
class Part:
    """A text that the translators know, and the values for its {places}; values that are Words are said as well."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values) if self.values else self.text


class Words(str):
    """Words in English; `parts`, one behind the other, are what they were made of."""

    __slots__ = ("parts",)

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, *parts: Part) -> "Words":
        """Put parts together."""
        made = cls("".join(map(str, parts)))
        made.parts = parts
        return made

    def __add__(self, other: str) -> "Words":
        """Go on with other words, or with a text that is the same in every language."""
        return Words.of(*self.parts, *parts_of(other))

    def join(self, words: Any) -> "Words":
        """Put words together with these between them, as a text does."""
        made: list[Part] = []
        for number, one in enumerate(words):
            made += [*self.parts, *parts_of(one)] if number else parts_of(one)
        return Words.of(*made)


def say(text: str, **values: object) -> Words:
    """Say a text with values for its {places}; without values braces stand for themselves.

    >>> say("{free} MB are free", free=17)
    '17 MB are free'
    """
    return Words.of(Part(text, {name: one if isinstance(one, str) else str(one) for name, one in values.items()}))


def parts_of(words: str) -> tuple[Part, ...]:
    """Return what words were made of; a text of which nothing is known is one part."""
    return words.parts if isinstance(words, Words) else (Part(words),)


def covered(words: str, cover: Callable[[str], str]) -> Words:
    """Return words with their values changed, and the texts that have no values."""
    return Words.of(
        *(
            Part(
                part.text if part.values else cover(part.text),
                {
                    name: covered(value, cover) if isinstance(value, Words) else cover(value)
                    for name, value in part.values.items()
                },
            )
            for part in parts_of(words)
        )
    )


def tree(words: str) -> list[Any]:
    """Return words as a tree for JSON: a list of [text, values], where a value is a text or such a tree."""
    return [
        [part.text, {name: tree(value) if isinstance(value, Words) else value for name, value in part.values.items()}]
        for part in parts_of(words)
    ]


def grown(found: Any) -> Words:
    """Return the words of a tree."""
    return Words.of(
        *(
            Part(text, {name: grown(value) if isinstance(value, list) else value for name, value in values.items()})
            for text, values in found
        )
    )
