"""What is said of scanners and label rules: how one is set, what to change on it, how a rule reads."""

import itertools

from PySide6.QtCore import QCoreApplication

from picker_app.devices.labels import Rule
from picker_app.devices.scanner_doctor import Finding
from picker_app.gui.marked import QT_TRANSLATE_NOOP
from picker_app.gui.theme import Tone
from picker_app.gui.widgets.paint import Mark
from picker_app.picking.examined import Examined

translate = QCoreApplication.translate

ADVICE: dict[str, str] = {
    "alt_mode": QT_TRANSLATE_NOOP("Scanner", "It is in ALT mode: set it to normal keyboard mode."),
    "keypad": QT_TRANSLATE_NOOP("Scanner", "It types on the keypad: set it to the digits of the main row."),
    "caps_lock": QT_TRANSLATE_NOOP("Scanner", "Caps Lock is on: switch it off."),
    "layout": QT_TRANSLATE_NOOP(
        "Scanner",
        "Its keyboard layout is not this computer’s: codes are read by their keys; better set it to a US keyboard.",
    ),
    "gs_dropped": QT_TRANSLATE_NOOP(
        "Scanner",
        "It leaves out the separator of long codes: switch on “send GS” (FNC1), or batch and date may be missed.",
    ),
    "gs_replaced": QT_TRANSLATE_NOOP("Scanner", "It sends another character for the separator: that is understood."),
    "no_suffix": QT_TRANSLATE_NOOP("Scanner", "It sends no Enter behind a code: switch it on, scans are then quicker."),
    "slow": QT_TRANSLATE_NOOP("Scanner", "It is slow: take out the delay between characters."),
    "prefix": QT_TRANSLATE_NOOP(
        "Scanner", "You type about as quickly as it does: set its prefix to F12, then nothing can be confused."
    ),
}
"""What to change on a scanner, by the codes of a finding."""

NEWS: dict[str, tuple[str, str]] = {
    "slower": (
        QT_TRANSLATE_NOOP("Scanner", "The scanner has become slow"),
        QT_TRANSLATE_NOOP("Scanner", "Its battery, its radio? Examine it again: the page Scanner."),
    ),
    "suffix": (
        QT_TRANSLATE_NOOP("Scanner", "The scanner is set otherwise than before"),
        QT_TRANSLATE_NOOP("Scanner", "Its Enter is missing or new. Examine it again: the page Scanner."),
    ),
    "layout": (
        QT_TRANSLATE_NOOP("Scanner", "The scanner’s layout is not this computer’s"),
        QT_TRANSLATE_NOOP("Scanner", "Codes are mended all the same. Examine it: the page Scanner."),
    ),
    "unplugged": (
        QT_TRANSLATE_NOOP("Scanner", "The serial scanner is not there"),
        QT_TRANSLATE_NOOP("Scanner", "You: plug it in at {port}. It is tried again each second."),
    ),
    "no_library": (
        QT_TRANSLATE_NOOP("Scanner", "The serial scanner cannot be used"),
        QT_TRANSLATE_NOOP("Scanner", "This installation lacks the part for serial ports."),
    ),
    "back": (
        QT_TRANSLATE_NOOP("Scanner", "The serial scanner is back"),
        QT_TRANSLATE_NOOP("Scanner", "go on scanning"),
    ),
    "quiet": (
        QT_TRANSLATE_NOOP("Scanner", "No scan for 20 minutes"),
        QT_TRANSLATE_NOOP("Scanner", "If you did scan: is its cable in, its battery full?"),
    ),
}
"""Headline and detail of news of the scanners."""

_SUFFIXES: dict[str, str] = {
    "enter": QT_TRANSLATE_NOOP("Scanner", "Enter behind each code"),
    "enter_twice": QT_TRANSLATE_NOOP("Scanner", "Enter twice behind each code"),
    "tab": QT_TRANSLATE_NOOP("Scanner", "Tab behind each code"),
    "none": QT_TRANSLATE_NOOP("Scanner", "nothing behind a code"),
}
_MEASURES: dict[str, str] = {
    "weight": QT_TRANSLATE_NOOP("Scanner", "kilograms"),
    "price": QT_TRANSLATE_NOOP("Scanner", "price"),
    "count": QT_TRANSLATE_NOOP("Scanner", "pieces"),
}


def measure(name: str) -> str:
    """Return what a label says: kilograms, price or pieces."""
    return translate("Scanner", _MEASURES[name])


def margin(key_ms: int, typing_ms: int, gap_ms: int, *, safe: bool) -> str:
    """Return how far a scanner is from the limit, and a person's typing if it was seen."""
    words = translate("Scanner", "{key} ms a key, limit {limit}: safe")
    if typing_ms and safe:
        words = translate("Scanner", "{key} ms a key, limit {limit}; your fastest typing {typing} ms: safe")
    elif typing_ms:
        words = translate("Scanner", "{key} ms a key, limit {limit}; your fastest typing {typing} ms: too close")
    elif not safe:
        words = translate("Scanner", "{key} ms a key, limit {limit}: too close")
    return words.format(key=key_ms, limit=gap_ms, typing=typing_ms)


def settings(examined: Examined) -> tuple[str, ...]:
    """Return how a scanner is set, a sentence for each thing."""
    prefix = translate("Scanner", "{key} before each code").format(key=examined.prefix) if examined.prefix else ""
    separator = {
        "yes": translate("Scanner", "the separator of long codes comes through"),
        "no": translate("Scanner", "the separator of long codes is left out"),
    }.get(examined.gs, translate("Scanner", "the separator comes as {character}").format(character=examined.gs))
    layout = {
        "keys": translate("Scanner", "read by the place of its keys"),
        "text": translate("Scanner", "read by its characters"),
    }.get(examined.layout, translate("Scanner", "its layout fits this computer’s"))
    parts = (translate("Scanner", _SUFFIXES.get(examined.suffix, "enter")), prefix, separator, layout)
    return tuple(part for part in parts if part)


def advice(finding: Finding) -> tuple[str, ...]:
    """Return what to change on a scanner."""
    return tuple(translate("Scanner", ADVICE[code]) for code in finding.advice)


def verdict(finding: Finding) -> Mark:
    """Return how a scanner stands, as shape, word and colour."""
    if not finding.safe:
        return Mark("warning", translate("Scanner", "Too close to typing"), Tone.ATTENTION)
    if finding.advice:
        return Mark("check", translate("Scanner", "Works, can be better"), Tone.ACCENT)
    return Mark("check", translate("Scanner", "Well set"), Tone.GOOD)


def rule(one: Rule) -> str:
    """Return how a rule reads a label, from left to right."""
    words = {
        "I": translate("Scanner", "{n} for the product"),
        "0": translate("Scanner", "{n} must be zero"),
        "C": translate("Scanner", "{n} to check"),
        "?": translate("Scanner", "{n} left out"),
        "V": translate("Scanner", "{n} for the {measure}, {decimals} behind the point"),
    }
    parts = [" / ".join(one.prefixes)]
    for letter, group in itertools.groupby(one.pattern):
        if letter != "P":
            values = {"n": len(list(group)), "measure": measure(one.measure), "decimals": one.decimals}
            parts.append(words[letter].format(**values))
    return " · ".join(parts)
