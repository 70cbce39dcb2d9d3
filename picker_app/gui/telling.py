"""What the strip says: results, what may be done now, and the question that Enter would answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from picker_app.gui import sentences
from picker_app.gui.formats import Formats
from picker_app.gui.notices import Notice, Notices
from picker_app.gui.offers import accepts, asks_person, comes_back
from picker_app.gui.screens.order import Panel
from picker_app.gui.screens.pages import Pages
from picker_app.gui.surroundings import Surroundings
from picker_app.gui.theme import Tone
from picker_app.picking.rows import Offer, OrderRow, Outcome, Result

translate = QCoreApplication.translate
QUESTION_LASTS = timedelta(seconds=30)
FRESH = timedelta(seconds=5)
_ASKING = ("checking", "rereading")
_OF_ORDERS = ("confirmed_here", "finished", "cancelled_here", "rejected_here", "delivered_here")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a platform is asked about an order, "checking" its cart or "rereading" it, and since when."""

    what: str
    order_id: int
    at: datetime


class Telling:
    """Tells results and keeps `offer`: what Enter would accept, as long as its question is fresh."""

    def __init__(self, given: Surroundings, pages: Pages, notices: Notices, formats: Formats) -> None:
        self._given = given
        self._pages = pages
        self._notices = notices
        self._formats = formats
        self._offer: tuple[Offer, datetime] | None = None
        self._told_at: datetime | None = None
        # The newest good word for what was done with a whole order, and which order that was.
        self._spoken: tuple[Notice, int | None] | None = None
        # The newest word that a platform is being asked about an order, and what, of which one and since when.
        self._asking: tuple[Notice, Asked] | None = None
        notices.told.connect(self._stamp)
        self._trouble: Notice | None = None

    @property
    def offer(self) -> Offer | None:
        """Return what Enter would accept now."""
        if self._offer is None or self._given.clock() > self._offer[1]:
            return None
        return self._offer[0]

    def result(self, result: Result) -> None:
        """Tell what an act or a scan came to; an older question is dropped."""
        notice = sentences.notice(result, self._formats)
        self._notices.tell(notice)
        if result.good and result.code in _OF_ORDERS:
            self._spoken = (notice, result.order_id)
        if result.code in _ASKING and result.order_id is not None:
            self._asking = (notice, Asked(result.code, result.order_id, self._given.clock()))
        self._offer = (result.offer, self._given.clock() + QUESTION_LASTS) if result.offer is not None else None

    def refusal(self, headline: str, detail: str) -> None:
        """Tell why a key did nothing."""
        self._notices.tell(Notice(headline, detail, Tone.BAD, "cross", "wrong"))

    @property
    def subject(self) -> int | None:
        """Return the order whose good word the strip still says, None for none."""
        return self._spoken[1] if self._spoken is not None and self._spoken[0] is self._notices.newest else None

    @property
    def asked(self) -> Asked | None:
        """Return what the strip still says that a platform is being asked, None for nothing."""
        return self._asking[1] if self._asking is not None and self._asking[0] is self._notices.newest else None

    def quietly(self, order_id: int, notice: Notice, *, newer: bool = False) -> None:
        """Tell news of an order, unless a question or a fresh result of something else is shown.

        `newer`: it only takes the place of older news of the same order, which are no longer true.
        """
        newest, now = self._notices.newest, self._given.clock()
        fresh = newest is not None and bool(newest.icon) and self._told_at is not None and now - self._told_at < FRESH
        if self.offer is None and (self.subject == order_id or not (fresh or newer)):
            self._notices.tell(notice)
            self._spoken = (notice, order_id)

    def loudly(self, notice: Notice) -> None:
        """Tell what must be read at once; an open question is dropped, for its words are no longer shown."""
        self._offer = None
        self._notices.tell(notice)

    def coming_back(self, code: str) -> None:
        """Tell that an order which was sent in vain is brought back to the desk."""
        headline = translate("Hands", "{code} comes back to the desk").format(code=code)
        detail = translate("Hands", "change it, then F9 sends it again")
        self._notices.tell(Notice(headline, detail, Tone.ACCENT, "undo", "command"))

    def decided(self, code: str, *, again: bool) -> None:
        """Tell what was decided about a status that stayed without proof."""
        said = (
            translate("Hands", "{code} is sent again") if again else translate("Hands", "{code}: nothing more is sent")
        )
        self._notices.tell(Notice(said.format(code=code), tone=Tone.ACCENT, icon="check", sound="command"))

    def rejecting(self, row: OrderRow) -> None:
        """Tell what Enter does while it is asked why an order is rejected."""
        headline = translate("Hands", "Order {code}").format(code=row.short_code)
        detail = translate("Hands", "hands it to {platform}: not cancelled, they phone").format(platform=row.platform)
        self._notices.tell(Notice(headline, detail, key="Enter"))

    def asked_again(self, details: str, *, confirmed: bool) -> None:
        """Tell that a second Enter hands an order over, with these words."""
        if confirmed:
            headline = translate("Hands", "This order is confirmed already")
            detail = translate("Hands", "hands it over all the same · “{details}”").format(details=details)
        else:
            headline = translate("Hands", "These words are sent")
            detail = translate("Hands", "sends them, typing replaces them · “{details}”").format(details=details)
        self._notices.tell(Notice(headline, detail, Tone.ATTENTION, "help", "question", key="Enter"))

    def not_yet_safe(self) -> None:
        """Tell why an order that was sent in vain cannot be changed yet."""
        detail = translate("Hands", "The platform is asked twice, 30 s apart: try again after that.")
        self._notices.tell(Notice(translate("Hands", "Not yet safe"), detail, Tone.ATTENTION, "clock", "wrong"))

    def dismissed(self, *, done: bool) -> None:
        """Tell whether an incident was taken as seen to."""
        if done:
            headline = translate("Hands", "Seen to: it does not come again")
            self._notices.tell(Notice(headline, tone=Tone.ACCENT, icon="check", sound="command"))
        else:
            detail = translate("Hands", "Enter opens its order: there you say what is to be done.")
            self.refusal(translate("Hands", "This is decided in the order"), detail)

    def begun(self, headline: str) -> Callable[[], None]:
        """Tell that something began; the returned function takes the words away when it is over."""
        notice = Notice(headline, tone=Tone.ACCENT, icon="inbox", sound="command")
        self._notices.tell(notice)

        def over() -> None:
            if self._notices.newest is notice:
                self.idle()

        return over

    def take_offer(self) -> Offer | None:
        """Return what Enter accepts and forget it."""
        offer, self._offer = self.offer, None
        return offer

    def drop_offer(self) -> None:
        """Forget a question that was not answered, and say so by saying what may be done now."""
        if self._offer is not None:
            self._offer = None
            self.idle()

    def tick(self) -> None:
        """Drop a question that nobody answered in time; say once that nothing can be saved, and once that it can."""
        if self._offer is not None and self.offer is None:
            self.result(Result(Outcome.IGNORED, "expired", good=False))
        self._tell_trouble(self._given.trouble())

    def _tell_trouble(self, words: str) -> None:
        told, newest = self._trouble, self._notices.newest
        if words and (told is None or told.detail != words):
            headline = translate("Hands", "Nothing can be saved now")
            self._trouble = Notice(headline, words, Tone.BAD, "warning", "fault")
            if newest is None or words not in newest.detail:
                self._notices.tell(self._trouble)
        elif told is not None and not words:
            self._trouble = None
            if newest is told:  # a newer result that was saved says it as well
                self._notices.tell(Notice(translate("Hands", "It can be saved again"), tone=Tone.ACCENT, icon="check"))

    def freshen(self) -> None:
        """Say anew what Enter does among the orders, unless the strip still tells a result."""
        newest = self._notices.newest
        pages = self._pages
        lines = pages.currentWidget() is pages.order and pages.order.panel is Panel.NONE
        if (pages.in_inbox or lines) and (newest is None or (newest.tone is Tone.IDLE and not newest.icon)):
            self.idle()

    def idle(self) -> None:
        """Say what may be done now, as nothing has happened yet."""
        pages = self._pages
        view = pages.order.view
        if pages.in_inbox:
            code = pages.inbox.urgent_code()
            detail = translate("Hands", "opens {code}").format(code=code) if code else ""
            headline = translate("Hands", "Scan an order or a product")
            self._notices.tell(Notice(headline, detail, key="Enter" if code else ""))
        elif pages.workspace is not None:
            self._notices.tell(Notice(pages.workspace.word))
        elif pages.currentWidget() is pages.finish:
            detail = translate("Hands", "sends the order")
            headline = translate("Hands", "Scan another product to go back")
            self._notices.tell(Notice(headline, detail, key="Enter"))
        elif view is not None and asks_person(view):
            headline = translate("Hands", "Order {code}").format(code=view.row.short_code)
            self._notices.tell(Notice(headline, translate("Hands", "asks what is to be done"), key="Enter"))
        elif view is not None and comes_back(view):
            headline = translate("Hands", "Order {code}").format(code=view.row.short_code)
            self._notices.tell(Notice(headline, translate("Hands", "brings it back to the desk"), key="Enter"))
        elif view is not None and accepts(view):
            headline = translate("Hands", "Scan a product")
            detail = translate("Hands", "accepts order {code}").format(code=view.row.short_code)
            self._notices.tell(Notice(headline, detail, key="Enter"))
        elif view is not None and view.workable and not view.capabilities.carts:
            detail = translate("Hands", "takes the chosen line as ordered")
            self._notices.tell(Notice(translate("Hands", "Scan a product"), detail, key="Enter"))
        elif view is not None and not view.workable:
            self._notices.tell(Notice(translate("Hands", "Order {code}").format(code=view.row.short_code)))
        else:
            self._notices.tell(Notice(translate("Hands", "Scan a product")))

    def _stamp(self) -> None:
        self._told_at = self._given.clock()
