"""The way in: how the tunnel stands, the public address, and the exact address of each account's webhook."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.setup import way_words
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.saying import Saying
from picker_app.gui.setup.standing import Standing
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.choices import Choices
from picker_app.gui.widgets.labels import Card, clear, label, set_text
from picker_app.gui.widgets.qr import QrCode
from picker_app.intake import far_end
from picker_app.intake.tunnel_row import TunnelRow
from picker_app.settings import DeliveryHeroAccount

translate = QCoreApplication.translate
SAID = 5


class WayPage(QWidget):
    """State and advice above, the addresses and the QR code of the chosen one below."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("way_page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(12))
        self.standing = Standing("way")
        column.addWidget(self.standing)
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(20))
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        self.hint = label("way_hint", ink=2, wrap=True)
        left.addWidget(self.hint)
        self.addresses = Choices("way")
        left.addWidget(self.addresses)
        left.addStretch(1)
        middle.addLayout(left, 1)
        self.code = QrCode("way_code")
        middle.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(middle)
        self.said = Card("way_said", translate("Way", "What the tunnel said last"))
        self.said_lines = QVBoxLayout()
        self.said.body.addLayout(self.said_lines)
        column.addWidget(self.said)
        column.addStretch(1)


class WayDesk:
    """Shows the row of the tunnel each second; Enter copies the chosen address."""

    def __init__(self, cabinet: Cabinet, saying: Saying) -> None:
        self._cabinet = cabinet
        self._saying = saying
        self._offered: tuple[tuple[str, str], ...] | None = None
        self._said: tuple[str, ...] | None = None
        self.page = WayPage()
        self.tick()

    @property
    def widget(self) -> QWidget:
        """Return the page."""
        return self.page

    @property
    def acts(self) -> tuple[tuple[str, str, Command], ...]:
        """Return what can be done."""
        return (
            ("way_copy", translate("Way", "Copy the address"), Command.ENTER),
            ("way_test", translate("Way", "Test the whole way"), Command.CHECK),
            ("way_again", translate("Way", "Start the tunnel again"), Command.AMOUNT),
        )

    def begin(self) -> None:
        """Let the keys choose an address."""
        self.page.window().setFocus()

    def command(self, command: Command) -> bool:
        """Choose an address, copy it, test the way, or start the tunnel again."""
        if command in (Command.UP, Command.DOWN):
            self.page.addresses.step(-1 if command is Command.UP else 1)
            self._show_code()
        elif command is Command.ENTER:
            self._copy()
        elif command is Command.CHECK:
            self._cabinet.check_tunnel()
            self._saying.say(translate("Way", "The public address is asked"), icon="send")
        elif command is Command.AMOUNT:
            self._cabinet.start_tunnel_again()
            self._saying.say(translate("Way", "The tunnel is started again"), icon="undo")
        else:
            return False
        return True

    def tick(self) -> None:
        """Show how the tunnel stands now."""
        row, page = self._cabinet.tunnel(), self.page
        page.standing.tell(way_words.mark(row), way_words.title(row), self._advice(row))
        offered = self._addresses(row)
        if offered != self._offered:
            self._offered = offered
            page.addresses.offer(offered)
            hint = translate("Way", "Enter exactly this address at the platform; a telephone reads the code.")
            set_text(page.hint, hint if offered else translate("Way", "The address stands here once it is known."))
        self._show_code()
        if row.said[-SAID:] != self._said:
            self._said = row.said[-SAID:]
            clear(page.said_lines)
            for number, line in enumerate(self._said):
                page.said_lines.addWidget(label(f"way_said_{number}", line, size=theme.SMALL, ink=2, wrap=True))
        page.said.setVisible(bool(self._said))

    def _advice(self, row: TunnelRow) -> str:
        parts = [way_words.advice(row, self._cabinet.chosen.tunnel, self._cabinet.listener())]
        if row.temporary and row.public_url:
            parts.append(translate("Way", "This address is another one after the next start."))
        if row.ends:
            parts.append(translate("Way", "Ended by itself since the start: {count}.").format(count=row.ends))
        return " ".join(part for part in parts if part)

    def _addresses(self, row: TunnelRow) -> tuple[tuple[str, str], ...]:
        """Return the addresses of the webhooks with the account they are for, then the public address itself."""
        if not row.public_url:
            return ()
        heroes = [one.name for one in self._cabinet.chosen.accounts if isinstance(one, DeliveryHeroAccount)]
        named = row.addresses or tuple((name, far_end.address(row.public_url, name)) for name in heroes)
        exact = [(address, translate("Way", "Webhook of {name}").format(name=name)) for name, address in named]
        return (*exact, (row.public_url, translate("Way", "The public address")))

    def _chosen(self) -> str:
        number = self.page.addresses.chosen
        return self._offered[number][0] if self._offered and 0 <= number < len(self._offered) else ""

    def _show_code(self) -> None:
        self.page.code.show_text(self._chosen())

    def _copy(self) -> None:
        address = self._chosen()
        if address:
            QGuiApplication.clipboard().setText(address)
            self._saying.say(translate("Way", "Copied"), address)
        else:
            self._saying.say(translate("Way", "There is no address yet"), tone=Tone.ATTENTION, icon="clock")
