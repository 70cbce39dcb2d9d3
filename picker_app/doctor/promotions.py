"""Looks at accounts that carry promotions only: their platform lets them in, and their secret is good for it."""

import asyncio
import logging
from collections.abc import Mapping

from picker_app.platforms.deliveroo import BrandSettings
from picker_app.platforms.deliveroo.client import Deliveroo
from picker_app.platforms.pace import Limiter
from picker_app.platforms.port import Limited, LockedOut, PlatformError, Unreachable
from picker_app.report import Found, fail, ok
from picker_app.settings import DeliverooPromotionsAccount

log = logging.getLogger(__name__)

ACCOUNT_SECONDS = 20.0


def client(account: DeliverooPromotionsAccount, known: Mapping[tuple[str, str], str]) -> Deliveroo:
    """Return a client for the account."""
    settings = BrandSettings(
        name=account.name,
        base_url=account.base_url,
        auth_url=account.auth_url,
        client_id=account.client_id,
        brand_id=account.brand_id,
        currency=account.currency,
        secret=lambda name: known[account.name, name] or None,
    )
    return Deliveroo(settings, Limiter())


async def ask(account: DeliverooPromotionsAccount, known: Mapping[tuple[str, str], str]) -> list[Found]:
    """Sign in with the scope for promotions (deliveroo_promotions.md section 2); nothing else can be read there."""
    what = f"{account.name}, sign-in"
    platform = client(account, known)
    try:
        async with asyncio.timeout(ACCOUNT_SECONDS):
            await platform.sign_in()
        return [ok(what, "the platform takes the secret, and lets it write promotions")]
    except PlatformError as error:
        return [fail(what, _advice(error))]
    except TimeoutError:
        return [fail(what, f"no answer within {ACCOUNT_SECONDS:.0f} s. Check the network, then ask again.")]
    except Exception as error:
        log.debug("%s", what, exc_info=True)
        return [fail(what, f"the check itself failed: {type(error).__name__}. Tell support.")]
    finally:
        await platform.close()


def _advice(error: PlatformError) -> str:
    said = f"{error.title} {error.words}".strip().rstrip(".") + ". "
    match error:
        case LockedOut():
            return (
                said + "Check client_id and the secret, and ask Deliveroo whether the client has the scope promotions."
            )
        case Limited():
            return said + "Wait a minute, then ask again."
        case Unreachable():
            return said + "Check the network, a proxy, and auth_url."
        case _:
            return said + "Check auth_url, and whether the network wants a sign-in of its own."
