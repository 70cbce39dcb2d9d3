"""Brings promotions in from a file of the platform or of a spreadsheet, and writes them into one; nothing is sent."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QHBoxLayout

from picker_app.devices.scanner import Scan
from picker_app.domain.problem import Problem
from picker_app.domain.promotion import Promotion
from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions import problem_words, words
from picker_app.gui.promotions.card_page import CardPage, Key, card
from picker_app.gui.promotions.counts import counts
from picker_app.gui.promotions.form_fields import Switch
from picker_app.gui.promotions.list_cards import period
from picker_app.gui.promotions.office import Office
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.fields import Field
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.gui.widgets.paint import Mark
from picker_app.promotions import csv_writer, deliveroo_json, files
from picker_app.promotions.difference import differing
from picker_app.promotions.reading import CannotWrite, Read

translate = QCoreApplication.translate
SUFFIXES = (".json", ".csv")
LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class _File:
    """A file or folder of the folder that is seen."""

    path: Path
    size: int
    at: datetime
    folder: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands in a file: a problem, or a promotion that is new here, or differs in these fields, or is the same."""

    number: int
    problem: Problem | None = None
    promotion: Promotion | None = None
    known: bool = False
    fields: tuple[str, ...] = ()


class FilesHand:
    """A path to type or to pick, F5 to read it, F9 to bring in or to write. `brought` is told the promotions."""

    def __init__(
        self, office: Office, act: Callable[[Command], object], brought: Callable[[tuple[int, ...]], object]
    ) -> None:
        self._office = office
        self._brought = brought
        self.read: Read | None = None
        self._live = False
        self._ids: list[int] = []
        keys = (
            Key("read", translate("Promotions", "Read the file"), Command.CHECK),
            Key("bring", translate("Promotions", "Bring in as drafts"), Command.FINISH, "main"),
            Key("live", translate("Promotions", "They are live already"), Command.NOT_FOUND),
            Key("write", translate("Promotions", "Write into this file"), Command.PRICE),
        )
        self.page = CardPage(
            "promotion_files", keys, act, key=self._key, make=self._card, back=translate("Promotions", "List")
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(theme.GRID))
        self.path = Field("promotion_files_path", translate("Promotions", "File"), theme.TEXT)
        self.path.setPlaceholderText(translate("Promotions", "Path of a .json or .csv file"))
        self.path.textEdited.connect(lambda: self._typed())
        self.account = Switch("promotion_files_account", translate("Promotions", "Account"), self._forget)
        self.account.setFixedWidth(theme.px(340))
        row.addWidget(self.path, 1)
        row.addWidget(self.account)
        self.page.above.addLayout(row)

    def ask(self, account: str, ids: Sequence[int]) -> None:
        """Ask for a file; `ids` are the promotions that F7 writes."""
        shops = self._office.given.shops
        self.account.set_choices([(name, f"{shop.title} · {name}") for name, shop in shops.items()], account)
        self._ids = list(ids)
        self.read = None
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        if not self.path.text():
            self.path.setText(f"{folder}/")
        self._office.show(self)

    def come(self) -> None:
        """Show the files of the folder."""
        self.page.name_it(translate("Promotions", "Files of promotions"), self._hint())
        self.path.setFocus()
        self.path.setCursorPosition(len(self.path.text()))
        self._say()
        if self.read is None:
            self._look()

    def refresh(self) -> None:
        """Files do not change by themselves."""

    def command(self, command: Command) -> bool:
        """Step, read, bring in, write."""
        page = self.page
        chosen: _File | _Line | None = page.chosen()
        if command in STEPS:
            page.list.step(STEPS[command])
        elif command in (Command.LEFT, Command.RIGHT):
            self.account.click()
        elif command in (Command.ENTER, Command.CHECK):
            if command is Command.ENTER and isinstance(chosen, _File) and not self._is_file():
                self._pick(chosen)
            else:
                self._office.means.tasks.beside("read file", self._read)
        elif command is Command.NOT_FOUND:
            self._live = not self._live
            page.name_it(translate("Promotions", "Files of promotions"), self._hint())
        elif command is Command.FINISH:
            self._office.means.tasks.act("bring promotions in", self._bring_in)
        elif command is Command.PRICE:
            self._office.means.tasks.act("write promotions", self._write)
        elif command is Command.BACK and self.read is not None:
            self._forget()
        else:
            return False
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False

    def _hint(self) -> str:
        count = len(self._ids)
        text = translate("Promotions", "F7 writes into the file, as Deliveroo’s JSON or as CSV: {promotions}.")
        text = text.format(promotions=counts.promotions(count))
        live = translate(
            "Promotions", "What is brought in counts as live: made elsewhere, the platform has it. F3 undoes it."
        )
        return live if self._live else text

    def _say(self) -> None:
        self._office.hint(translate("Promotions", "Choose a file"), translate("Promotions", "reads it"), "F5")

    def _typed(self) -> None:
        self.read = None
        self._look()

    def _forget(self) -> None:
        """Forget what was read: another file or account is meant."""
        self.read = None
        self._look()

    def _is_file(self) -> bool:
        return Path(self.path.text().strip()).suffix.lower() in SUFFIXES

    def _look(self) -> None:
        text = self.path.text().strip()
        folder = Path(text) if text.endswith("/") else Path(text).parent

        async def look() -> None:
            found = await asyncio.to_thread(_files_of, folder)
            if self.read is None and self._office.seen is self:
                empty = translate("Promotions", "There is no .json or .csv file in {folder}.").format(folder=folder)
                self.page.show_anew(found, empty)

        self._office.means.tasks.beside("look for files", look)

    def _pick(self, file: _File) -> None:
        self.path.setText(f"{file.path}/" if file.folder else str(file.path))
        if file.folder:
            self._look()
        else:
            self._office.means.tasks.beside("read file", self._read)

    async def _read(self) -> None:
        office, account = self._office, self.account.value
        path, currency = Path(self.path.text().strip()), office.currency(self.account.value)
        zone = office.means.given.time_zone.key
        try:
            read = await asyncio.to_thread(_read_file, path, currency, zone)
        except (OSError, ValueError) as error:
            office.wrong(translate("Promotions", "The file cannot be read"), str(error))
            return
        if not office.rows:
            await office.read()
        known = {row.ref: row.id for row in office.rows if row.account == account}
        drafts = await office.given.overview.drafts([known[one.id] for one in read.promotions if one.id in known])
        lines = await asyncio.to_thread(_lines_of, read, known, drafts)
        if path != Path(self.path.text().strip()) or account != self.account.value:
            return  # another file or account is meant by now
        self.read = read
        self.page.show_anew(lines)
        stops = sum(problem.stops for problem in read.problems)
        count = counts.in_file(len(read.promotions))
        if stops:
            nothing = translate("Promotions", "nothing is brought in")
            office.tell(counts.to_mend(stops), f"{nothing} · {count}", Tone.BAD, "cross", "wrong")
        else:
            office.tell(
                count, translate("Promotions", "brings them in, nothing is sent"), Tone.ACCENT, "inbox", "command", "F9"
            )

    async def _bring_in(self) -> None:
        office, read = self._office, self.read
        if read is None:
            await self._read()
            return
        if any(problem.stops for problem in read.problems) or not read.promotions:
            office.wrong(translate("Promotions", "Nothing is brought in"), words.outcome("problems"))
            return
        outcome = await office.given.workshop.bring_in(self.account.value, read.promotions, live=self._live)
        if outcome.good:
            self.read, self._live = None, False
            self._brought(outcome.promotions)
        office.told(outcome, counts.brought_in(len(outcome.promotions)), translate("Promotions", "F5 checks them"))

    async def _write(self) -> None:
        office, account = self._office, self.account.value
        path = Path(self.path.text().strip())
        if not self._is_file():
            office.wrong(translate("Promotions", "Name a .json or .csv file"), str(path))
            return
        mine = [row.id for row in office.rows if row.id in set(self._ids) and row.account == account]
        drafts = await office.given.overview.drafts(mine)
        promotions = [drafts[number] for number in sorted(drafts)]
        if not promotions:
            office.wrong(translate("Promotions", "Nothing to write"), office.given.shops[account].title)
            return
        try:
            await asyncio.to_thread(_write_file, path, promotions, office.currency(account))
        except CannotWrite as error:
            lines = [_Line(n, problem=problem) for n, problem in enumerate(error.problems)]
            self.page.show_anew(lines)
            office.wrong(words.outcome("cannot_write"), problem_words.sentence(error.problems[0], office.formats))
        except FileExistsError:
            office.wrong(translate("Promotions", "There is such a file already"), str(path))
        except OSError as error:
            office.wrong(translate("Promotions", "The file cannot be written"), str(error))
        else:
            office.tell(counts.written(len(promotions)), str(path), Tone.GOOD, "check", "command")

    @staticmethod
    def _key(row: _File | _Line) -> tuple[str, str]:
        return ("file", str(row.path)) if isinstance(row, _File) else ("line", str(row.number))

    def _card(self, row: _File | _Line) -> LineCard:
        formats = self._office.formats
        if isinstance(row, _File):
            at = formats.moment(row.at, self._office.now)
            icon = "records" if not row.folder else "bag"
            return card(row.path.name, at if not row.folder else translate("Promotions", "folder"), icon=icon)
        if row.problem is not None:
            problem = row.problem
            number = translate("Promotions", "promotion {number}").format(number=problem.index + 1)
            where = problem.promotion or (number if problem.index >= 0 else "")
            place = " · ".join(part for part in (where, words.field(problem.field), problem.field) if part)
            mark = Mark("cross", translate("Promotions", "Must be mended"), Tone.BAD)
            if not problem.stops:
                mark = Mark("warning", translate("Promotions", "Is that meant?"), Tone.ATTENTION)
            return card(problem_words.sentence(problem, formats), place, mark)
        one = row.promotion
        if one is None:
            return card("", "")
        mark = Mark("plus", translate("Promotions", "New here"), Tone.GOOD)
        if row.known:
            mark = Mark("check", translate("Promotions", "Same as here"), Tone.IDLE)
        if row.fields:
            mark = Mark("pencil", translate("Promotions", "Changes it here"), Tone.ACCENT)
        when = period(one.period.start, one.period.end, formats)
        what = ", ".join(map(words.field, row.fields)) or words.mechanic(one.mechanic.value)
        return card(one.name or one.id, f"{one.id} · {when} · {what}", mark)


def _lines_of(read: Read, known: Mapping[str, int], drafts: Mapping[int, Promotion]) -> list[_Line]:
    """Put problems and promotions of a file in one list; with tens of thousands that is work for a thread."""
    lines = [_Line(n, problem=problem) for n, problem in enumerate(read.problems)]
    for one in read.promotions:
        old = drafts.get(known[one.id]) if one.id in known else None
        fields = differing(old, one) if old is not None else ()
        lines.append(_Line(len(lines), promotion=one, known=old is not None, fields=fields))
    return lines


def _files_of(folder: Path) -> list[_File]:
    """Return the files that may hold promotions, the newest first, and the folders."""
    found = []
    try:
        for path in folder.iterdir():
            if path.name.startswith("."):
                continue
            is_folder = path.is_dir()
            if is_folder or path.suffix.lower() in SUFFIXES:
                stat = path.stat()
                at = datetime.fromtimestamp(stat.st_mtime, UTC)
                found.append(_File(path, stat.st_size, at, is_folder))
    except OSError:
        return []
    return sorted(found, key=lambda one: (one.folder, -one.at.timestamp()))


def _read_file(path: Path, currency: str, zone: str) -> Read:
    size = path.stat().st_size
    if size > LARGEST:
        raise ValueError(f"{path}: {size} bytes; at most {LARGEST} are read.")
    return files.read(path.read_bytes(), currency, zone)


def _write_file(path: Path, promotions: Sequence[Promotion], currency: str) -> None:
    """Write a new file whole; FileExistsError if there is one, CannotWrite if it has no words for them."""
    csv = path.suffix.lower() == ".csv"
    body = csv_writer.write(promotions) if csv else deliveroo_json.write(promotions, currency)
    with path.open("xb") as file:
        file.write(body)
