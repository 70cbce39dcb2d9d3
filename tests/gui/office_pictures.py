"""Paint the pages beside the orders, into PNG files: `python -m tests.gui.office_pictures`."""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import keyring
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from picker_app.devices.labels import shipped_rules
from picker_app.devices.scanner import Scan
from picker_app.devices.scanner_doctor import CODES
from picker_app.doctor.accounts import SECRET_MISSING
from picker_app.domain.promotion import Condition, Mechanic, Period, Promotion, Reward
from picker_app.gui import language, theme
from picker_app.gui.main_window import MainWindow
from picker_app.gui.settings_hands import SettingsHands
from picker_app.gui.setup.assistant import Assistant
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.report import fail, ok, warn
from picker_app.settings import Account, Secrets, Settings
from picker_app.training.accounts import DELIVEROO, DELIVERY_HERO
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.wording import say
from tests.devices.label_factory import printed
from tests.gui.pictures import SIZES, Camera
from tests.gui.promotion_office import PAGE, PromotionOffice, in_may
from tests.gui.shop import NOW
from tests.gui.test_assistant import HERO, SHOP
from tests.gui.test_settings import FILE, Furnished, Memory, Office

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
MORE = """
[[accounts]]
name = "ifood-centro"
platform = "ifood_pos"
base_url = "https://pos-api.ifood.com.br"
client_id = "abc"
username = "POS-918250"
merchant_ids = [137086]
currency = "BRL"

[[accounts]]
name = "deliveroo-brand"
platform = "deliveroo_promotions"
base_url = "https://api.developers.deliveroo.com"
auth_url = "https://auth.developers.deliveroo.com"
client_id = "abc"
brand_id = "gb-1"
currency = "GBP"
"""
FOUND = (
    ok(say("configuration"), say("{file}: accounts: {count}", file="shop.toml", count=3)),
    fail(
        say("{account}, secrets", account="ifood-centro"),
        say(
            SECRET_MISSING,
            secret="password",
            account="ifood-centro",
            variable="PICKER_SECRET_IFOOD_CENTRO_PASSWORD",
        ),
    ),
    ok(
        say("data folder"),
        say("{path} can be written, and is its user's own; {free} MB are free", path="data", free=8123),
    ),
    warn(
        say("database"),
        say(
            "{file} has tables of version {version}. The next start brings them to {newest}.",
            file="picker.sqlite3",
            version="0001",
            newest="0003",
        ),
    ),
    warn(
        say("clock"),
        say(
            "{time} behind the platform of {account}. Let this computer set its time by itself.",
            time="41 s",
            account="foodora-centro",
        ),
    ),
    ok(say("{account}, sign-in", account="foodora-centro"), say("the platform takes the secret")),
)
NAMES = (
    "Any 3 for 2 on all wholemeal, spelt and rye breads of the house bakery, every weekday from opening until noon, "
    "while they last",
    "خصم ٢٠٪ على جميع منتجات الألبان والأجبان الطازجة في عطلة نهاية الأسبوع فقط للعملاء المميزين",
    "买三送一:所有进口巧克力、饼干和糖果(仅限周末)",
    "Έκπτωση 25% σε όλα τα φρέσκα τυριά και αλλαντικά για τους τακτικούς πελάτες του καταστήματος",
    "🎉🍓 Strawberries & cream week 🍦🍦 – 2 for £5",
    "ซื้อ 2 แถม 1 ข้าวหอมมะลิทุกขนาด",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverkaufssonderangebotswochenende",
)


class Present:
    """A computer with which the program can start."""

    can_start_with_computer = True

    def starts_with_computer(self) -> bool:
        return True

    def start_with_computer(self, *, on: bool) -> None:
        """Nothing is written."""


class Picture:
    """One window before a camera."""

    def __init__(self, camera: Camera, window: MainWindow | Assistant, idle: Callable[[], Awaitable[None]]) -> None:
        self.camera, self.window, self._idle = camera, window, idle

    async def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            found: QWidget | None = self.window.focusWidget()
            target = self.window if found is None else found
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            await self._idle()

    async def chord(self, key: Qt.Key) -> None:
        found: QWidget | None = self.window.focusWidget()
        QTest.keyClick(self.window if found is None else found, key, CTRL)
        await self._idle()

    async def take(self, name: str) -> None:
        for _ in range(5):
            await self._idle()
            # Other tasks of this loop run on: only what is posted is done, no events are fetched.
            QApplication.sendPostedEvents()
            await asyncio.sleep(0)
        # The first one lays out what the last words have made larger.
        self.window.grab()
        self.window.grab().save(str(self.camera.folder / f"{name}-{self.camera.language}-{self.camera.tail}.png"))


async def settings(camera: Camera) -> None:
    """Every page of the settings."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_text(FILE + MORE, "utf-8")
        office = Office(file, answers=[("locked_out", "invalid_client")], found=list(FOUND))
        shop = Furnished()
        shop.office = office
        given = shop.surroundings(camera.language)
        cabinet = replace(office.cabinet(), presence=Present())
        window = MainWindow(replace(given, cabinet=cabinet))
        window.resize(*camera.size)
        window.show()
        shot = Picture(camera, window, window.tasks.idle)
        await shot.chord(K.Key_Comma)
        hands = window.pages.workspace.work if window.pages.workspace else None
        assert isinstance(hands, SettingsHands)
        await shot.take("settings")
        await shot.press(*[K.Key_Up] * 20)
        for number, section in enumerate(hands.sections):
            await shot.press(*[K.Key_Up] * 20, *[K.Key_Down] * number, K.Key_Return)
            await shot.take(f"settings-{section.name.replace(' ', '_')}")
            if section.name == "account foodora-centro":
                await shot.press(K.Key_F5)
                await shot.take("settings-account-tried")
            await shot.press(K.Key_Escape)
        await window.shut()


async def assistant(camera: Camera) -> None:
    """The steps of the assistant."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        answers = ["", "locked_out"]

        async def try_account(account: Account, secrets: Mapping[str, str]) -> tuple[str, str]:
            return answers.pop(), "invalid_client" if answers else ""

        async def nothing(tell: object) -> None:
            """Make no round."""

        cabinet = Cabinet(Path(folder) / "config.toml", Settings(), Secrets(), try_account, nothing)
        window = Assistant(cabinet, Path(folder), application, camera.language)
        window.resize(*camera.size)
        window.show()
        shot = Picture(camera, window, window.tasks.idle)

        async def walk(*keys: Qt.Key | str) -> None:
            for key in keys:
                found: QWidget | None = window.focusWidget()
                focus = window if found is None else found
                if isinstance(key, str):
                    focus.setProperty("text", key)
                else:
                    QTest.keyClick(focus, key)
                await window.tasks.idle()

        await shot.take("assistant-1-language")
        await walk(SHOP[0])
        await shot.take("assistant-2-shop")
        await walk("Centro", K.Key_Down, "Europe/Entenhausen", K.Key_Return)
        await shot.take("assistant-2-shop-wrong")
        await walk("Europe/Vienna", K.Key_Return)
        await shot.take("assistant-3-platforms")
        await walk(K.Key_Return)
        await shot.take("assistant-4-account")
        await walk(*HERO[1:])
        await shot.take("assistant-4-account-refused")
        await walk(K.Key_Return)
        await shot.take("assistant-5-more")
        await walk(K.Key_Down, K.Key_Down, K.Key_Return)
        await shot.take("assistant-5-ifood")
        await walk(K.Key_Escape, K.Key_Return)
        await shot.take("assistant-6-tunnel")
        await walk(K.Key_Down, K.Key_Down, K.Key_Return)
        await shot.take("assistant-6-tunnel-address")
        await walk("https://centro.ngrok.app", K.Key_Return)
        await shot.take("assistant-7-webhook")
        await walk(K.Key_Return)
        await shot.take("assistant-8-end")
        await window.shut()


async def scanner(camera: Camera) -> None:
    """The scanner's page."""
    shop = Furnished()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "config.toml"
        file.write_text(FILE, "utf-8")
        shop.office = Office(file)
        window = MainWindow(shop.surroundings(camera.language))
        window.resize(*camera.size)
        window.show()
        shot = Picture(camera, window, window.tasks.idle)

        async def scan(code: str, **more: object) -> None:
            made = Scan(code, code, NOW, (4,) * (len(code) - 1), entered=True)
            shop.scanner.scanned.emit(replace(made, **more))  # type: ignore[arg-type]
            await window.tasks.idle()

        await shot.chord(K.Key_L)
        await shot.take("scanner")
        await shot.press(K.Key_Return)
        await shot.take("scanner-doctor-1")
        await scan("9001234500017")
        await shot.take("scanner-doctor-wrong")
        for code in CODES:
            await scan(code.replace("\x1d", ""), entered=False)
        await shot.take("scanner-doctor-type")
        await shot.press(K.Key_Return)
        await shot.take("scanner-doctor-found")
        await shot.press(K.Key_Escape, K.Key_Down, K.Key_Return)
        await shot.take("scanner-teach-0")
        rule = next(one for one in shipped_rules() if one.id == "se-23")
        for number, (item, value) in enumerate(
            (("001234", "0.527"), ("001234", "1.250"), ("047715", "0.304"), ("047715", "2.011"))
        ):
            await scan(printed(rule, item, Decimal(value)))
            if number == 1:
                await shot.take("scanner-teach-1")
            await shot.press(value, K.Key_Return)
        await shot.take("scanner-teach-found")
        await shot.press(K.Key_Return)
        await shot.take("scanner-taught")
        await window.shut()


def drawn(number: int, name: str) -> Promotion:
    """A promotion of the list."""
    kinds = (Mechanic.PERCENTAGE_OFF_ON_ITEMS, Mechanic.BUY_X_FOR_Y, Mechanic.FREE_DELIVERY)
    mechanic = kinds[number % 3]
    start = in_may() + timedelta(days=number % 40 - 12)
    start = start.replace(hour=6, minute=0, second=0, microsecond=0)
    items = None if mechanic is Mechanic.FREE_DELIVERY else tuple(f"00501234500{n:02}" for n in range(11, 14))
    quantity = 3 if mechanic is Mechanic.BUY_X_FOR_Y else None
    reward = {
        Mechanic.PERCENTAGE_OFF_ON_ITEMS: Reward(percentage=Decimal(20)),
        Mechanic.BUY_X_FOR_Y: Reward(free_quantity=1),
        Mechanic.FREE_DELIVERY: Reward(),
    }[mechanic]
    minimum = Decimal(20) if mechanic is Mechanic.FREE_DELIVERY else None
    return Promotion(
        f"OFFER-{number}-2026", mechanic, name, ("site-1", "site-2"),
        Period(start, start + timedelta(days=3 + number % 17), "Europe/Vienna"),
        Condition(items, quantity, minimum), reward,
    )  # fmt: skip


async def promotions(camera: Camera) -> None:
    """The workspace of promotions: names of every kind, and 500 of them."""
    brand = TrainingDeliveroo(clock=in_may, requests_per_minute=100_000, processing_polls=0,
                              unknown_items=("5000169830001",))  # fmt: skip
    chain = TrainingPlatform(clock=in_may, requests_per_minute=100_000, token_calls_per_minute=100_000)
    brand.start()
    chain.start()
    chain.change_settings(job_seconds=0)
    with tempfile.TemporaryDirectory() as folder:
        office = PromotionOffice(Path(folder), brand, chain)
        try:
            await office.open(camera.language, camera.size)
            await _promotions(camera, office, Path(folder))
        finally:
            await office.close()
            brand.close()
            chain.close()


async def _promotions(camera: Camera, office: PromotionOffice, folder: Path) -> None:
    shot = Picture(camera, office.window, office.idle)
    hands = office.hands
    workshop = office.services.promotions.workshop
    await shot.take("promotions-0")
    await office.press(K.Key_F6)
    await shot.take("promotions-mechanics")
    rows = hands.mechanics.page.model.rows()
    wanted = ((DELIVEROO, Mechanic.BUY_X_FOR_Y), (DELIVEROO, Mechanic.PERCENTAGE_OFF_ON_BASKET),
              (DELIVERY_HERO, Mechanic.STRIKETHROUGH))  # fmt: skip
    for account, mechanic in wanted:
        hands.mechanics.page.list.choose_row(rows.index((account, mechanic)))
        await office.press(K.Key_Return)
        await shot.take(f"promotions-form-{mechanic}")
        if mechanic is Mechanic.BUY_X_FOR_Y:
            await office.press(NAMES[0], K.Key_Down, "3", K.Key_Down, "1", K.Key_F6)
            hands.items.paste("5000169816246\n5000169816246 0050123450011")
            await shot.take("promotions-items")
            await office.press(K.Key_F9)
            await shot.take("promotions-form-filled")
            await office.press(K.Key_F9)
            await shot.take("promotions-detail")
            await office.press(K.Key_F5)
            await shot.take("promotions-to-mend")
        office.window.hands.to_workspace("promotions")
        await office.press(K.Key_Escape, K.Key_Escape)
        office.window.hands.to_workspace("promotions")
        await office.press(K.Key_F6)
    office.window.hands.to_workspace("promotions")
    await workshop.bring_in(DELIVEROO, [drawn(n, name) for n, name in enumerate(NAMES)])
    live = [drawn(n, name) for n, name in enumerate(NAMES, 100)]
    await workshop.bring_in(DELIVEROO, live, live=True)
    office.window.hands.to_workspace("promotions")
    await office.idle()
    await shot.take("promotions-names")
    await office.press(K.Key_Up, K.Key_Return)
    await shot.take("promotions-detail-long")
    await office.press(K.Key_Escape, K.Key_F8)
    await shot.take("promotions-calendar-names")
    await office.press(K.Key_F8)
    await shot.take("promotions-week-names")
    await office.press(K.Key_F8, K.Key_Escape)
    (folder / "offers.json").write_bytes(PAGE.read_bytes())
    tree = json.loads(PAGE.read_bytes())
    tree["promotions"][0]["reward"]["percentage"] = "20"
    tree["promotions"][2]["promotion_type"] = "NO_SUCH"
    (folder / "bad.json").write_text(json.dumps(tree), "utf-8")
    for name in ("x", "bad.json", "offers.json"):
        office.window.hands.to_workspace("promotions")
        await office.idle()
        await office.type_path(folder / name)
        if name != "x":
            await office.press(K.Key_F5)
        await shot.take(f"promotions-files-{Path(name).stem}")
    await office.press(K.Key_F9)
    await shot.take("promotions-brought-in")
    await office.press(K.Key_F5)
    await shot.take("promotions-difference")
    await office.press(K.Key_F9)
    await office.until(lambda: hands.job.job is not None and hands.job.job.state == "ended")
    await shot.take("promotions-job")
    await office.press(K.Key_Escape)
    await shot.take("promotions-jobs")
    office.window.hands.to_workspace("promotions")
    await workshop.bring_in(DELIVEROO, [drawn(n, f"{NAMES[n % 7]} {n}") for n in range(200, 700)])
    await office.idle()
    await shot.take("promotions-500")
    await office.press(K.Key_F8)
    await shot.take("promotions-calendar-500")


SERIES = {"settings": settings, "assistant": assistant, "scanner": scanner, "promotions": promotions}


def main() -> None:
    """Paint the pictures of one series, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en", choices=language.LANGUAGES)
    parser.add_argument("--only", default="", help="light-1366, for example")
    parser.add_argument("--series", default="", choices=("", *SERIES))
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    keyring.set_keyring(Memory())
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    theme.dress(application)
    language.speak(application, arguments.language)
    with loop:
        for scheme, name in ((Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Dark, "dark")):
            theme.show(application, scheme)
            for size in SIZES:
                camera = Camera(arguments.folder, name, size, arguments.language)
                if arguments.only not in ("", camera.tail):
                    continue
                for chosen, series in SERIES.items():
                    if arguments.series in ("", chosen):
                        loop.run_until_complete(series(camera))


if __name__ == "__main__":
    main()
