"""Asks how a promotion shall work: the mechanics of the accounts, each with what it means."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from picker_app.devices.scanner import Scan
from picker_app.domain.mechanics import mechanics_of
from picker_app.domain.promotion import Mechanic
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions import words
from picker_app.gui.promotions.card_page import CardPage, Key, card
from picker_app.gui.promotions.office import Office
from picker_app.gui.widgets.line_delegate import LineCard

translate = QCoreApplication.translate


class MechanicHand:
    """A list to choose from; `chosen` is told account and mechanic."""

    def __init__(
        self, office: Office, act: Callable[[Command], object], chosen: Callable[[str, Mechanic], object]
    ) -> None:
        self._office = office
        self._chosen = chosen
        self._account = ""
        keys = (Key("take", translate("Promotions", "Take this one"), Command.ENTER, "main"),)
        self.page = CardPage(
            "promotion_mechanics", keys, act, key=lambda row: row, make=self._card, back=translate("Promotions", "Back")
        )

    def ask(self, account: str = "") -> None:
        """Offer the mechanics of one account, or of all."""
        self._account = account
        self._office.show(self)

    def come(self) -> None:
        """Offer the mechanics."""
        shops = self._office.given.shops
        accounts = [self._account] if self._account else list(shops)
        rows = [(account, mechanic) for account in accounts for mechanic in mechanics_of(shops[account].market)]
        self.page.name_it(translate("Promotions", "How shall it work?"))
        self.page.show_anew(rows)
        self._office.hint(translate("Promotions", "Choose a mechanic"), translate("Promotions", "takes it"), "Enter")

    def refresh(self) -> None:
        """Mechanics do not change."""

    def command(self, command: Command) -> bool:
        """Step and take."""
        if command in STEPS:
            self.page.list.step(STEPS[command])
        elif command is Command.ENTER:
            row = self.page.chosen()
            if row is not None:
                self._chosen(*row)
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False

    def _card(self, row: tuple[str, Mechanic]) -> LineCard:
        account, mechanic = row
        title, meaning = words.MECHANICS[mechanic]
        shop = self._office.given.shops[account]
        name = words.word(title)
        return card(name, f"{shop.title} · {words.word(meaning)}", tile=shop.title[:1].upper(), icon="")
