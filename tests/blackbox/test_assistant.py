"""Walks the first-run assistant on a real display, with wrong and then right credentials, to an order that is done."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.blackbox import goods, kept_keyring
from tests.blackbox.counter import ROOT, START_SECONDS, Program, command, surroundings
from tests.blackbox.driver import Shop, as_sent, canonical
from tests.blackbox.platform import Platform
from tests.blackbox.screen import Screen

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(240)]
WRONG = "cs-wrong-sesame"


class FirstDay(Shop):
    """A shop that has no configuration yet."""

    def begin_with_nothing(self) -> None:
        """Start the program without a configuration and wait for its window."""
        self.folder.mkdir(parents=True, exist_ok=True)
        around = surroundings(
            "nobody",
            {},
            self.folder / "home",
            DISPLAY=self.screen.number,
            QT_QPA_PLATFORM="xcb",
            LANG="C.UTF-8",
            PYTHONPATH=str(ROOT),
            PYTHON_KEYRING_BACKEND="tests.blackbox.kept_keyring.Kept",
        )
        around[kept_keyring.PLACE] = str(self.folder / "keyring.json")
        self._program = Program(command("--data-dir", str(self.folder / "data")), around, self.folder)
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.program.process.pid)]
        subprocess.run(
            search, env=self.screen.environment, stdout=subprocess.DEVNULL, timeout=START_SECONDS, check=True
        )
        self.screen.give_focus(self.program.process.pid)

    def write(self, text: str) -> None:
        """Put a text in the place of what stands in a field."""
        self.screen.xdotool("key", "ctrl+a", "BackSpace")
        self.screen.changes(lambda: self.screen.xdotool("type", "--delay", "20", text), f"typing {text}", least=1)

    def below(self, text: str) -> None:
        """Go to the next field and write into it."""
        self.screen.tap("Down")
        self.write(text)

    @property
    def kept(self) -> dict[str, str]:
        """What the keyring has."""
        return dict(json.loads((self.folder / "keyring.json").read_text("utf-8")))

    @property
    def configured(self) -> Path:
        """The file that the assistant writes."""
        return self.folder / "home" / ".config" / "picker-app" / "config.toml"

    def secrets(self) -> list[str]:
        """What must never be written down."""
        return [*super().secrets(), WRONG]


def answered(platform: Platform) -> list[int]:
    """What the sign-ins were answered so far."""
    return [request.answer for request in platform.seen("POST", "/v2/oauth/token")]


def test_the_assistant_leads_from_nothing_over_wrong_credentials_to_an_order_fulfilled(
    screen: Screen, tmp_path: Path
) -> None:
    with Platform() as platform:
        shop = FirstDay(platform, screen, tmp_path / "shop", "assistant")
        try:
            shop.begin_with_nothing()
            shop.picture("language")
            shop.press("Return")
            shop.write("Centro")
            shop.below("Europe/Nowhere")
            shop.press("Return")
            shop.picture("wrong-zone")
            shop.write("Europe/Vienna")
            shop.press("Return")
            shop.press("Return")

            shop.write(platform.account)
            for text in (platform.url, platform.client_id, goods.CHAIN, goods.VENDOR, "EUR", WRONG):
                shop.below(text)
            shop.press("Return")
            assert platform.wait_for(lambda: 401 in answered(platform))
            screen.settle()
            shop.picture("refused")
            assert platform.violations.pop().startswith("token: "), "the simulated platform notes a wrong secret"
            assert not shop.configured.exists()
            assert not (shop.folder / "keyring.json").exists(), "a secret that was refused is kept"

            shop.write(platform.client_secret)
            shop.press("Return")
            assert platform.wait_for(lambda: 200 in answered(platform))
            screen.settle()
            shop.picture("signed-in")
            shop.press("Return")
            shop.picture("tunnel")
            for _ in range(5):
                shop.press("Down")
            shop.press("Return")
            shop.press("Return")
            shop.press("Return")
            shop.picture("end")

            listening = r"webhook listening on (http://[^\s/]+:\d+)"
            platform.webhook, _ = shop.program.line(listening, START_SECONDS)
            assert shop.kept[f"picker-app:{platform.account}/client_secret"] == platform.client_secret
            assert platform.client_secret not in shop.configured.read_text("utf-8")
            # The person enters at the platform what the assistant made and showed.
            platform.webhook_secret = shop.kept[f"picker-app:{platform.account}/webhook_secret"]
            assert platform.wait_for(shop.lists, 20)
            screen.give_focus(shop.program.process.pid)

            milk = goods.pieces("MLK-1L", 1)
            order = shop.receive(goods.order("k7tm-3081-pexa", milk))
            shop.open_chosen()
            shop.scan(goods.MILK)
            shop.finish()
            body = shop.sent(order, "READY_FOR_PICKUP")
            assert canonical(body["items"]) == canonical([as_sent(milk)])
            shop.confirmed(order, "READY_FOR_PICKUP")
            shop.picture("confirmed")
            shop.check_manners()
        finally:
            shop.close()
