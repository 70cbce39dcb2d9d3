"""A shop with a real database file, a desk, a board and a clock that stands still, for the tests of picking."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, insert, select, update

from picker_app.changes import Changes
from picker_app.domain.cart import Command
from picker_app.domain.order import REASONS
from picker_app.domain.said import SaidOrder
from picker_app.picking.board import Board
from picker_app.picking.desk import Desk
from picker_app.picking.ledger import Ledger
from picker_app.picking.picture import Seller
from picker_app.picking.rows import OrderView
from picker_app.picking.scans import Scans
from picker_app.platforms.port import Capabilities, CatalogProduct
from picker_app.store import codec, orders, schema, views
from picker_app.store.database import Database
from picker_app.store.views import Laid, Message
from tests.begun import begun
from tests.domain.examples import NOON, d

OAT = CatalogProduct("OAT-1L", "Oat drink", ("9001234500024",), d("1.49"), by_weight=False, active=True)
BAG = CatalogProduct("BAG-01", "Bag", (), d("0.20"), by_weight=False, active=True)
VINE = CatalogProduct("TOM-VINE", "Vine tomatoes", (), d("4.00"), by_weight=True, active=True)
SELLERS = {
    "shop": Seller("foodora", Capabilities(True, True, True, True, True, REASONS)),
    "plain": Seller("plain", Capabilities(False, False, False, False, False, ())),
}
PATIENCE = 10
Result = TypeVar("Result")


class Shop:
    """Everything that the desk needs; closed by `close`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = NOON
        self.database = Database(begun(path), busy_ms=1)
        self.database.open()
        self.changes = Changes()
        zone = ZoneInfo("America/Sao_Paulo")
        self.ledger = Ledger(self.database, self.changes, SELLERS, zone, lambda: self.now)
        self.board = Board(self.database, self.changes, SELLERS, zone, lambda: self.now)
        self.desk = Desk(self.ledger, Scans(self.ledger, self.board.needs))

    async def close(self) -> None:
        """Stop following and close the file."""
        await self.board.close()
        self.database.close()

    def wait(self, seconds: float) -> datetime:
        """Move the clock on."""
        self.now += timedelta(seconds=seconds)
        return self.now

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do a work and wait for its commit."""
        return self.database.write(work).result(PATIENCE)

    def order(self, said: SaidOrder, *, ours: bool = True, **fields: Any) -> int:
        """Let an order come in now; `fields` are set in its row."""

        def work(connection: Connection) -> int:
            order_id = orders.add(connection, said, self.now, ours=ours)
            if fields:
                connection.execute(update(schema.orders).where(schema.orders.c.id == order_id).values(**fields))
            return order_id

        order_id = self.write(work)
        self.changes.announce(frozenset({order_id}))
        return order_id

    def say(self, order_id: int, said: SaidOrder, **fields: Any) -> None:
        """Let the platform say something new of an order."""
        row = {"said": codec.dump_said(said), "status": said.status.value} | fields
        change = update(schema.orders).where(schema.orders.c.id == order_id).values(row)
        self.write(lambda connection: connection.execute(change))
        self.changes.announce(frozenset({order_id}))

    def laid(self, order_id: int) -> Laid:
        """The order with everything laid over it."""
        laid = self.database.read(lambda connection: views.laid(connection, order_id)).result(PATIENCE)
        assert laid is not None
        return laid

    def messages(self, order_id: int) -> list[tuple[str, str]]:
        """The messages owed and not withdrawn, as kind and state."""
        return [(message.kind.value, message.state) for message in self.laid(order_id).messages]

    def message(self, order_id: int) -> Message:
        """The newest message."""
        return self.laid(order_id).messages[-1]

    def command(self, order_id: int) -> Command:
        """The newest message's cart."""
        wanted = select(schema.owed.c.command).where(schema.owed.c.id == self.message(order_id).owed_id)
        return codec.load_command(self.write(lambda connection: connection.execute(wanted).scalar_one()))

    def send(self, order_id: int, state: str, **fields: Any) -> None:
        """Let the outbox say what became of the newest message."""
        row = {"owed_id": self.message(order_id).owed_id, "state": state, "first_sent_at": self.now} | fields

        def work(connection: Connection) -> None:
            connection.execute(schema.deliveries.delete().where(schema.deliveries.c.owed_id == row["owed_id"]))
            connection.execute(insert(schema.deliveries), row)

        self.write(work)
        self.changes.announce(frozenset({order_id}))

    def rows(self) -> tuple[int, int]:
        """How many facts and messages were ever written."""

        def count(connection: Connection) -> tuple[int, int]:
            facts = connection.execute(select(func.count()).select_from(schema.picks)).scalar_one()
            messages = connection.execute(select(func.count()).select_from(schema.owed)).scalar_one()
            return facts, messages

        return self.write(count)

    def view(self, order_id: int) -> OrderView:
        """The order as the board shows it."""
        view = self.board.order(order_id)
        assert view is not None
        return view
