"""How everything looks: one palette for light and one for dark, three sizes of text, one unit of space."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tracker.models.figures.lane import Lane
from tracker.models.value import Value, value
from tracker.places import resources
from tracker.ui.style_sheet import style_sheet

# One unit of space in pixels: every margin and gap is a multiple of it.
UNIT = 4

# The three sizes of text, in pixels.
SMALL, NORMAL, LARGE = 12, 14, 22

FONT = "Inter"

_STYLE = "Fusion"
# Noted on the application itself: done once, and asking Qt takes longer.
_STYLED = "tracker_styled"
_FONTS_LOADED = "tracker_fonts_loaded"


class Theme(StrEnum):
    """What a person can choose in the View menu."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@value
class Colours(Value):
    """The named colours of one theme, as "#rrggbb". Text on its ground has a contrast of 4.5 or more (WCAG AA)."""

    dark: bool
    window: str
    card: str
    field: str
    stripe: str
    edge: str
    field_edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    link: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str
    nav: str
    nav_field: str
    nav_chosen: str
    nav_text: str
    nav_muted: str
    action: str
    action_hover: str
    action_text: str
    lanes: Mapping[Lane, str]
    lanes_soft: Mapping[Lane, str]
    lanes_nav: Mapping[Lane, str]

    def lane(self, lane: Lane | None) -> str:
        """The colour of a stage on a card; a stage that was not clear is muted."""
        return self.lanes[lane] if lane else self.muted

    def lane_soft(self, lane: Lane | None) -> str:
        """The ground of a stage's badge, and of its lane in a plot."""
        return self.lanes_soft[lane] if lane else self.stripe

    def lane_nav(self, lane: Lane | None) -> str:
        """The colour of a stage on the dark ground of the navigation."""
        return self.lanes_nav[lane] if lane else self.nav_muted


# On the navigation, and wherever the ground is dark.
_BRIGHT = {
    Lane.FAILING: "#ff6b73",
    Lane.FORMING: "#e3b8ff",
    Lane.FRUSTRATION: "#f5a140",
    Lane.CROSSOVER: "#eef08a",
    Lane.FUNCTIONING: "#3fd6a6",
    Lane.FLYING: "#3aa6ff",
}

LIGHT = Colours(
    dark=False,
    window="#f6f8fa",
    card="#ffffff",
    field="#ffffff",
    stripe="#f7f9fb",
    edge="#dfe4ea",
    field_edge="#8a96a3",
    text="#1b2430",
    muted="#55616e",
    accent="#155e68",
    accent_hover="#114e57",
    accent_text="#ffffff",
    accent_soft="#e2eff0",
    link="#155e68",
    danger="#a82834",
    danger_soft="#fbe9ea",
    warning="#8f5200",
    warning_soft="#fdf1de",
    good="#176b45",
    good_soft="#e3f3ea",
    nav="#10333a",
    nav_field="#1b474f",
    nav_chosen="#1e5059",
    nav_text="#eef5f5",
    nav_muted="#a3bfc3",
    action="#e8b84a",
    action_hover="#f0c765",
    action_text="#241a02",
    lanes={
        Lane.FAILING: "#b3123a",
        Lane.FORMING: "#5a44dd",
        Lane.FRUSTRATION: "#985903",
        Lane.CROSSOVER: "#4f4708",
        Lane.FUNCTIONING: "#0a7b54",
        Lane.FLYING: "#0c50a9",
    },
    lanes_soft={
        Lane.FAILING: "#f9ecec",
        Lane.FORMING: "#f0edfb",
        Lane.FRUSTRATION: "#fdf3e6",
        Lane.CROSSOVER: "#f7f4dc",
        Lane.FUNCTIONING: "#e6f4ee",
        Lane.FLYING: "#e5f1f9",
    },
    lanes_nav=_BRIGHT,
)

DARK = Colours(
    dark=True,
    window="#12181d",
    card="#1b232a",
    field="#141b21",
    stripe="#1f2830",
    edge="#303b45",
    field_edge="#76838f",
    text="#e8edf1",
    muted="#a4b1bc",
    accent="#2b8c98",
    accent_hover="#33a0ad",
    accent_text="#06181b",
    accent_soft="#1d3b41",
    link="#6cc7d1",
    danger="#ff8f98",
    danger_soft="#3d2227",
    warning="#f3b562",
    warning_soft="#3a2d18",
    good="#5fd0a0",
    good_soft="#1a3a2d",
    nav="#0b2227",
    nav_field="#15363d",
    nav_chosen="#1a454d",
    nav_text="#e9f2f2",
    nav_muted="#9ab6ba",
    action="#e3b34a",
    action_hover="#f0c765",
    action_text="#241a02",
    lanes=_BRIGHT,
    lanes_soft={
        Lane.FAILING: "#38232a",
        Lane.FORMING: "#2a2840",
        Lane.FRUSTRATION: "#372a1c",
        Lane.CROSSOVER: "#33301d",
        Lane.FUNCTIONING: "#1a3630",
        Lane.FLYING: "#1b3140",
    },
    lanes_nav=_BRIGHT,
)


def palette(theme: Theme) -> Colours:
    """The colours of a theme; SYSTEM asks what the system shows now."""
    if theme is Theme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def current() -> Colours:
    """The colours in force: the application's own palette says whether it is light or dark."""
    return DARK if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def application(arguments: Sequence[str]) -> QApplication:
    """The application in Qt's Fusion style, asked for where it begins: `setStyle` would hand back a QStyle."""
    app = QApplication([*arguments[:1], "-style", _STYLE])
    app.setProperty(_STYLED, True)
    return app


def apply(app: QApplication, theme: Theme) -> None:
    """Dresses the whole application. May be called again at any time to change the theme."""
    colours = palette(theme)
    if not app.property(_STYLED):
        app.setStyle(_STYLE)
    load_fonts(app)
    app.setFont(font())
    # Setting the style sheet last polishes every widget once, with palette and font in place.
    app.setPalette(_qt_palette(colours))
    app.setStyleSheet(style_sheet(colours, resources() / "icons", SMALL, LARGE))


def load_fonts(app: QApplication) -> None:
    """Makes Inter known to Qt, once an application."""
    if app.property(_FONTS_LOADED):
        return
    app.setProperty(_FONTS_LOADED, True)
    # Each file costs a start some milliseconds: two weights are all that the style sheet uses.
    for weight in ("Regular", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"Inter-{weight}.otf"))


def font(size: int = NORMAL, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Inter in one of the three sizes, in pixels."""
    made = QFont(FONT)
    made.setPixelSize(size)
    made.setWeight(weight)
    return made


def _qt_palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for place, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.field,
        role.AlternateBase: colours.stripe,
        role.ToolTipBase: colours.card,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Text: colours.text,
        role.Button: colours.card,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.Link: colours.link,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.Accent: colours.accent,
        role.Mid: colours.edge,
        role.Light: colours.card,
        role.Midlight: colours.edge,
        role.Dark: colours.field_edge,
        role.Shadow: colours.edge,
    }.items():
        made.setColor(place, QColor(colour))
    for place in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.muted))
    return made
