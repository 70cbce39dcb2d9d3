"""Looks at accounts that carry promotions only: their platform lets them in, and their secret is good for it."""

from collections.abc import Mapping

from picker_app.doctor.asking import Advice, asking, secrets_of
from picker_app.platforms.deliveroo import BrandSettings
from picker_app.platforms.deliveroo.client import Deliveroo
from picker_app.platforms.pace import Limiter
from picker_app.report import Found
from picker_app.settings import DeliverooPromotionsAccount
from picker_app.wording import say, tr

LOCKED_OUT = tr("Check client_id and the secret, and ask Deliveroo whether the client has the scope promotions.")


def client(account: DeliverooPromotionsAccount, known: Mapping[tuple[str, str], str]) -> Deliveroo:
    """Return a client for the account."""
    return Deliveroo(BrandSettings.of(account, secrets_of(account, known)), Limiter())


async def ask(account: DeliverooPromotionsAccount, known: Mapping[tuple[str, str], str]) -> list[Found]:
    """Sign in with the scope for promotions (deliveroo_promotions.md section 2); nothing else can be read there."""
    platform = client(account, known)
    try:
        async with asking(account.name, Advice(account.auth_url, "auth_url", LOCKED_OUT)) as now:
            await platform.sign_in()
            now.good(say(tr("the platform takes the secret, and lets it write promotions")))
        return now.found
    finally:
        await platform.close()
