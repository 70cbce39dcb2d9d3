"""Checks what a person finds who types, scans, or looks for a replacement."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from picker_app.catalog.search import Catalog, Suggestion
from picker_app.catalog.words import plain_words, search_words
from picker_app.devices.gtin import normal_form
from picker_app.store import products
from picker_app.store.database import Database
from picker_app.store.products import Product
from tests.begun import begun

ACCOUNT = "a"


def product(
    sku: str, name: str, *codes: str, price: str = "1.00", by_weight: bool = False, active: bool = True
) -> Product:
    forms = tuple(map(normal_form, codes))
    return Product(sku, name, search_words(name, sku), forms, Decimal(price) if price else None, by_weight, active)


SHELF = [
    product("MLK-1L", "Bergland fresh milk 1 l", "9001234500017", price="1.29"),
    product("MLK-2L", "Bergland fresh milk 2 l", price="2.39"),
    product("MLK-LF", "Talhof fresh milk low fat 1 l", price="1.19"),
    product("OAT-1L", "Bergland Oat drink 1 l", price="1.49"),
    product("MLK-OLD", "Bergland Milk old stock", active=False),
    product("PAO-01", "Pão de Açúcar mascavo", "0009001234511"),
    product("TOM-KG", "Tomatoes, loose", "20001", price="3.20", by_weight=True),
    product("TOM-VINE-KG", "Tomatoes on the vine", price="3.90", by_weight=True),
    product("TOM-CAN", "Peeled tomatoes in a can", price="0.99"),
    product("KAS-01", "Käse Weiß Łódź", price=""),
]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(begun(tmp_path / "catalogue.sqlite"))
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def catalog(database: Database) -> Catalog:
    database.write(lambda c: products.put(c, ACCOUNT, SHELF)).result(10)
    database.write(lambda c: products.put(c, "other", [product("MILK-X", "Milk of another store")])).result(10)
    return Catalog(database)


async def found(catalog: Catalog, text: str) -> list[str]:
    return [product.sku for product in await catalog.search(ACCOUNT, text)]


# Typing.


@pytest.mark.parametrize("text", ["acucar", "AÇÚCAR", "Açu", "pao acu", "mascavo pão", "  açúcar  ", "pao-de"])
async def test_accents_capitals_and_the_order_of_the_words_do_not_matter(catalog: Catalog, text: str) -> None:
    assert await found(catalog, text) == ["PAO-01"]


@pytest.mark.parametrize("text", ["kase", "weiss", "Weiß", "lodz", "łód"])
async def test_letters_that_are_no_accents_are_found_plain_too(catalog: Catalog, text: str) -> None:
    assert await found(catalog, text) == ["KAS-01"]


async def test_every_word_typed_must_begin_a_word_of_the_product(catalog: Catalog) -> None:
    assert await found(catalog, "fre mil low") == ["MLK-LF"]
    assert await found(catalog, "ilk") == []


async def test_what_is_not_on_sale_comes_last_and_other_stores_never(catalog: Catalog) -> None:
    names = await found(catalog, "milk")
    assert names[-1] == "MLK-OLD"
    assert "MILK-X" not in names


@pytest.mark.parametrize("text", ["mlk-1l", "MLK-1L", "MLK 1L"])
async def test_an_sku_is_found_first(catalog: Catalog, text: str) -> None:
    assert (await found(catalog, text))[0] == "MLK-1L"


@pytest.mark.parametrize("text", ["9001234500017", "09001234500017", "4500017"])
async def test_digits_of_a_barcode_are_found(catalog: Catalog, text: str) -> None:
    assert await found(catalog, text) == ["MLK-1L"]


async def test_digits_find_the_product_whose_zeros_the_platform_dropped(database: Database) -> None:
    database.write(lambda c: products.put(c, ACCOUNT, [product("X", "Dropped zeros", "78910003155")])).result(10)
    assert await found(Catalog(database), "0078910003155") == ["X"]


@pytest.mark.parametrize("text", ["", "   ", "%", "_", "'", "milk%x"])
async def test_nothing_and_signs_find_nothing(catalog: Catalog, text: str) -> None:
    assert await found(catalog, text) == []


async def test_a_found_product_is_whole(catalog: Catalog) -> None:
    (tomatoes,) = await catalog.search(ACCOUNT, "tomatoes loose")
    assert (tomatoes.name, tomatoes.unit_price, tomatoes.by_weight) == ("Tomatoes, loose", Decimal("3.20"), True)
    assert tomatoes.barcodes == ("20001",)


async def test_no_more_are_given_than_were_asked_for(catalog: Catalog) -> None:
    assert len(await catalog.search(ACCOUNT, "milk", limit=2)) == 2


# Replacing.


async def suggested(catalog: Catalog, name: str, **more: object) -> list[Suggestion]:
    options = {"by_weight": False, "unit_price": Decimal("1.29"), **more}
    return list(await catalog.suggest(ACCOUNT, name, **options))  # type: ignore[arg-type]  # options by name


async def test_the_most_alike_comes_first_and_says_why(catalog: Catalog) -> None:
    first = (await suggested(catalog, "Bergland fresh milk 1 l", without=("MLK-1L",)))[0]
    assert first.product.sku == "MLK-2L"
    assert {reason.code: dict(reason.values) for reason in first.reasons} == {
        "same_brand": {"brand": "Bergland"},
        "similar_name": {"words": "fresh milk"},
        "price_difference": {"amount": "+1.10"},
    }


async def test_pieces_replace_pieces_and_weighed_goods_replace_weighed_ones(catalog: Catalog) -> None:
    weighed = await suggested(catalog, "Tomatoes, loose", by_weight=True, without=("TOM-KG",))
    assert [suggestion.product.sku for suggestion in weighed] == ["TOM-VINE-KG"]
    pieces = await suggested(catalog, "Tomatoes, loose", by_weight=False)
    assert [suggestion.product.sku for suggestion in pieces] == ["TOM-CAN"]


async def test_what_is_not_on_sale_or_shares_nothing_is_not_suggested(catalog: Catalog) -> None:
    skus = [suggestion.product.sku for suggestion in await suggested(catalog, "Bergland fresh milk 1 l")]
    assert "MLK-OLD" not in skus
    assert "PAO-01" not in skus
    assert await suggested(catalog, "Zahnbürste weich") == []
    assert await suggested(catalog, "1 l") == []


async def test_a_price_that_is_not_known_gives_no_reason(catalog: Catalog) -> None:
    (cheese,) = await suggested(catalog, "Käse Weiß jung")
    assert [reason.code for reason in cheese.reasons] == ["similar_name"]
    first = (await suggested(catalog, "Bergland fresh milk 1 l", unit_price=None))[0]
    assert "price_difference" not in [reason.code for reason in first.reasons]


async def test_of_two_equally_alike_the_nearer_price_comes_first(database: Database) -> None:
    shelf = [product("A", "Rye bread dark", price="9.00"), product("B", "Rye bread light", price="2.60")]
    database.write(lambda c: products.put(c, ACCOUNT, shelf)).result(10)
    found = await suggested(Catalog(database), "Rye bread", unit_price=Decimal("2.50"))
    assert [suggestion.product.sku for suggestion in found] == ["B", "A"]


# Words.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pão de Açúcar, 1,5 kg", ("pao", "de", "acucar", "1", "5", "kg")),
        ("Smørrebrød Æble", ("smorrebrod", "aeble")),
        ("ＦＵＬＬ　ｗｉｄｔｈ", ("full", "width")),
        ("İstanbul ıspanak", ("istanbul", "ispanak")),
        ("日本 茶", ("日本", "茶")),
        ("a_b-c", ("a", "b", "c")),
        ("", ()),
    ],
)
def test_words_are_plain(text: str, words: tuple[str, ...]) -> None:
    assert plain_words(text) == words
