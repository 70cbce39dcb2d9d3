"""Checks the window as a whole: what it shows, that it repaints only because of a change, alarm, names, sounds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)

from picker_app.gui import sounds, theme
from picker_app.gui.widgets.button import Button
from picker_app.gui.widgets.labels import Pill
from picker_app.gui.widgets.status_words import StatusWords
from picker_app.gui.widgets.tab_button import TabButton
from picker_app.picking.rows import (
    AccountRow,
    Check,
    CheckRow,
    IncidentRow,
    Line,
    LineWord,
    Outcome,
    Result,
    Tab,
    Word,
)
from picker_app.resources import path
from tests.gui.conftest import Open, Till
from tests.gui.shop import NOW, Shop, line, order_row, order_view

K = Qt.Key


@pytest.fixture
async def till(open_till: Open) -> Till:
    shop = Shop()
    shop.board.put(order_view(order_row(1), [line("milk"), line("bread", "Bread", "1")]), order_view(order_row(2), []))
    return await open_till(shop)


def words_of(till: Till) -> str:
    """Everything that can be read in the window."""
    labels = [label.text() for label in till.window.findChildren(QLabel) if label.isVisible()]
    named = [widget.accessibleName() for widget in till.window.findChildren(QWidget) if widget.isVisible()]
    return "\n".join([*labels, *named])


def contents(model: QAbstractItemModel) -> list[object]:
    return [model.data(model.index(n, 0)) for n in range(model.rowCount())]


async def test_a_desk_that_announces_nothing_alters_nothing_on_the_screen(till: Till) -> None:
    await till.press(K.Key_Return)
    before = contents(till.window.pages.order.model), words_of(till)
    for key in (K.Key_F3, K.Key_F5):
        await till.press(key)
    await till.press(K.Key_F2, "1", K.Key_Return)
    await till.scan("9001234500017")
    assert len(till.shop.desk.asked) == 4
    strip = till.window.strip
    after = contents(till.window.pages.order.model), words_of(till).replace(strip.accessibleName(), "Scan a product. ")
    assert after == before


async def test_a_change_is_shown_and_only_where_it_is(till: Till) -> None:
    await till.press(K.Key_Return)
    view = till.shop.board.views[1]
    picked = replace(view.lines[0], amount=Decimal(2), word=LineWord.PICKED, complete=True)
    row = replace(view.row, tab=Tab.PICKING, word=Word.PICKING, done=1)
    till.shop.board.put(replace(view, row=row, lines=(picked, view.lines[1]), next_line="bread"))
    till.shop.board.announce(1)
    assert "Picked" in str(contents(till.window.pages.order.model)[0])
    assert till.chosen_line == "milk"
    assert "1 of 3" in words_of(till)


async def test_a_new_order_rings_until_it_is_opened_and_takes_no_choice_away(till: Till) -> None:
    assert till.shop.ears.heard == []
    till.shop.board.put(order_view(order_row(9, pick_by=NOW), [line("x")]))
    till.shop.board.announce(9)
    assert till.shop.ears.heard == ["new_order"]
    assert "New order: 3089" in words_of(till)
    assert till.window.pages.inbox.chosen_order() == 1
    till.shop.watch.move(seconds=9)
    till.window.tick()
    assert till.shop.ears.heard == ["new_order", "new_order"]
    await till.press(K.Key_Up, K.Key_Return)
    assert till.window.pages.order_id == 9
    till.shop.watch.move(seconds=9)
    till.window.tick()
    assert till.shop.ears.heard == ["new_order", "new_order"] and "New order" not in words_of(till)


async def test_the_alarm_can_be_silenced_by_key_and_by_finger(till: Till) -> None:
    for order_id, silence in ((9, True), (10, False)):
        till.shop.board.put(order_view(order_row(order_id), [line("x")]))
        till.shop.board.announce(order_id)
        button = till.window.findChild(Button, "silence_alarm")
        assert button is not None and button.isVisible()
        if silence:
            await till.chord(K.Key_M)
        else:
            button.click()
        assert not button.isVisible()


async def test_without_a_sound_device_it_is_said_once_and_an_alarm_flashes(open_till: Open) -> None:
    shop = Shop()
    shop.ears.silent = "no_sound_device"
    till = await open_till(shop)
    assert till.window.strip.headline == "No sound"
    dark = till.window.grab().toImage()
    shop.board.put(order_view(order_row(1), [line("x")]))
    shop.board.announce(1)
    flashing = till.window.strip.grab().toImage()
    shop.watch.move(seconds=1)
    till.window.tick()
    assert till.window.strip.grab().toImage() != flashing and not dark.isNull()


async def test_the_good_sound_comes_with_the_result_and_the_time_it_was_saved(till: Till) -> None:
    await till.press(K.Key_Return)
    values = {"name": "Milk", "amount": "1", "ordered": "2", "left": "1", "unit": "pieces"}
    till.shop.desk.answers["scan"] = Result(Outcome.PICKED, "picked", True, values, 1, "milk")
    await till.scan("9001234500017")
    assert till.shop.ears.heard == ["accepted"]
    assert (till.window.strip.headline, till.window.strip.detail) == ("Milk", "1 of 2 · 1 more")
    till.shop.desk.answers["scan"] = Result(Outcome.NOT_SAVED, "not_saved", False, {"words": "disk full"}, 1)
    await till.scan("9001234500017")
    assert till.shop.ears.heard == ["accepted", "fault"] and till.window.strip.headline.startswith("NOT SAVED")


async def test_every_sound_of_a_result_came_with_the_program(qapp: QApplication) -> None:
    for name in sounds.NAMES:
        assert path("sounds", f"{name}.wav").stat().st_size > 1000


def test_without_the_library_the_sounds_say_why_and_stay_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sounds, "HAVE_LIBRARY", False)
    player = sounds.Sounds()
    for name in sounds.NAMES:
        player.play(name)
    assert player.silent == "no_sound_library"
    player.close()


async def test_the_bar_says_how_each_account_stands_and_what_waits(till: Till) -> None:
    till.shop.accounts = (
        AccountRow("foodora-centro", "foodora", Line.OFF, since=NOW - timedelta(minutes=12), waiting=3,
                   retry_at=NOW + timedelta(seconds=8), oldest=NOW - timedelta(minutes=2)),
    )  # fmt: skip
    till.window.tick()
    text = words_of(till)
    assert "foodora · not reached since 14:20, next try in 8 s" in text
    assert "3 changes saved here, not yet at foodora, oldest 2 min" in text


@pytest.mark.parametrize("speak", ["en", "pt_BR", "es"])
async def test_no_state_of_three_accounts_in_trouble_is_cut_at_the_smallest_size(open_till: Open, speak: str) -> None:
    shop = Shop()
    shop.board.put(order_view(order_row(1), []))
    names = ("Lieferando Express Ostbahnhof", "iFood Mercado", "foodora")
    lines = (Line.OFF, Line.LOCKED_OUT, Line.SLOW)
    shop.accounts = tuple(
        AccountRow(f"account-{n}", name, state, since=NOW - timedelta(minutes=12), waiting=n + 1,
                   retry_at=NOW + timedelta(seconds=40), oldest=NOW - timedelta(minutes=11))
        for n, (name, state) in enumerate(zip(names, lines, strict=True))
    )  # fmt: skip
    till = await open_till(shop, speak)
    till.window.resize(1366, 768)
    shop.board.put(order_view(order_row(9), []))
    shop.board.announce(9)  # the alarm takes room as well
    QApplication.processEvents()
    states = {
        "en": ("not reached", "sign-in refused", "slow"),
        "pt_BR": ("sem conexão", "acesso recusado", "lento"),
        "es": ("sin conexión", "acceso rechazado", "lento"),
    }[speak]
    for n, state in enumerate(states):
        shown = till.window.findChild(StatusWords, f"account_account-{n}")
        assert shown is not None
        said = shown.words(shown.width() - theme.px(21))
        assert state in said and said[:3] == names[n][:3], said
        assert names[n] in shown.toolTip()
    waiting = till.window.findChild(Pill, "waiting")
    assert waiting is not None and waiting.width() >= min(waiting.sizeHint().width(), theme.px(190))
    assert all(name in waiting.toolTip() for name in names)


@pytest.mark.parametrize("speak", ["en", "pt_BR", "es"])
async def test_what_is_not_sent_is_read_whole_while_an_alarm_rings_and_a_line_is_down(
    open_till: Open, speak: str
) -> None:
    """The line that is down has long words, its age and its next try: they give way first."""
    shop = Shop()
    shop.board.put(order_view(order_row(1), []))
    down = AccountRow("a", "foodora-training", Line.OFF, since=NOW, waiting=1, oldest=NOW,
                      retry_at=NOW + timedelta(seconds=40))  # fmt: skip
    shop.accounts = (down, AccountRow("b", "iFood", Line.CONNECTED))
    till = await open_till(shop, speak)
    till.window.resize(1366, 768)
    for number in range(2, 8):
        shop.board.put(order_view(order_row(number), []))
        shop.board.announce(number)
    QApplication.processEvents()
    waiting = till.window.findChild(Pill, "waiting")
    assert waiting is not None and waiting.width() >= waiting.sizeHint().width()


async def test_the_empty_inbox_says_that_it_is_connected_and_since_when(open_till: Open) -> None:
    till = await open_till(Shop())
    assert "Nothing to pick" in words_of(till) and "foodora · connected since 05:32" in words_of(till)


async def test_tabs_count_and_can_be_reached_with_the_arrow_keys(till: Till) -> None:
    till.shop.board.put(order_view(order_row(5, tab=Tab.WAITING, word=Word.SENT), []))
    till.shop.board.troubles = (IncidentRow("i", NOW, "foodora-centro", "foodora", "carts_differ", 1, "3081", "x"),)
    till.shop.board.announce(0)
    counts = {tab.objectName(): tab.count for tab in till.window.findChildren(TabButton)}
    assert counts == {"tab_to_pick": 2, "tab_picking": 0, "tab_waiting": 1, "tab_done": 0, "tab_incidents": 1}
    await till.press(K.Key_Right, K.Key_Right)
    assert till.window.pages.inbox.place == Tab.WAITING and till.window.pages.inbox.chosen_order() == 5
    await till.press(K.Key_Left, K.Key_Left, K.Key_Left, K.Key_Return)
    assert till.window.pages.order_id == 1, "an incident opens the order that it is about"


async def test_an_order_that_is_left_is_found_again_in_its_tab(till: Till) -> None:
    await till.press(K.Key_Return)
    view = till.shop.board.views[1]
    till.shop.board.put(replace(view, row=replace(view.row, tab=Tab.PICKING, word=Word.PICKING)))
    till.shop.board.announce(1)
    await till.press(K.Key_Escape)
    assert till.window.pages.inbox.place == Tab.PICKING and till.window.pages.inbox.chosen_order() == 1
    await till.press(K.Key_Return)
    assert till.window.pages.order_id == 1


async def test_the_cart_check_is_shown_line_by_line(till: Till) -> None:
    await till.press(K.Key_Return)
    view = till.shop.board.views[1]
    check = CheckRow(Check.REFUSED, NOW, 0, "invalid cart", None, (("Milk", ""), ("Bread", "item not found")))
    till.shop.board.put(replace(view, check=check))
    till.shop.board.announce(1)
    text = words_of(till)
    assert "refused" in text and "Bread: item not found" in text and "1 line accepted" in text


async def test_the_preview_compares_with_what_was_ordered(till: Till) -> None:
    view = till.shop.board.views[1]
    gone = replace(view.lines[1], word=LineWord.NOT_FOUND, complete=True, difference=Decimal("-1.56"))
    kept = replace(view.lines[0], word=LineWord.PICKED, complete=True, amount=Decimal(2))
    totals = replace(view.totals, now=Decimal("36.64"))
    till.shop.board.put(replace(view, lines=(kept, gone), totals=totals))
    await till.press(K.Key_Return, K.Key_F9)
    text = words_of(till)
    for part in ("1 line is as ordered", "Bread", "−€1.56", "€36.64", "€38.20", "€1.56 less", "Send as ready"):
        assert part in text


def interactive(window: QWidget) -> Iterator[QWidget]:
    for kind in (QAbstractButton, QLineEdit, QAbstractItemView):
        for widget in window.findChildren(kind):
            if not widget.objectName().startswith("qt_"):
                yield widget


@pytest.mark.parametrize("speak", ["en", "pt_BR", "es"])
async def test_every_interactive_widget_has_a_name_for_programs_and_one_for_people(open_till: Open, speak: str) -> None:
    shop = Shop()
    shop.board.put(order_view(order_row(1), [line("milk")]))
    till = await open_till(shop, speak)
    await till.press(K.Key_Return)
    await till.chord(K.Key_Delete)
    widgets = list(interactive(till.window))
    assert len(widgets) > 30
    for widget in widgets:
        assert widget.objectName(), widget
        assert widget.accessibleName() or widget.objectName() == "silence_alarm", widget.objectName()
    names = [widget.objectName() for widget in widgets]
    assert len(names) == len(set(names))


async def test_no_button_or_list_takes_the_focus_and_each_is_large_enough_for_a_finger(till: Till) -> None:
    await till.press(K.Key_Return)
    for widget in till.window.findChildren(QAbstractButton):
        assert widget.focusPolicy() == Qt.FocusPolicy.NoFocus, widget.objectName()
        assert min(widget.sizeHint().width(), widget.sizeHint().height()) >= 44, widget.objectName()
    for view in till.window.findChildren(QAbstractItemView):
        assert view.focusPolicy() == Qt.FocusPolicy.NoFocus


async def test_the_window_can_be_photographed_at_the_smallest_size_without_a_cut_side(till: Till) -> None:
    till.window.resize(1366, 768)
    await till.press(K.Key_Return)
    QApplication.processEvents()
    assert till.window.width() == 1366 and till.window.height() == 768
    finish = till.window.findChild(Button, "act_finish")
    assert finish is not None
    assert till.window.rect().contains(finish.mapTo(till.window, finish.rect().bottomRight()))
    assert not till.window.grab().isNull()


async def test_two_hundred_orders_and_sixty_lines_change_by_one_row(open_till: Open) -> None:
    shop = Shop()
    sixty = [line(str(n), f"Product {n}") for n in range(60)]
    shop.board.put(*(order_view(order_row(n), sixty) for n in range(200)))
    till = await open_till(shop)
    await till.press(K.Key_Return)
    order_id = till.window.pages.order_id
    assert order_id is not None
    changed: list[int] = []
    model = till.window.pages.order.model
    model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    view = shop.board.views[order_id]
    shop.board.put(replace(view, lines=(*view.lines[:7], replace(view.lines[7], amount=Decimal(1)), *view.lines[8:])))
    shop.board.announce(order_id)
    assert changed == [7]


async def test_where_no_sound_is_played_each_result_flashes_over_the_whole_strip(open_till: Open) -> None:
    shop = Shop()
    shop.ears.silent = "muted"
    shop.board.put(order_view(order_row(1), [line("milk")]))
    till = await open_till(shop)
    assert "No sound" not in till.window.strip.headline, "the shop wished for it"
    shop.desk.answers["scan"] = Result(Outcome.PICKED, "picked", True, {"name": "Milk"}, 1, "milk")
    await till.scan("9001234500017")
    strip = till.window.strip
    assert strip.pulsing
    flashing = strip.grab().toImage().pixelColor(strip.width() // 2, strip.height() - 4)
    assert flashing == theme.tone_colours(theme.Tone.GOOD)[0]
    strip.hide()
    assert not strip.pulsing


def test_muted_sounds_need_no_device_and_say_so() -> None:
    for player in (sounds.Sounds(muted=True), sounds.Sounds(0)):
        player.play("accepted")
        assert player.silent == "muted"
        player.close()
