"""What the workspace of the shop itself is given: the verbs that set prices, products and hours at a platform."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from picker_app.picking.rows import Result
from picker_app.picking.shop_desk import ShopAccount, ShopCallRow


class ShopFloor(Protocol):
    """Each verb commits before it answers; what is set is sent in the background and cannot be read back."""

    @property
    def accounts(self) -> Mapping[str, ShopAccount]:
        """Return the accounts with shops that are set from here, by name."""
        ...

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
        """Set a product's price in some shops, at once or from a day on; `yes` replaces a price that is to come."""
        ...

    async def set_product(self, account: str, store: str, code: str, *, available: bool) -> Result:
        """Put a product on sale in a shop or take it off."""
        ...

    async def set_shop(self, account: str, store: str, *, available: bool, reason: str = "") -> Result:
        """Open a shop, or close it for a reason."""
        ...

    async def rows(self, limit: int = 200) -> tuple[ShopCallRow, ...]:
        """Return what was set, the newest first."""
        ...
