"""Checks by keys: a file stopped on its way, a spreadsheet there and back, and what only a person can find out."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from picker_app.domain.promotion import Mechanic
from picker_app.promotions.overview import PromotionState
from picker_app.store.campaign_views import State
from picker_app.training.accounts import DELIVERY_HERO
from picker_app.training.deliveroo.platform import TrainingDeliveroo
from picker_app.training.delivery_hero.platform import TrainingPlatform
from tests.bench.promotion_files import promotion
from tests.gui.promotion_office import PAGE, PromotionOffice
from tests.gui.test_promotion_pages import brand, chain, new_at, office

__all__ = ["brand", "chain", "office"]
K = Qt.Key
MANY = 700
SITES = [f"site-{number:04}" for number in range(900)]


@pytest.fixture
def full_store() -> Iterator[str]:
    """A store that takes the connection and then nothing: its address."""
    with socket.socket() as listening:
        # So little is taken that most of a file stays at its sender.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


async def test_its_button_stops_a_large_file_on_its_way_and_the_promotions_are_free_again(
    office: PromotionOffice, brand: TrainingDeliveroo, full_store: str, tmp_path: Path
) -> None:
    brand.ask(lambda: setattr(brand.world, "files_url", full_store))
    file = tmp_path / "many.json"
    many = [{**promotion(number), "sites": SITES} for number in range(MANY)]
    file.write_text(json.dumps({"promotions": many}), "utf-8")
    await office.bring_in(file)
    await office.press(K.Key_F5, K.Key_F9)
    assert office.page == "promotion_job"
    hand = office.hands.job
    stop = hand.page.buttons["stop"]
    await office.until(lambda: hand.job is not None and bool(hand.job.sent))
    job = hand.job
    assert job is not None and job.sent is not None and job.sent < job.size
    assert stop.isVisible() and stop.accessibleName() == "Stop, Ctrl Del"
    assert "bytes have left" in hand.progress.accessibleName() and hand.progress.isVisible()
    await office.chord(K.Key_Delete)
    assert office.window.strip.headline == "Stopping"
    await office.until(lambda: hand.job is not None and hand.job.state is State.ENDED)
    await office.idle()
    assert hand.page.mark.accessibleName() == "Stopped" and not stop.isVisible() and not hand.progress.isVisible()
    await office.chord(K.Key_Delete)
    assert office.window.strip.headline == "Too late to stop it"
    office.window.hands.to_workspace("promotions")
    await office.idle()
    assert {row.state for row in office.hands.office.rows} == {PromotionState.CHECKED}
    assert not [entry for entry in brand.state()["requests"] if entry["route"] == "upload"]


async def test_promotions_go_into_a_spreadsheet_and_come_back_as_they_were(
    office: PromotionOffice, tmp_path: Path
) -> None:
    await office.bring_in(PAGE)
    before = await office.services.promotions.overview.drafts([row.id for row in office.hands.office.rows])
    sheet = tmp_path / "offers.csv"
    await office.type_path(sheet)
    await office.press(K.Key_F7)
    assert office.window.strip.headline == "11 promotions written" and office.window.strip.detail == str(sheet)
    text = sheet.read_text("utf-8-sig")
    assert text.startswith("promotion_id,") and text.count("\n") == 12
    await office.press(K.Key_F5)
    assert [card.mark.word for card in office.cards() if card.mark] == ["Same as here"] * 11
    sheet.write_text(text.replace("£1 off butter", "£1 off salted butter"), "utf-8-sig")
    await office.press(K.Key_F5)
    changed = [card for card in office.cards() if card.mark and card.mark.word == "Changes it here"]
    assert [card.name for card in changed] == ["£1 off salted butter"] and "Name" in changed[0].below
    await office.press(K.Key_F9)
    assert office.window.strip.headline == "11 promotions brought in"
    after = await office.services.promotions.overview.drafts(list(before))
    differing = [one.name for number, one in after.items() if one != before[number]]
    assert differing == ["£1 off salted butter"]


async def test_a_spreadsheet_with_a_fault_names_row_and_column_and_brings_nothing_in(
    office: PromotionOffice, tmp_path: Path
) -> None:
    await office.bring_in(PAGE)
    sheet = tmp_path / "offers.csv"
    await office.type_path(sheet)
    await office.press(K.Key_F7)
    sheet.write_text(sheet.read_text("utf-8-sig").replace("BUY_X_FOR_Y", "BUY_MORE"), "utf-8-sig")
    await office.press(K.Key_F5)
    wrong = office.cards()[0]
    assert wrong.mark is not None and wrong.mark.word == "Must be mended"
    assert "BUY_MORE" in wrong.name
    await office.press(K.Key_F9)
    assert office.window.strip.headline == "Nothing is brought in"


async def unsure(office: PromotionOffice, chain: TrainingPlatform, lost: str) -> None:
    """Show a promotion that was sent without ever an answer: `lost` is how."""
    await office.catalogue_read()
    sku = (await office.services.catalog.search(DELIVERY_HERO, "milk"))[0].sku
    await new_at(office, DELIVERY_HERO, Mechanic.STRIKETHROUGH)
    await office.press("Milk", K.Key_Down, K.Key_Down, "10", K.Key_F6)
    await office.press(sku, K.Key_Return, K.Key_F9)
    form = office.hands.form.page
    for entry, keys in (("sites", "cm7q"), ("reason", K.Key_Right), ("display_name", "de_AT: Milch")):
        form.focus_entry(entry)
        await office.press(keys)
    form.focus_entry("start_at")
    await office.press("2026-05-20", K.Key_F9)
    number = office.hands.detail.number
    chain.fault("promotion", lost, times=None)
    await office.press(K.Key_F5, K.Key_F9)
    hand = office.hands.job
    await office.until(lambda: hand.job is not None and hand.job.state is State.ENDED)
    await office.idle()
    mark = office.cards()[0].mark
    assert mark is not None and mark.word == "Not certain"
    hand.page.list.choose_row(0)
    await office.press(K.Key_Return)
    assert office.page == "promotion_detail" and office.hands.detail.number == number
    assert office.window.strip.headline == "Does the platform have it?"
    there, not_there = (office.hands.detail.page.buttons[name] for name in ("there", "not_there"))
    assert (there.accessibleName(), not_there.accessibleName()) == ("It is there, F9", "It is not there, F3")
    assert there.isVisible() and not_there.isVisible()
    chain.clear_faults()


def state_of(office: PromotionOffice) -> PromotionState | None:
    whole = office.hands.detail.whole
    return whole.row.state if whole is not None else None


async def test_what_nobody_knows_is_live_once_a_person_says_that_it_is_there(
    office: PromotionOffice, chain: TrainingPlatform
) -> None:
    await unsure(office, chain, "drop_after")
    sent = [entry for entry in chain.state()["requests"] if entry["route"] == "promotion"]
    await office.press(K.Key_F9)
    assert office.window.strip.headline == "Written down"
    await office.until(lambda: state_of(office) is PromotionState.LIVE)
    assert not office.hands.detail.page.buttons["there"].isVisible()
    assert len([entry for entry in chain.state()["requests"] if entry["route"] == "promotion"]) == len(sent)


async def test_what_nobody_knows_is_sent_again_once_a_person_says_that_it_is_not_there(
    office: PromotionOffice, chain: TrainingPlatform
) -> None:
    await unsure(office, chain, "drop_before")
    await office.press(K.Key_F5)
    await office.press(K.Key_F9)
    assert office.page == "promotion_send", "nothing goes before somebody has looked there"
    assert office.window.strip.headline.startswith("It is not certain whether the platform has it")
    await office.press(K.Key_Escape, K.Key_F3)
    assert office.window.strip.headline == "Written down"
    await office.until(lambda: state_of(office) is PromotionState.CHECKED)
    await office.press(K.Key_F5, K.Key_F9)
    hand = office.hands.job
    await office.until(lambda: hand.job is not None and hand.job.state is State.ENDED)
    await office.idle()
    assert hand.page.mark.accessibleName() == "All taken"
    office.window.hands.to_workspace("promotions")
