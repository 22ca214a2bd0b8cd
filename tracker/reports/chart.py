"""Native charts as plain data, and how they are drawn into a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from tracker.reports.looks import FONT

_INK = "#1A1F2B"
_GRID = "#D5DAE2"
_GRIDLINES = {"visible": True, "line": {"color": _GRID, "width": 0.75}}
# Told apart by dash and marker as well as by colour.
_STYLES: tuple[tuple[str, str, str], ...] = (
    ("#0B4F9E", "solid", "circle"),
    ("#B3450B", "dash", "diamond"),
    ("#2E6B34", "round_dot", "square"),
    ("#6A3D8F", "long_dash", "triangle"),
)
# What stands in a stacked bar, and its numbers.
_STACK = (("#0B4F9E", "#FFFFFF"), ("#DCE8F6", _INK))
# Bars beside one another.
_BESIDE = ("#0B4F9E", "#8FB4E0", "#FFFFFF")
WIDTH, HEIGHT = 950, 300
# So many dates can be read along an axis.
_DATES = 9


class ChartKind(Enum):
    """What is drawn."""

    STEPS = auto()
    BARS = auto()
    LINES = auto()
    STACKED = auto()


@dataclass(frozen=True)
class Series:
    """One series: its name and where its points stand, such as Chart_data!$C$5:$C$12."""

    name: str
    across: str
    up: str
    marks_only: bool = False

    @property
    def sheet(self) -> str:
        """The sheet on which its points stand."""
        return self.up.partition("!")[0]


@dataclass(frozen=True)
class Chart:
    """One chart. `alt` says in words what it shows; `lanes` name heights from 0; `first` and `last` bound the dates.

    `yearly` says that its dates are a year or more apart; `bars` how many bars there are, where they are stacked.
    """

    kind: ChartKind
    title: str
    alt: str
    series: Sequence[Series]
    up_title: str = ""
    lanes: tuple[str, ...] = ()
    lane_series: Series | None = None
    first: date | None = None
    last: date | None = None
    yearly: bool = False
    bars: int = 1


def draw(book: Any, worksheet: Any, chart: Chart, row: int) -> None:
    """Puts a chart on a sheet with its upper edge at a row counted from 0."""
    kinds = {ChartKind.STEPS: _steps, ChartKind.BARS: _bars, ChartKind.LINES: _lines, ChartKind.STACKED: _stacked}
    drawn = kinds[chart.kind](book, chart)
    drawn.set_title({"name": chart.title, "name_font": _font(12, bold=True), "overlay": False})
    drawn.set_size({"width": WIDTH, "height": HEIGHT})
    drawn.set_chartarea({"border": {"color": _GRID}})
    place = {"description": chart.alt, "object_position": 1}
    worksheet.insert_chart(row, 0, drawn, place)


def _steps(book: Any, chart: Chart) -> Any:
    """A scatter chart with straight lines draws the steps; a helper series gives the lanes their names."""
    drawn = book.add_chart({"type": "scatter", "subtype": "straight"})
    colour = _STYLES[0][0]
    for series in chart.series:
        marker = {"type": "circle", "size": 7, "fill": {"color": colour}, "border": {"color": "#FFFFFF"}}
        options: dict[str, object] = {"name": series.name, "categories": f"={series.across}", "values": f"={series.up}"}
        options |= {"line": {"none": True} if series.marks_only else {"color": colour, "width": 2.5}}
        drawn.add_series(options | {"marker": marker if series.marks_only else {"type": "none"}})
    if chart.lane_series:
        drawn.add_series(_lane_names(chart.lanes, chart.lane_series))
    drawn.set_legend({"none": True})
    drawn.set_x_axis(_days_axis(chart))
    drawn.set_y_axis(_lanes_axis(chart))
    return drawn


def _days_axis(chart: Chart) -> dict[str, object]:
    return {
        "min": chart.first,
        "max": chart.last,
        "date_axis": True,
        "num_format": "mmm yyyy",
        "num_font": _font(10),
        "line": {"color": _GRID},
        "major_gridlines": {"visible": False},
        "major_unit": 365.25 / 12 * _months_between_dates(chart),
    }


def _lanes_axis(chart: Chart) -> dict[str, object]:
    return {
        "min": -0.5,
        "max": len(chart.lanes) - 0.5,
        "major_unit": 1,
        "label_position": "none",
        "line": {"none": True},
        "major_gridlines": _GRIDLINES,
        "crossing": -0.5,
    }


def _lane_names(lanes: tuple[str, ...], series: Series) -> dict[str, object]:
    names = [{"value": lane, "font": _font(10)} for lane in lanes]
    return {
        "name": series.name,
        "categories": f"={series.across}",
        "values": f"={series.up}",
        "line": {"none": True},
        "marker": {"type": "none"},
        "data_labels": {"value": True, "custom": names, "position": "right"},
    }


def _bars(book: Any, chart: Chart) -> Any:
    """Several series stand beside one another, told apart by dark and light as well as by colour."""
    drawn = book.add_chart({"type": "bar"})
    for series, fill in zip(chart.series, _BESIDE, strict=False):
        drawn.add_series(
            {
                "name": series.name,
                "categories": f"={series.across}",
                "values": f"={series.up}",
                "fill": {"color": fill},
                "border": {"color": _BESIDE[0]},
                "gap": 60,
                "data_labels": {"value": True, "font": _font(10)},
            }
        )
    drawn.set_legend({"position": "bottom", "font": _font(10)} if len(chart.series) > 1 else {"none": True})
    # The first row of the sheet stands at the top.
    drawn.set_y_axis({"reverse": True, "num_font": _font(10), "line": {"color": _GRID}, "major_tick_mark": "none"})
    drawn.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    return drawn


def _stacked(book: Any, chart: Chart) -> Any:
    """Told apart by dark and light, with the numbers in them, as well as by colour. A part of 0 has no number."""
    drawn = book.add_chart({"type": "bar", "subtype": "stacked"})
    for series, (fill, ink) in zip(chart.series, _STACK, strict=False):
        font = _font(10) | {"color": ink}
        drawn.add_series(
            {
                "name": series.name,
                "categories": f"={series.across}",
                "values": f"={series.up}",
                "fill": {"color": fill},
                "border": {"color": _STACK[0][0]},
                # Few bars stand apart rather than growing thick.
                "gap": max(60, 400 // chart.bars),
                "data_labels": {"value": True, "font": font, "num_format": "0;;"},
            }
        )
    drawn.set_legend({"position": "bottom", "font": _font(10)})
    drawn.set_y_axis({"reverse": True, "num_font": _font(10), "line": {"color": _GRID}, "major_tick_mark": "none"})
    drawn.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    return drawn


def _lines(book: Any, chart: Chart) -> Any:
    drawn = book.add_chart({"type": "line"})
    for series, (colour, dash, marker) in zip(chart.series, _STYLES, strict=False):
        drawn.add_series(
            {
                "name": series.name,
                "categories": f"={series.across}",
                "values": f"={series.up}",
                "smooth": False,
                "line": {"color": colour, "width": 2.25, "dash_type": dash},
                "marker": {"type": marker, "size": 7, "fill": {"color": colour}, "border": {"color": colour}},
            }
        )
    drawn.show_blanks_as("span")
    drawn.set_legend({"position": "bottom", "font": _font(10)})
    drawn.set_x_axis(_periods_axis(chart))
    up = {"name": chart.up_title, "name_font": _font(10), "num_font": _font(10)}
    drawn.set_y_axis(up | {"line": {"none": True}, "major_gridlines": _GRIDLINES})
    return drawn


def _periods_axis(chart: Chart) -> dict[str, object]:
    return {
        "date_axis": True,
        "num_format": "yyyy" if chart.yearly else "mmm yyyy",
        "num_font": _font(10),
        "line": {"color": _GRID},
        # Dates a year apart are laid out by years, and months between them find no place.
        "major_unit": 1 if chart.yearly else _months_between_dates(chart),
        "major_unit_type": "years" if chart.yearly else "months",
    }


def _months_between_dates(chart: Chart) -> int:
    """A round number of months, so that the dates along the axis do not touch."""
    if chart.first is None or chart.last is None:
        return 1
    months = (chart.last - chart.first).days / 30
    return next((each for each in (1, 2, 3, 6, 12, 24) if months / each <= _DATES), 60)


def _font(size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": _INK}
