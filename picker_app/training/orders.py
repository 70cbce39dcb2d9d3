"""Orders as customers of the training shop place them: who, what, how much, and what they wrote beside it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from picker_app.training.catalogue import LANGUAGES, Product, Store

MAX_LINES = 60
GRAM = Decimal("0.001")

NAMES = {
    "en": (
        "Amelia Hart",
        "Oliver Bright",
        "Priya Raman",
        "Tom O'Leary",
        "Grace Whitcombe",
        "Femi Adeyemi",
        "Ida Nyström",
    ),
    "pt_BR": (
        "João Pereira",
        "Conceição d'Ávila",
        "Marília Gonçalves",
        "Thiago Araújo",
        "Luíza Brandão",
        "Caio Assunção",
    ),
    "es": ("María Núñez", "Íñigo Echeverría", "Lucía Peña", "Joaquín Güell", "Ximena Ibáñez", "Andrés Muñoz"),
}
FAR_NAMES = (
    "สมชาย วงศ์ใหญ่",
    "عبد الرحمن الهاشمي",
    "王小明",
    "佐藤 さくら",
    "김서연",
    "Ελένη Παπαδοπούλου",
    "Maximiliana Bernardina Wilhelmina von und zu Oberlangenstein-Untertannwald y Fernández de la Encina",
)
ORDER_NOTES = {
    "en": (
        "Please no plastic bags",
        "Ring twice, the baby is asleep",
        "Leave it at the door",
        "Call me if anything is missing",
    ),
    "pt_BR": (
        "Sem sacola plástica, por favor",
        "Não tocar a campainha",
        "Deixar na portaria",
        "Se faltar algo, me ligue",
    ),
    "es": (
        "Sin bolsas de plástico, por favor",
        "No llamar al timbre",
        "Dejar en conserjería",
        "Si falta algo, llámenme",
    ),
}
LINE_NOTES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "piece": {
        "en": ("longest date please", "not dented", "gift, please check the box"),
        "pt_BR": ("validade longa, por favor", "sem amassados", "é presente"),
        "es": ("caducidad larga, por favor", "sin abolladuras", "es un regalo"),
    },
    "weighed": {
        "en": ("ripe ones", "thinly sliced", "not too big", "for today"),
        "pt_BR": ("bem maduros", "fatiado fino", "não muito grandes", "para hoje"),
        "es": ("bien maduros", "en lonchas finas", "no muy grandes", "para hoy"),
    },
}
STREETS = {
    "en": (("Mill Lane", "Graz"), ("Station Road", "Graz"), ("Harbour Street", "Graz")),
    "pt_BR": (
        ("Rua das Laranjeiras", "São Paulo"),
        ("Avenida do Bosque", "São Paulo"),
        ("Travessa da Glória", "São Paulo"),
    ),
    "es": (("Calle del Olmo", "Valencia"), ("Avenida del Río", "Valencia"), ("Plaza de la Fuente", "Valencia")),
}
BELLS = {"en": "Bell", "pt_BR": "Apto", "es": "Piso"}
DIALLING = {"en": "+43", "pt_BR": "+55", "es": "+34"}


@dataclass(frozen=True)
class Customer:
    """Who ordered; `phone` and names may be masked with asterisks."""

    first_name: str
    last_name: str
    phone: str
    street: str
    house: str
    city: str
    instructions: str | None


@dataclass(frozen=True)
class OrderedLine:
    """One product ordered: `amount` pieces, or kilograms where it is weighed, within `lowest` and `highest`."""

    product: Product
    name: str
    amount: Decimal
    lowest: Decimal | None
    highest: Decimal | None
    note: str | None


@dataclass(frozen=True)
class ShopOrder:
    """What a customer wants, before any platform has put it into its own form."""

    language: str
    customer: Customer | None
    note: str | None
    lines: tuple[OrderedLine, ...]
    preorder: bool
    vendor_delivery: bool


def draw_order(
    store: Store,
    chance: random.Random,
    *,
    lines: int | None = None,
    weighed: int | None = None,
    language: str | None = None,
    customer: str | None = None,
    preorder: bool | None = None,
    vendor_delivery: bool | None = None,
) -> ShopOrder:
    """Draw an order; the same `chance` gives the same orders again. What is None is left to chance.

    `lines`: 1 to 60, of which `weighed` are sold by weight. `language`: en, pt_BR or es. `customer`: `full`, `masked`,
    `far` (a name in another script, or a very long one) or `none`. Raises `ValueError` for anything else.
    """
    language = chance.choice(LANGUAGES) if language is None else language
    if language not in LANGUAGES:
        raise ValueError(f"language is one of {', '.join(LANGUAGES)}")
    count = _draw_count(chance) if lines is None else lines
    if not 1 <= count <= MAX_LINES:
        raise ValueError(f"lines is a number from 1 to {MAX_LINES}")
    by_weight = sum(chance.random() < 0.25 for _ in range(count)) if weighed is None else weighed
    if not 0 <= by_weight <= count:
        raise ValueError("weighed is a number from 0 to the number of lines")
    goods = _draw_goods(store, chance, count, by_weight)
    style = chance.choices(("full", "masked", "far", "none"), (50, 35, 12, 3))[0] if customer is None else customer
    return ShopOrder(
        language=language,
        customer=draw_customer(chance, language, style),
        note=chance.choice(ORDER_NOTES[language]) if chance.random() < 0.35 else None,
        lines=tuple(_draw_line(chance, product, language) for product in goods),
        preorder=chance.random() < 0.1 if preorder is None else preorder,
        vendor_delivery=chance.random() < 0.2 if vendor_delivery is None else vendor_delivery,
    )


def line_of(product: Product, language: str, amount: Decimal) -> OrderedLine:
    """Order `amount` of a product within the usual bounds: 0 to it for pieces, half to double for kilograms."""
    if product.weighed:
        lowest, highest = (amount / 2).quantize(GRAM, ROUND_HALF_UP), (amount * 2).quantize(GRAM, ROUND_HALF_UP)
    else:
        lowest, highest = Decimal(0), amount
    return OrderedLine(product, product.names[language], amount, lowest, highest, None)


def draw_customer(chance: random.Random, language: str, style: str) -> Customer | None:
    """Draw a customer in one of the styles of `draw_order`; raises `ValueError` for another."""
    if style not in ("full", "masked", "far", "none"):
        raise ValueError("customer is one of full, masked, far, none")
    if style == "none":
        return None
    first, _, last = chance.choice(FAR_NAMES if style == "far" else NAMES[language]).partition(" ")
    digits = "".join(chance.choices("0123456789", k=9))
    phone = DIALLING[language] + digits
    if style == "masked":
        first, last = f"{first[0]}***", f"{last[:1]}*"
        phone = phone[:3] + "*" * 7 + phone[-2:]
    street, city = chance.choice(STREETS[language])
    return Customer(
        first_name=first,
        last_name=last,
        phone=phone,
        street=street,
        house=str(chance.randint(1, 180)),
        city=city,
        instructions=f"{BELLS[language]} {chance.randint(1, 40)}" if chance.random() < 0.5 else None,
    )


def _draw_count(chance: random.Random) -> int:
    low, high = chance.choices(((1, 4), (5, 12), (13, 25), (26, MAX_LINES)), (35, 45, 15, 5))[0]
    return chance.randint(low, high)


def _draw_goods(store: Store, chance: random.Random, count: int, by_weight: int) -> list[Product]:
    weighed = [product for product in store.products if product.weighed]
    pieces = [product for product in store.products if not product.weighed and product.category != "bags"]
    goods = chance.sample(weighed, by_weight) + chance.sample(pieces, count - by_weight)
    chance.shuffle(goods)
    return goods


def _draw_line(chance: random.Random, product: Product, language: str) -> OrderedLine:
    amount = Decimal(chance.choices((1, 2, 3, 4, 6, 12), (60, 22, 8, 5, 4, 1))[0])
    if product.weighed:
        amount = (product.portion * chance.choice((Decimal("0.5"), Decimal(1), Decimal("1.5")))).quantize(GRAM)
    line = line_of(product, language, amount)
    lowest, highest, note = line.lowest, line.highest, None
    if not product.weighed and chance.random() < 0.1:
        highest = amount + 1
    if chance.random() < 0.03:
        lowest = highest = None
    if chance.random() < 0.12:
        notes = LINE_NOTES["weighed" if product.weighed else "piece"][language]
        note = chance.choice(notes)
    return OrderedLine(product, line.name, amount, lowest, highest, note)
