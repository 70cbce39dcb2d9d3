"""The commands of the proof: days, kills, errors, soak."""

import argparse
from collections.abc import Sequence

from picker_app.proof import days, errors, promotion_errors, soak
from picker_app.proof.kills import ONLY, Kills


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code: 0 when nothing was lost or doubled, else 1."""
    options = _parser().parse_args(arguments)
    match options.command:
        case "days":
            good = days.run(options.count, first=options.seed, short=options.short)
        case "kills":
            good = Kills(every=options.every, only=options.only or "").run()
        case "errors":
            good = _errors(options.every, options.only or "")
        case _:
            good = soak.run(short=options.short)
    return 0 if good else 1


def _errors(every: int, only: str) -> bool:
    good = True
    if only in ("", "orders"):
        good = errors.run(every=every)
    if only in ("", "promotions"):
        own = errors.run(every=every, say=lambda words: print(f"promotions: {words}"), once=promotion_errors.play)
        good = good and own
    return good


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m picker_app.training", description="Proves that nothing is lost and nothing doubled."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    day = commands.add_parser("days", help="live whole store-days in virtual time, each drawn from its seed")
    day.add_argument("--count", type=int, default=100, metavar="N", help="how many days")
    day.add_argument("--seed", type=int, default=1, metavar="S", help="the seed of the first day")
    day.add_argument("--short", action="store_true", help="an hour with some orders instead of a whole day")
    kill = commands.add_parser("kills", help="kill the program at every statement and around every request")
    kill.add_argument("--every", type=int, default=1, metavar="K", help="only at each K-th of them")
    kill.add_argument("--only", choices=ONLY, help="only the orders' two days or one of them, or only the promotions")
    error = commands.add_parser("errors", help="let every statement and every request fail, in every way")
    error.add_argument("--every", type=int, default=1, metavar="K", help="only each K-th of them")
    error.add_argument("--only", choices=ONLY[:2], help="only where the orders are worked, or only the promotions")
    soaking = commands.add_parser("soak", help="an hour of virtual traffic, and what it leaves behind")
    soaking.add_argument("--short", action="store_true", help="a quarter of an hour")
    return parser
