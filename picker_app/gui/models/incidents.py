"""What went wrong and was kept, as a Qt model."""

from collections.abc import Callable, Hashable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from picker_app.gui.formats import Formats
from picker_app.gui.incident_words import difference, incident
from picker_app.gui.models.keyed import KeyedModel
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.picking.rows import IncidentRow

translate = QCoreApplication.translate


class IncidentModel(KeyedModel[IncidentRow]):
    """Incident rows by key; `card` is a LineCard."""

    def __init__(self, formats: Formats, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._formats = formats
        self._clock = clock

    def key_of(self, row: IncidentRow) -> Hashable:
        """Return the incident's key."""
        return row.key

    def text_of(self, row: IncidentRow) -> str:
        """Return the incident in words."""
        card = self.card_of(row)
        return ", ".join(part for part in (card.name, card.below, card.amount) if part)

    def card_of(self, row: IncidentRow) -> LineCard:
        """Return what is painted."""
        order = translate("Incidents", "order {code}").format(code=row.order_code) if row.order_code else ""
        differing = [difference(one, self._formats, row.currency) for one in row.differences]
        below = " · ".join(part for part in (row.platform, order, *differing, row.details) if part)
        return LineCard(
            tile="",
            icon="warning",
            tile_tone=Tone.ATTENTION,
            name=incident(row.code),
            struck=False,
            below=below,
            alert="",
            alert_tone=Tone.ATTENTION,
            mark=None,
            amount=self._formats.moment(row.at, self._clock()),
            of="",
            quiet=False,
            next=False,
        )
