"""What the checks of doctor and self-test found, printed a line each: how it stands, what it is, what to do."""

import json
import os
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from picker_app.masks import Masks
from picker_app.wording import covered, grown, tree

AS_PARTS = "PICKER_REPORT_PARTS"
"""Where this variable is set the lines are JSON, each with what its words were made of: for a window to say them."""


class Level(StrEnum):
    """How something stands: all is well, a person should look at it, it does not work."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Found:
    """What one check found; `words` of a warning or a failure say what to do. Both may be Words."""

    level: Level
    what: str
    words: str


def ok(what: str, words: str) -> Found:
    """Find that all is well."""
    return Found(Level.OK, what, words)


def warn(what: str, words: str) -> Found:
    """Find something that a person should look at."""
    return Found(Level.WARN, what, words)


def fail(what: str, words: str) -> Found:
    """Find something that does not work."""
    return Found(Level.FAIL, what, words)


def read(line: str) -> Found | None:
    """Read a line that `Report` printed, None for any other text."""
    if line.startswith("{"):
        told = json.loads(line)
        return Found(Level(told["level"]), grown(told["what"]), grown(told["words"]))
    level, _, rest = line.partition(" ")
    what, colon, words = rest.strip().partition(": ")
    return Found(Level(level), what, words) if colon and level in set(Level) else None


class Report:
    """Prints what is found and counts it. What `masks` hides is never printed."""

    def __init__(self) -> None:
        self.masks = Masks()
        self._as_parts = bool(os.environ.get(AS_PARTS))
        self._counts = dict.fromkeys(Level, 0)

    def say(self, *found: Found) -> None:
        """Print a line for each thing that was found."""
        for one in found:
            self._counts[one.level] += 1
            if self._as_parts:
                told = {"level": one.level, "what": self._parts(one.what), "words": self._parts(one.words)}
                print(json.dumps(told), flush=True)
                continue
            words = self.masks.cover(" ".join(f"{one.what}: {one.words}".split()))
            print(f"{one.level:<5} {words}", flush=True)

    def _parts(self, words: str) -> list[Any]:
        """Return the parts of words; where only the whole shows what is to be covered it is one part."""
        parts, whole = covered(words, self.masks.cover), self.masks.cover(words)
        return tree(parts if parts == whole else whole)

    def end(self) -> int:
        """Print how many failed; returns the exit code."""
        failed, warned = self._counts[Level.FAIL], self._counts[Level.WARN]
        print(f"{failed} failed, {warned} to look at, {self._counts[Level.OK]} well.", flush=True)
        return 1 if failed else 0
