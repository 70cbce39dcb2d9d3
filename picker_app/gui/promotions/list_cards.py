"""The cards of promotions in a list: name, where and when it runs, how it stands, how long it still runs."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from picker_app.gui.formats import Formats, span
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.promotions import problem_words, words
from picker_app.gui.promotions.card_page import card
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.line_delegate import LineCard
from picker_app.promotions.overview import PromotionRow, PromotionState
from picker_app.store.campaign_views import Told

translate = QCoreApplication.translate


class Place(StrEnum):
    """The tabs of the list."""

    ALL = "all"
    HERE = "here"
    UNDER_WAY = "under_way"
    LIVE = "live"
    TROUBLE = "trouble"
    OVER = "over"


TITLES = {
    Place.ALL: QT_TRANSLATE_NOOP("Promotions", "Current"),
    Place.HERE: QT_TRANSLATE_NOOP("Promotions", "Not sent"),
    Place.UNDER_WAY: QT_TRANSLATE_NOOP("Promotions", "On the way"),
    Place.LIVE: QT_TRANSLATE_NOOP("Promotions", "Live"),
    Place.TROUBLE: QT_TRANSLATE_NOOP("Promotions", "Your turn"),
    Place.OVER: QT_TRANSLATE_NOOP("Promotions", "Over"),
}
_OVER = frozenset((PromotionState.ENDED, PromotionState.WITHDRAWN))
_HERE = frozenset((PromotionState.DRAFT, PromotionState.CHECKED))
_UNDER_WAY = frozenset((PromotionState.SENDING, PromotionState.CHANGING, PromotionState.ENDING))
_LIVE = frozenset((PromotionState.LIVE, PromotionState.PARTLY_LIVE, PromotionState.SCHEDULED))
_TROUBLE = frozenset((PromotionState.REFUSED, PromotionState.UNSURE, PromotionState.PARTLY_LIVE))


def places(row: PromotionRow) -> tuple[Place, ...]:
    """Return the tabs that a promotion stands in."""
    state = row.state
    found = [Place.OVER if state in _OVER else Place.ALL]
    if state in _HERE or (row.edited and state not in _OVER | _UNDER_WAY):
        found.append(Place.HERE)
    if state in _UNDER_WAY:
        found.append(Place.UNDER_WAY)
    if state in _LIVE:
        found.append(Place.LIVE)
    if state in _TROUBLE or (row.trouble and state not in _OVER | _UNDER_WAY):
        found.append(Place.TROUBLE)
    return tuple(found)


def promotion_card(row: PromotionRow, formats: Formats, now: datetime, marked: Collection[int]) -> LineCard:
    """Return what is painted of a promotion."""
    amount, of = _left(row, now)
    state = words.state_mark(row)
    edited = translate("Promotions", "changed here, not sent") if row.edited else ""
    elsewhere = translate("Promotions", "made elsewhere") if row.elsewhere else ""
    when = period(row.starts_at, row.ends_at, formats)
    below = " · ".join(part for part in (row.title, when, words.mechanic(row.mechanic), edited, elsewhere) if part)
    trouble = "" if row.state in _OVER else trouble_words(row)
    partly = row.trouble in ("partly", "unsure")
    return card(
        row.name or row.ref,
        below,
        state,
        tile=row.title[:1].upper(),
        icon="",
        alert=f"{row.title} · {trouble}" if trouble else "",
        alert_tone=Tone.ATTENTION if partly else Tone.BAD,
        amount=amount,
        of=of,
        quiet=row.state in _OVER,
        next=row.id in marked,
    )


def period(start: datetime, end: datetime, formats: Formats) -> str:
    """Write from when to when something runs, in days of the shop."""
    return f"{formats.day(start.astimezone(formats.zone).date())} – {formats.day(end.astimezone(formats.zone).date())}"


def trouble_words(row: PromotionRow) -> str:
    """Return what the platform has against a promotion, or what is not certain; "" for nothing."""
    if not row.trouble:
        return ""
    told = "; ".join(finding_words(one) for one in row.findings)
    silent = words.word(words.NO_REASON) if row.trouble == "refused" else words.result_mark(row.trouble).word
    return told or row.words or silent


def finding_words(finding: Told) -> str:
    """Return a finding of a platform in a sentence; a word that is not known stands for itself."""
    items = problem_words.listed(finding.items)
    where = f"{finding.where}: " if finding.where else ""
    if finding.type in words.FINDINGS:
        return where + words.word(words.FINDINGS[finding.type]).format(items=items)
    return where + " ".join(part for part in (finding.type, items) if part)


def _left(row: PromotionRow, now: datetime) -> tuple[str, str]:
    """Return how long it still runs, or until it begins."""
    if row.state in _OVER:
        return "", ""
    if row.starts_at > now:
        return span(row.starts_at - now), translate("Promotions", "until it begins")
    if row.ends_at <= now:
        return "", translate("Promotions", "its time is over")
    return span(row.ends_at - now), translate("Promotions", "left")
