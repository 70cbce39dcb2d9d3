"""How an account stands, in words with a shape: connected, slow, off, locked out; and whose turn it is."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from picker_app.gui.counts import counts
from picker_app.gui.formats import Formats, span
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.paint import Mark
from picker_app.gui.widgets.status_words import NAME
from picker_app.picking.rows import AccountRow, Line

translate = QCoreApplication.translate
LOOK = {
    Line.CONNECTED: ("dot", Tone.GOOD),
    Line.STARTING: ("circle", Tone.IDLE),
    Line.LOCKED_OUT: ("warning", Tone.BAD),
    Line.SLOW: ("warning", Tone.ATTENTION),
    Line.OFF: ("wifi-off", Tone.BAD),
}


def account_mark(account: AccountRow, now: datetime, formats: Formats, *, whole: bool = False) -> Mark:
    """Return an account's connection; `whole` adds since when."""
    icon, tone = LOOK[account.line]
    return Mark(icon, account_wordings(account, now, formats, whole=whole)[0].replace(NAME, account.platform), tone)


def account_wordings(account: AccountRow, now: datetime, formats: Formats, *, whole: bool = False) -> tuple[str, str]:
    """Return the long and the short words of an account's connection, both with NAME where its name stands."""
    if account.line is Line.CONNECTED:
        short = text = translate("Account", "{name} · connected")
        if account.asked_at is not None:
            text = translate("Account", "{name} · last asked {time} ago").format(
                name=NAME, time=span(now - account.asked_at)
            )
        if whole and account.since is not None:
            since = formats.moment(account.since, now)
            text = translate("Account", "{name} · connected since {time}").format(name=NAME, time=since)
        return text, short
    if account.line is Line.STARTING:
        text = translate("Account", "{name} · connecting")
        return text, text
    if account.line is Line.LOCKED_OUT:
        text = translate("Account", "{name} · sign-in refused, check its secret")
        return text, translate("Account", "{name} · sign-in refused")
    again = ""
    if account.retry_at is not None:
        wait = max(timedelta(0), account.retry_at - now)
        again = translate("Account", ", next try in {time}").format(time=span(wait))
    if account.line is Line.SLOW:
        text = translate("Account", "{name} · slow")
        return text + again, text
    if account.silent_since is not None:
        short = text = translate("Account", "{name} · no contact")
        since = formats.moment(account.silent_since, now)
        text = translate("Account", "{name} · no contact since {time}").format(name=NAME, time=since)
        if account.support:
            text += translate("Account", ": ask its support")
        return text + again, short
    short = text = translate("Account", "{name} · not reached")
    if account.since is not None:
        since = formats.moment(account.since, now)
        text = translate("Account", "{name} · not reached since {time}").format(name=NAME, time=since)
    return text + again, short


def waiting_mark(accounts: tuple[AccountRow, ...], now: datetime, *, short: bool = False) -> Mark | None:
    """Return what is saved here and not yet at the platforms, None if nothing is.

    `short` leaves out platform and age. Of several platforms it is the sum. `waiting_words` says the rest.
    """
    waiting = [account for account in accounts if account.waiting]
    if not waiting:
        return None
    if short or len(waiting) > 1:
        return Mark("clock", counts.changes_not_sent(sum(account.waiting for account in waiting)), Tone.ATTENTION)
    account = waiting[0]
    text = counts.changes_waiting(account.waiting, account.platform)
    if account.oldest is not None:
        text += translate("Account", ", oldest {time}").format(time=span(now - account.oldest))
    return Mark("clock", text, Tone.ATTENTION)


def waiting_words(accounts: tuple[AccountRow, ...]) -> str:
    """Return what waits for each platform, a line for each."""
    return "\n".join(
        counts.changes_waiting(account.waiting, account.platform) for account in accounts if account.waiting
    )
