"""Checks that the five orders of iFood's own page are shown whole: every field in the order's details, every total."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from picker_app.gui import language
from picker_app.gui.formats import Formats
from picker_app.gui.screens.details import DetailsDrawer
from picker_app.gui.screens.pays_card import PaysCard
from picker_app.picking.rows import OrderView, Tab
from picker_app.platforms.ifood_pos import AccountSettings
from picker_app.training.ifood_pos.birth import examples
from picker_app.training.ifood_pos.platform import TrainingIfood
from tests.outbox.status_shop import StatusShop
from tests.outbox.waiting import until

FORMATS = Formats(QLocale("en"), ZoneInfo("America/Sao_Paulo"))
# Told in words or as a time of the shop, and counted for the whole line.
IN_WORDS = ("createdAt", "deliveryDateTime", "type", "prepaid", "quantity")


class AllShops(StatusShop):
    """The counter of all shops that the page names."""

    def account(self) -> AccountSettings:
        return replace(super().account(), merchant_ids=(10487, 137086, 255001))


@pytest.fixture
async def shop(no_task_left: None, tmp_path: Path) -> AsyncIterator[StatusShop]:
    platform = TrainingIfood(strict=True, min_poll_s=0, token_ttl_s=10**8)
    platform.start()
    made = AllShops(tmp_path, platform)
    made.database.open()
    await made.start()
    yield made
    await made.close()
    platform.close()


def leaves(tree: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, key)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value, name)
    elif tree not in (None, "", 0) and name not in IN_WORDS:
        yield name, tree


def forms(value: Any) -> tuple[str, ...]:
    """How a value may be written."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value), FORMATS.money(Decimal(value), "BRL")
    return (str(value).strip(),)


def read(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


async def test_each_of_the_five_orders_can_be_read_whole(shop: StatusShop, qapp: QApplication) -> None:
    language.speak(qapp, "en")
    for reference in examples():
        shop.platform.create_order(reference=reference)

    async def all_here() -> dict[str, OrderView]:
        ids = [row.id for tab in Tab for row in shop.board.rows(tab)]
        views = {shop.board.ref(order_id): shop.board.order(order_id) for order_id in ids}
        return {ref: view for ref, view in views.items() if view} if len(views) == len(examples()) else {}

    views: dict[str, OrderView] = await until(all_here)
    page = QWidget()
    drawer, pays = DetailsDrawer(page, FORMATS), PaysCard(FORMATS)
    for reference, document in examples().items():
        drawer.show_order(views[reference])
        text = read(drawer)
        missing = [(name, value) for name, value in leaves(document) if not any(form in text for form in forms(value))]
        assert missing == [], reference
        pays.refresh(views[reference])
        totals = [FORMATS.money(Decimal(str(document[name])), "BRL") for name in ("subTotal", "totalPrice")]
        assert all(total in read(pays) for total in totals), reference
        page_lines = [line for line in views[reference].lines if not line.parent]
        assert len(page_lines) == len(document["items"])
    for widget in (page, pays):
        widget.deleteLater()
