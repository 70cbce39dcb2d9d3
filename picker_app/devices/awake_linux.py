"""Asks the login manager and the desktop of a Linux computer, over D-Bus, not to let it sleep."""

import sys
from contextlib import ExitStack
from typing import Any

assert sys.platform == "linux"

from jeepney import DBusAddress, MessageType, new_method_call  # noqa: E402 - only this system has a bus
from jeepney.io.blocking import open_dbus_connection  # noqa: E402

SECONDS = 3.0
_MANAGER = DBusAddress("/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager")
_SAVER = DBusAddress("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver")


def login_manager(name: str, why: str, stack: ExitStack) -> None:
    """Ask the login manager; its answer is a file that holds as long as it is open. OSError if it does not."""
    message = new_method_call(_MANAGER, "Inhibit", "ssss", ("sleep:idle", name, why, "block"))
    stack.callback(_ask("SYSTEM", message, stack)[0].close)


def desktop(name: str, why: str, stack: ExitStack) -> None:
    """Ask the desktop; that holds as long as the connection does. OSError if it does not."""
    _ask("SESSION", new_method_call(_SAVER, "Inhibit", "ss", (name, why)), stack)


def _ask(bus: str, message: Any, stack: ExitStack) -> tuple[Any, ...]:
    """Ask over a bus, which is left with the stack."""
    try:
        connection = stack.enter_context(open_dbus_connection(bus, enable_fds=True))
        answer = connection.send_and_get_reply(message, timeout=SECONDS)
    except (KeyError, ValueError, RuntimeError) as error:
        # No variable names a bus, or it is of a kind that is not spoken with.
        raise OSError(f"there is no bus: {error}") from error
    if answer.header.message_type is not MessageType.method_return or not answer.body:
        raise OSError(" ".join(map(str, answer.body)) or "it said no")
    return tuple(answer.body)
