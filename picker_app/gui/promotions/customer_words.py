"""What a customer reads of a promotion, in the language of the screen, with names of products and prices."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from picker_app.domain.customer_sentence import MONEY, Sentence, SentenceValue, sentences
from picker_app.domain.promotion import Promotion
from picker_app.gui.formats import Formats
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.promotions import problem_words, words
from picker_app.store.goods import Good

translate = QCoreApplication.translate

SENTENCES = {
    "percentage_off_items": QT_TRANSLATE_NOOP("PromotionForCustomers", "{percentage} % off {items}"),
    "amount_off_items": QT_TRANSLATE_NOOP("PromotionForCustomers", "{amount_off} off {items}"),
    "percentage_off_second": QT_TRANSLATE_NOOP("PromotionForCustomers", "{percentage} % off the second one: {items}"),
    "percentage_off_last": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "Buy {quantity}, the last one {percentage} % off: {items}"
    ),
    "percentage_off_same": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "Buy {quantity} of the same, {percentage} % off: {items}"
    ),
    "fixed_price_same": QT_TRANSLATE_NOOP("PromotionForCustomers", "{quantity} of the same for {fixed_price}: {items}"),
    "percentage_off_mixed": QT_TRANSLATE_NOOP("PromotionForCustomers", "Any {quantity}, {percentage} % off: {items}"),
    "fixed_price_mixed": QT_TRANSLATE_NOOP("PromotionForCustomers", "Any {quantity} for {fixed_price}: {items}"),
    "percentage_off_basket": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "{percentage} % off when you spend {min_order}"
    ),
    "percentage_off_basket_most": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "{percentage} % off when you spend {min_order}, at most {max_discount}"
    ),
    "percentage_off_everything": QT_TRANSLATE_NOOP("PromotionForCustomers", "{percentage} % off everything"),
    "percentage_off_everything_most": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "{percentage} % off everything, at most {max_discount}"
    ),
    "free_delivery": QT_TRANSLATE_NOOP("PromotionForCustomers", "Free delivery when you spend {min_order}"),
    "free_delivery_always": QT_TRANSLATE_NOOP("PromotionForCustomers", "Free delivery"),
    "pieces_for": QT_TRANSLATE_NOOP("PromotionForCustomers", "{quantity} for {pay} on {items}"),
    "percentage_off_from": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "Buy {quantity} or more, save {percentage} %: {items}"
    ),
    "final_price": QT_TRANSLATE_NOOP("PromotionForCustomers", "{items} for {final_price}"),
    "bundle_free": QT_TRANSLATE_NOOP("PromotionForCustomers", "Buy {quantity}, get {free} free: {items}"),
    "bundle_percentage": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "Buy {quantity}, get {free} with {percentage} % off: {items}"
    ),
    "bundle_amount": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "Buy {quantity}, get {free} with {amount_off} off each: {items}"
    ),
    "bundle_price": QT_TRANSLATE_NOOP(
        "PromotionForCustomers", "Buy {quantity}, get {free} for {final_price} each: {items}"
    ),
    "at_most": QT_TRANSLATE_NOOP("PromotionForCustomers", "For {quantity} pieces at most."),
    "no_alcohol": QT_TRANSLATE_NOOP("PromotionForCustomers", "Alcohol does not count."),
    "loyalty_only": QT_TRANSLATE_NOOP("PromotionForCustomers", "For loyalty customers."),
    "audience_only": QT_TRANSLATE_NOOP("PromotionForCustomers", "For {audience} only."),
    "collection_only": QT_TRANSLATE_NOOP("PromotionForCustomers", "When you collect it."),
    "incomplete": QT_TRANSLATE_NOOP("PromotionForCustomers", "Still missing: {missing}."),
}


def lines(promotion: Promotion, goods: Mapping[str, Good], currency: str, formats: Formats) -> tuple[str, ...]:
    """Return what the customer reads, a line for each sentence; what is missing is named where something is."""

    def written(name: str, value: SentenceValue) -> str:
        match value:
            case tuple() if name == "missing":
                return ", ".join(map(words.field, value))
            case tuple():
                return problem_words.listed(tuple(goods[item].name if item in goods else item for item in value))
            case Decimal() if name in MONEY:
                return formats.money(value, currency)
            case Decimal():
                return formats.number(value)
            case _:
                return str(value)

    def text(sentence: Sentence) -> str:
        values = {name: written(name, value) for name, value in sentence.values}
        return translate("PromotionForCustomers", SENTENCES[sentence.code]).format(**values)

    return tuple(map(text, sentences(promotion)))
