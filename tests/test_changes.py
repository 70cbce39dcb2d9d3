"""The change feed brings announcements of any thread to each subscriber's own loop, joined, and loses none."""

import asyncio
import threading
from collections.abc import Callable

from picker_app.changes import EVERYTHING, Changes

PATIENCE = 10


class Heard:
    """What a subscriber heard, and in which thread."""

    def __init__(self) -> None:
        self.calls: list[frozenset[int]] = []
        self.threads: set[int] = set()
        self.news = asyncio.Event()

    def __call__(self, ids: frozenset[int]) -> None:
        self.calls.append(ids)
        self.threads.add(threading.get_ident())
        self.news.set()

    @property
    def all(self) -> set[int]:
        """Every id that was heard so far."""
        return set().union(*self.calls)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until the condition holds after some call."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self.news.clear()
                await self.news.wait()


def in_thread(work: Callable[[], None]) -> None:
    """Do the work in another thread, to its end."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive()


async def test_announcements_that_wait_arrive_joined_in_one_call() -> None:
    changes, heard = Changes(), Heard()
    end = changes.subscribe(heard)
    changes.announce(frozenset({1}))
    in_thread(lambda: changes.announce(frozenset({2, 3})))
    changes.announce(frozenset({1, 4}))
    assert heard.calls == []
    await heard.until(lambda: heard.all == {1, 2, 3, 4})
    assert heard.calls == [frozenset({1, 2, 3, 4})]
    end()


async def test_announcements_from_many_threads_arrive_in_the_subscribers_thread_and_none_is_lost() -> None:
    changes, heard = Changes(), Heard()
    end = changes.subscribe(heard)

    def announce(first: int) -> None:
        for number in range(first, first + 250):
            changes.announce(frozenset({number}))

    threads = [threading.Thread(target=announce, args=(first,)) for first in (1, 251, 501, 751)]
    for thread in threads:
        thread.start()
    await heard.until(lambda: len(heard.all) == 1000)
    for thread in threads:
        thread.join(PATIENCE)
    assert heard.all == set(range(1, 1001)) and heard.threads == {threading.get_ident()}
    assert sum(len(ids) for ids in heard.calls) == 1000
    end()


async def test_every_subscriber_hears_everything_in_its_own_loop() -> None:
    changes, here, there = Changes(), Heard(), Heard()
    ready, stop = threading.Event(), threading.Event()
    threads: list[int] = []

    async def listen() -> None:
        end = changes.subscribe(there)
        threads.append(threading.get_ident())
        ready.set()
        there.news = asyncio.Event()
        await there.until(lambda: bool(there.calls))
        end()
        stop.set()

    thread = threading.Thread(target=lambda: asyncio.run(listen()))
    end = changes.subscribe(here)
    thread.start()
    assert ready.wait(PATIENCE)
    changes.announce(frozenset({7}))
    await here.until(lambda: here.all == {7})
    assert stop.wait(PATIENCE)
    thread.join(PATIENCE)
    assert there.calls == [frozenset({7})] and there.threads == set(threads)
    # The other loop is closed now: that hinders nobody.
    changes.announce(frozenset({8}))
    await here.until(lambda: here.all == {7, 8})
    assert there.calls == [frozenset({7})]
    end()


async def test_a_subscriber_whose_loop_ended_without_a_word_hinders_nobody() -> None:
    changes, here = Changes(), Heard()

    async def forget() -> None:
        changes.subscribe(lambda ids: None)

    in_thread(lambda: asyncio.run(forget()))
    end = changes.subscribe(here)
    changes.announce(frozenset({1}))
    changes.announce(frozenset({2}))
    await here.until(lambda: here.all == {1, 2})
    end()


async def test_an_ended_subscription_hears_nothing_even_of_what_waited() -> None:
    changes, ended, other = Changes(), Heard(), Heard()
    end_it, end_other = changes.subscribe(ended), changes.subscribe(other)
    changes.announce(frozenset({1}))
    end_it()
    await other.until(lambda: other.all == {1})
    changes.announce(frozenset({2}))
    await other.until(lambda: other.all == {1, 2})
    assert ended.calls == []
    end_it()
    end_other()


async def test_a_listener_may_announce_and_end_its_subscription() -> None:
    changes, heard = Changes(), Heard()
    ends: list[Callable[[], None]] = []

    def listener(ids: frozenset[int]) -> None:
        heard(ids)
        if 1 in ids:
            changes.announce(frozenset({2}))
        else:
            ends[0]()
            changes.announce(frozenset({3}))

    ends.append(changes.subscribe(listener))
    changes.announce(frozenset({1}))
    await heard.until(lambda: heard.all == {1, 2})
    assert heard.calls == [frozenset({1}), frozenset({2})]


async def test_nothing_announced_is_nothing_heard() -> None:
    changes, heard = Changes(), Heard()
    end = changes.subscribe(heard)
    changes.announce(frozenset())
    changes.announce(EVERYTHING)
    await heard.until(lambda: bool(heard.calls))
    assert heard.calls == [EVERYTHING]
    end()
