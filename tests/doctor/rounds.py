"""A doctor's rounds through a shop: its configuration, its data folder, and servers to stand for others."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from picker_app.doctor import command
from picker_app.domain.said import SaidOrder, Status
from picker_app.intake.server import ThreadServer
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.delivery_hero.switches import Switches

ACCESS = Switches()
CLIENT_SECRET = ACCESS.client_secret
WEBHOOK_SECRET = "ws-0a8f33c1"
WELL = ("-c", "print('ok    fonts: 4 load')")
"""In place of the self-test, which has tests of its own: a program that ends well at once."""


class Doctor:
    """A shop's configuration and data folder, and the doctor's last round through them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.config = folder / "shop.toml"
        self.data = folder / "data"
        self._capsys = capsys
        self.code = -1
        self.lines: list[str] = []

    def write(self, text: str) -> None:
        self.config.write_text(text, "utf-8")

    def round(self, **ways: Any) -> list[str]:
        """Make a round; what was printed, a line each."""
        self._capsys.readouterr()
        self.code = command.run(self.config, self.data, **{"self_test": WELL, **ways})
        self.lines = self._capsys.readouterr().out.splitlines()
        return self.lines

    def of(self, what: str) -> list[str]:
        """The lines of the last round about one thing, with their level before the words."""
        return [f"{line[:5].strip()}: {words}" for line in self.lines[:-1] if (words := _behind(line[6:], what))]

    @property
    def failed(self) -> list[str]:
        """What failed in the last round."""
        return [line for line in self.lines if line.startswith("fail ")]


def _behind(line: str, what: str) -> str:
    return line.removeprefix(f"{what}: ") if line.startswith(f"{what}: ") else ""


def shop(url: str, *, more: str = "", head: str = "[webhook]\nport = 0\n") -> str:
    """The configuration of a shop with one account at Delivery Hero."""
    return f"""{head}
[[accounts]]
name = "centro"
platform = "delivery_hero"
base_url = "{url}"
client_id = "{ACCESS.client_id}"
chain_id = "{ACCESS.chain_id}"
vendor_id = "{ACCESS.vendor_id}"
currency = "EUR"
{more}
"""


def routes(platform: TrainingPlatform) -> list[str]:
    """Which routes the platform was asked, in this order."""
    return [entry["route"] for entry in platform.state()["requests"]]


@contextmanager
def served(answer: Callable[[Request], Response]) -> Iterator[ThreadServer]:
    """A server on loopback that answers everything in one way."""

    async def endpoint(request: Request) -> Response:
        return answer(request)

    app = Starlette(routes=[Route("/{path:path}", endpoint, methods=["GET", "POST"])])
    server = ThreadServer(app, name="another")
    server.start()
    try:
        yield server
    finally:
        server.close()


def said(ref: str) -> SaidOrder:
    """An order of the shop of which little is known."""
    return SaidOrder("centro", ref, ref[:4], Status.RECEIVED, "EUR")
