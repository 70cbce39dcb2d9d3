"""Checks that each command on the printed sheet is read by a reader of other people, as the command beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from picker_app.gui import command_sheet, language, theme
from picker_app.gui.command_sheet import SheetNotSaved
from picker_app.picking.commands import Commanded, ScanCommand, read_command

A4_AT_200_DPI = QSize(1654, 2339)
COLUMNS = 3


@pytest.fixture(params=language.LANGUAGES)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    language.speak(qapp, request.param)
    if not qapp.styleSheet():
        theme.dress(qapp)
    yield str(request.param)
    language.speak(qapp, "en")


def page(file: Path) -> tuple[QImage, str]:
    """The only page of a PDF, and its text."""
    document = QPdfDocument()
    document.load(str(file))
    assert document.pageCount() == 1
    drawn, text = document.render(0, A4_AT_200_DPI), document.getAllText(0).text()
    document.close()
    return drawn, text


def read(image: QImage) -> set[str]:
    """The codes on a page, column by column, as a scanner meets them."""
    found: set[str] = set()
    width = image.width() // COLUMNS
    for column in range(COLUMNS):
        ink = image.copy(column * width, 0, width, image.height()).convertToFormat(QImage.Format.Format_Alpha8)
        grey = bytes(255 - value for value in memoryview(ink.constBits()).cast("B"))
        pixels = memoryview(grey).cast("B", shape=[ink.height(), ink.bytesPerLine()])
        found |= {code.text for code in zxingcpp.read_barcodes(pixels)}
    return found


def test_every_code_on_the_sheet_is_the_command_that_is_written_beside_it(spoken: str, tmp_path: Path) -> None:
    image, text = page(command_sheet.save(tmp_path))
    codes = read(image)
    commands = command_sheet.commands()
    assert codes == {code for _, code in commands} and len(commands) == 23
    wanted = {Commanded(command) for command in ScanCommand if command is not ScanCommand.TIMES}
    wanted |= {Commanded(ScanCommand.TIMES, n) for n in range(2, 10)}
    assert {read_command(code) for code in codes} == wanted
    assert all(name in text for name, _ in commands if "×" not in name)


def test_a_sheet_that_cannot_be_written_says_which(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SheetNotSaved, match="file"):
        command_sheet.save(tmp_path / "file" / "folder")
