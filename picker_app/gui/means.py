"""What a workspace may use of the window."""

from collections.abc import Callable
from dataclasses import dataclass

from picker_app.gui.formats import Formats
from picker_app.gui.surroundings import Surroundings
from picker_app.gui.tasks import Tasks
from picker_app.gui.telling import Telling


@dataclass(frozen=True, slots=True)
class Means:
    """What a workspace may use of the window: its surroundings, its one door for notices, its one place for tasks.

    `open_order` shows an order, `to_inbox` leads back to the orders.
    """

    given: Surroundings
    tasks: Tasks
    telling: Telling
    formats: Formats
    open_order: Callable[[int], object]
    to_inbox: Callable[[], object]
