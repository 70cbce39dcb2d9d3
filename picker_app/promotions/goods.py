"""Names and prices of the products of promotions, from the catalogue that fits an account."""

from collections.abc import Mapping, Sequence

from picker_app.promotions.shops import Shop
from picker_app.store import goods
from picker_app.store.database import Connection, Database
from picker_app.store.goods import Good


class Goods:
    """The questions about products: of the account's own catalogue, else of one in the same currency."""

    def __init__(self, database: Database, shops: Mapping[str, Shop]) -> None:
        self._database = database
        self._shops = dict(shops)

    async def catalogue(self, account: str) -> str:
        """Return the account whose catalogue is asked for this one, "" if there is none."""
        return await self._database.ask(lambda connection: self._catalogue(connection, account))

    async def find(self, account: str, ids: Sequence[str]) -> dict[str, Good]:
        """Return those of the ids that are known, with name and price."""
        return await self._database.ask(
            lambda connection: goods.by_ids(connection, self._catalogue(connection, account), ids)
        )

    def _catalogue(self, connection: Connection, account: str) -> str:
        mine = self._shops.get(account)
        alike = [name for name, shop in self._shops.items() if mine is not None and shop.currency == mine.currency]
        return next((name for name in (account, *alike) if goods.has_catalogue(connection, name)), "")
