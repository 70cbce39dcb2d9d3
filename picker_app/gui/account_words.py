"""How an account stands, in words with a shape: connected, slow, off, locked out; and whose turn it is."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from picker_app.gui.counts import counts
from picker_app.gui.formats import Formats, span
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.rows import AccountRow, Line

translate = QCoreApplication.translate


def account_mark(account: AccountRow, now: datetime, formats: Formats, *, whole: bool = False) -> Mark:
    """Return an account's connection; `whole` adds since when."""
    name = account.platform
    if account.line is Line.CONNECTED:
        text = translate("Account", "{name} · connected").format(name=name)
        if account.asked_at is not None:
            text = translate("Account", "{name} · asked {time} ago").format(
                name=name, time=span(now - account.asked_at)
            )
        if whole and account.since is not None:
            since = formats.moment(account.since, now)
            text = translate("Account", "{name} · connected since {time}").format(name=name, time=since)
        return Mark("dot", text, Tone.GOOD)
    if account.line is Line.STARTING:
        return Mark("circle", translate("Account", "{name} · connecting").format(name=name), Tone.IDLE)
    if account.line is Line.LOCKED_OUT:
        text = translate("Account", "{name} · sign-in refused, check its secret").format(name=name)
        return Mark("warning", text, Tone.BAD)
    again = ""
    if account.retry_at is not None:
        wait = max(timedelta(0), account.retry_at - now)
        again = translate("Account", ", next try in {time}").format(time=span(wait))
    if account.line is Line.SLOW:
        return Mark("warning", translate("Account", "{name} · slow").format(name=name) + again, Tone.ATTENTION)
    text = translate("Account", "{name} · not reached").format(name=name)
    if account.since is not None:
        since = formats.moment(account.since, now)
        text = translate("Account", "{name} · not reached since {time}").format(name=name, time=since)
    return Mark("wifi-off", text + again, Tone.BAD)


def waiting_mark(account: AccountRow, now: datetime, *, short: bool = False) -> Mark | None:
    """Return what is saved here and not yet at the platform, None if nothing is; `short` leaves out the age."""
    if not account.waiting:
        return None
    text = counts.changes_waiting(account.waiting, account.platform)
    if account.oldest is not None and not short:
        text += translate("Account", ", oldest {time}").format(time=span(now - account.oldest))
    return Mark("clock", text, Tone.ATTENTION)
