"""Checks the workspace of promotions by keys, scans and files: what is shown, kept, written, sent and answered."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from picker_app.domain.mechanics import DISCOUNTS, ITEMS, SHAPES
from picker_app.domain.promotion import Mechanic
from picker_app.gui import language, theme
from picker_app.gui.promotions.body_hand import laid_out
from picker_app.gui.promotions.items_hand import ids_in
from picker_app.promotions.overview import PromotionState
from picker_app.store.campaign_views import State
from picker_app.training.accounts import DELIVEROO, DELIVERY_HERO
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.gui.promotion_office import PAGE, PromotionOffice, in_may, page_file

K = Qt.Key
SECOND_ITEM = "GROCER-SECOND-ITEM-2026Q2"
UNKNOWN = "5000169830001"


@pytest.fixture
def brand() -> Iterator[TrainingDeliveroo]:
    platform = TrainingDeliveroo(
        clock=in_may, requests_per_minute=100_000, processing_polls=0, unknown_items=(UNKNOWN,)
    )
    platform.start()
    yield platform
    platform.close()


@pytest.fixture
def chain() -> Iterator[TrainingPlatform]:
    platform = TrainingPlatform(clock=in_may, requests_per_minute=100_000, token_calls_per_minute=100_000)
    platform.start()
    platform.change_settings(job_seconds=0)
    yield platform
    platform.close()


@pytest.fixture
async def office(
    tmp_path: Path, qapp: QApplication, brand: TrainingDeliveroo, chain: TrainingPlatform
) -> AsyncIterator[PromotionOffice]:
    if not qapp.styleSheet():
        theme.dress(qapp)
    language.speak(qapp, "en")
    made = PromotionOffice(tmp_path, brand, chain)
    try:
        await made.open()
        yield made
    finally:
        await made.close()


async def new_at(office: PromotionOffice, account: str, mechanic: Mechanic) -> None:
    """Open the form of a new promotion."""
    await office.press(K.Key_F6)
    rows = office.hands.mechanics.page.model.rows()
    office.hands.mechanics.page.list.choose_row(rows.index((account, mechanic)))
    await office.press(K.Key_Return)


async def test_an_empty_list_teaches_and_esc_leads_to_the_inbox(office: PromotionOffice) -> None:
    assert office.page == "promotions_list" and "F6 composes one" in office.words()
    await office.press(K.Key_Escape)
    assert office.window.pages.in_inbox


async def test_the_example_file_comes_in_and_is_written_as_the_same_value(
    office: PromotionOffice, tmp_path: Path
) -> None:
    await office.bring_in(PAGE)
    assert office.window.strip.headline == "11 promotions brought in"
    assert len(office.cards()) == 11 and all(card.mark and card.mark.word == "Draft" for card in office.cards())
    target = tmp_path / "written.json"
    await office.type_path(target)
    await office.press(K.Key_F7)
    assert json.loads(target.read_bytes()) == page_file()
    await office.press(K.Key_F7)
    assert office.window.strip.headline == "There is such a file already"


async def test_import_edit_check_upload_and_what_was_refused_by_promotion_and_item(
    office: PromotionOffice, brand: TrainingDeliveroo
) -> None:
    await office.bring_in(PAGE)
    row = next(row for row in office.hands.office.rows if row.ref == SECOND_ITEM)
    office.hands.list.choose(row.id)
    await office.press(K.Key_Return, K.Key_F2)
    assert office.page == "promotion_form"
    await office.press("50% off the second pack", K.Key_F9)
    assert office.page == "promotion_detail" and "50% off the second pack" in office.words()
    await office.press(K.Key_Escape, K.Key_F5)
    assert "11 new · 0 changed · 0 ending · 0 the same" in office.words()
    assert office.window.strip.headline == "Send 11 promotions?"
    number = next(n for n, line in enumerate(office.hands.send.page.model.rows()) if line.promotion)
    office.hands.send.page.list.choose_row(number)
    await office.press(K.Key_F7)
    shown = office.text()
    await office.press(K.Key_Escape)
    assert not [entry for entry in brand.state()["requests"] if entry["route"] == "file"], "nothing is sent yet"
    await office.press(K.Key_F9)
    job = office.hands.job
    assert office.page == "promotion_job"
    await office.until(lambda: job.job is not None and job.job.state is State.ENDED)
    first = office.cards()[0]
    assert first.name == "50% off the second pack"
    assert first.mark is not None and first.mark.word == "Refused"
    assert UNKNOWN in first.alert and "does not know these products" in first.alert
    assert office.hands.job.page.mark.accessibleName() == "Partly taken"
    assert office.hands.job.page.hint.text().startswith("10 taken, 1 refused or in part, of 11")
    assert "partial_success" not in office.words(), "the mark says it in words"
    stored = {one["promotion_id"]: one for one in await sent_file(office)}
    assert len(stored) == 11 and stored[SECOND_ITEM]["name"] == "50% off the second pack"
    inner = shown.split("\n\n", 1)[1]
    assert json.loads(inner.split("\n\n")[0]) in stored.values()
    office.hands.job.page.list.choose_row(0)
    await office.press(K.Key_Return)
    assert office.page == "promotion_detail" and office.hands.detail.number == row.id
    assert any(UNKNOWN in card.name for card in office.cards())
    assert any("the file has arrived" in card.name for card in office.cards())


async def sent_file(office: PromotionOffice) -> list[dict[str, object]]:
    body, answer = await office.services.promotions.overview.job_bytes(office.hands.job.number)
    assert body and answer
    found: list[dict[str, object]] = json.loads(body)["promotions"]
    return found


async def test_the_form_has_only_what_the_mechanic_needs(office: PromotionOffice) -> None:
    for mechanic in (Mechanic.FREE_DELIVERY, Mechanic.BUY_X_FOR_Y, Mechanic.PERCENTAGE_OFF_ON_BASKET):
        await new_at(office, DELIVEROO, mechanic)
        shown = {name for name in office.hands.form.page.entries if "." in name}
        assert shown == set(SHAPES[mechanic].fields)
        await office.press(K.Key_Escape)
    await new_at(office, DELIVERY_HERO, Mechanic.SAME_ITEM_BUNDLE)
    entries = office.hands.form.page.entries
    assert {"kind", "value", ITEMS, "condition.quantity", "reason"} <= entries.keys()
    assert DISCOUNTS not in entries and "fulfillment_method" not in entries


async def test_sentence_basket_and_problems_follow_what_is_typed(office: PromotionOffice) -> None:
    await new_at(office, DELIVEROO, Mechanic.BUY_X_FOR_Y)
    form = office.hands.form.page
    assert "Still missing" in form.sentence.text()
    await office.press("Any 3 for 2", K.Key_Down, "3", K.Key_Down, "x")
    assert "Accepted is 3, not x." in form.entries["reward.quantity"].said
    await office.press(K.Key_Backspace, "1", K.Key_F6)
    assert office.page == "promotion_items"
    office.hands.items.paste("5000169816246\n5000169816246 0050123450011")
    await office.press(K.Key_F9)
    assert "3 for 2 on 5000169816246, 0050123450011" in form.sentence.text()
    assert "£20.00, £10.00 less" in form.saved.text()
    assert form.entries["sites"].said == "", "what was not touched is not blamed"
    await office.press(K.Key_F9)
    assert office.page == "promotion_detail", "a draft may lack something"
    whole = office.hands.detail.whole
    assert whole is not None and whole.draft.condition.items == ("5000169816246", "0050123450011")
    assert whole.row.ref.startswith("ANY-3FOR2") or "3FOR2" in whole.row.ref


async def test_an_unreadable_time_is_not_saved_and_the_shop_s_time_is_meant(office: PromotionOffice) -> None:
    await new_at(office, DELIVEROO, Mechanic.FREE_DELIVERY)
    await office.press("Free delivery", K.Key_Down)
    form = office.hands.form.page
    form.focus_entry("start_at")
    await office.press("tomorrow", K.Key_F9)
    assert office.page == "promotion_form" and office.window.strip.headline == "Not saved"
    assert "tomorrow is no time" in form.entries["start_at"].said
    form.focus_entry("start_at")
    await office.press("2026-06-07 08:30", K.Key_F9)
    whole = office.hands.detail.whole
    assert whole is not None and whole.draft.period.start.isoformat() == "2026-06-07T06:30:00+00:00"


async def test_what_is_typed_is_not_lost_by_one_esc(office: PromotionOffice) -> None:
    await new_at(office, DELIVEROO, Mechanic.FREE_DELIVERY)
    await office.press("Free delivery", K.Key_Escape)
    assert office.page == "promotion_form" and office.window.strip.headline == "Not saved yet"
    await office.press(K.Key_Escape)
    assert office.window.pages.in_inbox
    office.window.hands.to_workspace("promotions")
    await office.idle()
    assert office.page == "promotion_form"
    assert office.hands.form.page.entries["name"].text() == "Free delivery"


async def test_products_are_found_scanned_and_pasted_and_unknown_ones_are_named(office: PromotionOffice) -> None:
    await office.catalogue_read()
    await new_at(office, DELIVERY_HERO, Mechanic.STRIKETHROUGH)
    await office.press("Milk", K.Key_F6, "milk")
    found = office.cards()
    assert found and "milk" in found[0].name.lower() and found[0].amount.startswith("€")
    await office.press(K.Key_Return)
    first = office.hands.items.page.model.rows()[0]
    assert first.chosen
    codes = office.services.catalog
    other = next(one for one in await codes.search(DELIVERY_HERO, "bread") if one.barcodes and not one.by_weight)
    await office.scan(other.barcodes[0].lstrip("0").zfill(13))
    assert other.sku in [row.id for row in office.hands.items.page.model.rows() if row.chosen]
    office.hands.items.paste("NO-SUCH-1 NO-SUCH-2")
    await office.idle()
    assert office.hands.items.unknown.text() == "Not in the catalogue: NO-SUCH-1, NO-SUCH-2"
    await office.press(K.Key_F9)
    assert "4 products" in office.hands.form.page.entries[ITEMS].text()


async def test_without_a_catalogue_a_scanned_code_is_the_product(office: PromotionOffice) -> None:
    await new_at(office, DELIVEROO, Mechanic.PERCENTAGE_OFF_ON_ITEMS)
    await office.scan("0050123450011")
    assert office.page == "promotion_items"
    assert [row.id for row in office.hands.items.page.model.rows()] == ["0050123450011"]


async def test_a_malformed_file_names_everything_at_once_and_brings_nothing_in(
    office: PromotionOffice, tmp_path: Path
) -> None:
    tree = page_file()
    tree["promotions"][0]["reward"]["percentage"] = "20"
    tree["promotions"][1]["reward"]["amount_off"] = 1.5
    tree["promotions"][2]["promotion_type"] = "NO_SUCH"
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    await office.bring_in(file)
    wrong = [card for card in office.cards() if card.mark and card.mark.word == "Must be mended"]
    told = "\n".join(f"{card.name} {card.below}" for card in wrong)
    assert len(wrong) >= 3
    for place in ("GROCER-PCT-OFF-PASTA-2026Q2", "reward.amount_off", "NO_SUCH is no mechanic"):
        assert place in told
    assert office.window.strip.headline == "Nothing is brought in"
    await office.press(K.Key_Escape, K.Key_Escape)
    assert not await office.services.promotions.overview.rows()


async def test_errors_stop_the_sending_and_enter_leads_to_the_field(office: PromotionOffice) -> None:
    await new_at(office, DELIVEROO, Mechanic.FREE_DELIVERY)
    await office.press("Free delivery", K.Key_F9, K.Key_F5)
    assert office.window.strip.headline.endswith("to mend") and not office.hands.send.ready
    await office.press(K.Key_F9)
    assert office.page == "promotion_send", "nothing is sent"
    line = office.hands.send.page.chosen()
    assert line is not None
    await office.press(K.Key_Return)
    assert office.page == "promotion_form"
    entry = office.hands.form.page.entries[line.problem.field]
    assert office.window.focusWidget() is not None and entry.isAncestorOf(office.window.focusWidget())


async def test_a_promotion_at_delivery_hero_is_sent_copied_and_deactivated(
    office: PromotionOffice, chain: TrainingPlatform
) -> None:
    await office.catalogue_read()
    sku = (await office.services.catalog.search(DELIVERY_HERO, "milk"))[0].sku
    await new_at(office, DELIVERY_HERO, Mechanic.STRIKETHROUGH)
    await office.press("Milk", K.Key_Down, K.Key_Down, "10", K.Key_F6)
    await office.press(sku, K.Key_Return, K.Key_F9)
    form = office.hands.form.page
    form.focus_entry("sites")
    await office.press("cm7q")
    form.focus_entry("reason")
    await office.press(K.Key_Right)
    form.focus_entry("display_name")
    await office.press("de_AT: Milch")
    form.focus_entry("start_at")
    await office.press("2026-05-20", K.Key_F9)
    assert office.page == "promotion_detail"
    number = office.hands.detail.number
    await office.press(K.Key_F5, K.Key_F9)
    assert office.page == "promotion_job"
    overview = office.services.promotions.overview

    def is_state(state: PromotionState) -> bool:
        return any(row.id == number and row.state is state for row in office.hands.office.rows)

    office.window.hands.to_workspace("promotions")
    await office.until(lambda: is_state(PromotionState.LIVE))
    office.hands.list.choose(number)
    await office.press(K.Key_Return, K.Key_F6)
    assert office.hands.detail.number != number and office.window.strip.headline == "Copied to next month"
    office.hands.detail.open(number)
    await office.idle()
    await office.chord(K.Key_Delete)
    assert office.window.strip.headline == "End 1 promotion now?"
    await office.press(K.Key_F9)
    office.window.hands.to_workspace("promotions")
    await office.until(lambda: is_state(PromotionState.ENDED))
    sent = [entry for entry in chain.state()["requests"] if entry["route"] == "promotion"]
    assert len(sent) == 2
    whole = await overview.promotion(number)
    assert whole is not None and [event.kind for event in whole.history][:2] == ["composed", "submitted"]


async def test_marks_tabs_and_find_narrow_the_list(office: PromotionOffice) -> None:
    await office.bring_in(PAGE)
    assert len(office.hands.list.marked) == 11, "what was brought in is what a check is about"
    await office.chord(K.Key_F)
    await office.press("butter")
    assert [card.name for card in office.cards()] == ["£1 off butter"]
    await office.press(K.Key_Return, K.Key_F2)
    assert len(office.hands.list.marked) == 10
    await office.press(K.Key_Escape, K.Key_Right)
    assert len(office.cards()) == 11 and office.hands.list.place == "here"
    await office.press(K.Key_Right)
    assert office.cards() == []


async def test_the_calendar_shows_what_runs_when_and_opens_it(office: PromotionOffice) -> None:
    await office.bring_in(PAGE)
    await office.press(K.Key_F8)
    calendar = office.hands.calendar
    assert office.page == "promotions_calendar" and calendar.title.text().startswith("May 2026")
    before = calendar.model.rowCount()
    await office.press(K.Key_Right, K.Key_Right)
    assert calendar.model.rowCount() > before
    await office.press(K.Key_F8)
    assert calendar.span.days == 7
    await office.press(K.Key_F5, K.Key_F8, K.Key_Right, K.Key_Return)
    assert office.page == "promotion_detail"


def test_pasted_ids_are_taken_once_and_keep_their_zeros() -> None:
    assert ids_in("0050123450011\r\n123;456, 123\t\n") == ("0050123450011", "123", "456")


def test_bytes_are_laid_out_without_changing_a_value() -> None:
    text = '{"a": 250, "b": [1.10, "x{,}: \\" y"], "c": {}}'
    shown = laid_out(text.encode())
    assert "1.10" in shown and '"x{,}: \\" y"' in shown and json.loads(shown) == json.loads(text)
    assert laid_out(b"<Error/>") == "<Error/>"
