"""What was set at a platform for the shop, as a Qt model: what, where, and what came of it."""

from collections.abc import Callable, Hashable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from picker_app.gui import words
from picker_app.gui.formats import Formats
from picker_app.gui.models.keyed import KeyedModel
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.shop_desk import CallState, Setting, ShopCallRow

translate = QCoreApplication.translate
_ICONS = {Setting.PRICE: "cash", Setting.PRODUCT: "products", Setting.SHOP: "store"}


class ShopCallModel(KeyedModel[ShopCallRow]):
    """Rows by id; `card` is a LineCard. `currencies` are those of the accounts, by name."""

    def __init__(self, formats: Formats, clock: Callable[[], datetime], currencies: dict[str, str]) -> None:
        super().__init__()
        self._formats = formats
        self._clock = clock
        self._currencies = currencies

    def key_of(self, row: ShopCallRow) -> Hashable:
        """Return the call's id."""
        return row.id

    def text_of(self, row: ShopCallRow) -> str:
        """Return the call in words."""
        card = self.card_of(row)
        mark = card.mark.word if card.mark else ""
        return ", ".join(part for part in (card.name, mark, card.alert, card.below, card.amount) if part)

    def card_of(self, row: ShopCallRow) -> LineCard:
        """Return what is painted."""
        refused = row.state is CallState.REFUSED
        shops = ", ".join(row.stores)
        start = ""
        if row.setting is Setting.PRICE and row.start is not None:
            start = translate("ShopCalls", "from {day} on").format(day=self._formats.day(row.start))
        return LineCard(
            tile="",
            icon=_ICONS[row.setting],
            tile_tone=Tone.BAD if refused else Tone.IDLE,
            name=self._name(row),
            struck=row.state is CallState.REPLACED,
            below=" · ".join(part for part in (start, row.platform, shops, row.reason) if part),
            alert=self._refusal(row) if refused else "",
            alert_tone=Tone.BAD,
            mark=self._mark(row),
            amount="",
            of=self._formats.moment(row.created_at, self._clock()),
            quiet=row.state is CallState.REPLACED,
            next=False,
        )

    def _name(self, row: ShopCallRow) -> str:
        if row.setting is Setting.PRICE and row.price is not None:
            price = self._formats.money(row.price, self._currencies.get(row.account, ""))
            return f"{row.code}: {price}"
        if row.setting is Setting.PRODUCT:
            on, off = translate("ShopCalls", "{code}: on sale"), translate("ShopCalls", "{code}: off sale")
            return (on if row.available else off).format(code=row.code)
        return translate("ShopCalls", "Shop open") if row.available else translate("ShopCalls", "Shop closed")

    def _mark(self, row: ShopCallRow) -> Mark:
        at = self._formats.moment(row.ended_at, self._clock()) if row.ended_at else ""
        if row.state is CallState.SENT:
            return Mark("check", translate("ShopCalls", "sent at {time}").format(time=at), Tone.GOOD)
        if row.state is CallState.REFUSED:
            return Mark("cross", translate("ShopCalls", "refused"), Tone.BAD)
        if row.state is CallState.REPLACED:
            return Mark("minus", translate("ShopCalls", "a newer one counts"), Tone.IDLE)
        if row.retry_at is not None:
            return Mark("clock", translate("ShopCalls", "not sent, tried again"), Tone.ATTENTION)
        return Mark("send", translate("ShopCalls", "on its way"), Tone.ACCENT)

    @staticmethod
    def _refusal(row: ShopCallRow) -> str:
        if row.error == "missing":
            return translate("ShopCalls", "{platform} does not know this code").format(platform=row.platform)
        said = f"{row.platform}: “{row.words}”" if row.words else ""
        return said or words.platform_error(row.error)
