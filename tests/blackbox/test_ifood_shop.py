"""Sets prices, goods and hours of a shop at iFood in the real window: what arrives is exact, a refusal is read."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.blackbox.conftest import told
from tests.blackbox.ifood_driver import IfoodShop
from tests.blackbox.ifood_goods import MERCHANT, OTHER_MERCHANT
from tests.blackbox.ifood_platform import IfoodPlatform
from tests.blackbox.ifood_shelf import SECOND_SCHEDULE
from tests.blackbox.platform import Request
from tests.blackbox.reader import Reader, reader
from tests.blackbox.screen import Screen

pytestmark = [pytest.mark.display, pytest.mark.xdist_group("display"), pytest.mark.timeout(170)]

PRICE, OFF, ON, CLOSE, OPEN = range(5)
BOTH = (MERCHANT, OTHER_MERCHANT)

Json = dict[str, Any]


class ShopPage(IfoodShop):
    """A counter of two shops whose own page is read as a screen reader reads it."""

    def __init__(self, platform: IfoodPlatform, screen: Screen, read: Reader, folder: Path) -> None:
        super().__init__(platform, screen, folder, "ifood-shop")
        self.reader = read

    def configuration(self) -> str:
        """The file of two shops."""
        return super().configuration().replace(f"[{MERCHANT}]", f"[{MERCHANT}, {OTHER_MERCHANT}]")

    def open(self) -> None:
        """Start the program, its window open to the reader."""
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self.reader.environment.items():
                patch.setenv(name, value)
            super().open()
        self.reader.meet(self.program.process.pid)

    def close(self) -> None:
        """Stop reading, end the program."""
        self.reader.close()
        super().close()

    def tap(self, key: str, reads: str) -> str:
        """Press a key and wait until a text can be read; all that can be read then."""
        self.screen.xdotool("key", *key.split())
        return self.reader.until(reads)

    def begin_with(self, task: int) -> None:
        """Go to the shop's page and choose what is to be set."""
        self.tap("ctrl+s", "What do you want to set at the platform?")
        if task:
            self.screen.xdotool("key", *["Down"] * task)
        shops = task in (CLOSE, OPEN)
        self.tap("Return", "In which shops?" if shops else "Scan it, or type a part of its name")

    def choose_product(self, code: str) -> None:
        """Name the product by its code; the shops are asked for then."""
        self.type(code)
        self.tap("Return", "In which shops?")

    def enter(self) -> None:
        """Enter, whatever follows."""
        self.screen.xdotool("key", "Return")


@pytest.fixture(scope="module")
def opened(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ShopPage]:
    """One counter for the tests of this module."""
    with IfoodPlatform() as platform, reader() as read:
        made = ShopPage(platform, screen, read, tmp_path_factory.mktemp("ifood-shop"))
        try:
            made.open()
            yield made
            made.check_manners()
        finally:
            made.close()


@pytest.fixture
def shop(opened: ShopPage, request: pytest.FixtureRequest) -> Iterator[ShopPage]:
    """The module's counter, back in the inbox."""
    opened.begin(told(request))
    yield opened
    opened.check_manners()


def arrived(found: list[Request]) -> list[tuple[str, str, Json]]:
    """Method, path as it came, and body of each request, by its path; numbers as Decimal."""
    return sorted(((request.method, request.path, request.json) for request in found), key=lambda one: one[1])


def test_a_the_shop_is_closed_for_a_reason_and_opened(shop: ShopPage) -> None:
    shop.begin_with(CLOSE)
    shop.screen.xdotool("key", "Down", "Right")
    shop.tap("Return", "Why? The platform keeps these words.")
    shop.picture("why")
    shop.screen.xdotool("key", "ctrl+a")
    shop.type("Falta de energia")
    closed = shop.sets("shop", shop.enter)
    body = {"status": "UNAVAILABLE", "reason": "Falta de energia"}
    assert arrived(closed) == [("PUT", f"/v1.0/merchants/{MERCHANT}/statuses", body)]
    assert "Shop closed, sent at" in shop.reader.until("sent at") and "Falta de energia" in shop.reader.words()
    shop.picture("closed")

    shop.begin_with(OPEN)
    opened = shop.sets("shop", shop.enter, 2)
    assert arrived(opened) == [
        ("PUT", f"/v1.0/merchants/{merchant}/statuses", {"status": "AVAILABLE"}) for merchant in BOTH
    ]
    shop.reader.until("Shop open, sent at")
    assert shop.platform.shelf.shops == {MERCHANT: "AVAILABLE", OTHER_MERCHANT: "AVAILABLE"}


def test_b_a_product_goes_off_sale_and_on_again(shop: ShopPage) -> None:
    for task, status, words in ((OFF, "UNAVAILABLE", "off sale"), (ON, "AVAILABLE", "on sale")):
        shop.begin_with(task)
        shop.choose_product("ARZ/5")
        found = shop.sets("sku", shop.enter, 2)
        assert arrived(found) == [
            ("PATCH", f"/v1.0/merchants/{merchant}/skus/ARZ%2F5", {"status": status}) for merchant in BOTH
        ]
        shop.reader.until(f"ARZ/5: {words}, sent at")


def test_c_a_price_is_set_for_two_shops_at_once_and_from_a_day_on(shop: ShopPage) -> None:
    shop.begin_with(PRICE)
    shop.choose_product("ARZ/5")
    shop.tap("Return", "The price of one, in BRL.")
    shop.type("28.49")
    shop.tap("Return", "From when on?")
    found = shop.sets("price", shop.enter)
    body = {"merchantIds": [*map(int, BOTH)], "externalCode": "ARZ/5", "price": Decimal("28.49")}
    assert arrived(found) == [("PATCH", "/v1.0/skus/ARZ%2F5/prices", body)]
    shop.reader.until("28.49, sent at")

    begin = day(2)
    price_from(shop, "27.90", begin)
    found = shop.sets("price", shop.enter)
    body |= {"price": Decimal("27.90"), "startDate": begin}
    assert arrived(found) == [("PATCH", "/v1.0/skus/ARZ%2F5/prices", body)]
    shop.reader.until("27.90, sent at")
    shop.picture("prices")


def day(ahead: int) -> str:
    """A day to come in the zone of the shop."""
    return (datetime.now(ZoneInfo("America/Sao_Paulo")) + timedelta(days=ahead)).date().isoformat()


def price_from(shop: ShopPage, price: str, begin: str) -> None:
    """Say all of a price from a day on in both shops but the last Enter."""
    shop.begin_with(PRICE)
    shop.choose_product("ARZ/5")
    shop.tap("Return", "The price of one, in BRL.")
    shop.type(price)
    shop.tap("Return", "From when on?")
    shop.type(begin)


def test_d_a_second_price_to_come_is_asked_about_and_its_refusal_told_in_the_platforms_words(shop: ShopPage) -> None:
    price_from(shop, "26", day(3))
    before = len(shop.platform.settings("price"))
    shop.tap("Return", "only one can wait there")
    shop.picture("asked")
    assert len(shop.platform.settings("price")) == before, "nothing is sent before the person says so"
    (found,) = shop.sets("price", shop.enter)
    assert found.answer == 400
    assert f"iFood: “{SECOND_SCHEDULE}" in shop.reader.until("refused")
    shop.picture("refused")


def test_e_what_the_platform_does_not_know_and_what_it_forbids_is_told(shop: ShopPage) -> None:
    shop.platform.shelf.unknown.add("NOPE")
    shop.begin_with(OFF)
    shop.choose_product("NOPE")
    assert {found.answer for found in shop.sets("sku", shop.enter, 2)} == {404}
    shop.reader.until("NOPE: off sale, refused, iFood does not know this code")

    shop.platform.faults["shop"] += ["403 Loja sem permissao"] * 2
    shop.begin_with(OPEN)
    assert {found.answer for found in shop.sets("shop", shop.enter, 2)} == {403}
    shop.reader.until("Shop open, refused, iFood: “Loja sem permissao")
    shop.picture("forbidden")


def test_f_what_may_not_have_arrived_is_said_again_as_it_was(shop: ShopPage) -> None:
    shop.platform.faults["shop"].append("drop_after")
    shop.begin_with(OPEN)
    shop.screen.xdotool("key", "Down", "Right")
    before = len(shop.platform.settings("shop"))
    shop.enter()
    shop.reader.until("Shop open, not sent, tried again")
    assert shop.platform.wait_for(lambda: len(shop.platform.settings("shop")) == before + 2, shop.patience)
    lost, again = shop.platform.settings("shop")[before:]
    assert arrived([lost]) == arrived([again]) and (lost.answer, again.answer) == (0, 200)
