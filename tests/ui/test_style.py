"""The palette: readable by WCAG AA, and stages that can be told apart by people who see fewer colours."""

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tracker.models.figures.trajectory import Lane
from tracker.ui.icons import icon, stage_icon
from tracker.ui.style import DARK, LIGHT, Colours

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]

# Text and the grounds it stands on.
PAIRS = [
    ("text", "window card field stripe accent_soft danger_soft good_soft warning_soft"),
    ("muted", "window card field stripe accent_soft"),
    ("link", "window card accent_soft"),
    ("danger", "window card stripe accent_soft danger_soft"),
    ("warning", "window card stripe warning_soft"),
    ("good", "window card stripe good_soft"),
    ("accent_text", "accent"),
    ("nav_text", "nav nav_field nav_chosen"),
    ("nav_muted", "nav nav_field"),
    ("action_text", "action action_hover"),
]

# How much of red, green and blue is seen (Machado, Oliveira and Fernandes 2009, severity 1).
FEWER_COLOURS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
}


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize(("name", "grounds"), PAIRS)
def test_text_stands_out_from_its_ground(colours: Colours, name: str, grounds: str) -> None:
    for ground in grounds.split():
        assert contrast(getattr(colours, name), getattr(colours, ground)) >= 4.5, ground


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("lane", list(Lane))
def test_a_stage_s_word_stands_out_from_its_badge(colours: Colours, lane: Lane) -> None:
    assert contrast(colours.lane(lane), colours.lane_soft(lane)) >= 4.5
    assert contrast(colours.lane_nav(lane), colours.nav) >= 4.5


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("sight", FEWER_COLOURS)
def test_no_two_stages_look_the_same_to_anybody(colours: Colours, sight: str) -> None:
    for one, other in combinations(Lane, 2):
        assert distance(seen(colours.lane(one), sight), seen(colours.lane(other), sight)) > 12, (one, other)


@pytest.mark.parametrize("lane", [*Lane, None])
def test_every_stage_has_a_shape_of_its_own(lane: Lane | None, qapp: QApplication) -> None:
    others = [shape(other) for other in (*Lane, None) if other is not lane]
    assert shape(lane) not in others


def test_an_icon_takes_the_colour_it_is_asked_for(qapp: QApplication) -> None:
    assert colours_in(icon("plus", "#ff0000").pixmap(18, 18).toImage()) == {"#ff0000"}


def shape(lane: Lane | None) -> bytes:
    """Black on white, so that the colour has no say."""
    picture = QImage(32, 32, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    with QPainter(picture) as painter:
        stage_icon(lane, 32, "#000000").paint(painter, picture.rect())
    return bytes(picture.constBits())


def colours_in(picture: QImage) -> set[str]:
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() > 200}


def channels(colour: str) -> list[float]:
    """Red, green and blue as light, 0 to 1."""
    shades = [part / 255 for part in (QColor(colour).red(), QColor(colour).green(), QColor(colour).blue())]
    return [shade / 12.92 if shade <= 0.03928 else ((shade + 0.055) / 1.055) ** 2.4 for shade in shades]


def contrast(one: str, other: str) -> float:
    """As WCAG 2 has it: 1 to 21."""
    light = sorted(sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), channels(x), strict=True)) for x in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


def seen(colour: str, sight: str) -> list[float]:
    light = channels(colour)
    return [min(1.0, max(0.0, sum(w * c for w, c in zip(row, light, strict=True)))) for row in FEWER_COLOURS[sight]]


def distance(one: list[float], other: list[float]) -> float:
    """How far apart two colours look (CIE 1976)."""
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


def lab(light: list[float]) -> tuple[float, float, float]:
    rows = ((0.4124, 0.3576, 0.1805, 0.9505), (0.2126, 0.7152, 0.0722, 1.0), (0.0193, 0.1192, 0.9505, 1.089))
    x, y, z = ((row[0] * light[0] + row[1] * light[1] + row[2] * light[2]) / row[3] for row in rows)
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
