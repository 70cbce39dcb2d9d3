"""What keys do in the calendar of promotions: weeks on and back, week or month, today, open one."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from picker_app.devices.scanner import Scan
from picker_app.gui import theme
from picker_app.gui.keys import Command
from picker_app.gui.order_hands import STEPS
from picker_app.gui.promotions import words
from picker_app.gui.promotions.calendar_page import MONTH, WEEK, CalendarDelegate, CalendarModel, DaysHeader, Span
from picker_app.gui.promotions.office import Office
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import CutLabel, label, set_text
from picker_app.gui.widgets.row_list import RowList
from picker_app.promotions.overview import PromotionRow
from picker_app.store.database import NotSaved

translate = QCoreApplication.translate


class CalendarHand:
    """`open_one` is told the number of the promotion that Enter opens."""

    def __init__(self, office: Office, act: Callable[[Command], object], open_one: Callable[[int], object]) -> None:
        self._office = office
        self._open = open_one
        self.span = Span(office.formats, self._today())
        self.span.show(self._today())
        self.page = QWidget()
        self.page.setObjectName("promotions_calendar")
        column = QVBoxLayout(self.page)
        column.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(10))
        column.setSpacing(theme.px(theme.GRID))
        head = QHBoxLayout()
        head.setSpacing(theme.px(theme.GRID))
        list_ = translate("Promotions", "List")
        head.addWidget(Button("promotions_calendar_back", list_, "Esc", lambda: act(Command.BACK), wide=False))
        self.title = CutLabel("promotions_calendar_title", size=theme.TITLE, weight=700)
        head.addWidget(self.title, 1)
        self._zoom = Button("promotions_calendar_zoom", "", "F8", lambda: act(Command.PHONE), wide=False)
        for name, text, command in (
            ("promotions_calendar_before", translate("Promotions", "Before"), Command.LEFT),
            ("promotions_calendar_today", translate("Promotions", "Today"), Command.CHECK),
            ("promotions_calendar_after", translate("Promotions", "After that"), Command.RIGHT),
        ):
            head.addWidget(Button(name, text, command.value, partial(act, command), wide=False))
        head.addWidget(self._zoom)
        column.addLayout(head)
        self._days = DaysHeader(self.span)
        column.addWidget(self._days)
        self.model = CalendarModel()
        self.model.setParent(self.page)
        self._delegate = CalendarDelegate(self.span)
        self.list = RowList("promotions_calendar_rows", self.model, self._delegate)
        self.list.setAccessibleName(translate("Promotions", "Calendar"))
        self.list.opened.connect(lambda index: act(Command.ENTER))
        self._days.over(self.list)
        column.addWidget(self.list, 1)
        self._empty = label("promotions_calendar_empty", size=theme.LARGE, ink=2, wrap=True)
        self._empty.hide()
        column.addWidget(self._empty, 1)

    def come(self) -> None:
        """Read what runs in these days."""
        self._office.hint(translate("Promotions", "Calendar"), translate("Promotions", "opens the chosen one"), "Enter")
        self.refresh()

    def refresh(self) -> None:
        """Read what runs in these days anew."""
        self._office.means.tasks.beside("promotion calendar", self._read)

    async def _read(self) -> None:
        span = self.span
        try:
            rows = await self._office.given.overview.between(span.start(), span.end())
        except NotSaved as error:
            self._office.wrong(words.outcome("not_saved"), str(error))
            return
        chosen = self._chosen()
        self._delegate.now = self._office.now
        self._days.today = self._today()
        self.model.show(rows)
        self.list.choose_row(max(0, self.model.row_of(chosen.id)) if chosen is not None else 0)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        set_text(self._empty, translate("Promotions", "Nothing runs in these days. ← and → show others."))
        self._name()

    def _name(self) -> None:
        locale, first = self._office.formats.locale, self.span.first
        month = locale.standaloneMonthName(first.month, QLocale.FormatType.LongFormat)
        title = translate("Promotions", "{month} {year}, from week {week} on")
        words_ = title.format(month=month, year=first.year, week=first.isocalendar().week)
        set_text(self.title, words_[:1].upper() + words_[1:])
        seen = self.span.days == WEEK
        self._zoom.set_words(translate("Promotions", "Month") if seen else translate("Promotions", "Week"))
        self._days.update()

    def command(self, command: Command) -> bool:
        """Move, zoom, open."""
        if command in STEPS:
            self.list.step(STEPS[command])
            return True
        if command is Command.ENTER:
            chosen = self._chosen()
            if chosen is not None:
                self._open(chosen.id)
            return True
        if command in (Command.LEFT, Command.RIGHT):
            self.span.move(1 if command is Command.RIGHT else -1)
        elif command is Command.CHECK:
            self.span.show(self._today())
        elif command is Command.PHONE:
            self.span.days = MONTH if self.span.days == WEEK else WEEK
        else:
            return False
        self.refresh()
        return True

    async def scan(self, scan: Scan) -> bool:
        """A scan means here what it means in the inbox."""
        return False

    def _chosen(self) -> PromotionRow | None:
        return self.model.at(self.list.chosen_row())

    def _today(self) -> date:
        return self._office.now.astimezone(self._office.formats.zone).date()
