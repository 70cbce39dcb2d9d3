"""Plays the main job by itself: real keys into the real window, against the training platform over HTTP."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from picker_app.domain.said import Status
from picker_app.picking.board import Board
from picker_app.picking.rows import AccountRow, Check, Line, OrderView, Tab, Word
from picker_app.training.accounts import DELIVERY_HERO
from picker_app.training.brazil import load_brazil
from picker_app.training.catalogue import Product, load_store, weight_label
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.ifood_pos.platform import TrainingIfood

SECONDS = 30.0
IFOOD_GOODS = ("Café torrado e moído 500 g", "Goiabada cascão 600 g")
_SCAN_GAP_MS = 3
_HAND_GAP_MS = 95
_PAUSE_MS = 400
_TICK_SECONDS = 0.02
_TEXTS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Escape: "\x1b"}


class DemoFailed(Exception):
    """The demonstration did not end as it must; the text says where and what was seen."""


class Stage(Protocol):
    """What the demonstration plays on: the running program."""

    @property
    def window(self) -> QWidget:
        """Return the main window."""
        ...

    @property
    def board(self) -> Board:
        """Return the board of the orders."""
        ...

    @property
    def platform(self) -> TrainingPlatform:
        """Return the training platform."""
        ...

    @property
    def ifood(self) -> TrainingIfood:
        """Return the training platform of iFood."""
        ...

    @property
    def accounts(self) -> Callable[[], tuple[AccountRow, ...]]:
        """Return the question how the accounts stand."""
        ...

    @property
    def catalogue_ready(self) -> bool:
        """Say whether the catalogue is here."""
        ...

    def set_dark(self, dark: bool) -> None:
        """Show the window in its dark or light colours."""
        ...


@dataclass(frozen=True, slots=True)
class Expected:
    """What the platform must have at the end for one order: its status, and the cart as SKU and amount."""

    order_id: str
    status: str
    cart: tuple[tuple[str, Decimal], ...] = ()


class Hands:
    """Types into the window, as a scanner and as a person do.

    Each key comes to the window with the time at which it was struck, so that a busy computer does not make typing of
    a scan. Keys go to the window directly: it waits for nothing meanwhile, as it does not when the system brings them.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._struck_ms = 0

    async def scan(self, code: str) -> None:
        """Type a code at the speed of a scanner, with Enter behind it."""
        self.burst(code)
        self.strike(Qt.Key.Key_Return, after_ms=_SCAN_GAP_MS)
        await _settle()

    async def type(self, text: str) -> None:
        """Type a text at the speed of a hand."""
        for character in text:
            self.strike(character, after_ms=_HAND_GAP_MS)
            await asyncio.sleep(_HAND_GAP_MS / 1000)

    async def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self.strike(key, modifiers)
        await _settle()

    def burst(self, code: str) -> None:
        """Type the characters of a code as a scanner does, without the Enter behind them."""
        for number, character in enumerate(code):
            self.strike(character, after_ms=_SCAN_GAP_MS if number else _PAUSE_MS)

    def strike(
        self,
        key: Qt.Key | str,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        after_ms: int = _PAUSE_MS,
    ) -> None:
        """Strike one key, so many milliseconds after the one before."""
        self._struck_ms += after_ms
        text = key if isinstance(key, str) else _TEXTS.get(key, "")
        code = Qt.Key(ord(key.upper())) if isinstance(key, str) else key
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, modifiers, 0, 0, 0, text)
            event.setTimestamp(self._struck_ms)
            QCoreApplication.sendEvent(self._window.windowHandle(), event)


async def _settle() -> None:
    # An Enter right behind a scan counts as the second half of the scanner's own; no hand is that quick.
    await asyncio.sleep(0.15)


class Demo:
    """One play of the main job; pictures go to `folder`, the steps to standard output."""

    def __init__(self, stage: Stage, folder: Path, say: Callable[[str], None] = print) -> None:
        self._stage = stage
        self._folder = folder
        self._say = say
        self._hands = Hands(stage.window)
        self._goods = load_store().by_sku()
        self._brazilian = {good.name: good for good in load_brazil().plain}
        self._pictures = 0
        self._expected: list[Expected] = []

    async def play(self) -> None:
        """Play everything; DemoFailed if the platform does not end with what was picked."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for old in self._folder.glob("*.png"):
                old.unlink()
        except OSError as error:
            where = f"{self._folder} in {Path.cwd()}"
            raise DemoFailed(f"no pictures can be written to {where}: {error}. Start it in another folder.") from error
        await self._until(lambda: self._stage.catalogue_ready, "the catalogue")
        await self._shot("empty inbox", "The shop opens: connected, nothing to pick.")
        main = await self._arrive(
            "Orders arrive by webhook.",
            [
                ("200007", 2),
                ("204627", 1),
                ("W-00201", "1.2"),
                ("207147", 3),
                ("206307", 1),
                ("W-00301", "0.4"),
            ],
            language="en",
        )
        vendor = await self._arrive("", [("200427", 4), ("213867", 1)], vendor_delivery=True, language="pt_BR")
        cancelled = await self._arrive("", [("215547", 1)], language="es")
        for number in range(5):
            self._stage.platform.create_order(lines=3 + 5 * number, customer=("masked", "far", "full")[number % 3])
        ifood = await self._arrive_from_ifood()
        await self._until(lambda: self._stage.board.counts()[Tab.TO_PICK] == 9, "nine orders in the inbox")
        await self._hands.press(Qt.Key.Key_Up)
        await self._shot("inbox", "Orders came in by webhook, one by polling iFood; the most urgent one on top.")
        await self._main_job(main)
        await self._ifood_order(ifood)
        await self._offline_order(vendor)
        await self._cancelled_by_us(cancelled)
        await self._cancelled_by_customer()
        for _ in range(3):
            await self._hands.press(Qt.Key.Key_Left)
        self._stage.set_dark(True)
        await self._until(lambda: self._stage.board.counts()[Tab.TO_PICK] > 0, "orders left to show")
        await self._shot("inbox dark", "The same inbox in the dark.")
        await self._compare()

    # The acts of the play.

    async def _main_job(self, ref: str) -> None:
        milk, bread, tomatoes, pasta, honey, gouda = (
            self._product(sku) for sku in ("200007", "204627", "W-00201", "207147", "206307", "W-00301")
        )
        await self._open(ref)
        await self._shot("order", "Enter opens it: lines, bounds, what the customer pays.")
        await self._scan(ref, milk, 1)
        await self._scan(ref, milk, 2)
        await self._shot("picked", "Two scans, two cartons of milk: saved, then the beep.")
        await self._hands.scan(milk.barcodes[0])
        await self._shot("too many", "A third carton is refused: only two were ordered.")
        self._must_have(ref, milk, Decimal(2))
        await self._scan(ref, bread, 1)
        await self._choose(tomatoes)
        await self._hands.press(Qt.Key.Key_F2)
        await self._hands.type("9,5")
        await self._hands.press(Qt.Key.Key_Return)
        await self._shot("over the bound", "9.5 kg of tomatoes are over the bound: refused, with the bound in words.")
        self._must_have(ref, tomatoes, Decimal(0))
        await self._choose(tomatoes)
        await self._hands.press(Qt.Key.Key_F2)
        await self._hands.type("1,184")
        await self._shot("weight", "The weight is typed, point or comma.")
        await self._hands.press(Qt.Key.Key_Return)
        await self._amount(ref, tomatoes, Decimal("1.184"))
        for count in (1, 2, 3):
            await self._scan(ref, pasta, count)
        await self._choose(honey)
        await self._hands.press(Qt.Key.Key_F4)
        await self._hands.type("honey")
        await self._shot("replace", "No honey of this kind: F4, a word, and the products that fit.")
        await self._hands.press(Qt.Key.Key_Return)
        await self._hands.press(Qt.Key.Key_Return)
        view = await self._view(ref, lambda v: any(line.replaces for line in v.lines), "the honey replaced")
        stand_in = next(line for line in view.lines if line.replaces)
        await self._shot("replaced", f"{stand_in.name} takes its place.")
        await self._hands.scan(weight_label(gouda.item_code, Decimal("0.412")))
        await self._amount(ref, gouda, Decimal("0.412"))
        await self._shot("weight label", "The scale's label sets the weight of the cheese: 0.412 kg.")
        await self._hands.press(Qt.Key.Key_F6)
        await self._hands.scan(self._product("BAG-01").barcodes[0])
        await self._hands.press(Qt.Key.Key_Return)
        await self._view(ref, lambda v: any(line.sku == "BAG-01" for line in v.lines), "a carry bag added")
        await self._hands.press(Qt.Key.Key_F5)
        await self._view(
            ref,
            lambda v: v.check is not None and v.check.state is Check.GOOD and v.check.changes_since == 0,
            "the cart checked",
        )
        await self._shot("checked", "UPDATE_CART: the platform accepts this cart, line by line.")
        await self._hands.press(Qt.Key.Key_F9)
        await self._shot("finish", "F9: what the customer gets and pays, compared with the order.")
        await self._hands.press(Qt.Key.Key_Return)
        await self._view(ref, lambda v: v.row.word is Word.CONFIRMED, "the confirmation on the webhook")
        await self._shot("confirmed", "Sent, and confirmed by the platform on the webhook.")
        self._expected.append(
            Expected(
                ref,
                Status.READY_FOR_PICKUP,
                (
                    (milk.sku, Decimal(2)),
                    (bread.sku, Decimal(1)),
                    (tomatoes.sku, Decimal("1.184")),
                    (pasta.sku, Decimal(3)),
                    (stand_in.sku, stand_in.amount),
                    (gouda.sku, Decimal("0.412")),
                    ("BAG-01", Decimal(1)),
                ),
            )
        )

    async def _ifood_order(self, ref: str) -> None:
        coffee, sweet = IFOOD_GOODS
        await self._open(ref)
        await self._shot("ifood order", "An order from iFood at the same desk: what can be done here is offered.")
        await self._hands.press(Qt.Key.Key_Return)
        await self._view(ref, lambda v: v.row.status is Status.CONFIRMED, "the confirmation told by an event")
        await self._shot("ifood accepted", "Enter accepts it: confirmed to iFood before its clock runs out.")
        for name, count in ((coffee, 1), (coffee, 2), (sweet, 1)):
            await self._hands.scan(self._brazilian[name].ean)
            await self._picked(ref, name, count)
        await self._shot("ifood picked", "Three scans: the list is ticked off.")
        await self._hands.press(Qt.Key.Key_F9)
        await self._shot("ifood finish", "F9: what goes along, and what is to be collected at the door.")
        await self._hands.press(Qt.Key.Key_Return)
        await self._view(ref, lambda v: v.row.word is Word.DISPATCHED, "the dispatch told by an event")
        await self._open(ref)
        await self._shot("ifood dispatched", "Enter dispatched it: iFood's own event proves it.")
        self._expected.append(Expected(ref, "DISPATCHED"))

    async def _offline_order(self, ref: str) -> None:
        yoghurt, juice = self._product("200427"), self._product("213867")
        await self._open(ref)
        self._stage.platform.fault("any", "drop_before", times=10_000)
        for count in (1, 2, 3):
            await self._scan(ref, yoghurt, count)
        await self._choose(yoghurt)
        await self._hands.press(Qt.Key.Key_F2)
        await self._hands.type("3")
        await self._hands.press(Qt.Key.Key_Return)
        await self._choose(juice)
        await self._hands.press(Qt.Key.Key_F3)
        await self._view(ref, lambda v: not v.next_line, "every line decided")
        await self._hands.press(Qt.Key.Key_F9)
        await self._hands.press(Qt.Key.Key_Return)
        await self._view(ref, lambda v: v.row.tab is Tab.WAITING, "the order finished without a line")
        await self._until(self._is_off, "the word that the line is down")
        await self._open(ref)
        await self._shot("offline", "The line is down: the work goes on, and what waits is said.")
        self._stage.platform.clear_faults()
        await self._view(ref, lambda v: v.row.word is Word.DISPATCHED, "the order sent when the line came back")
        await self._shot("line is back", "The line is back: sent once, as DISPATCHED, and confirmed.")
        self._expected.append(Expected(ref, Status.DISPATCHED, ((yoghurt.sku, Decimal(3)),)))

    async def _cancelled_by_us(self, ref: str) -> None:
        await self._open(ref)
        await self._hands.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
        await self._shot("reasons", "Nothing of it is left: Ctrl+Delete and a reason.")
        await self._hands.press(Qt.Key.Key_Return)
        await self._view(ref, lambda v: v.row.word is Word.CANCELLED, "the cancellation read back")
        self._expected.append(Expected(ref, Status.CANCELLED))

    async def _cancelled_by_customer(self) -> None:
        ref = await self._arrive("", [("205887", 2), ("206727", 1)])
        await self._open(ref)
        await self._scan(ref, self._product("205887"), 1)
        self._stage.platform.advance(ref, "CANCELLED", reason="CUSTOMER_CHANGED_MIND", cancelled_by="CUSTOMER")
        await self._view(ref, lambda v: v.row.status is Status.CANCELLED, "the customer's cancellation")
        await self._shot("cancelled", "The customer cancels while picking: the work stops, what to put back is said.")
        await self._hands.press(Qt.Key.Key_Escape)
        self._expected.append(Expected(ref, Status.CANCELLED))

    async def _compare(self) -> None:
        """Compare the platform's end with what was picked; the platform is asked, not the program."""
        platform = self._stage.platform
        carts = {expected.order_id: platform.cart(expected.order_id) for expected in self._expected if expected.cart}
        wrong = differences(self._expected, platform.statuses() | self._stage.ifood.states(), carts)
        if wrong:
            raise DemoFailed("\n".join(wrong))
        self._say(f"The platform ended with what was picked: {len(self._expected)} orders compared.")

    # Small steps.

    async def _arrive_from_ifood(self) -> str:
        coffee, sweet = (self._brazilian[name].code for name in IFOOD_GOODS)
        order = self._stage.ifood.create_order(
            items=[{"code": coffee, "quantity": 2}, {"code": sweet, "quantity": 1}],
            type="DELIVERY",
            payment="change",
            voucher="none",
            quirks=[],
        )
        ref = str(order["reference"])
        await self._view(ref, lambda v: True, "the order from iFood on the board")
        return ref

    async def _picked(self, ref: str, name: str, count: int) -> None:
        await self._view(
            ref,
            lambda v: any(line.name == name and line.amount == count for line in v.lines),
            f"{count} of {name}",
        )

    def _product(self, sku: str) -> Product:
        return self._goods[sku]

    async def _arrive(self, text: str, goods: list[tuple[str, int | str]], **wishes: Any) -> str:
        if text:
            self._say(text)
        items = [
            {"sku": sku, "quantity": amount} if isinstance(amount, int) else {"sku": sku, "weight": Decimal(amount)}
            for sku, amount in goods
        ]
        ref = str(self._stage.platform.create_order(items=items, customer="masked", **wishes)["order_id"])
        await self._view(ref, lambda v: True, "the order on the board")
        return ref

    async def _open(self, ref: str) -> None:
        """Go to the inbox and scan the order's code, as on the printed slip."""
        await self._hands.press(Qt.Key.Key_Escape)
        await self._hands.press(Qt.Key.Key_Escape)
        view = await self._view(ref, lambda v: True, "the order on the board")
        await self._hands.scan(view.row.code)

    async def _choose(self, product: Product) -> None:
        """Find the line by the end of its code."""
        await self._hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        await self._hands.type(product.sku[-5:])
        await self._hands.press(Qt.Key.Key_Return)

    async def _scan(self, ref: str, product: Product, count: int) -> None:
        await self._hands.scan(product.barcodes[0])
        await self._amount(ref, product, Decimal(count))

    async def _amount(self, ref: str, product: Product, amount: Decimal) -> None:
        await self._view(
            ref,
            lambda v: any(line.sku == product.sku and line.amount == amount for line in v.lines),
            f"{amount:f} of {product.names['en']}",
        )

    def _must_have(self, ref: str, product: Product, amount: Decimal) -> None:
        view = self._find(ref)
        seen = [line.amount for line in view.lines if line.sku == product.sku] if view else []
        if seen != [amount]:
            raise DemoFailed(f"{product.names['en']}: {seen} in the cart, {amount:f} expected")

    def _is_off(self) -> bool:
        rows = [account for account in self._stage.accounts() if account.account == DELIVERY_HERO]
        return all(account.line is Line.OFF and account.waiting for account in rows)

    def _find(self, ref: str) -> OrderView | None:
        board = self._stage.board
        views = (board.order(row.id) for tab in Tab for row in board.rows(tab))
        return next((view for view in views if view is not None and board.ref(view.row.id) == ref), None)

    async def _view(self, ref: str, holds: Callable[[OrderView], bool], what: str) -> OrderView:
        found: list[OrderView] = []

        def look() -> bool:
            view = self._find(ref)
            if view is not None and holds(view):
                found.append(view)
            return bool(found)

        await self._until(look, what)
        return found[0]

    async def _until(self, holds: Callable[[], bool], what: str) -> None:
        deadline = asyncio.get_running_loop().time() + SECONDS
        while not holds():
            if asyncio.get_running_loop().time() > deadline:
                await self._shot("failed", f"Waited {SECONDS:.0f} s in vain for: {what}.")
                raise DemoFailed(f"waited {SECONDS:.0f} s in vain for: {what}")
            await asyncio.sleep(_TICK_SECONDS)

    async def _shot(self, name: str, text: str) -> None:
        await _settle()
        self._pictures += 1
        self._say(f"{self._pictures:2}. {text}")
        path = self._folder / f"{self._pictures:02}-{name.replace(' ', '-')}.png"
        if not self._stage.window.grab().save(str(path)):
            raise DemoFailed(f"the picture {path} could not be written")


def differences(
    expected: Sequence[Expected], statuses: Mapping[str, str], carts: Mapping[str, Sequence[Mapping[str, Any]]]
) -> list[str]:
    """Say where the platform's end is not what was expected: by order id its status, and the lines of its cart."""
    wrong = []
    for one in expected:
        status = statuses.get(one.order_id, "unknown")
        if status != one.status:
            wrong.append(f"order {one.order_id}: {status} at the platform, {one.status} expected")
        cart = [_amount_of(line) for line in carts.get(one.order_id, ())]
        if one.cart and sorted(cart) != sorted(one.cart):
            wrong.append(f"order {one.order_id}: the platform has {_words(cart)}, picked was {_words(one.cart)}")
    return wrong


def _amount_of(line: Mapping[str, Any]) -> tuple[str, Decimal]:
    return str(line["sku"]), Decimal(str(line["weight"] or line["quantity"]))


def _words(cart: Iterable[tuple[str, Decimal]]) -> str:
    return ", ".join(f"{sku} × {amount:f}" for sku, amount in sorted(cart))
