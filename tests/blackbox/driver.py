"""Starts the program as a person would, with its configuration and secrets, and works it by keys and scans alone."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.blackbox import goods
from tests.blackbox.platform import Platform, Request
from tests.blackbox.screen import Screen

Json = dict[str, Any]

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "blackbox"
START_SECONDS = 40.0
STOP_SECONDS = 10.0


def command(*words: str) -> list[str]:
    """The program as it is installed beside this Python, else as a module."""
    script = Path(sys.executable).with_name("picker-app")
    return [str(script), *words] if script.exists() else [sys.executable, "-m", "picker_app", *words]


def configuration(platform: Platform) -> str:
    """The file of a shop with one account on the simulated platform."""
    orders = "/v2/chains/{chain_id}/orders/{order_id}" if platform.long_paths else "/v2/orders/{order_id}"
    return f"""
language = "en"
[store]
name = "Centro"
time_zone = "Europe/Vienna"
[webhook]
host = "127.0.0.1"
port = 0
[database]
url = ""
[[accounts]]
name = "{platform.account}"
platform = "delivery_hero"
base_url = "{platform.url}"
client_id = "{platform.client_id}"
chain_id = "{goods.CHAIN}"
vendor_id = "{goods.VENDOR}"
order_path = "{orders}"
currency = "EUR"
promotions = false
"""


def environment(platform: Platform, home: Path, **more: str) -> dict[str, str]:
    """What the program is started with: an empty home, its secrets, no keyring."""
    prefix = "PICKER_SECRET_" + re.sub(r"[^A-Z0-9]", "_", platform.account.upper())
    places = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local/share",
        "XDG_STATE_HOME": home / ".local/state",
        "XDG_CACHE_HOME": home / ".cache",
    }
    return {
        **os.environ,
        **{name: str(place) for name, place in places.items()},
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        f"{prefix}_CLIENT_SECRET": platform.client_secret,
        f"{prefix}_WEBHOOK_SECRET": platform.webhook_secret,
        **more,
    }


class Program:
    """The running program: what it prints, and its end."""

    def __init__(self, words: list[str], surroundings: dict[str, str], folder: Path) -> None:
        self.printed, self.complained = folder / "stdout.txt", folder / "stderr.txt"
        with self.printed.open("ab") as out, self.complained.open("ab") as err:
            self.process = subprocess.Popen(
                words, env=surroundings, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder
            )

    def line(self, pattern: str, seconds: float, *, after: int = 0) -> tuple[str, int]:
        """The first group of the first match on standard output at or behind a place, and the place behind it."""
        deadline = time.monotonic() + seconds
        while True:
            ended = self.process.poll() is not None
            text = self.printed.read_text("utf-8")
            if match := re.compile(pattern).search(text, after):
                return match[1], match.end()
            if ended or time.monotonic() > deadline:
                state = f"ended with {self.process.returncode}" if ended else f"did not say so in {seconds:.0f} s"
                pytest.fail(f"{pattern}: the program {state}\n{text}\n{self.complained.read_text('utf-8')[-4000:]}")
            try:
                self.process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue

    def stop(self, sign: int = signal.SIGTERM) -> int:
        """End the program; its exit code, −9 where it had to be killed."""
        if self.process.poll() is None:
            self.process.send_signal(sign)
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


class Shop:
    """A counter: the program in its window, the platform it serves, and what a person at it does."""

    def __init__(self, platform: Platform, screen: Screen, folder: Path, name: str) -> None:
        self.platform, self.screen, self.folder, self.name = platform, screen, folder, name
        self._program: Program | None = None
        self._read_to = 0
        self._steps = 0
        self._report = name

    def begin(self, name: str) -> None:
        """Go back to the inbox for the next test, whose pictures have this name."""
        self.name, self._steps = name, 0
        self.platform.violations.clear()
        self.home()

    # --- the program ---

    @property
    def program(self) -> Program:
        """The program that runs."""
        assert self._program is not None
        return self._program

    def open(self) -> None:
        """Start the program and wait until it listens, has read the platform and shows a window at rest."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "shop.toml"
        file.write_text(configuration(self.platform), "utf-8")
        words = command("--config", str(file), "--data-dir", str(self.folder / "data"))
        surroundings = environment(
            self.platform, self.folder / "home", DISPLAY=self.screen.number, QT_QPA_PLATFORM="xcb"
        )
        lists = len(self.lists())

        def start() -> None:
            self._program = Program(words, surroundings, self.folder)
            pattern = r"webhook listening on (http://[^\s/]+:\d+)"
            self.platform.webhook, self._read_to = self.program.line(pattern, START_SECONDS, after=self._read_to)

        self.screen.changes(start, "the start of the program", least=2000)
        self.screen.give_focus(self.program.process.pid)

        def read() -> bool:
            return len(self.lists()) > lists and bool(self.platform.seen("GET", "/catalog"))

        assert self.platform.wait_for(read, 20), (
            "the program has not read the list of orders and the catalogue within 20 s of its start"
        )
        self.screen.settle()

    def lists(self) -> list[Request]:
        """The readings of the list of orders that were answered well."""
        vendor = f"/vendors/{goods.VENDOR}"
        asked = self.platform.seen("GET", vendor) + self.platform.seen("GET", vendor + "/orders")
        return [request for request in asked if request.answer == 200]

    def close(self) -> None:
        """End the program and keep what it printed and what the platform was asked."""
        if self._program is None:
            return
        self.picture("end")
        ended = self.program.stop()
        complained = self.program.complained.read_text("utf-8")
        report = [f"ended with {ended}", "--- stderr", complained, "--- requests"]
        report += [
            f"{r.at:.3f} {r.method} {r.path}?{r.query} {'' if 'token' in r.path else r.body.decode()} -> {r.answer}"
            for r in self.platform.requests
        ]
        report += ["--- deliveries", *map(str, self.platform.deliveries), "--- violations", *self.platform.violations]
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{self._report}.txt").write_text("\n".join(report), "utf-8")

    def check_manners(self) -> None:
        """What holds at the end of every journey: no rule broken, no trace of a crash, no secret written down."""
        assert self.platform.violations == []
        assert self.program.process.poll() is None, "the program has ended by itself"
        files = [self.program.printed, self.program.complained, *(self.folder / "data").rglob("*.log*")]
        for file in files:
            text = file.read_text("utf-8", errors="replace")
            assert "Traceback" not in text, f"{file.name}:\n{text[-4000:]}"
            for secret in self.secrets():
                assert secret not in text, f"a secret or a phone number stands in {file.name}"

    def secrets(self) -> list[str]:
        """What must never be written down."""
        return [self.platform.client_secret, self.platform.webhook_secret, goods.PHONE, *self.platform.tokens]

    # --- what a person does ---

    def picture(self, what: str) -> None:
        """Keep a picture of this step."""
        self._steps += 1
        self.screen.picture(f"{self.name}-{self._steps:02}-{what}")

    def scan(self, *codes: str) -> None:
        """Scan codes one after another, each after the one before was answered."""
        for code in codes:
            self.screen.scan(code)

    def press(self, *keys: str) -> None:
        """Press keys, each of which shows an effect."""
        self.screen.press(*keys)

    def type(self, text: str) -> None:
        """Type by hand, without Enter."""
        self.screen.write(text)

    def open_chosen(self) -> None:
        """Open the order that is chosen in the inbox, by Enter; the screen becomes another one."""
        self.screen.changes(lambda: self.screen.xdotool("key", "Return"), "Enter in the inbox", least=1000, strip=False)

    def choose(self, part: str) -> None:
        """Make the line (or order) with this part of its name or code the chosen one: Ctrl+F, text, Enter."""
        self.press("ctrl+f")
        self.type(part)
        self.screen.tap("Return")

    def home(self) -> None:
        """Go to the inbox from anywhere: Esc twice."""
        self.screen.tap("Escape")
        self.screen.tap("Escape")

    def finish(self) -> None:
        """F9, then Enter."""
        self.press("F9")
        self.picture("finish")
        self.screen.tap("Return")

    # --- what the platform sees ---

    def receive(self, order: Json) -> str:
        """Let an order come in by webhook and wait until the inbox shows it; its id."""
        name = ""

        def come() -> None:
            nonlocal name
            name = self.receive_behind(order)

        self.screen.changes(come, f"order {order['order_code']}", strip=False)
        return name

    def receive_behind(self, order: Json) -> str:
        """Let an order come in by webhook, shown or not; its id."""
        delivery = self.platform.receive(order)
        assert delivery is not None
        assert self.platform.wait_for(lambda: delivery.done, 10), f"the webhook was answered {delivery.answers}"
        self.screen.settle()
        return str(order["order_id"])

    def check(self, order_id: str, items: list[Json]) -> Request:
        """Press F5 until the newest UPDATE_CART has exactly these lines; at most three times."""

        def exact() -> bool:
            newest = self.platform.puts(order_id, "UPDATE_CART")[-1:]
            return bool(newest) and lines(newest[0]) == canonical(items)

        for _ in range(3):
            self.screen.tap("F5")
            if self.platform.wait_for(exact, 4):
                self.screen.settle()
                return self.platform.puts(order_id, "UPDATE_CART")[-1]
        self.picture("check-missing")
        seen = "\n".join(str(lines(r)) for r in self.platform.puts(order_id, "UPDATE_CART"))
        return pytest.fail(f"no UPDATE_CART with\n{canonical(items)}\nbut\n{seen}")

    def ask_for_orders(self) -> None:
        """Press F5 in the inbox until the list of orders is read; it is read at most once in 10 s."""
        before = len(self.lists())
        for _ in range(8):
            self.screen.tap("F5")
            if self.platform.wait_for(lambda: len(self.lists()) > before, 2):
                self.screen.settle()
                return
        self.picture("list-not-read")
        pytest.fail("F5 in the inbox has not read the list of orders within 16 s")

    def sent(self, order_id: str, status: str, seconds: float = 10) -> Json:
        """The body of the one PUT with a final status; fails when none or two come."""
        came = self.platform.wait_for(lambda: self.platform.puts(order_id, status), seconds)
        if not came:
            self.picture("nothing-sent")
            pytest.fail(f"no {status} within {seconds} s, but {self.platform.puts(order_id)}")
        self.screen.settle()
        found = self.platform.puts(order_id, status)
        assert len(found) == 1, found
        assert found[0].answer == 200, found
        body: Json = found[0].json
        return body

    def reads_back(self, order_id: str) -> bool:
        """Wait until the program has read one order; tell whether it did."""
        return self.platform.wait_for(lambda: self.platform.seen("GET", order_id))

    def is_fulfilled(self, order_id: str) -> bool:
        """Wait until the platform has the order as ready for pickup; tell whether it has."""
        return self.platform.wait_for(lambda: self.platform.orders[order_id]["status"] == "READY_FOR_PICKUP")

    def confirmed(self, order_id: str, status: str) -> None:
        """Wait until the program has taken the platform's confirmation of a status."""

        def taken() -> bool:
            return any(d.order_id == order_id and d.status == status and d.done for d in self.platform.deliveries)

        assert self.platform.wait_for(taken), self.platform.deliveries
        self.screen.settle()


def canonical(items: list[Json]) -> list[str]:
    """Lines in an order and a writing of their own, so that two lists can be compared; 1.10 is 1.1."""

    def plain(value: object) -> float:
        return float(str(value))

    return sorted(json.dumps(item, sort_keys=True, default=plain) for item in items)


def as_sent(line: Json, status: str = "IN_CART", amount: str | int | None = None, **price: str) -> Json:
    """An ordered line as it must be sent; as ordered, or with an amount and a price of its own."""
    ordered = line["pricing"]
    pricing: Json = {"pricing_type": ordered["pricing_type"], "quantity": ordered["quantity"]}
    if ordered["pricing_type"] == "KG":
        pricing["weight"] = ordered["weight"] if amount is None else Decimal(amount)
    else:
        pricing["quantity"] = ordered["quantity"] if amount is None else amount
        pricing |= {key: Decimal(value) for key, value in price.items()} or {"unit_price": ordered["unit_price"]}
    return {"_id": line["_id"], "sku": line["sku"], "status": status, "pricing": pricing}


def lines(request: Request) -> list[str]:
    """The lines of a PUT, to be compared."""
    return canonical(request.json["items"])


@contextmanager
def shop(platform: Platform, screen: Screen, folder: Path, name: str) -> Iterator[Shop]:
    """A counter that is open; closed and reported at the end."""
    made = Shop(platform, screen, folder, name)
    try:
        made.open()
        yield made
        made.check_manners()
    finally:
        made.close()
