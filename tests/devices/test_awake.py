"""The computer is kept awake over a real bus, from start to close, and what a computer cannot do is no fault."""

import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from picker_app.devices.awake import Awake

if sys.platform != "linux":
    pytest.skip("only Linux has this bus", allow_module_level=True)

from jeepney import MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

DESKTOP = "org.freedesktop.ScreenSaver"
MANAGER = "org.freedesktop.login1"
WHY = "The shop hears of new orders"


class Service:
    """Stands for the desktop or the login manager on the bus of the test."""

    def __init__(self, address: str, name: str, *, refuses: bool = False) -> None:
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.held = 0
        self._changed = threading.Condition()
        self._refuses = refuses
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._connection.sock.shutdown(2)
        self._thread.join(5)
        self._connection.close()

    def lasts(self, held: int) -> bool:
        """Wait until so many hold."""
        with self._changed:
            return self._changed.wait_for(lambda: self.held == held, 5)

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
            except OSError:
                return
            if message.header.message_type is not MessageType.method_call:
                continue
            fields = {field.name: value for field, value in message.header.fields.items()}
            if self._refuses:
                self._connection.send(new_error(message, "org.example.No", "s", ("not for you",)))
                continue
            with self._changed:
                self.asked.append((fields["member"], message.body))
                self.held += fields["interface"] != DESKTOP
                self._changed.notify_all()
            if fields["interface"] == DESKTOP:
                self._connection.send(new_method_return(message, "u", (7,)))
                continue
            reading, writing = os.pipe()
            self._connection.send(new_method_return(message, "h", (writing,)))
            os.close(writing)
            threading.Thread(target=self._until_closed, args=(reading,), name="pipe", daemon=True).start()

    def _until_closed(self, reading: int) -> None:
        with os.fdopen(reading, "rb") as pipe:
            pipe.read()
        with self._changed:
            self.held -= 1
            self._changed.notify_all()


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bus of the test's own, which stands for that of the system and that of the desktop."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed: make test says how")
    # The path of a socket is short.
    with tempfile.TemporaryDirectory(prefix="bus-") as folder:
        address = f"unix:path={Path(folder) / 'bus'}"
        command = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
            assert daemon.stdout is not None and daemon.stdout.readline().startswith(address)
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
            yield address
            daemon.terminate()


@pytest.fixture(autouse=True)
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test asks the computer on which it runs."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")


def begun() -> Awake:
    awake = Awake(WHY)
    awake.start()
    assert awake.asked(10)
    return awake


def test_login_manager_and_desktop_are_asked_and_let_go_at_the_end(bus: str) -> None:
    with closing(Service(bus, MANAGER)) as manager, closing(Service(bus, DESKTOP)) as desktop:
        awake = begun()
        assert list(awake.held) == ["login manager", "desktop"]
        assert manager.asked == [("Inhibit", ("sleep:idle", "picker-app", WHY, "block"))]
        assert desktop.asked == [("Inhibit", ("picker-app", WHY))]
        assert manager.lasts(1)
        awake.start()
        assert len(manager.asked) == 1
        awake.close()
        assert manager.lasts(0) and not awake.held
        awake.start()
        assert awake.asked(10) and manager.lasts(1)
        awake.close()
        assert manager.lasts(0)


def test_one_of_them_is_enough(bus: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with closing(Service(bus, MANAGER, refuses=True)), closing(Service(bus, DESKTOP)):
        awake = begun()
        assert awake.held == ("desktop",)
        awake.close()
    assert "not kept awake" not in caplog.text


def test_a_desktop_that_knows_nothing_of_it_is_said_in_the_log(bus: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    awake = begun()
    assert awake.held == ()
    awake.close()
    assert "the computer is not kept awake: login manager: " in caplog.text


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "tcp:host=localhost,port=1", "nonsense"])
def test_without_a_bus_the_program_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, address: str
) -> None:
    caplog.set_level(logging.INFO)
    if address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    awake = begun()
    assert awake.held == ()
    awake.close()
    awake.close()
    assert "the computer is not kept awake" in caplog.text
