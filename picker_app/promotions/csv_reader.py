"""Reads promotions from CSV and names every fault at once, by promotion and column (docs/promotions.md)."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from picker_app.domain.periods import typed
from picker_app.domain.problem import Problem, error
from picker_app.domain.promotion import Condition, Discount, DiscountKind, Mechanic, Period, Promotion, Reward, Unknown
from picker_app.platforms import exact_json
from picker_app.platforms.port import Unreadable
from picker_app.promotions.csv_writer import COLUMNS, SHARED
from picker_app.promotions.reading import Read, of

NEEDED: Final = ("promotion_id", "promotion_type", "name", "sites", "start_at", "end_at")
_WHOLE: Final = re.compile(r"-?\d{1,18}", re.ASCII)
_DECIMAL: Final = re.compile(r"-?\d{1,18}(\.\d{1,18})?", re.ASCII)
_SHORTENED: Final = re.compile(r"\d([.,]\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_MOST_DIGITS: Final = 18
_ANSWERS: Final = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_MOST_CELL: Final = 16 * 1024 * 1024
Row = Mapping[str, str]


def read(body: bytes, zone: str = "UTC") -> Read:
    """Read a table of promotions; times without an offset are on the clocks of its `time_zone`, else of `zone`.

    Problems name promotion and column: `file_not_text`, `file_broken`, `file_columns`, `file_column`, `file_empty`,
    `row_length`, `row_differs`, `missing`, `wrong_type`, `mechanic_unknown`, `kind_unknown`, `item_shortened`, and
    those of `typed`.
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return Read(problems=(error("file_not_text", place=fault.start),))
    delimiter = _delimiter(text)
    # The limit is the interpreter's own and no other module reads CSV; a promotion may list thousands of items.
    csv.field_size_limit(_MOST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        table = [(lines.line_num, cells) for cells in lines if any(map(str.strip, cells))]
    except csv.Error as fault:
        return Read(problems=(error("file_broken", place=f"line {lines.line_num}", reason=str(fault)),))
    if not table:
        return Read(problems=(error("file_empty", "promotions"),))
    columns = [cell.strip().casefold() for cell in table[0][1]]
    while columns[-1] == "":
        columns.pop()
    wrong = _wrong_columns(columns)
    if wrong:
        return Read(problems=wrong)
    if len(table) == 1:
        return Read(problems=(error("file_empty", "promotions"),))
    return _Reader(columns, zone, decimal_comma=delimiter != ",").table(table[1:])


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _wrong_columns(columns: Sequence[str]) -> tuple[Problem, ...]:
    found = []
    odd = tuple(name for name in columns if name not in COLUMNS or columns.count(name) > 1)
    if odd:
        found.append(error("file_column", columns=tuple(dict.fromkeys(odd)), accepted=", ".join(COLUMNS)))
    missing = tuple(name for name in NEEDED if name not in columns)
    if missing:
        found.append(error("file_columns", missing=missing))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the table: its line in the file, its cells by column, and how many cells it has."""

    number: int
    cells: Mapping[str, str]
    length: int


def _together(columns: Sequence[str], table: Sequence[tuple[int, list[str]]]) -> list[list[_Line]]:
    """Put the rows of each promotion together: a discount row follows the promotion of the same id."""
    groups: list[list[_Line]] = []
    for number, cells in table:
        length = max(place for place, cell in enumerate(cells, 1) if cell)
        line = _Line(number, dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=False)), length)
        name = line.cells["promotion_id"]
        if groups and line.cells["discount_kind"] and name == groups[-1][0].cells["promotion_id"]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


class _Reader:
    """Reads promotions out of the rows of a table and keeps what is wrong with them."""

    def __init__(self, columns: Sequence[str], zone: str, *, decimal_comma: bool) -> None:
        self._columns = columns
        self._zone = zone
        self._comma = decimal_comma
        self._found: list[Problem] = []

    def table(self, table: Sequence[tuple[int, list[str]]]) -> Read:
        """Read all rows."""
        taken: dict[int, Promotion] = {}
        problems: list[Problem] = []
        for index, lines in enumerate(_together(self._columns, table)):
            promotion = self._promotion(lines)
            if promotion is not None and not self._found:
                taken[index] = promotion
            problems += of(self._found, lines[0].cells["promotion_id"], index)
            self._found = []
        return Read(tuple(taken.values()), tuple(problems), tuple(taken))

    def _promotion(self, lines: Sequence[_Line]) -> Promotion | None:
        cells = lines[0].cells
        self._shape(lines)
        word = cells["promotion_type"].strip()
        if word not in Mechanic.__members__:
            self._found.append(
                error("mechanic_unknown", "promotion_type", found=word or "–", accepted=tuple(Mechanic.__members__))
            )
        zone = cells["time_zone"].strip() or self._zone
        start, end = self._time(cells, "start_at", zone), self._time(cells, "end_at", zone)
        plain = [line for line in lines if not line.cells["discount_kind"].strip()]
        rows = [self._row(line.cells) for line in lines if line not in plain]
        condition = Condition(
            items=self._list(plain[0].cells, "items") if plain else None,
            quantity=self._whole(cells, "quantity"),
            min_order=self._number(cells, "min_order_value"),
            alcohol=self._answer(cells, "alcohol_allowed"),
        )
        reward = Reward(
            percentage=self._number(cells, "percentage"),
            amount_off=self._number(cells, "amount_off"),
            fixed_price=self._number(cells, "fixed_price"),
            free_quantity=self._whole(cells, "reward_quantity"),
            max_discount=self._number(cells, "max_discount"),
            discounts=tuple(row for row in rows if row is not None),
        )
        sites = self._list(cells, "sites") or ()
        names, limits = self._names(cells), self._limits(cells)
        active, other = self._answer(cells, "active"), self._other(cells)
        if self._found or start is None or end is None:
            return None
        return Promotion(
            id=cells["promotion_id"],
            mechanic=Mechanic(word),
            name=cells["name"],
            sites=sites,
            period=Period(start, end, zone),
            condition=condition,
            reward=reward,
            audience=cells["user_target"],
            fulfilment=cells["fulfillment_method"],
            reason=cells["reason"],
            names=names,
            limits=limits,
            active=active is not False,
            unknown=other,
        )

    def _shape(self, lines: Sequence[_Line]) -> None:
        expected = len(self._columns)
        for line in lines:
            if line.length > expected:
                self._found.append(error("row_length", line=line.number, count=line.length, expected=expected))
            if any(line.cells[name] not in ("", lines[0].cells[name]) for name in SHARED):
                self._found.append(error("row_differs", line=line.number))

    def _row(self, cells: Row) -> Discount | None:
        word = cells["discount_kind"].strip()
        items = self._list(cells, "items")
        value, most = self._number(cells, "discount_value"), self._whole(cells, "max_quantity")
        active = self._answer(cells, "discount_active")
        if word not in DiscountKind.__members__:
            kinds = tuple(DiscountKind.__members__)
            self._found.append(error("kind_unknown", "discount_kind", found=word, accepted=kinds))
            return None
        if value is None:
            if not cells["discount_value"].strip():
                self._found.append(error("missing", "discount_value"))
            return None
        return Discount(DiscountKind(word), value, items or (), active is not False, most)

    def _wrong(self, column: str, cells: Row, accepted: str) -> None:
        self._found.append(error("wrong_type", column, accepted=accepted, found=cells[column].strip()[:60]))

    def _time(self, cells: Row, column: str, zone: str) -> datetime | None:
        at = typed(cells[column], zone, column)
        if isinstance(at, datetime):
            return at
        if at not in self._found:  # an unknown zone is wrong once, not for begin and end
            self._found.append(at)
        return None

    def _list(self, cells: Row, column: str) -> tuple[str, ...] | None:
        text = cells[column].strip()
        if not text:
            return None
        if not text.startswith("["):
            entries = tuple(text.split())
            shortened = [entry for entry in entries if _SHORTENED.fullmatch(entry)]
            self._found += [error("item_shortened", column, found=entry) for entry in shortened]
            return entries
        found = _json(text)
        if isinstance(found, list) and all(isinstance(entry, str) for entry in found):
            return tuple(found)
        self._wrong(column, cells, 'a list like ["123", "456"], or 123 456')
        return None

    def _whole(self, cells: Row, column: str) -> int | None:
        text = cells[column].strip()
        if not text:
            return None
        if _WHOLE.fullmatch(text):
            return int(text)
        self._wrong(column, cells, "a whole number")
        return None

    def _number(self, cells: Row, column: str) -> Decimal | None:
        text = cells[column].strip()
        plain = text.replace(",", ".") if self._comma else text
        if not text:
            return None
        if _DECIMAL.fullmatch(plain):
            return Decimal(plain)
        self._wrong(column, cells, "a number like 2.50")
        return None

    def _answer(self, cells: Row, column: str) -> bool | None:
        text = cells[column].strip().casefold()
        if text and text not in _ANSWERS:
            self._wrong(column, cells, "yes or no")
        return _ANSWERS.get(text)

    def _pairs(self, cells: Row, column: str) -> list[tuple[str, Any]]:
        text = cells[column].strip()
        found = _json(text) if text else _Pairs()
        if isinstance(found, _Pairs):
            return found
        self._wrong(column, cells, "an object in braces")
        return []

    def _names(self, cells: Row) -> tuple[tuple[str, str], ...]:
        pairs = self._pairs(cells, "display_name")
        if all(isinstance(text, str) for _, text in pairs):
            return tuple(pairs)
        self._wrong("display_name", cells, 'texts by language, like {"de_AT": "Angebot"}')
        return ()

    def _limits(self, cells: Row) -> tuple[tuple[str, Decimal], ...]:
        pairs = self._pairs(cells, "limits")
        if all(isinstance(number, Decimal) and abs(number.adjusted()) < _MOST_DIGITS for _, number in pairs):
            return tuple(pairs)
        self._wrong("limits", cells, 'numbers by name, like {"global_limit": 100}')
        return ()

    def _other(self, cells: Row) -> tuple[Unknown, ...]:
        text = cells["other"].strip()
        rows = _json(text) if text else []
        fit = isinstance(rows, list) and all(isinstance(row, list) and len(row) == 3 for row in rows)
        if fit and all(isinstance(part, str) for row in rows for part in row) and all(_is_json(row[2]) for row in rows):
            return tuple(Unknown(*row) for row in rows)
        self._wrong("other", cells, "what this program wrote there")
        return ()


class _Pairs(list[tuple[str, Any]]):
    """The names and values of a JSON object in their order, a name twice and all."""


def _json(text: str) -> Any:
    """Parse the JSON of a cell; None where it is none, or holds characters that were cut in two."""
    try:
        found = json.loads(text, parse_int=Decimal, parse_float=Decimal, object_pairs_hook=_Pairs)
        json.dumps(found, ensure_ascii=False, default=str).encode()
        return found
    except (ValueError, ArithmeticError, RecursionError):
        return None


def _is_json(text: str) -> bool:
    try:
        exact_json.load(text.encode("utf-8", "replace"))
    except Unreadable:
        return False
    return True
