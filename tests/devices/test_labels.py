"""Checks the labels of the shop's scale (specs "Barcodes and scanners", section 8) and the guards (section 10)."""

from datetime import date
from decimal import Decimal

import pytest
from biip.checksums import gs1_price_weight_check_digit
from hypothesis import given
from hypothesis import strategies as st

from picker_app.devices.codes import KnownCodes, interpret
from picker_app.devices.gtin import with_check_digit
from picker_app.devices.guards import guard_expiry, guard_price, guard_weight
from picker_app.devices.labels import (
    Label,
    Rule,
    RuleConflict,
    RuleError,
    check_together,
    load_rules,
    matches,
    read_label,
    rules_of,
    shipped_rules,
    weight_of_price,
)
from picker_app.devices.readings import Ambiguous, Refused, Unreadable
from picker_app.domain.quantity import Bounds

NOBODY = KnownCodes.of()


def rules(name: str) -> tuple[Rule, ...]:
    return load_rules("", choose=[name]) if "-" in name else load_rules(name)


@pytest.mark.parametrize(
    ("code", "where", "item", "measure", "value", "key"),
    [
        ("2300100005270", "SE", "001000", "weight", "0.527", "2300100000008"),
        ("2400100000531", "SE", "001000", "weight", "0.530", "2400100000005"),
        ("2500100000538", "SE", "001000", "weight", "5.300", "2500100000002"),
        ("2000100005279", "SE", "001000", "price", "5.27", "2000100000007"),
        ("2000100005279", "br-price-2", "0001", "price", "5.27", "2000100000007"),
        ("2100100000530", "SE", "001000", "price", "5.3", "2100100000004"),
        ("2100100000530", "DK", "0010", "price", "0.53", "2100100000004"),
        ("2200100000537", "SE", "001000", "price", "53", "2200100000001"),
        ("2300100005270", "DK", "0010", "price", "5.27", "2300100000008"),
        ("2612340005270", "DK", "1234", "weight", "0.527", "2612340000008"),
        ("2712345005272", "DK", "12345", "weight", "0.527", "2712345000000"),
        ("2912345005276", "DE", "1234", "weight", "0.527", "2912340000009"),
        ("2212345005277", "DE", "1234", "price", "5.27", "2212340000000"),
        ("2212345005277", "DK", "1234", "price", "5005.27", "2212340000000"),
        ("2212345005277", "SE", "123450", "price", "527", "2212345000005"),
        ("2512349000125", "DE", "1234", "count", "12", "2512340000001"),
        ("2512349000125", "SE", "123490", "weight", "1.200", "2512349000002"),
        ("2012345105270", "GB", "12345", "price", "5.27", "2012345000001"),
        ("2123456005271", "br-weight-3", "123456", "weight", "0.527", "2123456000009"),
    ],
)
def test_a_label_reads_as_its_country_means_it(
    code: str, where: str, item: str, measure: str, value: str, key: str
) -> None:
    label = read_label(code, rules(where))
    assert isinstance(label, Label)
    assert (label.item, label.measure, label.value, label.key) == (item, measure, Decimal(value), key)


@pytest.mark.parametrize(("code", "where"), [("2300100005270", "GB"), ("2712345005272", "SE"), ("2012345105270", "DE")])
def test_a_label_of_another_country_is_no_label_here(code: str, where: str) -> None:
    assert read_label(code, rules(where)) is None


@pytest.mark.parametrize(("code", "where"), [("2000100005279", "GB"), ("2300100005270", "DE")])
def test_a_wrong_inner_check_digit_asks_for_a_new_label(code: str, where: str) -> None:
    reading = read_label(code, rules(where))
    assert isinstance(reading, Unreadable) and "print the label again" in reading.reason


def test_a_digit_where_the_rule_wants_zero_is_refused() -> None:
    reading = read_label(with_check_digit("200011005270"), rules("br-price-2"))
    assert isinstance(reading, Refused) and "does not fit the rule br-price-2" in reading.reason


@pytest.mark.parametrize("code", ["2123456005279", "2123456095279"])
def test_a_wrong_check_digit_is_unreadable_whatever_the_rule(code: str) -> None:
    for rule in shipped_rules():
        assert isinstance(interpret(code, code, NOBODY, rules=[rule]), Unreadable)


def test_a_upc_a_label_gets_its_leading_zero() -> None:
    rule = Rule("shop", "", ("02",), "PPIIIIIIVVVV", "price", 2)
    label = read_label(with_check_digit("021234500527")[1:], [rule])
    assert isinstance(label, Label) and (label.item, label.value) == ("123450", Decimal("5.27"))


def test_no_rule_is_on_by_default_and_a_country_without_rules_has_none() -> None:
    assert load_rules("") == load_rules("PT") == load_rules("BR") == ()
    assert read_label("2300100005270", load_rules("")) is None


def test_rules_that_read_a_label_differently_are_not_turned_on_together() -> None:
    with pytest.raises(RuleConflict, match="br-price-2 and br-weight-3"):
        load_rules("BR", choose=["br-price-2", "br-weight-3"])
    with pytest.raises(RuleError, match="br-price-1, br-price-2"):
        load_rules("BR", choose=["br-price"])


def test_rules_that_differ_all_the_same_make_the_label_ambiguous() -> None:
    reading = read_label("2100100000530", [*rules("SE"), *rules("DK")])
    assert isinstance(reading, Ambiguous) and reading.choices == ("se-21", "dk-price")


def test_the_shipped_rules_of_each_country_go_together() -> None:
    assert {rule.region for rule in shipped_rules()} == {"", "SE", "NO", "FI", "EE", "LV", "LT", "DK", "DE", "GB", "BR"}
    for region in {rule.region for rule in shipped_rules()}:
        check_together(load_rules(region))


@pytest.mark.parametrize(
    "change",
    [
        {"pattern": "PPIIIIIIVVV"},
        {"pattern": "PPIIIIIIIIII"},
        {"pattern": "PPIIIVIIVVVV"},
        {"pattern": "PPIIICVVVVVV"},
        {"prefixes": ["2"]},
        {"prefixes": []},
        {"decimals": 4},
        {"measure": "length"},
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_by_name(change: dict[str, object]) -> None:
    table = {"prefixes": ["23"], "pattern": "PPIIIIIIVVVV", "measure": "weight", "decimals": 3, **change}
    lines = [f"{key} = {value!r}" for key, value in table.items()]
    with pytest.raises(RuleError, match="mine"):
        rules_of('[[rule]]\nid = "mine"\n' + "\n".join(lines))


@given(data=st.data(), rule=st.sampled_from(shipped_rules()))
def test_any_label_printed_by_a_rule_reads_back_and_one_wrong_digit_never_does(data: st.DataObject, rule: Rule) -> None:
    prefix = data.draw(st.sampled_from(rule.prefixes))
    digits = data.draw(st.text("0123456789", min_size=12, max_size=12))
    payload = [{"P": (prefix + "00")[n % 3], "0": "0"}.get(place, digits[n]) for n, place in enumerate(rule.pattern)]
    value = "".join(digit for digit, place in zip(payload, rule.pattern, strict=True) if place == "V")
    if "C" in rule.pattern:
        payload[rule.pattern.index("C")] = str(gs1_price_weight_check_digit(value))
    code = with_check_digit("".join(payload))
    label = interpret(code, "", NOBODY, rules=[rule])
    assert isinstance(label, Label)
    assert label.value == Decimal(int(value)) / 10**rule.decimals
    assert matches(label, [label.key]) and matches(label, [code]) and matches(label, ["0" + label.item])
    place = data.draw(st.integers(0, 12))
    wrong = code[:place] + str((int(code[place]) + data.draw(st.integers(1, 9))) % 10) + code[place + 1 :]
    assert isinstance(interpret(wrong, "", NOBODY, rules=[rule]), Unreadable)


def test_a_label_finds_its_product_by_key_by_another_label_and_by_plu() -> None:
    label = read_label("2300100005270", rules("SE"))
    assert isinstance(label, Label)
    for own in ("2300100000008", "2300100012346", "1000", "001000", "02300100000008"):
        assert matches(label, [own]), own
    for other in ("2300200000007", "2400100000005", "1001", "banana"):
        assert not matches(label, [other]), other


def test_a_label_says_by_which_code_its_product_is_known() -> None:
    by_plu = interpret("2300100005270", "", KnownCodes.of(products=["1000"]), rules=rules("SE"))
    by_sample = interpret(
        "2300100005270", "", KnownCodes.of(products=["2300100012346"], rules=rules("SE")), rules=rules("SE")
    )
    unknown = interpret("2300100005270", "", NOBODY, rules=rules("SE"))
    assert [label.lookup for label in (by_plu, by_sample, unknown) if isinstance(label, Label)] == [
        "1000",
        "02300100000008",
        "",
    ]


@pytest.mark.parametrize(("per_kg", "weight"), [("10.00", "0.527"), ("9.99", "0.528")])
def test_a_price_label_gives_the_weight_it_pays_for(per_kg: str, weight: str) -> None:
    assert weight_of_price(Decimal("5.27"), Decimal(per_kg)) == Decimal(weight)


def test_a_kilogram_that_costs_nothing_gives_no_weight() -> None:
    with pytest.raises(ValueError, match="above 0"):
        weight_of_price(Decimal("5.27"), Decimal(0))


# --- guards ---

BOUNDS = Bounds(Decimal("0.9"), Decimal("1.1"))


@pytest.mark.parametrize(
    ("weight", "bounds", "kind", "code"),
    [
        ("0", None, "refused", "no_weight"),
        ("88", None, "refused", "too_heavy"),
        ("1.101", BOUNDS, "refused", "over_maximum"),
        ("0.899", BOUNDS, "refused", "below_minimum"),
        ("1.301", None, "question", "far_off"),
        ("0.699", None, "question", "far_off"),
    ],
)
def test_an_impossible_weight_is_refused_and_an_odd_one_asked_about(
    weight: str, bounds: Bounds | None, kind: str, code: str
) -> None:
    guard = guard_weight(Decimal(weight), asked_kg=Decimal(1), bounds=bounds)
    assert guard is not None and (guard.kind, guard.code) == (kind, code)


def test_a_weight_as_asked_or_within_the_bounds_is_taken() -> None:
    assert guard_weight(Decimal("1.300"), asked_kg=Decimal(1)) is None
    assert guard_weight(Decimal("1.100"), asked_kg=Decimal("0.5"), bounds=BOUNDS) is None
    assert guard_weight(Decimal(31), max_weight_kg=Decimal(40)) is None


@pytest.mark.parametrize(
    ("price", "kind"), [("0", "refused"), ("40.01", "question"), ("2.49", "question"), ("40", None), ("2.50", None)]
)
def test_a_price_far_from_the_asked_weight_is_asked_about(price: str, kind: str | None) -> None:
    guard = guard_price(Decimal(price), asked_kg=Decimal(1), price_per_kg=Decimal(10))
    assert (guard.kind if guard else None) == kind


def test_a_piece_that_ended_yesterday_is_asked_about() -> None:
    guard = guard_expiry(date(2026, 5, 12), today=date(2026, 5, 13))
    assert guard is not None and guard.kind == "question" and "2026-05-12" in guard.reason
    assert guard_expiry(date(2026, 5, 13), today=date(2026, 5, 13)) is None
    assert guard_expiry(None, today=date(2026, 5, 13)) is None
