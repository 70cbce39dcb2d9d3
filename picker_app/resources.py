"""Finds the files that come with the program: icons, fonts, sounds, translations, training data."""

import sys
from pathlib import Path

ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent)) / "resources"
"""The folder itself: beside the program when it is frozen into one folder, else at the top of the checkout."""


def path(*parts: str) -> Path:
    """Give the place of a resource: `path("sounds", "accepted.wav")`.

    Raises FileNotFoundError, naming the whole path, when the program came without it.
    """
    found = ROOT.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"The program came without {'/'.join(parts)}: expected at {found}. Install it again.")
    return found
