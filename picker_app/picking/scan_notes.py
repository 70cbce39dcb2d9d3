"""Writes each scan down once, in the transaction of what it led to, and later where that could not be committed."""

import statistics
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from picker_app.devices.codes import Reading
from picker_app.devices.labels import Label
from picker_app.devices.readings import OrderCode, ProductCode, Unknown
from picker_app.devices.scanner import Scan
from picker_app.picking.rows import Outcome, Result
from picker_app.store import journal
from picker_app.store.database import Connection
from picker_app.store.journal import NewScan

_KINDS: dict[type, str] = {OrderCode: "order", ProductCode: "product", Label: "label"}


class ScanNotes:
    """The notes of all scans of this run; those that were not saved are written with the next one that is."""

    def __init__(self, clock: Callable[[], datetime], day: Callable[[], str], picker: str = "") -> None:
        self._clock = clock
        self._day = day
        self._picker = picker
        self._lost: list[NewScan] = []

    def note(self, scan: Scan, *, command: bool = False) -> "ScanNote":
        """Begin the note of a scan; that of a command says `command`, with the effect as its reason."""
        row = NewScan(
            at=self._clock(),
            day=self._day(),
            raw="" if scan.secret else scan.text or scan.keys,
            outcome=Outcome.NOT_SAVED.value,
            picker=self._picker,
            kind="command" if command else "",
            source=scan.source,
            gaps=_gaps(scan),
        )
        return ScanNote(row, self._lost)


class ScanNote:
    """The note of one scan. `written` says whether it is in the database, or kept to be written."""

    def __init__(self, row: NewScan, lost: list[NewScan]) -> None:
        self._row = row
        self._lost = lost
        self._with = 0
        self.written = False

    def took(self, reading: Reading) -> None:
        """Say what the scan was taken for."""
        kind = _KINDS.get(type(reading), type(reading).__name__.casefold())
        self._row = replace(self._row, kind=kind, code=_code(reading))

    def written_with(self, work: Callable[[Connection], Result]) -> Callable[[Connection], Result]:
        """Return the work with this note, and with those that were lost, in its transaction."""

        def whole(connection: Connection) -> Result:
            result = work(connection)
            if self.written:
                return result
            lost = tuple(self._lost)
            for row in lost:
                journal.add(connection, row)
            self._with = len(lost)
            scan_id, _ = journal.add(connection, self._saying(result))
            offer = result.offer
            return result if offer is None else replace(result, offer=replace(offer, scan=scan_id))

        return whole

    def keep(self) -> None:
        """Say that the transaction was committed."""
        if not self.written:
            del self._lost[: self._with]
            self.written = True

    def lose(self, result: Result) -> None:
        """Say that it was not: the note is kept and written with the next one."""
        if not self.written:
            self._lost.append(replace(self._row, reason=result.code, order_id=result.order_id))
            self.written = True

    def _saying(self, result: Result) -> NewScan:
        command = self._row.kind == "command"
        return replace(
            self._row,
            outcome=(Outcome.COMMAND if command else result.outcome).value,
            reason=result.code if command or not result.good else "",
            order_id=result.order_id,
            line=result.line,
            amount=result.values.get("amount", ""),
            fact_number=result.number,
        )


def _gaps(scan: Scan) -> tuple[int, int, int] | None:
    gaps = scan.gaps_ms
    return (min(gaps), round(statistics.median(gaps)), max(gaps)) if gaps else None


def _code(reading: Reading) -> str:
    if isinstance(reading, Label):
        return reading.key
    if isinstance(reading, ProductCode):
        return reading.gtin14 or reading.lookup
    if isinstance(reading, Unknown):
        return reading.gtin14 or ""
    return reading.code if isinstance(reading, OrderCode) else ""
