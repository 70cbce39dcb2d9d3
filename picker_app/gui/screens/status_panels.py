"""The panels of orders that are told by statuses: hand an order back with words, and decide what stayed unproven."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from picker_app.domain.said import Flow, Pricing, Status
from picker_app.domain.steps import MOST_DETAILS
from picker_app.gui import theme
from picker_app.gui.formats import Formats
from picker_app.gui.offers import refused_confirmation
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.choices import Choices
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.labels import label, set_text, set_tone
from picker_app.picking.rows import OrderView

translate = QCoreApplication.translate


class Warned(QFrame):
    """A banner of one sentence with the shape of a warning."""

    def __init__(self, name: str, tone: Tone) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", "banner")
        set_tone(self, tone)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(12))
        icon = QLabel()
        icon.setObjectName(f"{name}_icon")
        icon.setPixmap(theme.icon_pixmap("warning", theme.tone_colours(tone)[0], 24))
        row.addWidget(icon)
        self._words = label(f"{name}_words", size=theme.LARGE, weight=600, wrap=True)
        set_tone(self._words, tone)
        row.addWidget(self._words, 1)

    def say(self, words: str) -> None:
        """Show a sentence; an empty one hides the banner."""
        set_text(self._words, words)
        self.setVisible(bool(words))


class RejectPanel(QWidget):
    """Asks why an order is handed to the platform's own desk (Ctrl+Delete): a reason, and the text that is sent.

    What stands in the field is sent as it is. `sure` says no the first time where the text was only offered, or the
    order is confirmed already: the first Enter takes the reason, the second one the text.
    """

    def __init__(self, accept: Callable[[], None], formats: Formats) -> None:
        super().__init__()
        self.setObjectName("reject_panel")
        self._formats = formats
        self._sentences: list[str] = []
        self._confirmed = False
        self._asked = False
        self._platform = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        self._title = label("reject_panel_title", size=theme.TITLE, weight=700)
        layout.addWidget(self._title)
        self._warning = Warned("reject_warning", Tone.ATTENTION)
        layout.addWidget(self._warning)
        self._second = Warned("reject_second_warning", Tone.BAD)
        layout.addWidget(self._second)
        self.choices = Choices("reject")
        layout.addWidget(self.choices)
        layout.addWidget(label("reject_panel_hint", self.tr("This is what they read:"), ink=2))
        self.field = Field("reject_panel_field", self.tr("Why the order is rejected"))
        self.field.setMaxLength(MOST_DETAILS)
        layout.addWidget(self.field)
        self._take = Button("reject_panel_take", "", "Enter", accept, "danger")
        layout.addWidget(self._take)
        layout.addStretch(1)

    def ask(self, view: OrderView) -> None:
        """Offer the reasons, each with its sentence; what is missing is named in the first."""
        platform = self._platform = view.row.platform
        self._confirmed, self._asked = view.row.status is Status.CONFIRMED, False
        set_text(self._title, self.tr("Reject order {order}?").format(order=view.row.short_code))
        warning = self.tr("This does not cancel the order: {platform} will phone the shop.")
        self._warning.say(warning.format(platform=platform))
        second = self.tr("The order is confirmed already: the customer is waiting for it.")
        self._second.say(second if self._confirmed else "")
        self._take.set_words(self.tr("Hand it to {platform}’s desk").format(platform=platform))
        reasons = reject_reasons(view, self._formats)
        self._sentences = [sentence for _, sentence in reasons]
        self.choices.offer([(name, "") for name, _ in reasons])
        self.show()
        self.field.offer(self._sentences[0])

    @property
    def sure(self) -> bool:
        """Say whether the order may be handed over now; else the text is offered, and what is confirmed asked again."""
        if self._asked or (self.field.isModified() and not self._confirmed):
            return True
        self._asked = True
        if not self.field.isModified():
            self.field.offer(self.field.text())
        if self._confirmed:
            again = self.tr("Confirmed already! Press Enter again to hand it to {platform}’s desk all the same.")
            self._second.say(again.format(platform=self._platform))
        return False

    @property
    def confirmed(self) -> bool:
        """Say whether the order is confirmed already."""
        return self._confirmed

    def step(self, steps: int) -> None:
        """Choose another reason; a text that was typed stays."""
        self.choices.step(steps)
        if not self.field.isModified() and 0 <= self.choices.chosen < len(self._sentences):
            self.field.offer(self._sentences[self.choices.chosen])

    def choose_number(self, number: int) -> bool:
        """Choose the n-th reason, from 1; False if there are not so many."""
        if number <= len(self._sentences):
            self.step(number - 1 - self.choices.chosen)
        return number <= len(self._sentences)

    def details(self) -> str:
        """Return the text that is sent, the offered one where it was emptied."""
        return self.field.text().strip() or self._sentences[max(0, self.choices.chosen)]


class DecidePanel(QWidget):
    """Asks whether a status that was refused or stayed without proof is said again; `again` is the answer."""

    def __init__(self, accept: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("decide_panel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        self._title = label("decide_panel_title", size=theme.TITLE, weight=700, wrap=True)
        layout.addWidget(self._title)
        self._hint = label("decide_panel_hint", ink=2, wrap=True)
        layout.addWidget(self._hint)
        self.choices = Choices("decide")
        layout.addWidget(self.choices)
        layout.addWidget(Button("decide_panel_take", self.tr("Decide"), "Enter", accept, "main"))
        layout.addStretch(1)

    def ask(self, view: OrderView) -> None:
        """Offer to say it again, or to leave it."""
        platform, refused = view.row.platform, refused_confirmation(view)
        title = self.tr("Accept order {order} again?") if refused else self.tr("What became of order {order}?")
        set_text(self._title, title.format(order=view.row.short_code))
        words = dict(view.banner.values).get("words", "") if view.banner is not None else ""
        if refused:
            hint = self.tr("{platform} did not take it: “{words}” Without it the order cannot be sent on its way.")
        elif words:
            hint = self.tr("{platform} did not answer at first, then: “{words}” Look at its portal, then choose.")
        else:
            hint = self.tr("{platform} never proved that it heard us. Look at its portal, then choose.")
        set_text(self._hint, hint.format(platform=platform, words=words))
        again, left = self.tr("Send it again"), self.tr("Leave it as it is")
        if refused:
            again, left = self.tr("Accept it again"), self.tr("It is dealt with")
        self.choices.offer(
            [
                (again, self.tr("The portal does not show it yet.")),
                (left, self.tr("The portal shows it: nothing more is sent.")),
            ]
        )
        self.show()

    @property
    def again(self) -> bool:
        """Say whether it is to be sent again."""
        return self.choices.chosen == 0

    def step(self, steps: int) -> None:
        """Choose the other answer."""
        self.choices.step(steps)


def reject_reasons(view: OrderView, formats: Formats) -> list[tuple[str, str]]:
    """Return the reasons to hand an order back, each with the sentence that is offered for it."""
    missing = translate("Reject", "Items are missing")
    text = translate("Reject", "Items of the order are not in the shop.")
    if view.shortages:
        named = ", ".join(
            translate("Reject", "{name} ({amount} of {ordered})").format(
                name=short.name,
                amount=formats.amount(short.amount, Pricing.UNIT),
                ordered=formats.amount(short.ordered, Pricing.UNIT),
            )
            for short in view.shortages
        )
        text = translate("Reject", "Missing in the shop: {items}.").format(items=named)
    reasons = [
        (missing, text),
        (
            translate("Reject", "The shop is closed"),
            translate("Reject", "The shop is closed and cannot make this order."),
        ),
        (
            translate("Reject", "Too many orders"),
            translate("Reject", "The shop has too many orders and cannot make this one in time."),
        ),
    ]
    if view.row.flow is Flow.VENDOR_DELIVERY:
        address = translate("Reject", "The address is outside the area to which the shop delivers.")
        reasons.append((translate("Reject", "We do not deliver there"), address))
    return [(name, sentence[:MOST_DETAILS]) for name, sentence in reasons]
