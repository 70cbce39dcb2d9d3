"""The commands of the proof: days, kills, errors, soak."""

import argparse
from collections.abc import Sequence

from picker_app.proof import days


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 when nothing was lost or doubled, else 1."""
    options = _parser().parse_args(arguments)
    good = days.run(options.count, first=options.seed, short=options.short)
    return 0 if good else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m picker_app.training", description="Proves that nothing is lost and nothing doubled."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    day = commands.add_parser("days", help="live whole store-days in virtual time, each drawn from its seed")
    day.add_argument("--count", type=int, default=100, metavar="N", help="how many days")
    day.add_argument("--seed", type=int, default=1, metavar="S", help="the seed of the first day")
    day.add_argument("--short", action="store_true", help="an hour with a dozen orders instead of a whole day")
    return parser
