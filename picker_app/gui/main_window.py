"""The window: top bar, rail, pages and result strip; keys, scans and changes come in here."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from picker_app.gui import theme
from picker_app.gui.afterwards import Afterwards
from picker_app.gui.alarm import Alarm
from picker_app.gui.banner_words import banner
from picker_app.gui.formats import Formats
from picker_app.gui.hands import Hands
from picker_app.gui.keys import Command, command_of
from picker_app.gui.notices import Notice, Notices
from picker_app.gui.screens.pages import Pages
from picker_app.gui.screens.quitting import QuitBanner
from picker_app.gui.screens.rail import Rail
from picker_app.gui.screens.top_bar import TopBar, TrainingBanner
from picker_app.gui.surroundings import Surroundings
from picker_app.gui.tasks import Tasks
from picker_app.gui.telling import Telling
from picker_app.gui.theme import Tone
from picker_app.gui.way_news import WayNews
from picker_app.gui.widgets.labels import column
from picker_app.gui.widgets.strip import Strip
from picker_app.gui.workspaces import Means, workspaces
from picker_app.picking.rows import OrderView

translate = QCoreApplication.translate
SECOND_MS = 1000


class MainWindow(QMainWindow):
    """Made in the running loop, after the board has started. `shut` ends it: await it before the board closes."""

    closed = Signal()

    def __init__(self, given: Surroundings) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(given.store_name)
        self.setWindowIcon(theme.icon("store", "accent"))
        self._given = given
        self._saved = ""
        self._leaving = self._quits = False
        self.goes_on: Callable[[], bool] = lambda: False
        self.formats = Formats(QLocale(given.language), given.time_zone)
        self.notices = Notices(self)
        self.tasks = Tasks(self.notices)
        self._alarm = Alarm(given.board, given.sounds)
        self.pages = Pages(
            given.board, self._command, lambda text: self.hands.look(text), self.formats, given.clock, given.version
        )
        self.telling = Telling(given, self.pages, self.notices, self.formats)
        self._way_news = WayNews(given, self.telling)
        self._afterwards = Afterwards(given.board, self.telling)
        self.hands = Hands(given, self.pages, self.tasks, self.telling, self._alarm)
        self._bar = TopBar(given.store_name, given.picker, self._command, self.formats)
        self._quitting = QuitBanner(self._leave, given.clock)
        self.strip = Strip("result_strip", lambda: self._command(Command.JOURNAL))
        self._build()
        self.notices.told.connect(self._told)
        given.scans.scanned.connect(self.hands.scanned)
        self._end = given.board.subscribe(self._changed)
        self._timer = QTimer(self)
        self._timer.setObjectName("second")
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self.tick)
        self.resize(theme.px(1366), theme.px(768))
        self.setMinimumSize(960, 600)
        self._alarm.look(given.clock())
        self._afterwards.look()
        self.pages.inbox.refresh()
        self.pages.inbox.choose_most_urgent()
        self.tick()
        self.telling.idle()
        self._say_silence()

    def _build(self) -> None:
        ground = QWidget()
        ground.setObjectName("ground")
        layout = column(ground, gap=0)
        if self._given.training:
            layout.addWidget(TrainingBanner())
        layout.addWidget(self._bar)
        layout.addWidget(self._quitting)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        hands = self.hands
        means = Means(self._given, self.tasks, self.telling, self.formats, hands.open_order, hands.to_inbox)
        others = workspaces(means)
        for one in others:
            self.pages.add_workspace(one)
        rail = Rail(hands.to_inbox, others, hands.to_workspace)
        rail.mark(None)
        self.pages.currentChanged.connect(lambda: rail.mark(self.pages.workspace))
        middle.addWidget(rail)
        middle.addWidget(self.pages, 1)
        layout.addLayout(middle, 1)
        layout.addWidget(self.strip)
        self.setCentralWidget(ground)
        self.setFocus()

    async def shut(self) -> None:
        """Stop listening, let the act under way be committed, and close without a question."""
        self._leaving = True
        self._end()
        self._given.scans.scanned.disconnect(self.hands.scanned)
        self._timer.stop()
        await self.tasks.close()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take every key that no field wanted; while an act runs, keep it until the act is done."""
        command = command_of(event)
        if command is not None:
            self._command(command)
        elif self.tasks.busy and event.text():
            copy = event.clone()
            self.tasks.soon(lambda: self._type(copy))
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the seconds run, and take the keyboard."""
        super().showEvent(event)
        self._timer.start()
        if not self.isMinimized():
            self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where changes are not sent; else stop the seconds and say that the window was closed.

        Where `goes_on` says so, only the window goes away, and the program stays.
        """
        if not self._leaving and not self._quits and self.goes_on():
            event.ignore()
            self.hide()
            return
        if not self._leaving and self._quitting.refresh(self._given.accounts()):
            event.ignore()
            self._ask_to_stay()
            return
        self._timer.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _ask_to_stay(self) -> None:
        self._quitting.ask(self._given.accounts())
        self._given.sounds.play("question")
        self._quits = False
        if self.isMinimized() or not self.isVisible():
            self.showNormal()

    def quit(self) -> None:
        """Close the window and end the program, also where it would go on without its window."""
        self._quits = True
        self.close()

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew when the system changes its theme; say in the title when another program has the scanner."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            in_order = self.pages.order_id is not None
            self.setWindowTitle(self.hands.news.title(here=self.isActiveWindow(), in_order=in_order))
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def tick(self) -> None:
        """Let a second pass: clock, times left, questions, the alarm."""
        now = self._given.clock()
        accounts = self._given.accounts()
        self._bar.tick(accounts, now)
        self.pages.inbox.show_accounts(accounts, now)
        self.pages.tick()
        self.telling.tick()
        self._bar.show_way(self._way_news.look())
        self.hands.commands.tick()
        self.hands.news.tick(in_order=self.pages.order_id is not None)
        if self._quitting.isVisible() and not self._quitting.refresh(accounts):
            self._quitting.stay()
            self.notices.tell(Notice(translate("MainWindow", "All is sent"), tone=Tone.ACCENT, icon="check"))
        self._alarm.tick(now)
        self._show_alarm()

    def _command(self, command: Command) -> None:
        if self._quitting.isVisible() and command in (Command.ENTER, Command.BACK):
            self._quitting.stay()
            return
        self.hands.command(command)
        self._show_alarm()

    def _type(self, event: QKeyEvent) -> None:
        focused: QWidget | None = self.focusWidget()
        target = self if focused is None else focused
        QCoreApplication.sendEvent(target, event)

    def _changed(self, ids: frozenset[int]) -> None:
        """Show what changed; nothing else moves."""
        now = self._given.clock()
        self._alarm.look(now)
        stopped = self.pages.refresh(ids)
        if stopped is not None:
            self._say_stopped(stopped)
        self._afterwards.look()
        self.telling.freshen()
        self._count()
        self.hands.look_at_journal()
        self._show_alarm()
        accounts = self._given.accounts()
        self._bar.tick(accounts, now)
        self.pages.inbox.show_accounts(accounts, now)

    def _say_stopped(self, view: OrderView) -> None:
        """Say that the order under the hand can no longer be worked, unless the desk itself ended it."""
        if view.banner is None:
            return
        if self.pages.currentWidget() is self.pages.finish:
            self.pages.show_order()
        tone, words = banner(view.banner)
        self.notices.tell(Notice(view.row.short_code, words, tone, "warning", "wrong"))

    def _told(self, notice: Notice) -> None:
        self.strip.show_result(notice.headline, notice.detail, notice.tone, notice.icon, notice.key)
        if notice.sound:
            self._given.sounds.play(notice.sound)
            if self._given.sounds.silent:
                self.strip.pulse()
        saved = self.formats.clock_with_seconds(self._given.clock()) if notice.tone is Tone.GOOD else ""
        self._count(saved)
        self._show_alarm()

    def _count(self, saved: str | None = None) -> None:
        number = self._given.board.scan_count()
        first = translate("MainWindow", "scan {number} · {number} accounted").format(number=number)
        if saved is not None:
            self._saved = translate("MainWindow", "saved {time}").format(time=saved) if saved else ""
        self.strip.show_count(first, self._saved)

    def _show_alarm(self) -> None:
        words = self._alarm.words()
        self._bar.show_alarm(words)
        # Without a sound the eye must notice it: the strip flashes for a second each time it would ring.
        self.strip.flash(bool(self._given.sounds.silent) and self._alarm.just_rang(self._given.clock()))

    def _say_silence(self) -> None:
        texts = {
            "no_sound_library": translate("MainWindow", "This computer cannot play sounds: watch this line instead."),
            "no_sound_device": translate("MainWindow", "No loudspeaker was found: watch this line instead."),
        }
        reason = self._given.sounds.silent
        if reason and reason != "muted":
            words = translate("MainWindow", "No sound")
            self.notices.tell(Notice(words, texts.get(reason, reason), Tone.ATTENTION, "bell-off"))
