"""Works the program as a person would at a counter that serves iFood, by keys and scans alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.blackbox import ifood_goods
from tests.blackbox.counter import Counter
from tests.blackbox.ifood_platform import IfoodPlatform, body_of
from tests.blackbox.platform import Request
from tests.blackbox.screen import Screen

Json = dict[str, Any]


class IfoodShop(Counter[IfoodPlatform]):
    """A counter that serves the simulated platform of iFood."""

    def configuration(self) -> str:
        """The file of the shop."""
        platform = self.platform
        return f"""
language = "en"
[store]
name = "Centro"
time_zone = "America/Sao_Paulo"
[webhook]
host = "127.0.0.1"
port = 0
[[accounts]]
name = "{platform.account}"
platform = "ifood_pos"
base_url = "{platform.url}"
client_id = "{platform.client_id}"
username = "{platform.username}"
merchant_ids = [{ifood_goods.MERCHANT}]
poll_seconds = {platform.poll_seconds}
confirm = "{platform.confirm}"
currency = "BRL"
"""

    # --- what the shop sets ---

    def sets(self, kind: str, act: Callable[[], object], number: int = 1) -> list[Request]:
        """Do something and wait until so many settings of one kind were answered; they, and no more."""
        before, answered = len(self.platform.settings(kind)), len(self.answered(kind))
        act()
        if not self.platform.wait_for(lambda: len(self.answered(kind)) >= answered + number, self.patience):
            self.picture(f"no-{kind}")
            pytest.fail(f"{number} × {kind} expected, but {self.platform.settings(kind)[before:]}")
        found = self.platform.settings(kind)[before:]
        assert len(found) == number, found
        return found

    def answered(self, kind: str) -> list[Request]:
        """What the shop set of one kind and was answered."""
        return [request for request in self.platform.settings(kind) if request.answer > 0]

    def account_secrets(self) -> dict[str, str]:
        """The secrets of the account."""
        return {"CLIENT_SECRET": self.platform.client_secret, "PASSWORD": self.platform.password}

    def reading(self) -> Callable[[], object]:
        """The first poll."""
        polls = len(self.platform.polls())
        return lambda: len(self.platform.polls()) > polls

    def secrets(self) -> list[str]:
        """What must never be written down."""
        platform = self.platform
        return [platform.client_secret, platform.password, ifood_goods.PHONE, *platform.tokens]

    def happened(self) -> list[str]:
        """The state of each order, and what is still held."""
        return ["--- orders", *map(str, self.platform.states.items()), "--- held", *map(str, self.platform.held)]

    # --- what the platform sees ---

    def receive(self, order: Json) -> str:
        """Let an order be placed and wait until the inbox shows it and the platform hears so; its reference."""

        def come() -> None:
            event = self.platform.place(order)
            self.acknowledges(event)

        self.screen.changes(come, f"order {order['shortReference']}", strip=False)
        self.said(order["reference"], "integration")
        return str(order["reference"])

    def acknowledges(self, event: Json) -> None:
        """Wait until an event was acknowledged."""
        if not self.platform.wait_for(lambda: self.platform.is_acknowledged(event), self.patience):
            self.picture("not-acknowledged")
            pytest.fail(f"{event['code']} was not acknowledged within {self.patience} s")

    def said(self, reference: str, status: str) -> Request:
        """The one message of a status, once it was answered well; fails when none or two come."""
        if not self.platform.wait_for(
            lambda: any(request.answer == 202 for request in self.platform.said(reference, status)), self.patience
        ):
            self.picture(f"no-{status}")
            pytest.fail(f"no {status} within {self.patience} s, but {self.platform.statuses(reference)}")
        self.screen.settle()
        found = self.platform.said(reference, status)
        assert len(found) == 1, found
        return found[0]

    def answers(self, reference: str, status: str, answers: list[int]) -> None:
        """Wait until all messages of a status were answered so."""

        def answered() -> bool:
            return [request.answer for request in self.platform.said(reference, status)] == answers

        if not self.platform.wait_for(answered, self.patience):
            self.picture(f"not-{answers[-1]}")
            pytest.fail(f"{status} was not answered {answers}, but {self.platform.said(reference, status)}")
        self.screen.settle()

    def hears(self, reference: str) -> None:
        """Wait until the newest event of an order was acknowledged."""
        if not self.platform.wait_for(lambda: reference not in self.platform.held, self.patience):
            self.picture("not-heard")
            pytest.fail(f"the event {self.platform.held[reference]} was not acknowledged within {self.patience} s")
        self.screen.settle()

    def details(self, reference: str) -> str:
        """Why an order was rejected."""
        return str(body_of(self.said(reference, "rejection"))["details"])

    def polls_again(self, times: int = 2) -> None:
        """Wait until the program has polled some more times."""
        before = len(self.platform.polls())
        assert self.platform.wait_for(lambda: len(self.platform.polls()) >= before + times, times * self.patience)

    @property
    def patience(self) -> float:
        """How long the platform may have to wait for anything: some polls."""
        return 25.0 + 3 * self.platform.poll_seconds


@contextmanager
def ifood_shop(platform: IfoodPlatform, screen: Screen, folder: Path, name: str) -> Iterator[IfoodShop]:
    """A counter that is open; closed and reported at the end."""
    made = IfoodShop(platform, screen, folder, name)
    try:
        made.open()
        yield made
        made.check_manners()
    finally:
        made.close()
