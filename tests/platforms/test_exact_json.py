"""JSON is read exactly and written plainly."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from picker_app.platforms import exact_json
from picker_app.platforms.port import Unreadable


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (Decimal("0.1") + Decimal("0.2"), b"0.3"),
        (Decimal("1E+1"), b"10"),
        (Decimal("1.10"), b"1.10"),
        (Decimal(-5), b"-5"),
        (Decimal("0.000001"), b"0.000001"),
        ({"a": [True, None, "x\u2028é\ud83d"]}, '{"a": [true, null, "x\u2028é\ufffd"]}'.encode()),
    ],
)
def test_numbers_are_written_plainly_and_exactly(written: object, expected: bytes) -> None:
    assert exact_json.dump(written) == expected


def test_a_number_with_a_monstrous_exponent_is_not_written_out_digit_by_digit() -> None:
    assert exact_json.dump(exact_json.load(b"[1e999999999, 1e-999999999]")) == b"[1E+999999999, 1E-999999999]"


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=6))
def test_a_number_comes_back_as_it_was_written(number: Decimal) -> None:
    text = exact_json.dump(number)
    assert exact_json.load(text) == number
    assert str(exact_json.load(text)) == text.decode()


trees = st.recursive(
    st.none() | st.booleans() | st.text() | st.integers(-(10**9), 10**9).map(Decimal),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(st.text(max_size=5), parts, max_size=4),
    max_leaves=12,
)


@given(trees)
def test_what_is_written_is_json_and_reads_back(tree: object) -> None:
    text = exact_json.dump(tree)
    json.loads(text)
    assert exact_json.load(text) == tree


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_with_a_place(body: bytes) -> None:
    try:
        exact_json.load(body)
    except Unreadable as refused:
        error = refused
    else:
        return
    assert error.words


@pytest.mark.parametrize("body", [b"[" * 100_000, b"[" * 65 + b"]" * 65, b'{"a":' * 5000 + b"1" + b"}" * 5000])
def test_nesting_beyond_reason_is_refused(body: bytes) -> None:
    with pytest.raises(Unreadable, match="nested deeper than 64 levels"):
        exact_json.load(body)


def test_sixty_four_levels_are_read() -> None:
    assert exact_json.load(b"[" * 64 + b"]" * 64)


@pytest.mark.parametrize(
    ("body", "entries"),
    [
        (b"[]", ()),
        (b" [ \r\n ] ", ()),
        (b"\xef\xbb\xbf[1]", (b"1",)),
        (b'[ {"a": [1, 2.50]} ,null,"\\ud83d"]', (b'{"a": [1, 2.50]}', b"null", b'"\\ud83d"')),
        (b'[NaN, {"a": 1, "a": 2}, 1e999999999]', (b"NaN", b'{"a": 1, "a": 2}', b"1e999999999")),
        (b"[" + b"9" * 5000 + b"]", (b"9" * 5000,)),
    ],
)
def test_a_list_is_cut_into_entries_with_their_very_bytes(body: bytes, entries: tuple[bytes, ...]) -> None:
    assert exact_json.entries(body) == entries


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "a list is expected"),
        (b'{"a": []}', "a list is expected"),
        (b"[1,]", "line 1 column 4: Expecting value"),
        (b"[1 2]", "Expecting ',' delimiter"),
        (b"[1]]", "Expecting ',' delimiter"),
        (b"[1", "Expecting ',' delimiter"),
        (b"[\xff]", "byte 1: not UTF-8"),
        (b"[" * 100_000, "nested deeper"),
    ],
)
def test_what_is_no_list_is_not_cut_into_entries(body: bytes, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        exact_json.entries(body)


@given(
    st.lists(
        st.recursive(
            st.none() | st.text() | st.integers(), lambda parts: st.lists(parts) | st.dictionaries(st.text(), parts)
        )
    )
)
def test_the_entries_of_any_list_are_its_values(values: list[object]) -> None:
    for separators in ((",", ":"), (" , ", " : ")):
        body = json.dumps(values, separators=separators).encode()
        assert [json.loads(entry) for entry in exact_json.entries(body)] == values
