"""Promotions as a table: written for a spreadsheet, read back, every fault named."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.domain.promotion import Condition, DiscountKind, Mechanic, Promotion
from picker_app.promotions import csv_writer, files
from picker_app.promotions.reading import Read
from tests.domain.examples import d
from tests.domain.promotion_examples import PERIOD, TEA, promotion
from tests.promotions import drawn

SAMPLES = Path(__file__).parent / "samples"
HEAD = "promotion_id,promotion_type,name,sites,start_at,end_at"
ROW = "TEA,PERCENTAGE_OFF_ON_ITEMS,Tea,leeds,2027-06-07,2027-06-20"


def read(text: str, zone: str = "Europe/London") -> Read:
    """Read a table from its text."""
    return files.read(text.encode(), "GBP", zone)


def told(found: Read) -> list[tuple[str, str, str]]:
    """Code, promotion and column of each problem."""
    assert all(problem.stops and problem.sentence for problem in found.problems)
    return [(problem.code, problem.promotion, problem.field) for problem in found.problems]


def test_the_example_of_deliveroo_becomes_a_table_and_comes_back() -> None:
    example = files.read((SAMPLES / "deliveroo_page.json").read_bytes(), "GBP", "Europe/London").promotions
    table = csv_writer.write(example)
    assert table.startswith(b"\xef\xbb\xbfpromotion_id,promotion_type,name,") and table.count(b"\r\n") == 12
    assert files.read(table, "GBP").promotions == example


@pytest.mark.parametrize("mechanic", Mechanic)
def test_a_promotion_of_each_mechanic_comes_back(mechanic: Mechanic) -> None:
    found = files.read(csv_writer.write([promotion(mechanic)]), "GBP")
    assert found.promotions == (promotion(mechanic),) and not found.problems


def test_a_promotion_with_two_discounts_has_two_rows() -> None:
    table = csv_writer.write([promotion(Mechanic.STRIKETHROUGH), promotion()]).decode("utf-8-sig")
    rows = table.splitlines()
    assert len(rows) == 4 and "FINAL_PRICE,1.99,yes," in rows[1] and "PERCENTAGE,15,yes," in rows[2]


def test_times_and_ids_may_be_typed_as_a_person_types_them() -> None:
    found = read(f"{HEAD},items,percentage\n{ROW},5012345000800 0050123450011,20\n")
    assert found.promotions == (
        Promotion(
            "TEA",
            Mechanic.PERCENTAGE_OFF_ON_ITEMS,
            "Tea",
            ("leeds",),
            PERIOD,
            Condition(items=(TEA, "0050123450011")),
            replace(promotion().reward, percentage=d("20")),
            audience="",
            fulfilment="",
        ),
    )


@pytest.mark.parametrize(("delimiter", "number"), [(";", "2,50"), ("\t", "2,50"), (";", "2.50"), (",", "2.50")])
def test_the_tables_of_other_countries_are_read(delimiter: str, number: str) -> None:
    text = f"{HEAD},AMOUNT_OFF ,,\n{ROW},{{}},,\n\n".replace(",", delimiter).format(number)
    found = read(text)
    assert not found.problems and found.promotions[0].reward.amount_off == d("2.50")


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("promotion_type", "HALF_PRICE", "mechanic_unknown"),
        ("promotion_type", "", "mechanic_unknown"),
        ("start_at", "06/07/2027", "time_unreadable"),
        ("start_at", "2027-03-28 01:30", "time_skipped"),
        ("end_at", "", "time_unreadable"),
        ("time_zone", "Leeds", "zone_unknown"),
        ("sites", "[1]", "wrong_type"),
        ("items", '"[""a"', "wrong_type"),
        ("items", '"[""\\ud800""]"', "wrong_type"),
        ("items", "5.01235E+12", "item_shortened"),
        ("quantity", "three", "wrong_type"),
        ("quantity", "3.0", "wrong_type"),
        ("min_order_value", "£20", "wrong_type"),
        ("min_order_value", '"2,50"', "wrong_type"),
        ("alcohol_allowed", "maybe", "wrong_type"),
        ("percentage", "20%", "wrong_type"),
        ("fixed_price", "1e3", "wrong_type"),
        ("display_name", "Angebot", "wrong_type"),
        ("display_name", '"{""de_AT"": 5}"', "wrong_type"),
        ("limits", '"{""global_limit"": ""5""}"', "wrong_type"),
        ("limits", '"{""global_limit"": 1e99}"', "wrong_type"),
        ("limits", '"{""global_limit"": NaN}"', "wrong_type"),
        ("active", "2", "wrong_type"),
        ("other", '"[[""a""]]"', "wrong_type"),
        ("other", '"[["""", ""a"", ""{""]]"', "wrong_type"),
        ("discount_kind", "CHEAPER", "kind_unknown"),
    ],
)
def test_each_wrong_cell_is_named_by_promotion_and_column(column: str, cell: str, code: str) -> None:
    cells = dict(zip(HEAD.split(","), ROW.split(","), strict=True)) | {column: cell}
    text = ",".join(cells) + "\n" + ",".join(cells.values()) + "\n" + ROW.replace("TEA", "GOOD") + "\n"
    found = read(text)
    assert told(found) == [(code, "TEA", column)]
    assert found.problems[0].index == 0 and [one.id for one in found.promotions] == ["GOOD"]


def test_a_discount_row_needs_its_value_and_agrees_with_the_row_before() -> None:
    head = f"{HEAD},discount_kind,discount_value,items"
    first = ROW.replace("PERCENTAGE_OFF_ON_ITEMS", "STRIKETHROUGH")
    good = f"{head}\n{first},FINAL_PRICE,0.99,a\nTEA,,,,,,ABSOLUTE,1,b c\n"
    found = read(good).promotions[0].reward.discounts
    assert [(row.kind, row.value, row.items) for row in found] == [
        (DiscountKind.FINAL_PRICE, d("0.99"), ("a",)),
        (DiscountKind.ABSOLUTE, d("1"), ("b", "c")),
    ]
    assert told(read(good.replace("0.99", ""))) == [("missing", "TEA", "discount_value")]
    assert told(read(good.replace("0.99", "x"))) == [("wrong_type", "TEA", "discount_value")]
    assert told(read(good.replace("TEA,,,", "TEA,,Other,"))) == [("row_differs", "TEA", "")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file_empty"),
        ("\n , \n", "file_empty"),
        (f"{HEAD}\n", "file_empty"),
        ("promotion_id;name\nTEA;Tea\n", "file_columns"),
        (f"{HEAD},colour\n{ROW},red\n", "file_column"),
        (f"{HEAD},name\n{ROW},Tea\n", "file_column"),
        (f"{HEAD}\n{ROW},more\n", "row_length"),
        (f'{HEAD}\n"TEA', "file_broken"),
    ],
)
def test_a_table_that_is_none_is_refused_with_what_is_accepted(text: str, code: str) -> None:
    found = read(text)
    assert code in [problem.code for problem in found.problems] and not found.promotions
    assert all("{" not in problem.sentence for problem in found.problems)


def test_a_table_in_another_encoding_is_refused_with_the_byte() -> None:
    found = files.read(f"{HEAD}\n{ROW.replace('Tea', 'Thé')}\n".encode("latin-1"), "GBP")
    assert [problem.code for problem in found.problems] == ["file_not_text"]


@given(st.lists(drawn.anywhere(), min_size=1, max_size=4, unique_by=lambda one: one.id))
def test_any_promotions_come_back_from_a_table(promotions: list[Promotion]) -> None:
    found = files.read(csv_writer.write(promotions), "GBP")
    assert not found.problems and found.promotions == tuple(promotions)


@given(st.text(max_size=200), st.booleans())
def test_no_text_makes_the_reader_fail(text: str, headed: bool) -> None:
    found = read(f"{HEAD},items\n{text}" if headed else text)
    assert found.problems or found.promotions


def test_a_promotion_of_ten_thousand_items_fits_into_a_cell() -> None:
    long = replace(promotion(), condition=Condition(items=tuple(f"{number:013}" for number in range(10_000))))
    assert files.read(csv_writer.write([long]), "GBP").promotions == (long,)
