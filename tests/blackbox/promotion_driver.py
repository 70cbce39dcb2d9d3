"""Works the workspace of promotions as a person would: by keys, the mouse for the rail, and what can be read."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

from tests.blackbox import goods
from tests.blackbox.chain_platform import ChainPlatform
from tests.blackbox.counter import Counter, Served
from tests.blackbox.deliveroo_platform import API, AUTH, DeliverooPlatform
from tests.blackbox.offers import file_of
from tests.blackbox.reader import Reader
from tests.blackbox.screen import Screen

Json = dict[str, Any]

P = TypeVar("P", bound=Served)


class Office(Counter[P]):
    """A back office whose window is read as a screen reader reads it."""

    def __init__(self, platform: P, screen: Screen, reader: Reader, folder: Path, name: str) -> None:
        super().__init__(platform, screen, folder, name)
        self.reader = reader

    def open(self) -> None:
        """Start the program, its window open to the reader, and go to the promotions."""
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self.reader.environment.items():
                patch.setenv(name, value)
            super().open()
        self.reader.meet(self.program.process.pid)
        self.to_offers()

    def close(self) -> None:
        """Stop reading, end the program."""
        self.reader.close()
        super().close()

    def to_offers(self) -> None:
        """Go to the workspace of promotions by a click in the rail."""
        self.click("Offers")
        self.reads("Not sent")

    def reads(self, text: str, seconds: float = 15.0) -> str:
        """Wait until a text can be read in the window; all that can be read then."""
        return self.reader.until(text, seconds)

    def tap(self, key: str, reads: str, seconds: float = 15.0) -> str:
        """Press a key and wait until a text can be read; all that can be read then."""
        self.screen.xdotool("key", key)
        return self.reads(reads, seconds)

    @property
    def downloads(self) -> Path:
        """The folder that the page of files begins with."""
        return self.folder / "home" / "Downloads"

    def bring_in(self, content: bytes, ending: str = "json") -> None:
        """Bring the promotions of a file in, by Enter on the file that was named last; they are marked then."""
        self.downloads.mkdir(parents=True, exist_ok=True)
        (self.downloads / f"offers.{ending}").write_bytes(content)
        self.tap("F4", "Files of promotions")
        named = self.reader.text("File")
        if named.endswith("/"):
            self.reads(f"offers.{ending}, ")
        else:
            Path(named).write_bytes(content)
        self.tap("Return", "in the file")
        self.picture("file")
        self.tap("F9", "brought in")
        self.reads("Draft")

    def check(self, count: str) -> str:
        """Check what is marked, or not sent; `count` is what changes then. What can be read of it."""
        self.tap("F5", "What changes at the platform")
        return self.reads(count)

    def send(self, content: bytes, count: str, ending: str = "json") -> None:
        """Bring a file in, check it and send it; `count` is what changes then. Its sending is seen at the end."""
        self.bring_in(content, ending)
        self.check(count)
        self.tap("F9", "Sending")

    def write(self, name: str) -> bytes:
        """Write the promotions into a file of the folder that was read from last, of this name; its bytes."""
        self.tap("F4", "Files of promotions")
        path = self.downloads / f"{name}.json"
        old = self.reader.text("File")
        self.screen.xdotool("key", *["BackSpace"] * len(old.rpartition("/")[2]))
        self.type(path.name)
        self.tap("F7", "written")
        return path.read_bytes()

    def open_promotion(self, part: str) -> None:
        """Open the promotion with this part in its name."""
        self.choose(part)
        self.screen.tap("Return")
        self.reads("Copy to next month")

    def open_sending(self, *, oldest: bool = False) -> str:
        """Open the newest sending, or the oldest; what can be read of it."""
        self.tap("F3", "What became of each")
        if oldest:
            self.screen.xdotool("key", *["Down"] * 20)
            self.screen.settle()
        return self.tap("Return", "Word for word")

    def click(self, name: str) -> None:
        """Click at what is called so."""
        x, y = self.reader.place(name)
        self.screen.xdotool("mousemove", str(x), str(y), "click", "1")
        self.screen.settle()

    def word_for_word(self, title: str) -> str:
        """Open the bytes that are meant, read them, and go back."""
        self.tap("F7", title)
        text = self.reader.text(title)
        self.picture("word-for-word")
        self.screen.tap("Escape")
        return text

    def home(self) -> None:
        """Go to the list of promotions from anywhere: to the inbox, and back with nothing hidden."""
        super().home()
        self.to_offers()
        if "Find a promotion" in self.reader.words():
            self.screen.tap("ctrl+f")
            self.screen.tap("Return")
        self.click("Current")


class DeliverooOffice(Office[DeliverooPlatform]):
    """The back office of a brand at the simulated Deliveroo."""

    def configuration(self) -> str:
        """The file of the shop."""
        platform = self.platform
        return f"""
language = "en"
[store]
name = "Office"
time_zone = "Europe/London"
[webhook]
host = "127.0.0.1"
port = 0
[[accounts]]
name = "{platform.account}"
platform = "deliveroo_promotions"
base_url = "{platform.urls[API]}"
auth_url = "{platform.urls[AUTH]}"
client_id = "{platform.client_id}"
brand_id = "{platform.brand}"
currency = "GBP"
requests_per_minute = 600
"""

    def account_secrets(self) -> dict[str, str]:
        """The secret of the account."""
        return {"CLIENT_SECRET": self.platform.client_secret}

    def reading(self) -> Callable[[], object]:
        """Nothing is read from Deliveroo at the start."""
        return lambda: True

    def secrets(self) -> list[str]:
        """What must never be written down: the addresses of files are secrets too."""
        signatures = [
            job.target.partition("Signature=")[2].partition("&")[0] for job in self.platform.works.jobs.values()
        ]
        return [self.platform.client_secret, *self.platform.tokens, *filter(None, signatures)]

    def happened(self) -> list[str]:
        """How each job stands."""
        return ["--- jobs", *(f"{job.name} {job.kind} {job.status}" for job in self.platform.works.jobs.values())]

    def killed_at(self, what: str, promotion: Json) -> None:
        """Send a promotion, kill the program at this call, start it again, and see that one file came."""
        platform, name = self.platform, promotion["promotion_id"]
        first, before = len(platform.calls()), set(platform.works.jobs)
        platform.faults[what].append("hold_after")
        self.send(file_of(promotion), "1 new")
        assert platform.wait_for(lambda: what in platform.order(first))
        self.program.stop(signal.SIGKILL)
        platform.let_go()
        self.open()
        self.picture("again")
        assert platform.wait_for(lambda: name in platform.works.promotions, 40)
        files = [job.files for job in platform.works.jobs.values() if job.name not in before and job.files]
        assert [len(file) for file in files] == [1], "a file was sent twice"
        self.open_sending()
        self.reads("All taken", 30)


class ChainOffice(Office[ChainPlatform]):
    """The back office of a chain at the simulated Delivery Hero."""

    def configuration(self) -> str:
        """The file of the shop."""
        return f"""
language = "en"
[store]
name = "Office"
time_zone = "Europe/Vienna"
[webhook]
host = "127.0.0.1"
port = 0
[[accounts]]
name = "{self.platform.account}"
platform = "delivery_hero"
base_url = "{self.platform.url}"
client_id = "{self.platform.client_id}"
chain_id = "{goods.CHAIN}"
vendor_id = "{goods.VENDOR}"
currency = "EUR"
promotions = true
"""

    def account_secrets(self) -> dict[str, str]:
        """The secrets of the account."""
        return {"CLIENT_SECRET": self.platform.client_secret, "WEBHOOK_SECRET": self.platform.webhook_secret}

    def reading(self) -> Callable[[], object]:
        """The catalogue: what is not in it cannot be promoted."""
        return lambda: self.platform.seen("GET", "/catalog")

    def secrets(self) -> list[str]:
        """What must never be written down."""
        return [self.platform.client_secret, self.platform.webhook_secret, *self.platform.tokens]

    def happened(self) -> list[str]:
        """What each job came to."""
        return ["--- jobs", *map(str, self.platform.jobs.values())]


Made = TypeVar("Made", DeliverooOffice, ChainOffice)


@contextmanager
def opened(office: Made) -> Iterator[Made]:
    """A back office that is open; closed and reported at the end."""
    try:
        office.open()
        yield office
        office.check_manners()
    finally:
        office.close()
