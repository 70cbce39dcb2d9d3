"""Looks at this computer: data folder, database, the webhook's way in, devices; at the rest by self-test."""

import asyncio
import errno
import http.client
import json
import os
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from picker_app import __version__
from picker_app.devices.labels import RuleError, load_rules
from picker_app.report import Found, Level, fail, ok, read, warn
from picker_app.settings import Labels, Scanner, Webhook
from picker_app.store import copies, integrity, views
from picker_app.store.database import NEWER, Connection, Database, NotSaved

LOOK_SECONDS = 8.0
HEALTH_SECONDS = 2.0
SELF_TEST_SECONDS = 40.0
LEAST_FREE_MB = 200
_RECENT = timedelta(days=30)
_LOOKED_AT = 200


def data_folder(path: Path) -> Found:
    """Look whether the data folder, or the place where it will be made, can be written, and who may read it."""
    what = "data folder"
    try:
        there = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
        if not there.is_dir():
            return fail(what, f"{there} is a file. Give another folder with --data-dir.")
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
        free = shutil.disk_usage(there).free // 1_000_000
    except OSError as error:
        return fail(
            what,
            f"{path} cannot be written: {error.strerror}. "
            "Free some space or check its permissions, or give another folder with --data-dir.",
        )
    if free < LEAST_FREE_MB:
        return warn(
            what, f"{path}: only {free} MB are free. Make room: an order that cannot be saved cannot be picked."
        )
    if there != path:
        return ok(what, f"{path} is not there yet and can be made")
    if os.name != "nt" and there.stat().st_mode & 0o077:
        return warn(what, f"others on this computer may read {path}. The program ends that when it starts.")
    return ok(what, f"{path} can be written, and is its user's own; {free} MB are free")


def database(url: str) -> Found:
    """Look whether the database is whole and of a version that this program knows. It may be in use meanwhile."""
    what = "database"
    file = integrity.file_of(url)
    if file is None:
        with closing(Database(url)) as server:
            server.read(lambda connection: views.shown_ids(connection, datetime.now(UTC))).result()
        return ok(what, "its server answers; that it is whole and copied is for the server to see to")
    if not file.exists():
        if copies.newest_first(copies.folder_of(file)) or integrity.files_of(file):
            return fail(what, f"{file} is gone. Start the program: it opens the last good copy.")
        return ok(what, f"{file} is not there yet; the first start makes it")
    try:
        found = _look(file)
    except NotSaved as error:
        return warn(what, f"{file} could not be read to its end: {error}")
    with closing(Database(url)) as known:
        revisions = known.revisions()
    if found.damage:
        return fail(what, f"{file} is damaged. Close the program and start it again: it then opens the last good copy.")
    if integrity.log_is_lost(file):
        return warn(what, f"the newest part of {file}, its log, is gone. The next start says what is missing.")
    if found.revision and found.revision not in revisions:
        return fail(what, NEWER)
    if found.orphans:
        return warn(what, f"{found.orphans} rows refer to rows that are not there. Tell support; the work goes on.")
    if found.revision != revisions[0]:
        version = found.revision or "none"
        return warn(what, f"{file} has tables of version {version}. The next start brings them to {revisions[0]}.")
    return ok(what, f"{file} is whole, version {found.revision}")


def newest_orders(url: str) -> dict[str, str]:
    """Return, by account, the platform's id of the newest order that the database holds."""
    file = integrity.file_of(url)
    if file is not None:
        if not file.exists():
            return {}
        still = "&immutable=1" if _is_closed(file) else ""
        url = f"sqlite:///{file.absolute().as_uri()}?mode=ro{still}&uri=true"
    with closing(Database(url)) as reader:
        return reader.read(_newest).result()


def way_in(webhook: Webhook, accounts: Sequence[str]) -> Found:
    """Look whether the webhook's port is free, or whether this program answers there already."""
    what = "webhook"
    place = f"{webhook.host} port {webhook.port}"
    if webhook.port == 0:
        return ok(
            what,
            "any free port is taken at each start. A tunnel of your own needs one that stays: set [webhook] port",
        )
    paths = " and ".join(f"/webhooks/{name}" for name in accounts) or "/webhooks/<account>"
    try:
        family = socket.AF_INET6 if ":" in webhook.host else socket.AF_INET
        socket.create_server((webhook.host, webhook.port), family=family).close()
    except OSError as error:
        version = _answers(webhook) if error.errno in (errno.EADDRINUSE, errno.EACCES) else ""
        if not version:
            reason = error.strerror or type(error).__name__
            return fail(what, f"cannot listen on {place}: {reason}. Set another [webhook] host or port.")
        if version != __version__:
            return warn(what, f"version {version} of this program runs on {place}, this is {__version__}. Restart it.")
        return ok(what, f"the program runs and answers on {place}; the public address must lead to {paths} there")
    return ok(what, f"{place} is free; the public address must lead to {paths} there")


def scanner(chosen: Scanner) -> Found:
    """Say how the scanner is told from a hand."""
    return ok(
        "scanner",
        f"characters at most {chosen.gap_ms} ms apart, {chosen.min_chars} or more, prefix {chosen.prefix or 'none'}, "
        f"separator {chosen.gs}, layout {chosen.layout}. A scan into the window shows whether it fits",
    )


def labels(chosen: Labels) -> Found:
    """Look whether there are rules for the labels of the shop's scale."""
    try:
        rules = load_rules(chosen.region, chosen.rules)
    except RuleError as error:
        return fail("labels", str(error))
    if not rules:
        said = f"none for region {chosen.region}" if chosen.region else "no [labels] region is set"
        return ok("labels", f"{said}: weights are typed")
    return ok("labels", f"{len(rules)} rules for region {chosen.region or 'none'}, up to {chosen.max_weight_kg:f} kg")


async def self_test(words: Sequence[str]) -> list[Found]:
    """Have the self-test run as a program of its own, for all that needs Qt; returns what it found wanting."""
    what = "self-test"
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PICKER_SECRET_")}
    surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *words,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=surroundings,
    )
    try:
        async with asyncio.timeout(SELF_TEST_SECONDS):
            printed, _ = await process.communicate()
    except TimeoutError:
        return [fail(what, f"did not end within {SELF_TEST_SECONDS:.0f} s. Run picker-app self-test and see where.")]
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    lines = [found for line in printed.decode("utf-8", "replace").splitlines() if (found := read(line))]
    wanting = [Found(one.level, f"{what}, {one.what}", one.words) for one in lines if one.level is not Level.OK]
    if process.returncode not in (0, 1) or not lines:
        wanting.append(fail(what, f"ended with {process.returncode}. Run picker-app self-test and see what it says."))
    return wanting or [ok(what, "window, sound, fonts, translations and TLS roots are as they should be")]


def _is_closed(file: Path) -> bool:
    """Say whether nobody has the database open: its log is there as long as somebody has."""
    return "-wal" not in {end for end, _ in integrity.files_of(file)}


def _look(file: Path) -> integrity.Finding:
    """Look into the file without leaving anything beside it; again, if the program opened it at that moment."""
    deadline = time.monotonic() + LOOK_SECONDS
    closed = _is_closed(file)
    found = integrity.look(file, frozen=closed, busy_ms=1000, stop=lambda: time.monotonic() > deadline)
    if closed and not _is_closed(file):
        found = integrity.look(file, busy_ms=1000, stop=lambda: time.monotonic() > deadline)
    return found


def _newest(connection: Connection) -> dict[str, str]:
    refs: dict[str, str] = {}
    shown = views.shown_ids(connection, datetime.now(UTC) - _RECENT)
    for order_id in reversed(shown[-_LOOKED_AT:]):
        laid = views.laid(connection, order_id)
        if laid is not None:
            refs.setdefault(laid.order.said.account, laid.order.said.ref)
    return refs


def runs(webhook: Webhook) -> bool:
    """Say whether this program answers at the webhook's address; with any free port nobody knows: then it may."""
    return webhook.port == 0 or bool(_answers(webhook))


def _answers(webhook: Webhook) -> str:
    """Return the version of this program that answers at the webhook's address, "" where another one does."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(webhook.host, webhook.host)
    try:
        with closing(http.client.HTTPConnection(host, webhook.port, timeout=HEALTH_SECONDS)) as line:
            line.request("GET", "/health")
            answer = line.getresponse()
            told = json.loads(answer.read(10_000))
    except (OSError, http.client.HTTPException, ValueError):
        return ""
    ours = answer.status == 200 and isinstance(told, dict) and told.get("status") == "ok"
    return str(told.get("version", "")) if ours else ""
