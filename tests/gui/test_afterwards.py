"""Checks what is told of an order after it was finished: its confirmation quietly and once, trouble loudly."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from picker_app.domain.order import Stage
from picker_app.domain.rereading import Difference
from picker_app.domain.said import Status
from picker_app.gui.theme import Tone
from picker_app.picking.rows import Act, Banner, Check, CheckRow, Offer, Outcome, Reread, RereadState, Result, Tab, Word
from tests.gui.conftest import Open, Till
from tests.gui.shop import stocked

K = Qt.Key


@pytest.fixture
async def till(open_till: Open) -> Till:
    """A counter in the inbox, at which order 1 was finished and sent a while ago."""
    till = await open_till(stocked())
    becomes(till, Word.SENT, Tab.WAITING)
    till.shop.watch.move(seconds=60)
    return till


def becomes(
    till: Till,
    word: Word,
    tab: Tab,
    *,
    stage: Stage = Stage.FINISHED,
    banner: Banner | None = None,
    order_id: int = 1,
    confirming: str = "",
    status: Status = Status.RECEIVED,
) -> None:
    """Let the board say something new of an order."""
    view = till.shop.board.views[order_id]
    row = replace(view.row, word=word, tab=tab, stage=stage, status=status, confirming=confirming)
    workable = tab is Tab.PICKING
    till.shop.board.put(replace(view, row=row, workable=workable, banner=banner))
    till.shop.board.announce(order_id)


def strip(till: Till) -> tuple[str, str, Tone]:
    return till.window.strip.headline, till.window.strip.detail, till.window.strip.tone


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (Word.CONFIRMED, ("3081 confirmed by foodora", "")),
        (Word.DISPATCHED, ("3081 is on its way", "confirmed by foodora")),
        (Word.DELIVERED, ("3081 is delivered", "confirmed by foodora")),
    ],
)
async def test_what_the_platform_took_is_told_once_and_without_a_sound(
    till: Till, word: Word, told: tuple[str, str]
) -> None:
    becomes(till, word, Tab.DONE)
    assert strip(till) == (*told, Tone.IDLE)
    assert till.shop.ears.heard == []
    await till.scan("9001234500017")
    till.shop.watch.move(seconds=60)
    becomes(till, Word.DELIVERED, Tab.DONE)
    assert till.window.strip.headline not in (told[0], "3081 is delivered")


async def test_the_strip_says_the_newest_that_is_true_of_the_order_it_speaks_of(till: Till) -> None:
    becomes(till, Word.CONFIRMED, Tab.DONE)
    becomes(till, Word.DISPATCHED, Tab.DONE)
    assert strip(till)[:2] == ("3081 is on its way", "confirmed by foodora")
    becomes(till, Word.DELIVERED, Tab.DONE)
    assert strip(till)[:2] == ("3081 is delivered", "confirmed by foodora")


async def test_an_order_that_was_taken_on_is_told_as_accepted_once_the_platform_says_so(till: Till) -> None:
    becomes(till, Word.PICKING, Tab.PICKING, stage=Stage.PICKING, confirming="queued")
    till.shop.desk.answers["finish"] = Result(Outcome.COMMAND, "confirmed_here", True, {"order": "3081"}, 1)
    till.window.pages.open_order(1)
    await till.press(K.Key_F9, K.Key_Return)
    assert strip(till)[1] == "saved here, on its way to the platform"
    becomes(till, Word.PICKING, Tab.PICKING, stage=Stage.PICKING, confirming="accepted")
    becomes(till, Word.PICKING, Tab.PICKING, stage=Stage.PICKING, status=Status.CONFIRMED)
    assert strip(till)[:2] == ("3081 is accepted", "confirmed by foodora")


async def test_news_of_an_order_that_the_strip_does_not_speak_of_take_nothing_away(till: Till) -> None:
    becomes(till, Word.CONFIRMED, Tab.DONE)
    till.shop.desk.answers["scan"] = Result(Outcome.UNKNOWN, "unknown", good=False)
    await till.scan("40123455")
    till.shop.watch.move(seconds=60)
    becomes(till, Word.DISPATCHED, Tab.DONE)
    assert till.window.strip.headline == "Unknown code"


async def test_a_refused_acceptance_is_told_loudly_with_the_platforms_words_and_what_to_do(till: Till) -> None:
    banner = Banner("confirmation_refused", (("words", "merchant closed"),))
    becomes(till, Word.PICKING, Tab.PICKING, stage=Stage.PICKING, confirming="refused", banner=banner)
    headline, detail, tone = strip(till)
    assert (headline, tone) == ("foodora did not accept 3081", Tone.BAD)
    assert "“merchant closed”" in detail and "open it, then Enter" in detail
    assert till.shop.ears.heard == ["wrong"]


async def test_a_confirmation_at_once_follows_the_word_of_the_own_act(till: Till) -> None:
    till.shop.desk.answers["finish"] = Result(Outcome.COMMAND, "finished", True, {"order": "3082"}, 2)
    await till.press(K.Key_Return, K.Key_F9, K.Key_Return)
    assert till.window.strip.headline == "3082 is finished"
    becomes(till, Word.CONFIRMED, Tab.DONE, order_id=2)
    assert till.window.strip.headline == "3082 confirmed by foodora"


async def asked_for_a_check(till: Till) -> None:
    """Ask for a check of order 1 by F5; an older one was accepted a while ago."""
    becomes(till, Word.PICKING, Tab.PICKING, stage=Stage.PICKING)
    is_checked(till, Check.GOOD)
    till.shop.watch.move(seconds=60)
    till.shop.desk.answers["check"] = Result(Outcome.COMMAND, "checking", True, {}, 1)
    till.window.pages.open_order(1)
    await till.press(K.Key_F5)
    assert strip(till)[:2] == ("Cart check", "asking the platform; go on picking")
    till.shop.board.announce(1)
    assert till.window.strip.headline == "Cart check"
    till.shop.watch.move(seconds=2)


def is_checked(till: Till, state: Check, *lines: tuple[str, str], words: str = "") -> None:
    """Let the board show what a platform says of the cart of order 1 now."""
    view, now = till.shop.board.views[1], till.shop.watch()
    till.shop.board.put(replace(view, check=CheckRow(state, now, 0, words, None, lines, said_at=now)))
    till.shop.board.announce(1)


async def test_the_strip_does_not_go_on_asking_once_the_cart_is_accepted(till: Till) -> None:
    await asked_for_a_check(till)
    till.shop.ears.heard.clear()
    is_checked(till, Check.GOOD, ("Milk", ""), ("Bread", ""))
    assert strip(till) == ("Cart accepted", "by foodora", Tone.IDLE)
    assert till.shop.ears.heard == []


async def test_a_refused_cart_is_told_loudly_with_its_first_line_and_how_many_more(till: Till) -> None:
    await asked_for_a_check(till)
    till.shop.ears.heard.clear()
    refused = [(name, "item not found") for name in ("Bread", "Butter", "Jam")]
    is_checked(till, Check.REFUSED, ("Milk", ""), *refused, words="invalid cart")
    assert strip(till) == ("Cart refused by foodora", "“item not found” · Bread · and 2 more lines", Tone.BAD)
    assert till.shop.ears.heard == ["wrong"]


async def test_a_cart_that_is_refused_as_a_whole_is_told_in_the_platforms_words(till: Till) -> None:
    await asked_for_a_check(till)
    is_checked(till, Check.REFUSED, ("Milk", ""), words="invalid cart")
    assert strip(till) == ("Cart refused by foodora", "“invalid cart”", Tone.BAD)


async def test_a_check_without_a_certain_answer_says_that_picking_goes_on(till: Till) -> None:
    await asked_for_a_check(till)
    is_checked(till, Check.UNCERTAIN)
    assert strip(till)[:2] == ("No certain answer about the cart", "go on picking; F5 asks again")


async def test_a_check_without_a_line_is_told_as_not_done(till: Till) -> None:
    await asked_for_a_check(till)
    is_checked(till, Check.NO_LINE)
    assert strip(till)[:2] == ("Cart not checked: no connection", "go on picking")


async def test_the_answer_to_a_check_takes_no_later_word_away(till: Till) -> None:
    await asked_for_a_check(till)
    till.shop.desk.answers["scan"] = Result(Outcome.UNKNOWN, "unknown", good=False)
    await till.scan("40123455")
    is_checked(till, Check.REFUSED, ("Milk", "item not found"))
    assert till.window.strip.headline == "Unknown code"


@pytest.mark.parametrize(
    ("read", "told"),
    [
        ({}, ("Read again: nothing differs", "", Tone.IDLE)),
        (
            {"differences": (Difference("amount", "Milk", "2", "3"), Difference("total", "", "9", "10"))},
            ("It differs at foodora", "Milk: amount 2 → 3", Tone.ATTENTION),
        ),
        (
            {"state": RereadState.FAILED, "words": "the file is damaged"},
            ("The order could not be read", "the file is damaged", Tone.ATTENTION),
        ),
    ],
)
async def test_what_reading_an_order_again_came_to_is_told_in_the_place_of_reading(
    till: Till, read: dict[str, Any], told: tuple[str, str, Tone]
) -> None:
    becomes(till, Word.PICKING, Tab.PICKING, stage=Stage.PICKING)
    till.shop.desk.answers["check"] = Result(Outcome.COMMAND, "rereading", True, {}, 1)
    till.window.pages.open_order(1)
    await till.press(K.Key_F5)
    is_read(till, state=RereadState.READING, at=None)
    assert till.window.strip.headline == "Reading the order again"
    is_read(till, **read)
    assert strip(till) == told


def is_read(till: Till, **read: Any) -> None:
    """Let the board show what reading order 1 again came to."""
    view = till.shop.board.views[1]
    found: dict[str, Any] = {"state": RereadState.READ, "at": till.shop.watch()} | read
    till.shop.board.put(replace(view, reread=Reread(**found)))
    till.shop.board.announce(1)


async def test_a_fresh_result_is_not_taken_away_by_a_confirmation(till: Till) -> None:
    till.shop.desk.answers["scan"] = Result(Outcome.UNKNOWN, "unknown", good=False)
    await till.scan("40123455")
    till.shop.watch.move(seconds=4)
    becomes(till, Word.CONFIRMED, Tab.DONE)
    assert till.window.strip.headline == "Unknown code"


async def test_an_older_result_gives_way_to_a_confirmation(till: Till) -> None:
    till.shop.desk.answers["scan"] = Result(Outcome.UNKNOWN, "unknown", good=False)
    await till.scan("40123455")
    till.shop.watch.move(seconds=6)
    becomes(till, Word.CONFIRMED, Tab.DONE)
    assert till.window.strip.headline == "3081 confirmed by foodora"


async def test_a_question_is_not_taken_away_by_a_confirmation(till: Till) -> None:
    offer = Offer(Act.PICK_THERE, 2, "x")
    till.shop.desk.answers["scan"] = Result(Outcome.OTHER_ORDER, "other_order", False, {"order": "3082"}, offer=offer)
    await till.scan("9001234500017")
    till.shop.watch.move(seconds=20)
    becomes(till, Word.CONFIRMED, Tab.DONE)
    assert till.window.strip.headline == "3082 needs it"


async def test_a_confirmed_cancel_is_told_as_what_it_is(till: Till) -> None:
    becomes(till, Word.CANCELLED, Tab.DONE, stage=Stage.CANCELLED)
    assert till.window.strip.headline == "3081: cancellation confirmed by foodora"


async def test_a_refusal_is_told_loudly_and_once_with_what_to_do(till: Till) -> None:
    refused = Banner("refused", (("words", "item not found"),))
    becomes(till, Word.REFUSED, Tab.WAITING)
    becomes(till, Word.REFUSED, Tab.PICKING, stage=Stage.PICKING, banner=refused)
    headline, detail, tone = strip(till)
    assert headline == "3081 was sent back" and tone is Tone.BAD
    assert "correct the marked lines, then F9" in detail
    assert till.shop.ears.heard == ["wrong"]


async def test_the_words_of_the_platform_are_in_the_refusal(till: Till) -> None:
    refused = Banner("refused", (("words", "item not found"),))
    becomes(till, Word.REFUSED, Tab.PICKING, stage=Stage.PICKING, banner=refused)
    assert "foodora: “item not found”" in till.window.strip.detail


@pytest.mark.parametrize(
    ("word", "tab", "headline", "advice", "tone"),
    [
        (Word.UNCERTAIN, Tab.WAITING, "3081 is not confirmed yet", "keep the bag here", Tone.ATTENTION),
        (Word.ASK, Tab.WAITING, "3081 waits for you", "open it", Tone.BAD),
        (Word.PUT_BACK, Tab.DONE, "3081 was cancelled by foodora", "put back what is in the bag", Tone.BAD),
        (Word.CANCELLED, Tab.DONE, "3081 was cancelled by foodora", "", Tone.BAD),
        (Word.ELSEWHERE, Tab.DONE, "3081 was finished on another device", "not sent", Tone.ATTENTION),
    ],
)
async def test_trouble_with_a_finished_order_is_told_loudly_with_what_to_do(
    till: Till, word: Word, tab: Tab, headline: str, advice: str, tone: Tone
) -> None:
    await till.scan("9001234500017")  # also over a result that is fresh
    till.shop.ears.heard.clear()
    becomes(till, word, tab)
    assert strip(till)[0] == headline and advice in strip(till)[1] and strip(till)[2] is tone
    assert len(till.shop.ears.heard) == 1


async def test_an_order_that_comes_back_says_so(till: Till) -> None:
    becomes(till, Word.ASK, Tab.WAITING)
    becomes(till, Word.PICKING, Tab.PICKING, stage=Stage.PICKING)
    assert strip(till)[0] == "3081 is back at the desk"


async def test_an_order_that_the_person_takes_back_says_nothing(till: Till) -> None:
    before = strip(till)
    becomes(till, Word.PICKING, Tab.PICKING, stage=Stage.PICKING)
    assert strip(till) == before
