"""Makes the doctor's round through settings, computer and platforms, with a time limit for each check."""

import asyncio
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, quote_plus, urlsplit

from picker_app import settings
from picker_app.doctor import accounts, computer, polled, promotions, way
from picker_app.doctor.asking import own_fault
from picker_app.platforms.pace import Limiter
from picker_app.platforms.sign_in import SignIns
from picker_app.report import Found, Report, fail, ok, warn
from picker_app.settings import (
    BadConfiguration,
    DeliverooPromotionsAccount,
    DeliveryHeroAccount,
    IfoodPosAccount,
    Secrets,
    Settings,
    Webhook,
)
from picker_app.store.database import sqlite_url
from picker_app.training.delivery_hero.platform import TrainingPlatform
from picker_app.training.delivery_hero.switches import Switches
from picker_app.wording import say, tr

log = logging.getLogger(__name__)
T = TypeVar("T")

LOCAL_SECONDS = 10.0
LEAST_PACE = 25
SELF_TEST = ("self-test",) if getattr(sys, "frozen", False) else ("-m", "picker_app", "self-test")


def run(config: Path, data_dir: Path, *, training: bool = False, self_test: Sequence[str] = SELF_TEST) -> int:
    """Look at everything, a line each on standard output; returns the exit code, 1 if something does not work.

    Changes nothing, in the data folder either, and asks nobody but the platforms of the configuration; with `training`
    a training platform of its own in their place. It may run beside the program. `self_test`: how this Python is called
    for what needs Qt. Takes a minute at most.
    """
    with ExitStack() as stack:
        return asyncio.run(_round(config, data_dir, training, self_test, stack))


async def _round(config: Path, data_dir: Path, training: bool, self_test: Sequence[str], stack: ExitStack) -> int:
    report = Report()
    testing = asyncio.create_task(computer.self_test(self_test))
    chosen, secrets = _configuration(report, config, stack if training else None)
    known: dict[tuple[str, str], str] = {}
    if chosen is not None:
        known = await _secrets(report, chosen, secrets)
        report.masks.hide(_spellings([*known.values(), urlsplit(chosen.database.url).password or ""]))
        for account in chosen.accounts:
            report.say(*accounts.settled(account, known, given=training))
    url = (chosen.database.url if chosen else "") or sqlite_url(data_dir / "picker.sqlite3")
    report.say(await _checked(computer.DATA_FOLDER, lambda: computer.data_folder(data_dir)))
    report.say(await _checked(computer.DATABASE, lambda: computer.database(url)))
    if chosen is not None:
        names = [account.name for account in chosen.accounts]
        report.say(await _checked(computer.WEBHOOK, lambda: computer.way_in(chosen.webhook, names)))
        if not training:
            token = known.get((settings.TUNNEL, settings.TUNNEL_SECRETS.get(chosen.tunnel.kind, "")), "")
            report.say(*way.tunnel(chosen.tunnel, token))
            running = await asyncio.to_thread(computer.runs, chosen.webhook)
            report.say(*await way.ask(chosen, known, running=running))
        report.say(computer.scanner(chosen.scanner), computer.labels(chosen.labels))
        await _platforms(report, chosen, known, url, training=training)
    report.say(*await testing)
    return report.end()


def _configuration(report: Report, config: Path, stack: ExitStack | None) -> tuple[Settings | None, Secrets]:
    """Return what is configured, None where it cannot be used; of the training platform where there is a `stack`."""
    what = say(tr("configuration"))
    try:
        if stack is not None:
            trained = _trained(stack)
            report.say(ok(what, say(tr("training needs none"))))
            return trained
        chosen = settings.load(config)
        report.say(ok(what, say(tr("{file}: accounts: {count}"), file=config, count=len(chosen.accounts))))
        return chosen, Secrets()
    except BadConfiguration as error:
        report.say(*(fail(what, sentence) for sentence in str(error).splitlines()))
        if not config.exists():
            report.say(
                warn(what, say(tr("docs/configuration.md says what it holds; picker-app --training needs none.")))
            )
    except OSError as error:
        words = tr("the training platform cannot listen on this computer: {reason}.")
        report.say(fail(what, say(words, reason=error.strerror or type(error).__name__)))
    return None, Secrets()


async def _secrets(report: Report, chosen: Settings, secrets: Secrets) -> dict[tuple[str, str], str]:
    try:
        return await _in_time(lambda: accounts.all_secrets(chosen.accounts, secrets, chosen.tunnel.kind))
    except TimeoutError:
        words = tr("it did not answer within {seconds} s. Unlock it, then ask again.")
        report.say(fail(say(tr("keyring")), say(words, seconds=f"{LOCAL_SECONDS:.0f}")))
    except Exception as error:  # each system has a keyring of its own, with errors of its own
        words = tr("it cannot be used: {fault}. Use environment variables instead.")
        report.say(fail(say(tr("keyring")), say(words, fault=type(error).__name__)))
    return {(account.name, name): "" for account in chosen.accounts for name in settings.SECRETS[account.platform]}


async def _platforms(
    report: Report, chosen: Settings, known: dict[tuple[str, str], str], url: str, *, training: bool
) -> None:
    asked = [account for account in chosen.accounts if isinstance(account, DeliveryHeroAccount)]
    brands = [account for account in chosen.accounts if isinstance(account, DeliverooPromotionsAccount)]
    for found in await asyncio.gather(*(promotions.ask(account, known) for account in brands)):
        report.say(*found)
    tills = [account for account in chosen.accounts if isinstance(account, IfoodPosAccount)]
    ahead = await _polled(report, tills, known)
    if tills and not asked:
        report.say(accounts.clock(ahead))
        return
    if not asked:
        words = tr("there is none that this version speaks with: no orders will come.")
        report.say(warn(say(tr("accounts")), say(words)))
        return
    newest: dict[str, str] = {}
    try:
        newest = await _in_time(lambda: computer.newest_orders(url))
    except Exception as error:  # what is wrong with the database was said before
        log.debug("no order is known: %s", error)
    # With fewer, the few requests of one round would have to wait for the next minute.
    pace, sign_ins = Limiter(max(chosen.delivery_hero.requests_per_minute, LEAST_PACE)), SignIns()
    clients = {account.name: accounts.client(account, known, pace, sign_ins) for account in asked}
    try:
        rounds = (accounts.ask(account, clients[account.name], newest.get(account.name, "")) for account in asked)
        for found in await asyncio.gather(*rounds):
            report.say(*found)
        # The training platform runs by this computer's own clock.
        if not training:
            report.say(accounts.clock(ahead | {name: platform.ahead for name, platform in clients.items()}))
    finally:
        for platform in clients.values():
            await platform.close()


async def _polled(
    report: Report, tills: list[IfoodPosAccount], known: dict[tuple[str, str], str]
) -> dict[str, timedelta | None]:
    """Ask the platforms that are polled; returns how far each one's clock was ahead."""
    rounds = await asyncio.gather(*(polled.ask(account, known) for account in tills))
    for found, _ in rounds:
        report.say(*found)
    return {till.name: clock for till, (_, clock) in zip(tills, rounds, strict=True)}


async def _checked(what: str, check: Callable[[], Found]) -> Found:
    """Do a check that may wait for a disk or a line; whatever happens becomes a line."""
    try:
        return await _in_time(check)
    except TimeoutError:
        words = tr("no answer within {seconds} s. Look whether the disk or the folder hangs.")
        return fail(what, say(words, seconds=f"{LOCAL_SECONDS:.0f}"))
    except Exception as error:
        # Its words may hold what must not be printed: the address of a database has a password in it.
        log.debug("%s", what, exc_info=True)
        return fail(what, own_fault(error))


async def _in_time(work: Callable[[], T]) -> T:
    """Do something on a thread that nobody waits for at the end; TimeoutError if it takes too long."""
    done: Future[T] = Future()
    done.set_running_or_notify_cancel()

    def do() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=do, name="doctor", daemon=True).start()
    return await asyncio.wait_for(asyncio.wrap_future(done), LOCAL_SECONDS)


def _trained(stack: ExitStack) -> tuple[Settings, Secrets]:
    """Start a training platform, to be closed by `stack`, and return what leads to it."""
    platform = TrainingPlatform()
    platform.start()
    stack.callback(platform.close)
    platform.create_order(lines=1)
    access = Switches()
    account = DeliveryHeroAccount(
        name="training",
        platform="delivery_hero",
        base_url=platform.url,
        client_id=access.client_id,
        chain_id=access.chain_id,
        vendor_id=access.vendor_id,
        currency="EUR",
    )
    given = {("training", "client_secret"): access.client_secret, ("training", "webhook_secret"): "webhook-secret"}
    return Settings(webhook=Webhook(port=0), accounts=(account,)), Secrets(given | {("training", "api_token"): ""})


def _spellings(secrets: Sequence[str]) -> list[str]:
    """Return secrets as they are, and as they stand in an address or a form."""
    return [spelled for secret in secrets for spelled in (secret, quote(secret, safe=""), quote_plus(secret))]
