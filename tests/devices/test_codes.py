"""Checks what a code is said to be (specs "Barcodes and scanners", sections 4 to 7), biip's traps included."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.devices.codes import KnownCodes, Reading, interpret
from picker_app.devices.gtin import with_check_digit
from picker_app.devices.labels import Label, load_rules
from picker_app.devices.readings import Ambiguous, OrderCode, ProductCode, Unknown, Unreadable

MILK = "7891000315507"
PENS = "4006381333931"
SHOP = KnownCodes.of(orders=["B 4821"], products=[MILK, PENS, "0036000291452", "4011", "Sku-9", "2500100000532"])
GS = "\x1d"


def read(text: str, keys: str = "", known: KnownCodes = SHOP, gs: str = "auto") -> Reading:
    return interpret(text, keys, known, gs=gs)


def product(text: str, keys: str = "", known: KnownCodes = SHOP, gs: str = "auto") -> ProductCode:
    reading = read(text, keys, known, gs)
    assert isinstance(reading, ProductCode), reading
    return reading


def test_an_order_code_is_found_whatever_its_case() -> None:
    assert read("b 4821") == OrderCode("b 4821")
    assert read("]C0B 4821") == OrderCode("B 4821")


def test_a_code_of_an_order_and_a_product_is_the_orders_in_the_inbox_and_the_products_in_an_order() -> None:
    both = KnownCodes.of(orders=["4011"], products=["4011"])
    assert isinstance(interpret("4011", "", both), OrderCode)
    assert isinstance(interpret("4011", "", both, orders_first=False), ProductCode)
    assert isinstance(interpret("B 4821", "", SHOP, orders_first=False), OrderCode)


@pytest.mark.parametrize("code", ["036000291452", "0036000291452", "00036000291452", "]E00036000291452"])
def test_one_product_is_found_with_any_number_of_leading_zeros(code: str) -> None:
    assert product(code).lookup == "00036000291452"
    assert product(code, known=KnownCodes.of(products=["36000291452"])).lookup == "00036000291452"


def test_own_codes_are_found_by_their_text_then_without_regard_to_case() -> None:
    assert product("4011").lookup == "4011"
    assert product("SKU-9").lookup == "SKU-9"


def test_a_number_with_a_wrong_check_digit_is_taken_only_if_the_catalogue_has_just_that() -> None:
    assert product("2500100000532").lookup == "2500100000532"
    assert isinstance(read("2500100000531"), Unreadable)


def test_a_products_own_code_wins_over_a_label_rule() -> None:
    rules = load_rules("SE")
    assert isinstance(interpret("2300100005270", "", SHOP, rules=rules), Label)
    own = KnownCodes.of(products=["2300100005270"])
    assert isinstance(interpret("2300100005270", "", own, rules=rules), ProductCode)


@pytest.mark.parametrize(
    ("code", "number"),
    [("96385074", "00000096385074"), ("2000100005279", "02000100005279"), ("04252614", "00042100005264")],
)
def test_a_product_number_nobody_knows_is_unknown_with_its_number_and_no_gs1_field(code: str, number: str) -> None:
    reading = read(code)
    assert isinstance(reading, Unknown) and reading.gtin14 == number


@pytest.mark.parametrize("code", ["94011", "123456", "1234567", "ABC", "x" * 5000, "🥛", "10ABC", "012"])
def test_what_is_no_number_is_unknown_without_one(code: str) -> None:
    reading = read(code)
    assert isinstance(reading, Unknown) and reading.gtin14 is None


@pytest.mark.parametrize("code", ["", "]", "]Y", "]!x", "\x00", " \r\n", "]E0"])
def test_broken_codes_are_unreadable_and_no_exception(code: str) -> None:
    assert isinstance(read(code), Unreadable)


@given(st.text(max_size=40) | st.text("0123456789]EeQCd\x1d/:htps.(", max_size=60), st.text(max_size=10))
def test_no_text_makes_it_raise(text: str, keys: str) -> None:
    for gs in ("auto", "yes", "no", "|"):
        interpret(text, keys, SHOP, gs=gs, rules=load_rules("DE"))


@given(st.text("0123456789", max_size=30).map(lambda rest: "01" + rest) | st.text("0123456789/?=.", max_size=30))
def test_no_numbers_or_addresses_make_it_raise(text: str) -> None:
    interpret(text, "]C1" + text, SHOP)
    interpret("https://shop.example/" + text, "]Q1HTTPS://" + text, SHOP)


def test_an_ean_8_that_is_also_a_upc_e_is_the_known_one_and_ambiguous_if_both_are() -> None:
    ean, upc = "00000001234565", "00012345000065"
    assert product("01234565", known=KnownCodes.of(products=[ean])).lookup == ean
    assert product("01234565", known=KnownCodes.of(products=[upc])).lookup == upc
    both = read("01234565", known=KnownCodes.of(products=[ean, upc]))
    assert isinstance(both, Ambiguous) and both.choices == (ean, upc)


def test_six_digits_are_a_upc_e_only_if_the_scanner_says_so() -> None:
    known = KnownCodes.of(products=["042100005264"])
    assert isinstance(read("425261", known=known), Unknown)
    assert product("]E0425261", known=known).gtin14 == "00042100005264"


@pytest.mark.parametrize("add_on", ["12", "54321"])
def test_an_add_on_is_cut_off(add_on: str) -> None:
    assert product("]E3" + PENS + add_on).lookup == "0" + PENS


def test_a_carton_is_not_one_piece_unless_the_catalogue_lists_it() -> None:
    reading = read("17891000315504")
    assert isinstance(reading, Unknown)
    assert (reading.piece, "carton" in reading.reason) == ("0" + MILK, True)
    assert product("17891000315504", known=KnownCodes.of(products=["17891000315504"])).gtin14 == "17891000315504"


@pytest.mark.parametrize("code", ["789100031550", "36000291452"])
def test_lost_digits_are_mended_for_a_known_product_and_said_so(code: str) -> None:
    assert product(code).repaired
    assert isinstance(read(code, known=KnownCodes.of()), Unknown | Unreadable)


def test_a_code_that_two_mendings_fit_is_ambiguous() -> None:
    code = "1234565"  # an EAN-8 without its zero, or one without its check digit
    reading = read(code, known=KnownCodes.of(products=["01234565", with_check_digit(code)]))
    assert isinstance(reading, Ambiguous) and len(reading.choices) == 2


# --- GS1 fields ---


def test_weight_price_dates_and_lot_are_read_with_the_number() -> None:
    reading = product(f"]C1010{PENS}31030005273932986000527{GS}172602121526020010L7")
    assert (reading.lookup, reading.weight_kg) == ("0" + PENS, Decimal("0.527"))
    assert (reading.price, reading.currency) == (Decimal("5.27"), "986")
    assert (reading.expiry, reading.best_before, reading.lot) == (date(2026, 2, 12), date(2026, 2, 28), "L7")


def test_pounds_become_kilograms() -> None:
    assert product(f"010{PENS}3202001250").weight_kg == Decimal("5.670")


def test_a_count_is_read() -> None:
    assert product(f"010{PENS}172602123012{GS}10A").count == 12


def test_a_lost_separator_gives_no_date_and_no_lot_instead_of_wrong_ones() -> None:
    reading = product(f"010{PENS}310300052710ABC15261231")
    assert (reading.weight_kg, reading.best_before, reading.lot) == (Decimal("0.527"), None, "")
    assert len(reading.notes) == 1
    kept = product(f"010{PENS}10ABC{GS}15261231")
    assert (kept.best_before, kept.lot, kept.notes) == (date(2026, 12, 31), "ABC", ())
    assert product(f"010{PENS}10ABC", gs="yes").lot == "ABC"
    assert product(f"010{PENS}10ABC|15261231", gs="|").best_before == date(2026, 12, 31)


@pytest.mark.parametrize("tail", ["17000000", "17261399", "9999", "0x"])
def test_a_bad_date_or_an_unknown_field_still_finds_the_product(tail: str) -> None:
    reading = product(f"010{PENS}{tail}")
    assert (reading.lookup, reading.expiry) == ("0" + PENS, None)


def test_a_field_01_with_a_wrong_check_digit_is_no_product() -> None:
    wrong = KnownCodes.of(products=["04006381333930"])
    assert isinstance(read("0104006381333930" + "3103000527", known=wrong), Unknown)


@pytest.mark.parametrize("code", ["00106141412345678908", f"020{PENS}3712", f"]C1020{PENS}3712"])
def test_cartons_and_pallets_are_not_picked(code: str) -> None:
    reading = read(code)
    assert isinstance(reading, Unknown) and "carton" in reading.reason


def test_an_identifier_decides_between_number_and_fields() -> None:
    fields = read("]C196385074", known=KnownCodes.of(products=["00000096385074"]))
    assert isinstance(fields, Unknown)


def test_a_variable_measure_number_finds_the_product_it_was_made_from() -> None:
    known = KnownCodes.of(products=[PENS])
    reading = product("0194006381333934" + "3103000527", known=known)
    assert (reading.lookup, reading.weight_kg) == ("0" + PENS, Decimal("0.527"))


@pytest.mark.parametrize(
    "address",
    [
        f"https://id.gs1.org/01/0{PENS}?17=261231",
        f"]Q1HTTPS://ID.GS1.ORG/01/0{PENS}?17=261231",
        f"]Q3https://shop.example/p/01/{PENS}?17=261231&utm=x",
    ],
)
def test_a_web_address_with_a_product_number_is_that_product(address: str) -> None:
    reading = product(address)
    assert (reading.lookup, reading.expiry) == ("0" + PENS, date(2026, 12, 31))


def test_a_web_address_with_a_broken_part_keeps_its_product_and_any_other_address_is_unknown() -> None:
    assert product(f"https://id.gs1.org/01/0{PENS}/99/x").lookup == "0" + PENS
    assert isinstance(read("https://example.org/menu"), Unknown)
    assert isinstance(read("http://[broken"), Unknown)


# --- two readings ---


def test_a_wrong_layout_is_read_by_keys_and_a_right_one_never() -> None:
    french = product('è_ç&ààà"&((àè', MILK)
    assert (french.lookup, french.by_keys) == ("0" + MILK, True)
    assert not product(MILK, "&*(!)))#!%%)&").by_keys


@pytest.mark.parametrize("text", ["٧٨٩١٠٠٠٣١٥٥٠٧", "７８９１０００３１５５０７"])
def test_digits_of_other_scripts_are_digits(text: str) -> None:
    assert product(text).lookup == "0" + MILK


def test_an_unknown_number_is_told_by_the_reading_that_makes_sense() -> None:
    by_keys = read("&é\"'(-è_", "96385074")
    assert isinstance(by_keys, Unknown) and (by_keys.gtin14, by_keys.by_keys) == ("00000096385074", True)
    by_text = read("96385074", "(^#*%)&$")
    assert isinstance(by_text, Unknown) and not by_text.by_keys


def test_a_set_layout_uses_only_that_reading() -> None:
    assert isinstance(interpret("è_ç", MILK, SHOP, layout="text"), Unknown)
    assert isinstance(interpret(PENS, MILK, SHOP, layout="keys"), ProductCode)


def test_keypad_digits_without_text_are_read_by_keys() -> None:
    assert product("", MILK).by_keys
