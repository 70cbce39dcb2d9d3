"""Every key can be shown on a page: it has a title, a sentence of help, and the bounds that the reading keeps."""

from decimal import Decimal
from itertools import chain

import pytest

from picker_app.settings import BadConfiguration, described, parse
from picker_app.settings.described import Key, Table

TABLES = {table.name: table for table in described.tables()}
ALL = [
    *((f"{table.name}.{key.name}", key) for table in TABLES.values() for key in table.keys),
    *((f"{platform}.{key.name}", key) for platform, keys in described.accounts().items() for key in keys),
]


def key(table: str, name: str) -> Key:
    (found,) = (one for one in TABLES[table].keys if one.name == name)
    return found


@pytest.mark.parametrize(("place", "one"), ALL, ids=[place for place, _ in ALL])
def test_a_key_has_a_title_and_one_sentence_of_help(place: str, one: Key) -> None:
    assert one.title and one.title[0].isupper() and not one.title.endswith("."), place
    assert one.help.endswith(".") and one.help.count(". ") == 0 and len(one.help) <= 120, place


@pytest.mark.parametrize("table", [table for table in TABLES.values() if table.name], ids=str)
def test_a_table_has_a_title_and_help(table: Table) -> None:
    assert table.title and table.help.endswith(".") and table.keys


def test_no_two_keys_of_a_page_have_the_same_title() -> None:
    for keys in chain((table.keys for table in TABLES.values()), described.accounts().values()):
        assert len({one.title for one in keys}) == len(keys)


def test_the_kind_and_the_default_of_a_key_are_told() -> None:
    assert (key("webhook", "port").kind, key("webhook", "port").default) == ("number", 8787)
    assert (key("labels", "max_weight_kg").kind, key("labels", "max_weight_kg").above) == ("decimal", Decimal(0))
    assert (key("tunnel", "command").kind, key("tunnel", "command").default) == ("texts", ())
    assert key("", "language").choices == ("en", "pt_BR", "es")
    hero, pos, roo = (described.accounts()[name] for name in ("delivery_hero", "ifood_pos", "deliveroo_promotions"))
    assert {one.name: one.kind for one in pos}["merchant_ids"] == "numbers"
    assert [one.kind for one in hero if one.name == "promotions"] == ["flag"]
    assert [one.name for one in roo if one.required][:3] == ["name", "base_url", "auth_url"]


BOUNDED = [(table, one) for table in TABLES for one in TABLES[table].keys if one.least is not None and table]


@pytest.mark.parametrize(("table", "one"), BOUNDED, ids=[f"{table}.{one.name}" for table, one in BOUNDED])
def test_the_bounds_of_a_page_are_those_of_the_reading(table: str, one: Key) -> None:
    assert one.least is not None and one.most is not None
    for good in (one.least, one.most):
        parse({table: {one.name: int(good)}}, "a test")
    for bad in (one.least - 1, one.most + 1):
        with pytest.raises(BadConfiguration, match=one.name):
            parse({table: {one.name: int(bad)}}, "a test")


def test_a_value_beyond_the_choices_is_refused() -> None:
    chosen = [(name, one.name) for name in TABLES for one in TABLES[name].keys if one.choices]
    assert ("tunnel", "kind") in chosen
    for name, choice in chosen:
        with pytest.raises(BadConfiguration, match=choice):
            parse({name: {choice: "no such choice"}} if name else {choice: "no such choice"}, "a test")
