"""The sheet of command codes as a PDF to print and laminate, with the names in the language of the shop."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, QStandardPaths, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from picker_app.devices.symbols import code_128
from picker_app.gui import scan_sentences, theme
from picker_app.picking.commands import MOST_TIMES, ScanCommand, code_of

translate = QCoreApplication.translate

NAME: Final = "picker-commands.pdf"
_DPI: Final = 300
_MM: Final = _DPI / 25.4
_MODULE: Final = 6  # 0.5 mm: wide enough for any scanner, at arm's length and through a laminate
_MARGIN: Final = 11 * _MM
_HEAD: Final = 18 * _MM
_GAP: Final = 3 * _MM
_COLUMNS: Final = 3
_BAR_HEIGHT: Final = 14 * _MM
_FIRST: Final = (
    ScanCommand.CONFIRM,
    ScanCommand.UNDO,
    ScanCommand.NOT_FOUND,
    ScanCommand.REPLACE,
    ScanCommand.ADD_ITEM,
    ScanCommand.ADD_PACK,
    ScanCommand.NEXT_LINE,
    ScanCommand.NEXT_ORDER,
    ScanCommand.INBOX,
    ScanCommand.CANCEL,
    ScanCommand.CHECK_CART,
    ScanCommand.FINISH,
    ScanCommand.REJECT,
    ScanCommand.PRINT_LABEL,
    ScanCommand.TEST,
)


class SheetNotSaved(Exception):
    """The sheet could not be written; the text names the file."""


def commands() -> list[tuple[str, str]]:
    """Return what is printed: each command's name and its code, in the order of the sheet."""
    single = [(scan_sentences.command_name(command), code_of(command)) for command in _FIRST]
    times = [
        (scan_sentences.command_name(ScanCommand.TIMES, n), code_of(ScanCommand.TIMES, n))
        for n in range(2, MOST_TIMES + 1)
    ]
    return single + times


def save(folder: Path | None = None) -> Path:
    """Write the sheet into a folder, by itself the documents of the user; returns the file.

    SheetNotSaved where that is not possible.
    """
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = folder or Path(QStandardPaths.writableLocation(documents))
    file = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.touch()
    except OSError as error:
        raise SheetNotSaved(f"{file}: {error.strerror}") from error
    writer = QPdfWriter(str(file))
    writer.setResolution(_DPI)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    writer.setTitle(translate("Sheet", "Commands to scan"))
    painter = QPainter()
    if not painter.begin(writer):
        raise SheetNotSaved(str(file))
    _paint(painter, QSizeF(writer.width(), writer.height()))
    painter.end()
    return file


def _paint(painter: QPainter, page: QSizeF) -> None:
    painter.setPen(QColor(Qt.GlobalColor.black))
    title = QRectF(_MARGIN, _MARGIN, page.width() - 2 * _MARGIN, 9 * _MM)
    _write(painter, title, translate("Sheet", "Commands to scan"), 6.5, bold=True)
    hint = translate("Sheet", "FINISH and REJECT want CONFIRM after them. × 2 to × 9 count for the next product.")
    _write(painter, title.translated(0, 8 * _MM), hint, 3.4)
    cells = commands()
    rows = -(-len(cells) // _COLUMNS)
    width = (page.width() - 2 * _MARGIN + _GAP) / _COLUMNS
    height = (page.height() - 2 * _MARGIN - _HEAD + _GAP) / rows
    # The last column is that of × 2 to × 9, whole.
    single = len(cells) - rows
    places = [divmod(n, rows) for n in range(single)] + [(_COLUMNS - 1, n) for n in range(rows)]
    for (column, row), (name, code) in zip(places, cells, strict=True):
        left, top = _MARGIN + column * width, _MARGIN + _HEAD + row * height
        _cell(painter, QRectF(left, top, width - _GAP, height - _GAP), name, code)


def _cell(painter: QPainter, cell: QRectF, name: str, code: str) -> None:
    """Paint a command into its frame: a frame for each, so that the beam meets one code only."""
    painter.setPen(QPen(QColor(Qt.GlobalColor.gray), 0.25 * _MM))
    painter.drawRoundedRect(cell, 2 * _MM, 2 * _MM)
    painter.setPen(QColor(Qt.GlobalColor.black))
    modules = code_128(code)
    left = round(cell.center().x() - len(modules) * _MODULE / 2)
    _write(painter, QRectF(left, cell.top() + 2.4 * _MM, cell.right() - left, 6 * _MM), name, 4, bold=True)
    top = round(cell.top() + 8.2 * _MM)
    _bars(painter, left, top, modules)
    _write(painter, QRectF(left, top + _BAR_HEIGHT + 0.5 * _MM, cell.right() - left, 4 * _MM), code, 2.8)


def _bars(painter: QPainter, left: int, top: int, modules: str) -> None:
    for number, module in enumerate(modules):
        if module == "1":
            bar = QRectF(left + number * _MODULE, top, _MODULE, _BAR_HEIGHT)
            painter.fillRect(bar, QColor(Qt.GlobalColor.black))


def _write(painter: QPainter, room: QRectF, text: str, millimetres: float, *, bold: bool = False) -> None:
    font = QFont(theme.font(theme.TEXT, 700 if bold else 400))
    font.setPixelSize(round(millimetres * _MM))
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
