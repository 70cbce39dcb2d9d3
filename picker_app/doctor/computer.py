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
from picker_app.store.database import Connection, Database, NotSaved
from picker_app.wording import say, tr

DATA_FOLDER, DATABASE, WEBHOOK = say(tr("data folder")), say(tr("database")), say(tr("webhook"))
_SELF_TEST = say(tr("self-test"))
LOOK_SECONDS = 8.0
HEALTH_SECONDS = 2.0
SELF_TEST_SECONDS = 40.0
LEAST_FREE_MB = 200
_RECENT = timedelta(days=30)
_LOOKED_AT = 200


def data_folder(path: Path) -> Found:
    """Look whether the data folder, or the place where it will be made, can be written, and who may read it."""
    what = DATA_FOLDER
    try:
        there = next(folder for folder in (path, *path.absolute().parents) if folder.exists())
        if not there.is_dir():
            return fail(what, say(tr("{path} is a file. Give another folder with --data-dir."), path=there))
        with tempfile.TemporaryFile(dir=there) as file:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
        free = shutil.disk_usage(there).free // 1_000_000
    except OSError as error:
        words = tr(
            "{path} cannot be written: {reason}. "
            "Free some space or check its permissions, or give another folder with --data-dir."
        )
        return fail(what, say(words, path=path, reason=error.strerror or type(error).__name__))
    if free < LEAST_FREE_MB:
        words = tr("{path}: only {free} MB are free. Make room: an order that cannot be saved cannot be picked.")
        return warn(what, say(words, path=path, free=free))
    if there != path:
        return ok(what, say(tr("{path} is not there yet and can be made"), path=path))
    if os.name != "nt" and there.stat().st_mode & 0o077:
        words = tr("others on this computer may read {path}. The program ends that when it starts.")
        return warn(what, say(words, path=path))
    return ok(what, say(tr("{path} can be written, and is its user's own; {free} MB are free"), path=path, free=free))


def database(url: str) -> Found:
    """Look whether the database is whole and of a version that this program knows. It may be in use meanwhile."""
    what = DATABASE
    file = integrity.file_of(url)
    if file is None:
        with closing(Database(url)) as server:
            server.read(lambda connection: views.shown_ids(connection, datetime.now(UTC))).result()
        return ok(what, say(tr("its server answers; that it is whole and copied is for the server to see to")))
    if not file.exists():
        if copies.newest_first(copies.folder_of(file)) or integrity.files_of(file):
            return fail(what, say(tr("{file} is gone. Start the program: it opens the last good copy."), file=file))
        return ok(what, say(tr("{file} is not there yet; the first start makes it"), file=file))
    try:
        found = _look(file)
    except NotSaved as error:
        return warn(what, say(tr("{file} could not be read to its end: {reason}"), file=file, reason=error))
    with closing(Database(url)) as known:
        revisions = known.revisions()
    if found.damage:
        words = tr("{file} is damaged. Close the program and start it again: it then opens the last good copy.")
        return fail(what, say(words, file=file))
    if integrity.log_is_lost(file):
        words = tr("the newest part of {file}, its log, is gone. The next start says what is missing.")
        return warn(what, say(words, file=file))
    if found.revision and found.revision not in revisions:
        return fail(what, say(tr("The database was written by a newer version of this program: update the program.")))
    if found.orphans:
        words = tr("{count} rows refer to rows that are not there. Tell support; the work goes on.")
        return warn(what, say(words, count=found.orphans))
    if found.revision != revisions[0]:
        words = tr("{file} has tables of version {version}. The next start brings them to {newest}.")
        return warn(what, say(words, file=file, version=found.revision or say(tr("none")), newest=revisions[0]))
    return ok(what, say(tr("{file} is whole, version {version}"), file=file, version=found.revision))


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
    what = WEBHOOK
    place = say(tr("{host} port {port}"), host=webhook.host, port=webhook.port)
    if webhook.port == 0:
        words = tr(
            "any free port is taken at each start. A tunnel of your own needs one that stays: set [webhook] port"
        )
        return ok(what, say(words))
    paths = say(tr(" and ")).join(f"/webhooks/{name}" for name in accounts) or "/webhooks/<account>"
    try:
        family = socket.AF_INET6 if ":" in webhook.host else socket.AF_INET
        socket.create_server((webhook.host, webhook.port), family=family).close()
    except OSError as error:
        version = _answers(webhook) if error.errno in (errno.EADDRINUSE, errno.EACCES) else ""
        if not version:
            reason = error.strerror or type(error).__name__
            words = tr("cannot listen on {place}: {reason}. Set another [webhook] host or port.")
            return fail(what, say(words, place=place, reason=reason))
        if version != __version__:
            words = tr("version {version} of this program runs on {place}, this is {own}. Restart it.")
            return warn(what, say(words, version=version, place=place, own=__version__))
        words = tr("the program runs and answers on {place}; the public address must lead to {paths} there")
        return ok(what, say(words, place=place, paths=paths))
    return ok(what, say(tr("{place} is free; the public address must lead to {paths} there"), place=place, paths=paths))


def scanner(chosen: Scanner) -> Found:
    """Say how the scanner is told from a hand."""
    words = tr(
        "characters at most {gap} ms apart, {least} or more, prefix {prefix}, separator {separator}, layout {layout}. "
        "A scan into the window shows whether it fits"
    )
    return ok(
        say(tr("scanner")),
        say(
            words,
            gap=chosen.gap_ms,
            least=chosen.min_chars,
            prefix=chosen.prefix or say(tr("none")),
            separator=chosen.gs,
            layout=chosen.layout,
        ),
    )


def labels(chosen: Labels) -> Found:
    """Look whether there are rules for the labels of the shop's scale."""
    what = say(tr("labels"))
    try:
        rules = load_rules(chosen.region, chosen.rules)
    except RuleError as error:
        return fail(what, str(error))
    if not rules:
        unset = tr("no [labels] region is set: weights are typed")
        words = tr("none for region {region}: weights are typed") if chosen.region else unset
        return ok(what, say(words, region=chosen.region))
    region = chosen.region or say(tr("none"))
    words = tr("{count} rules for region {region}, up to {most} kg")
    return ok(what, say(words, count=len(rules), region=region, most=f"{chosen.max_weight_kg:f}"))


async def self_test(words: Sequence[str]) -> list[Found]:
    """Have the self-test run as a program of its own, for all that needs Qt; returns what it found wanting."""
    what = _SELF_TEST
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
        words = tr("did not end within {seconds} s. Run picker-app self-test and see where.")
        return [fail(what, say(words, seconds=f"{SELF_TEST_SECONDS:.0f}"))]
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    lines = [found for line in printed.decode("utf-8", "replace").splitlines() if (found := read(line))]
    wanting = [Found(one.level, what + ", " + one.what, one.words) for one in lines if one.level is not Level.OK]
    if process.returncode not in (0, 1) or not lines:
        words = tr("ended with {code}. Run picker-app self-test and see what it says.")
        wanting.append(fail(what, say(words, code=process.returncode)))
    return wanting or [ok(what, say(tr("window, sound, fonts, translations and TLS roots are as they should be")))]


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
