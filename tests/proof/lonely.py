"""A child that would never end by itself; in a file of its own, where another process finds it."""

import threading
from multiprocessing.connection import Connection

from picker_app.proof.child import end_with_parent


def linger(parent: Connection) -> None:
    """Say that this process is ready, and wait for nothing."""
    end_with_parent()
    parent.send("ready")
    threading.Event().wait()
