"""What a person sets at a platform for the whole shop: prices, what is on sale, whether it is open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from picker_app.domain import money
from picker_app.domain.rules import RuleBroken
from picker_app.picking import results
from picker_app.picking.ledger import Ledger
from picker_app.picking.rows import Outcome, Result
from picker_app.store import shop_calls
from picker_app.store.database import Connection, NotSaved
from picker_app.store.shop_calls import CallRow, ShopCall
from picker_app.store.shop_calls import CallState as CallState
from picker_app.store.shop_calls import Setting as Setting

SHOWN = 200
Check = Callable[[Connection], None]


@dataclass(frozen=True, slots=True)
class ShopAccount:
    """An account with shops whose prices and goods are set from here: its title, currency and the shops' ids."""

    title: str
    currency: str
    stores: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShopCallRow:
    """A value that was set. It cannot be read back: `ended_at` is when it was sent or refused, never that it holds.

    `state` is queued, sending, sent, refused or replaced; `error` is the code of the platform's error, `words` its own
    words (404, code `missing`: it does not know the product's code).
    """

    id: int
    account: str
    platform: str
    setting: Setting
    stores: tuple[str, ...]
    code: str
    price: Decimal | None
    start: date | None
    available: bool
    reason: str
    created_at: datetime
    state: CallState
    ended_at: datetime | None
    retry_at: datetime | None
    error: str
    words: str


class ShopDesk:
    """The verbs for the shop itself. No method raises for a broken rule or a full disk: the Result says it."""

    def __init__(self, ledger: Ledger, accounts: Mapping[str, ShopAccount]) -> None:
        self._ledger = ledger
        self.accounts = dict(accounts)

    async def set_price(
        self,
        account: str,
        stores: Sequence[str],
        code: str,
        price: Decimal,
        *,
        start: date | None = None,
        yes: bool = False,
    ) -> Result:
        """Set a product's price, in major units above 0, at once or from a day of the store on, in some shops.

        A second future price of the same product is a question: `yes` puts it in the place of the first
        (ifood_pos.md section 8).
        """
        call = ShopCall(Setting.PRICE, tuple(stores), code.strip(), price=price, start=start)

        def check(connection: Connection) -> None:
            currency = self.accounts[account].currency
            if price <= 0 or price != money.rounded(price, currency):
                raise RuleBroken("bad_price", digits=money.digits(currency))
            today = date.fromisoformat(self._ledger.day())
            if start is not None and start < today:
                raise RuleBroken("bad_start")
            known = shop_calls.scheduled(connection, account, call, today)
            if start is not None and start > today and known is not None and not yes:
                raise RuleBroken("price_scheduled", name=call.code, start=str(known.call.start))

        return await self._set(account, call, check)

    async def set_product(self, account: str, store: str, code: str, *, available: bool) -> Result:
        """Put a product on sale or take it off."""
        return await self._set(account, ShopCall(Setting.PRODUCT, (store,), code.strip(), available=available))

    async def set_shop(self, account: str, store: str, *, available: bool, reason: str = "") -> Result:
        """Open the shop, or close it for a reason."""
        text = reason.strip()

        def check(_connection: Connection) -> None:
            if not available and not text:
                raise RuleBroken("reason_needed")

        return await self._set(account, ShopCall(Setting.SHOP, (store,), available=available, reason=text), check)

    async def rows(self, limit: int = SHOWN) -> tuple[ShopCallRow, ...]:
        """Return what was set, the newest first; NotSaved if the database cannot be read."""
        found = await self._ledger.ask(lambda connection: shop_calls.newest(connection, limit))
        return tuple(self._row(row) for row in found)

    async def _set(self, account: str, call: ShopCall, check: Check | None = None) -> Result:
        def work(connection: Connection) -> Result:
            shop = self.accounts.get(account)
            shops = bool(call.stores) and shop is not None and set(call.stores) <= set(shop.stores)
            if not shops or (call.setting is not Setting.SHOP and not call.code):
                raise RuleBroken("no_shop")
            if check is not None:
                check(connection)
            shop_calls.add(connection, account, call, self._ledger.now(), self._ledger.picker)
            values = {"name": call.code or (shop.title if shop else "")}
            return Result(Outcome.COMMAND, "shop_owed", good=True, values=values)

        try:
            result = await self._ledger.run(work)
        except RuleBroken as rule:
            return results.broken(None, rule, None)
        except NotSaved as error:
            return results.not_saved(error, None)
        self._ledger.announce(None)
        return result

    def _row(self, row: CallRow) -> ShopCallRow:
        shop = self.accounts.get(row.account)
        return ShopCallRow(
            id=row.id,
            account=row.account,
            platform=shop.title if shop else row.account,
            setting=row.call.setting,
            stores=row.call.stores,
            code=row.call.code,
            price=row.call.price,
            start=row.call.start,
            available=row.call.available,
            reason=row.call.reason,
            created_at=row.created_at,
            state=row.state,
            ended_at=row.ended_at,
            retry_at=row.next_at if row.tries else None,
            error=row.error,
            words=row.words,
        )
