"""How cells look: few formats, each made once for a workbook. No fill: only weight and lines tell things apart."""

from decimal import Decimal
from enum import Enum, auto
from typing import Any

from tracker.reports.sheet import Look

FONT = "Arial"
SIZE = 10
_LINE = "#B8C0CC"
_INK = "#1A1F2B"
_MUTED = "#4A5262"
_LINK = "#0B4F9E"

Format = Any


class Part(Enum):
    """Parts of a sheet that are no data."""

    TITLE = auto()
    ABOUT = auto()
    CAPTION = auto()
    LINK = auto()


_PARTS: dict[Part, dict[str, object]] = {
    Part.TITLE: {"bold": True, "font_size": 16, "valign": "vcenter"},
    Part.ABOUT: {"font_color": _MUTED, "valign": "top"},
    Part.CAPTION: {"bold": True, "font_size": 12, "valign": "vcenter"},
    Part.LINK: {
        "indent": 1,
        "font_color": _LINK,
        "underline": 1,
        "valign": "vcenter",
        "bottom": 1,
        "bottom_color": _LINE,
    },
}
_HEADING = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1, "bottom_color": _INK}
_NUMBER_FORMATS = {
    (Look.TEXT, True): "0",
    (Look.TEXT, False): "0.0#####",
    (Look.NUMBER, True): "#,##0",
    (Look.NUMBER, False): "#,##0.0#####",
    (Look.SHARE, True): "0.00%",
    (Look.SHARE, False): "0.00%",
    (Look.FACTOR, True): "0.0",
    (Look.FACTOR, False): "0.0",
    (Look.DAY, True): "d mmm yyyy",
    (Look.MOMENT, True): "d mmm yyyy, hh:mm",
}


class Looks:
    """The formats of one workbook. `inner` columns have others at their left, and stand off from them."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[object, Format] = {}

    def part(self, part: Part) -> Format:
        """Of a title, a line above a table or a link."""
        return self._made.get(part) or self._make(part, _PARTS[part])

    def heading(self, look: Look, *, inner: bool) -> Format:
        """Of a column's heading, which stands over what it heads."""
        key = (look, "heading", inner)
        return self._made.get(key) or self._make(key, _HEADING | _side(look, inner))

    def text(self, look: Look, *, inner: bool, quoted: bool = False, fill_in: bool = False) -> Format:
        """Of text in a column; `quoted` text stays text when somebody edits it."""
        key = (look, "text", inner, quoted, fill_in)
        if made := self._made.get(key):
            return made
        return self._make(key, _data(fill_in) | _side(look, inner) | {"text_wrap": True, "quote_prefix": quoted})

    def number(self, look: Look, value: Decimal | int, *, inner: bool, fill_in: bool = False) -> Format:
        """Of a number; whole numbers are shown without places."""
        is_whole = isinstance(value, int) or value == int(value)
        key = (look, is_whole, inner, fill_in)
        if made := self._made.get(key):
            return made
        shown = _NUMBER_FORMATS.get((look, is_whole), _NUMBER_FORMATS[Look.NUMBER, is_whole])
        return self._make(key, _data(fill_in) | _side(look, inner) | {"num_format": shown})

    def day(self, look: Look, *, inner: bool, fill_in: bool = False) -> Format:
        """Of a date, in a column of moments with the time of the day."""
        key = (look, "day", inner, fill_in)
        if made := self._made.get(key):
            return made
        shown = _NUMBER_FORMATS[look if look is Look.MOMENT else Look.DAY, True]
        return self._make(key, _data(fill_in) | _side(look, inner) | {"num_format": shown})

    def _make(self, key: object, properties: dict[str, object]) -> Format:
        made = self._book.add_format({"font_name": FONT, "font_size": SIZE, "font_color": _INK} | properties)
        self._made[key] = made
        return made


def _side(look: Look, inner: bool) -> dict[str, object]:
    """Words stand a little in, so that they do not touch the number at their left."""
    if look is not Look.TEXT:
        return {"align": "right"}
    return {"align": "left", "indent": 1} if inner else {"align": "left"}


def _data(fill_in: bool) -> dict[str, object]:
    """A cell to fill in has a line all round, and stays open where its sheet is protected; others a line below."""
    lines: dict[str, object] = {"bottom": 1, "bottom_color": _LINE}
    if fill_in:
        lines = {"border": 1, "border_color": _LINE, "locked": False}
    return {"valign": "vcenter"} | lines
