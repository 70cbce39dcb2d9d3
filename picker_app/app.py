"""Builds the window around the services, runs the loop, and closes in reverse order."""

import asyncio
import gc
import logging
import os
import random
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import qasync
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from picker_app import __version__, logs, settings
from picker_app.demo import Demo, DemoFailed
from picker_app.devices import autostart
from picker_app.devices.awake import Awake
from picker_app.devices.labels import RuleError
from picker_app.doctor import beside, trial
from picker_app.gui import first_window, language, start_trouble, theme, tray
from picker_app.gui.counter_scanner import CounterScanner
from picker_app.gui.first_window import FirstWindow, bring_to_front
from picker_app.gui.main_window import MainWindow
from picker_app.gui.setup.assistant import TRAINING, Assistant
from picker_app.gui.setup.cabinet import Cabinet
from picker_app.gui.setup.support_file import support_file
from picker_app.gui.sounds import Sounds
from picker_app.gui.surroundings import Counter, Surroundings
from picker_app.gui.tray import Tray
from picker_app.masks import MASKS
from picker_app.picking import examined
from picker_app.picking.board import Board
from picker_app.picking.examined import Examined
from picker_app.picking.rows import AccountRow
from picker_app.services import Services
from picker_app.settings import BadConfiguration, Secrets, Settings
from picker_app.store.copies import Copyist
from picker_app.store.database import NotSaved, sqlite_url
from picker_app.store.folder import DataFolder, FolderTaken, FolderUnusable, keep_new_files_private
from picker_app.training.accounts import DELIVERY_HERO, IFOOD_DAY, training_settings
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.ifood_pos.platform import TrainingIfood
from picker_app.training.shop_day import ShopDay
from picker_app.wording import say, tr

log = logging.getLogger(__name__)

PICTURES = Path("build/demo")
DEMO_SEED = 20
CLOSING_SECONDS = 30


class CannotStart(Exception):
    """The program cannot start; `words` say what is in the way and what to do."""

    def __init__(self, words: str) -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class Launch:
    """How the program was called; `may_ask`: where there is no configuration the assistant asks for one."""

    config: Path
    data_dir: Path
    training: bool = False
    minimized: bool = False
    demo: bool = False
    may_ask: bool = False


class AtComputer:
    """Whether the program starts with the computer, with the same file and folder as now."""

    def __init__(self, launch: Launch) -> None:
        self._launch = launch

    @property
    def can_start_with_computer(self) -> bool:
        """Say whether the program knows how to start with this kind of computer."""
        return autostart.possible()

    def starts_with_computer(self) -> bool:
        """Say whether it does."""
        return autostart.is_on()

    def start_with_computer(self, *, on: bool) -> None:
        """Start with the computer from now on, or no more; OSError if that cannot be written."""
        if on:
            autostart.switch_on(autostart.own_words(*_places(self._launch)))
        else:
            autostart.switch_off()


def doctor_words(launch: Launch) -> tuple[str, ...]:
    """Return the command that makes the doctor's round for this launch."""
    training = ("--training",) if launch.training else ()
    return (*autostart.own_program(), *_places(launch), *training, "doctor")


def _places(launch: Launch) -> tuple[str, ...]:
    return "--config", str(launch.config.absolute()), "--data-dir", str(launch.data_dir.absolute())


def calm_collections() -> None:
    """Let no collection of garbage hold the window up.

    One of all objects takes longer than a scan may: with hundreds of orders it has to be rare. One of those that are no
    longer new looks through a hundred thousand of them, in some 10 ms.
    """
    gc.set_threshold(20_000, 5, 1000)


class Program:
    """The running program: services, window, and in training the platform that it speaks with."""

    def __init__(
        self, launch: Launch, application: QApplication, chosen: Settings | None = None, secrets: Secrets | None = None
    ) -> None:
        self._launch = launch
        self._secrets = secrets
        self._chosen = chosen
        self._application = application
        self._called = self._shown = self.again = False
        self._stack = AsyncExitStack()
        self.ended = asyncio.Event()

    async def start(self) -> None:
        """Build everything and show the window; CannotStart or BadConfiguration if that is not possible."""
        calm_collections()
        launch = self._launch
        first = FirstWindow(launch.data_dir)
        self._stack.callback(first.close)
        first.asked.connect(self._come_to_front)
        first.listen()
        if launch.training:
            # Each training day has orders of its own: the data folder remembers the earlier ones. The demonstration has
            # a folder of its own, and plays with the same orders each time.
            seed = DEMO_SEED if launch.demo else random.SystemRandom().randrange(2**32)
            self.platform, self.ifood = TrainingPlatform(seed=seed), TrainingIfood(seed=seed, **IFOOD_DAY)
            brand = TrainingDeliveroo(seed=seed)
            for platform in (self.platform, self.ifood, brand):
                self._stack.callback(platform.close)
                await asyncio.to_thread(platform.start)
            chosen, secrets = training_settings(self.platform, self.ifood, brand)
        else:
            chosen, secrets = self._chosen or settings.load(launch.config), self._secrets or Secrets()
            await asyncio.to_thread(secrets.warm, chosen.accounts, chosen.tunnel.kind)
            MASKS.hide(secrets.values())
        url = chosen.database.url or sqlite_url(launch.data_dir / "picker.sqlite3")
        try:
            self.services = Services(chosen, secrets, url)
        except RuleError as error:
            raise CannotStart(say("{file}: labels.rules: {why}", file=launch.config, why=error.args[0])) from error
        self._stack.push_async_callback(self.services.close)
        try:
            await self.services.start()
        except (NotSaved, OSError) as error:
            raise CannotStart(str(error)) from error
        self._copy_now_and_then(self.services)
        print(f"webhook listening on {self.services.listener.url}", flush=True)
        if launch.training:
            self._connect_training(chosen)
        else:
            awake = Awake("A shop that sleeps hears no new order")
            self._stack.push_async_callback(asyncio.to_thread, awake.close)
            awake.start()
        self._show(chosen, await examined.read(self.services.ledger), secrets)

    async def close(self) -> None:
        """Close everything in reverse order."""
        await self._stack.aclose()

    def _show(self, chosen: Settings, known: Examined | None, secrets: Secrets) -> None:
        language.speak(self._application, chosen.language)
        theme.dress(self._application)
        services = self.services
        scans = CounterScanner(
            self._application,
            chosen.scanner,
            known,
            read_with=services.scans.read_with,
            store=partial(examined.keep, services.ledger),
        )
        self._stack.callback(scans.close)
        sounds = Sounds(chosen.sounds.volume, muted=chosen.sounds.silent)
        self._stack.callback(sounds.close)
        self.window = MainWindow(
            Surroundings(
                board=services.board,
                desk=services.desk,
                catalog=services.catalog,
                scans=scans,
                sounds=sounds,
                accounts=services.accounts,
                check_for_orders=services.check_for_orders,
                give_back=services.courier.give_back,
                trouble=services.trouble,
                clock=lambda: datetime.now(UTC),
                store_name=chosen.store.name,
                time_zone=chosen.store.zone,
                language=chosen.language,
                version=__version__,
                training=self._launch.training,
                counter=Counter(scans, services.label_rules),
                promotions=services.promotions,
                shop=services.shop_desk if services.shop_desk.accounts else None,
                cabinet=None if self._launch.demo else self._cabinet(chosen, secrets),
                decide=services.courier.decide,
                dismiss=services.dismiss,
            )
        )
        self._stack.push_async_callback(self.window.shut)
        if not self._launch.training and tray.available():
            self._put_into_tray()
        if self._launch.minimized and not self._called:
            self.window.showMinimized()
        else:
            self.window.show()
        self._shown = True

    def _put_into_tray(self) -> None:
        """Let orders keep coming while the window is closed; the icon says how many, and quits."""
        window = self.window
        icon = Tray(self.services.board, partial(bring_to_front, window), window.quit)
        self._stack.callback(icon.close)

        def goes_on() -> bool:
            icon.hidden()
            return True

        window.goes_on = goes_on

    def _cabinet(self, chosen: Settings, secrets: Secrets) -> Cabinet:
        launch, tunnel, listener = self._launch, self.services.tunnel, self.services.listener
        return Cabinet(
            launch.config,
            chosen,
            secrets,
            trial.sign_in,
            partial(beside.examine, doctor_words(launch)),
            again=self._start_again,
            tunnel=tunnel.row,
            check_tunnel=tunnel.check_now,
            start_tunnel_again=tunnel.start_again,
            listener=lambda: urlsplit(listener.url).netloc,
            presence=AtComputer(launch),
            catalogues=self.services.importer,
            support=partial(self._save_support_file, chosen.store.zone),
            training=launch.training,
        )

    async def _save_support_file(self, zone: ZoneInfo) -> Path:
        return await self.services.save_support_bundle(self._launch.data_dir, support_file(datetime.now(UTC), zone))

    def _start_again(self) -> None:
        self.again = True
        self.ended.set()

    def _come_to_front(self, token: str) -> None:
        """Show the window because the program was started once more; it may still be on its way."""
        log.info("the program was started once more: its window comes to the front")
        self._called = True
        if self._shown:
            bring_to_front(self.window, token)

    def _copy_now_and_then(self, services: Services) -> None:
        if services.safety.file is not None:
            copyist = Copyist(services.safety.file, damaged=services.safety.found_damaged)
            self._stack.push_async_callback(asyncio.to_thread, copyist.close)
            copyist.start()

    def _connect_training(self, chosen: Settings) -> None:
        self.platform.change_settings(
            webhook_url=f"{self.services.listener.url}/webhooks/{DELIVERY_HERO}", webhook_secret=DELIVERY_HERO
        )
        if not self._launch.demo:
            day = ShopDay(self.platform, ifood=self.ifood)
            self._stack.callback(day.close)
            day.start()

    # What the demonstration plays on.

    @property
    def accounts(self) -> Callable[[], tuple[AccountRow, ...]]:
        """Return the question how the accounts stand."""
        return self.services.accounts

    @property
    def board(self) -> Board:
        """Return the board of the orders."""
        return self.services.board

    @property
    def catalogue_ready(self) -> bool:
        """Say whether the catalogue is here."""
        return self.services.importer.state()[DELIVERY_HERO].renewed_at is not None

    def set_dark(self, dark: bool) -> None:
        """Show the window in its dark or light colours."""
        theme.show(self._application, Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)


def run(launch: Launch) -> int:
    """Run the program until its window is closed; returns the exit code."""
    asking = launch.may_ask and not launch.training and not launch.config.exists()
    chosen = None if launch.training or asking else _configuration(launch.config)
    _find_screen(launch)
    keep_new_files_private()
    if launch.demo:
        with tempfile.TemporaryDirectory(prefix="picker-demo-") as fresh:
            return _run_holding(replace(launch, data_dir=Path(fresh)), chosen)
    return _run_holding(launch, chosen)


def _run_holding(launch: Launch, chosen: Settings | None) -> int:
    folder = DataFolder(launch.data_dir)
    try:
        folder.hold()
    except FolderTaken as error:
        # A start that is to stay in the background has nothing to show.
        if launch.minimized or first_window.ask(launch.data_dir):
            print("The program already runs with this data folder: its window is there.")
            return 0
        raise CannotStart(error.words) from error
    except FolderUnusable as error:
        raise CannotStart(error.words) from error
    with closing(folder):
        return _run_in_folder(launch, chosen)


def _run_in_folder(launch: Launch, chosen: Settings | None) -> int:
    with closing(logs.start(launch.data_dir, screen=sys.stderr)):
        log.info("picker-app %s begins", __version__)
        try:
            application = QApplication(sys.argv[:1])
            application.setApplicationName("picker-app")
            application.setApplicationVersion(__version__)
            application.setQuitOnLastWindowClosed(False)
            with qasync.QEventLoop(application) as loop:
                loop.set_exception_handler(logs.loop_failed)
                secrets = Secrets() if chosen is None and not launch.training else None
                if secrets is not None:
                    outcome = loop.run_until_complete(_ask(launch, application, secrets))
                    if not outcome:
                        return 0
                    launch, chosen = _after_asking(launch, outcome)
                while True:
                    code = loop.run_until_complete(_run(launch, chosen, application, secrets))
                    if code is not None:
                        return int(code)
                    log.info("the program starts again, with what the configuration says now")
                    chosen = None if launch.training else settings.load(launch.config)
        except (BadConfiguration, CannotStart) as error:
            log.info("the program cannot start: %s", error)
            raise
        except Exception:
            log.critical("a fault that nobody caught ended the program", exc_info=True)
            start_trouble.tell(start_trouble.FAULT, str(launch.data_dir / logs.NAME))
            return 1
        finally:
            log.info("picker-app ends")


def _configuration(file: Path) -> Settings:
    if not file.exists():
        words = tr(
            "{file}: there is no configuration. docs/configuration.md says what it holds; "
            "picker-app --training shows the program without one."
        )
        raise BadConfiguration(say(words, file=file))
    return settings.load(file)


def _find_screen(launch: Launch) -> None:
    """See to it that Qt finds a screen; the demonstration can do without one. Qt would end the process instead."""
    if start_trouble.has_screen():
        return
    if not launch.demo:
        raise CannotStart("There is no screen: neither DISPLAY nor WAYLAND_DISPLAY names one.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


async def _ask(launch: Launch, application: QApplication, secrets: Secrets) -> str:
    """Let the first-run assistant ask; returns how to go on, "" for not at all."""
    theme.dress(application)
    cabinet = Cabinet(launch.config, Settings(), secrets, trial.sign_in, partial(beside.examine, doctor_words(launch)))
    over = asyncio.Event()
    first = FirstWindow(launch.data_dir)
    window = Assistant(cabinet, launch.data_dir, application, language.of_the_system())
    window.closed.connect(over.set)
    first.asked.connect(partial(bring_to_front, window))
    with _leaving(over.set):
        first.listen()
        window.show()
        try:
            await over.wait()
        finally:
            first.close()
            await window.shut()
            window.deleteLater()
    return window.outcome


def _after_asking(launch: Launch, outcome: str) -> tuple[Launch, Settings | None]:
    if outcome != TRAINING:
        return launch, settings.load(launch.config)
    folder = launch.data_dir / "training"
    folder.mkdir(mode=0o700, exist_ok=True)
    return replace(launch, training=True, data_dir=folder), None


@contextmanager
def _leaving(leave: Callable[[], None]) -> Iterator[None]:
    """Call `leave` in the loop when the program is asked to end by a signal."""
    loop = asyncio.get_running_loop()

    def heard(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(leave)

    signal.signal(signal.SIGINT, heard)
    signal.signal(signal.SIGTERM, heard)
    # Python sees a signal only between two of its own steps: this makes one every now and then.
    ticking = QTimer()
    ticking.start(300)
    ticking.timeout.connect(lambda: None)
    try:
        yield
    finally:
        ticking.stop()


async def _run(
    launch: Launch, chosen: Settings | None, application: QApplication, secrets: Secrets | None = None
) -> int | None:
    """Run the program once; returns its exit code, None where it is to start again."""
    program = Program(launch, application, chosen, secrets)
    with _leaving(program.ended.set):
        try:
            await program.start()
            program.window.closed.connect(program.ended.set)
            if launch.demo:
                return await _demo(program)
            await program.ended.wait()
            return None if program.again else 0
        finally:
            guard = threading.Timer(CLOSING_SECONDS, _cut_off)
            guard.daemon = True
            guard.start()
            await program.close()
            guard.cancel()


def _cut_off() -> None:
    """End a program that cannot close: what was committed stands, and a counter must not hang at the end of the day."""
    log.error("closing took longer than %d s and was cut off; what was saved stands", CLOSING_SECONDS)
    os._exit(1)


async def _demo(program: Program) -> int:
    play = asyncio.create_task(Demo(program, PICTURES).play(), name="demo")
    stopped = asyncio.create_task(program.ended.wait(), name="stopped")
    await asyncio.wait({play, stopped}, return_when=asyncio.FIRST_COMPLETED)
    for task in (play, stopped):
        task.cancel()
    try:
        await play
    except asyncio.CancelledError:
        print("The demonstration was stopped.", file=sys.stderr)
        return 1
    except DemoFailed as error:
        print(f"The demonstration failed: {error}", file=sys.stderr)
        return 1
    print(f"Pictures of every step: {PICTURES}/")
    return 0
