"""Lives any number of store-days on all cores, and says in one line what came of them."""

import gc
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from picker_app.proof.child import end_with_parent
from picker_app.proof.day import SHORT, Day, Plan, live

Say = Callable[[str], None]
PROGRESS = 20


@dataclass(slots=True)
class Total:
    """The figures of many days; `late` are the orders of Verdict.late."""

    days: int = 0
    orders: int = 0
    scans: int = 0
    acts: int = 0
    requests: int = 0
    faults: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    late: int = 0

    def take(self, day: Day) -> None:
        """Count a day."""
        self.days += 1
        self.orders += day.orders
        self.scans += day.scans
        self.acts += day.acts
        self.requests += day.requests
        self.faults += day.faults
        self.lost += len(day.verdict.lost)
        self.doubled += len(day.verdict.doubled)
        self.wrong += len(day.verdict.wrong) + len(day.errors)
        self.late += len(day.verdict.late)

    def sentence(self, seconds: float) -> str:
        """Return the one line."""
        return (
            f"{self.days:,} store-days, {self.orders:,} orders, {self.scans:,} scans, {self.acts:,} acts, "
            f"{self.requests:,} requests, {self.faults:,} faults injected: {self.lost} lost, {self.doubled} doubled, "
            f"{self.wrong} otherwise wrong, {self.late} told as shipped by a late message ({seconds:,.0f} s)"
        )


def run(count: int, *, first: int = 1, short: bool = False, say: Say = print) -> bool:
    """Live the days of the seeds from `first` on; returns whether all were good. A bad day is told with its seed."""
    plan, total, began = SHORT if short else Plan(), Total(), time.monotonic()
    seeds = range(first, first + count)
    workers = min(count, os.cpu_count() or 1)

    def take(days: Iterable[Day]) -> None:
        for day in days:
            total.take(day)
            _tell(day, short, say)
            if total.days % PROGRESS == 0 and total.days < count:
                say(f"… {total.sentence(time.monotonic() - began)}")

    if workers == 1:
        take(live(seed, plan) for seed in seeds)
    else:
        with multiprocessing.get_context("spawn").Pool(workers, _begin) as pool:
            take(pool.imap_unordered(_Living(plan), seeds))
    say(total.sentence(time.monotonic() - began))
    return total.lost == total.doubled == total.wrong == 0


@dataclass(frozen=True, slots=True)
class _Living:
    """What a worker does with a seed."""

    plan: Plan

    def __call__(self, seed: int) -> Day:
        day = live(seed, self.plan)
        gc.collect()
        return day


def _begin() -> None:
    """Look for garbage after each day: during one it took a tenth of the time."""
    end_with_parent()
    gc.freeze()
    gc.disable()


def _tell(day: Day, short: bool, say: Say) -> None:
    """Say what is wrong with a day, and how to live it again; and what a late message did."""
    for sentence in day.verdict.late:
        say(f"day {day.seed}, told as shipped by a late message: {sentence}")
    if day.good:
        return
    again = f"python -m picker_app.training days --count 1 --seed {day.seed}{' --short' if short else ''}"
    say(f"day {day.seed} is not good; live it again with: {again}")
    for sentence in day.sentences():
        say(f"  {sentence}")
