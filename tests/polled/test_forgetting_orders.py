"""What an order of a polled platform tells of a person is deleted with the order's time."""

from picker_app.store import orders
from picker_app.store.database import Connection
from tests.outbox.status_shop import StatusShop


async def test_customer_notes_and_details_of_an_order_are_forgotten_once(shop: StatusShop) -> None:
    order_id = await shop.new_order()
    later = shop.now().replace(year=shop.now().year + 1)

    def personal(connection: Connection) -> list[int]:
        return orders.to_forget(connection, later, 0, 10)[0]

    before = (await shop.order(order_id)).said
    assert before.customer is not None and before.details
    assert await shop.database.ask(personal) == [order_id]
    await shop.database.run(lambda connection: orders.forget(connection, [order_id]))
    after = (await shop.order(order_id)).said
    assert (after.customer, after.details, after.note) == (None, (), "")
    assert after.payments == before.payments and len(after.lines) == len(before.lines)
    assert await shop.database.ask(personal) == [], "nothing is left to be forgotten"
