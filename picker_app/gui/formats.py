"""Write amounts, money and times for a person: in the language's manner, in the store's zone."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from picker_app.domain import money
from picker_app.domain.said import Pricing
from picker_app.gui.counts import counts

_SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "BRL": "R$", "SEK": "kr", "NOK": "kr", "DKK": "kr", "CZK": "Kč",
            "HUF": "Ft", "PLN": "zł", "TRY": "₺", "THB": "฿", "JPY": "¥", "INR": "₹"}  # fmt: skip
_BEHIND = frozenset({"SEK", "NOK", "DKK", "CZK", "HUF", "PLN"})
MINUS = "−"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Formats:
    """How this store writes things down."""

    locale: QLocale
    zone: ZoneInfo

    def number(self, value: Decimal, digits: int | None = None) -> str:
        """Write a number exactly: with `digits` decimals, or as many as it has."""
        if digits is not None:
            value = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
        text = f"{abs(value):f}"
        if digits is None and "." in text:
            text = text.rstrip("0").rstrip(".")
        whole, _, decimals = text.partition(".")
        groups: list[str] = []
        while len(whole) > 3:
            whole, groups = whole[:-3], [whole[-3:], *groups]
        text = self.locale.groupSeparator().join([whole, *groups])
        if decimals:
            text += self.locale.decimalPoint() + decimals
        return MINUS + text if value < 0 else text

    def money(self, value: Decimal, currency: str) -> str:
        """Write money with the currency's symbol, or its ISO code where it has no symbol of its own."""
        text = self.number(abs(value), money.digits(currency))
        symbol = _SYMBOLS.get(currency, currency)
        sign = MINUS if value < 0 else ""
        # The space is a hard one: a price is never broken over two lines.
        if currency in _BEHIND or (self.locale.language() == QLocale.Language.Spanish and currency == "EUR"):
            return f"{sign}{text}\u00a0{symbol}"
        tight = len(symbol) == 1 and self.locale.language() == QLocale.Language.English
        return f"{sign}{symbol}{text}" if tight else f"{sign}{symbol}\u00a0{text}"

    def difference(self, value: Decimal, currency: str) -> str:
        """Write what something changes in the price, with its sign."""
        text = self.money(value, currency)
        return f"+{text}" if value > 0 else text

    def plain_price(self, value: Decimal, currency: str) -> str:
        """Write a price as a person types it: without symbol and groups."""
        return self.number(value, money.digits(currency)).replace(self.locale.groupSeparator(), "")

    def amount(self, value: Decimal, pricing: Pricing) -> str:
        """Write pieces as they are and kilograms to the gram, without the unit."""
        return self.number(value, 3) if pricing is Pricing.KG else self.number(value)

    def with_unit(self, value: Decimal, pricing: Pricing) -> str:
        """Write an amount with its unit; pieces need none."""
        text = self.amount(value, pricing)
        return f"{text}\u00a0kg" if pricing is Pricing.KG else text

    def clock(self, moment: datetime) -> str:
        """Write a time of day in the store's zone."""
        return moment.astimezone(self.zone).strftime("%H:%M")

    def clock_with_seconds(self, moment: datetime) -> str:
        """Write a time of day in the store's zone, to the second."""
        return moment.astimezone(self.zone).strftime("%H:%M:%S")

    def day(self, day: date) -> str:
        """Write a date; in English with the month's name, for 6/7 is June to some of its readers and July to others."""
        date_ = QDate(day.year, day.month, day.day)
        if self.locale.language() == QLocale.Language.English:
            return self.locale.toString(date_, "d MMM yyyy")
        return self.locale.toString(date_, QLocale.FormatType.ShortFormat)

    def moment(self, moment: datetime, now: datetime) -> str:
        """Write a time of day, with the date where it is another day than today."""
        local = moment.astimezone(self.zone)
        if local.date() == now.astimezone(self.zone).date():
            return self.clock(moment)
        return f"{self.day(local.date())} {self.clock(moment)}"


def span(length: timedelta) -> str:
    """Write how long something lasted: in seconds, minutes, hours or days, one or two words."""
    seconds = max(0, int(length.total_seconds()))
    if seconds < 60:
        return translate("Span", "{n} s").format(n=seconds)
    minutes = seconds // 60
    if minutes < 100:
        return translate("Span", "{n} min").format(n=minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return translate("Span", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return counts.days(hours // 24)


def minutes_left(until: datetime, now: datetime) -> tuple[bool, str]:
    """Say whether a time is over, and how much is left or how late it is."""
    left = until - now
    if left < timedelta(0):
        return True, translate("Span", "{time} late").format(time=span(-left))
    return False, translate("Span", "{time} left").format(time=span(left))
