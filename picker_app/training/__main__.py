"""Hands over to the proof: `python -m picker_app.training days --count 100`."""

import sys

from picker_app.proof.command import main

if __name__ == "__main__":
    sys.exit(main())
