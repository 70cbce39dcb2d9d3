"""The only numbers of style: colours, type, distances, and the style sheet made of them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from picker_app.resources import path

FAMILY = "Inter"
FALLBACKS = ("Noto Sans Thai UI", "Noto Sans Arabic UI", "Droid Sans Fallback", "Noto Emoji")
SMALL, TEXT, LARGE, TITLE, HUGE = 13, 15, 18, 24, 36
GRID = 8
RADIUS = 10
TARGET = 44
ROW_ORDER = 84
ROW_LINE = 76
TOP_BAR = 48
STRIP = 88
RAIL = 64
SIDE = 372


class Tone(StrEnum):
    """What a state means; every tone has a ground and an ink of its own, never used without a shape and a word."""

    GOOD = "GOOD"
    ATTENTION = "ATTENTION"
    BAD = "BAD"
    IDLE = "IDLE"
    ACCENT = "ACCENT"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #rrggbb."""

    ground: str
    panel: str
    line: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_ground: str
    on_accent: str
    good: str
    good_ground: str
    attention: str
    attention_ground: str
    bad: str
    bad_ground: str
    idle: str
    idle_ground: str

    def of(self, tone: Tone) -> tuple[str, str]:
        """Return ink and ground of a tone."""
        return {
            Tone.GOOD: (self.good, self.good_ground),
            Tone.ATTENTION: (self.attention, self.attention_ground),
            Tone.BAD: (self.bad, self.bad_ground),
            Tone.IDLE: (self.idle, self.idle_ground),
            Tone.ACCENT: (self.accent, self.accent_ground),
        }[tone]


LIGHT = Tokens(
    ground="#f4f5f7", panel="#ffffff", line="#e1e4ea", ink="#14181f", ink2="#525b6b", ink3="#656e7e",
    accent="#1f5fd6", accent_ground="#e8effc", on_accent="#ffffff",
    good="#0f7b4f", good_ground="#e3f4ec", attention="#9a5b00", attention_ground="#fdf1dc",
    bad="#b3261e", bad_ground="#fdeae8", idle="#525b6b", idle_ground="#eceef2",
)  # fmt: skip
DARK = Tokens(
    ground="#0f1216", panel="#171b21", line="#2a303a", ink="#f1f3f6", ink2="#a9b2c0", ink3="#8792a2",
    accent="#7aa7ff", accent_ground="#1c2a47", on_accent="#0f1216",
    good="#54d39a", good_ground="#12301f", attention="#f2b65a", attention_ground="#33260f",
    bad="#ff8a80", bad_ground="#3a1815", idle="#a9b2c0", idle_ground="#232932",
)  # fmt: skip

USED_PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in ("ink", "ink2", "ink3") for ground in ("ground", "panel")),
    ("ink", "accent_ground"),
    ("ink", "idle_ground"),
    *((tone, f"{tone}_ground") for tone in ("good", "attention", "bad", "idle", "accent")),
    *(("ink", f"{tone}_ground") for tone in ("good", "attention", "bad")),
    *(("ink2", f"{tone}_ground") for tone in ("good", "attention", "bad")),
    *((tone, ground) for tone in ("good", "attention", "bad", "accent") for ground in ("panel", "ground")),
    ("on_accent", "accent"),
)
"""Every (ink, ground) that is put on the screen; a test computes the contrast of each in both themes."""


@dataclass
class _Chosen:
    """The theme that is shown whatever the system asks for; None follows the system."""

    scheme: Qt.ColorScheme | None = None


_chosen = _Chosen()


def is_dark() -> bool:
    """Say whether the dark theme is shown."""
    return (_chosen.scheme or QGuiApplication.styleHints().colorScheme()) is Qt.ColorScheme.Dark


def tokens() -> Tokens:
    """Return the colours of the theme that the system asks for now."""
    return DARK if is_dark() else LIGHT


def colour(name: str) -> QColor:
    """Return a token by its name, for painting."""
    return _colour(getattr(tokens(), name))


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def tone_colours(tone: Tone) -> tuple[QColor, QColor]:
    """Return ink and ground of a tone, for painting."""
    ink, ground = tokens().of(tone)
    return _colour(ink), _colour(ground)


def scale() -> float:
    """Return by how much the system enlarges text: 1 to 2; screens of 96 dots an inch and macOS give 1."""
    return min(2.0, max(1.0, QGuiApplication.primaryScreen().logicalDotsPerInch() / 96))


def px(size: int) -> int:
    """Return a length or type size enlarged as the system asks for."""
    return round(size * scale())


def font(size: int = TEXT, weight: int = 400, *, struck: bool = False) -> QFont:
    """Return the program's font in one of the five sizes; figures have all the same width."""
    return _font(px(size), weight, struck)


@cache
def _font(pixels: int, weight: int, struck: bool) -> QFont:
    result = QFont([FAMILY, *FALLBACKS])
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight(weight))
    result.setFeature(QFont.Tag("tnum"), 1)
    result.setStrikeOut(struck)
    result.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return result


def show(application: QApplication, scheme: Qt.ColorScheme | None) -> None:
    """Show one theme whatever the system asks for; None follows the system again."""
    _chosen.scheme = scheme
    _redress(application)


def dress(application: QApplication) -> None:
    """Load the bundled fonts and dress the whole program; it follows the system's theme from then on."""
    try:
        folder = path("fonts")
    except FileNotFoundError:
        folder = None
    for file in sorted(folder.glob("*.[ot]tf")) if folder else ():
        QFontDatabase.addApplicationFont(str(file))
    application.setStyle("Fusion")
    _redress(application)
    application.styleHints().colorSchemeChanged.connect(lambda: _redress(application))


def _redress(application: QApplication) -> None:
    application.setFont(font())
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet(tokens()))


def _palette() -> QPalette:
    palette = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "ground"),
        (QPalette.ColorRole.Base, "panel"),
        (QPalette.ColorRole.WindowText, "ink"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "on_accent"),
        (QPalette.ColorRole.PlaceholderText, "ink3"),
        (QPalette.ColorRole.ToolTipBase, "panel"),
        (QPalette.ColorRole.ToolTipText, "ink"),
    ):
        palette.setColor(role, colour(name))
    return palette


def style_sheet(t: Tokens) -> str:
    """Write the style sheet of all widgets that Qt paints by itself."""
    tones = "".join(
        f'QFrame[kind="banner"][tone="{tone.value}"] {{ background: {t.of(tone)[1]}; }}'
        f'QLabel[tone="{tone.value}"] {{ color: {t.of(tone)[0]}; }}'
        for tone in Tone
    )
    sizes = "".join(
        f'QLabel[type_size="{size}"] {{ font-size: {px(size)}px; }}' for size in (SMALL, TEXT, LARGE, TITLE, HUGE)
    )
    return f"""
* {{ color: {t.ink}; }}
QMainWindow, QWidget#ground {{ background: {t.ground}; }}
QToolTip {{ background: {t.panel}; color: {t.ink}; border: 1px solid {t.line}; padding: {px(6)}px; }}
QFrame#top_bar {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame#rail {{ background: {t.panel}; border: none; border-right: 1px solid {t.line}; }}
QFrame#side, QFrame#finish_side {{ background: {t.ground}; border: none; border-left: 1px solid {t.line}; }}
QFrame#finish_side {{ background: {t.panel}; }}
QFrame[kind="card"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
QFrame[kind="banner"] {{ border: none; border-radius: {RADIUS}px; }}
QFrame#training_banner, QFrame#quit_banner {{ border-radius: 0; }}
QFrame[kind="dock"] {{ background: {t.panel}; border: {px(3)}px solid {t.accent}; border-radius: {RADIUS}px; }}
QFrame#journal, QFrame#details {{ background: {t.ground}; border: none; border-left: {px(3)}px solid {t.accent}; }}
QFrame[kind="rule"] {{ background: {t.line}; border: none; }}
QLabel[ink="2"] {{ color: {t.ink2}; }}
QLabel[ink="3"] {{ color: {t.ink3}; }}
QLabel[weight="500"] {{ font-weight: 500; }}
QLabel[weight="600"] {{ font-weight: 600; }}
QLabel[weight="700"] {{ font-weight: 700; }}
{sizes}{tones}
QLineEdit {{ background: {t.panel}; color: {t.ink}; border: {px(2)}px solid {t.line}; border-radius: {RADIUS}px;
  padding: 0 {px(12)}px; min-height: {px(TARGET - 2)}px; selection-background-color: {t.accent};
  selection-color: {t.on_accent}; placeholder-text-color: {t.ink3}; font-size: {px(LARGE)}px; }}
QLineEdit:focus {{ border-color: {t.accent}; }}
QLineEdit[type_size="36"] {{ font-size: {px(HUGE)}px; font-weight: 700; min-height: {px(56)}px; }}
QListView, QScrollArea, QTextBrowser {{ background: transparent; border: none; outline: none; }}
QScrollBar:vertical {{ background: transparent; width: {px(14)}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {t.ink3}; border-radius: {px(4)}px; margin: 0 {px(3)}px;
  min-height: {px(44)}px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page,
QScrollBar::sub-page {{ height: 0; background: none; }}
"""


ICON_SIZE = 18


def icon_pixmap(name: str, ink: QColor, size: int = ICON_SIZE) -> QPixmap:
    """Return an icon of resources/icons drawn in a colour; empty where the program came without it."""
    return _icon_pixmap(name, ink.name(), px(size), QGuiApplication.primaryScreen().devicePixelRatio())


@cache
def _icon_pixmap(name: str, ink: str, pixels: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(pixels * ratio), round(pixels * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    try:
        source = path("icons", f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        return pixmap
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", ink).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


def icon(name: str, token: str = "ink") -> QIcon:
    """Return an icon in the colour of a token."""
    return QIcon(icon_pixmap(name, colour(token)))
