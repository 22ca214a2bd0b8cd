"""The table, as plain text that is Markdown too."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.timing import Row

_HEADINGS = ("what", "this program", "compared with", "that", "ratio", "at most", "runs")
_TO_THE_RIGHT = (1, 3, 4, 5, 6)
_LIBRARIES = ("PySide6-Essentials", "pyqtgraph", "XlsxWriter", "click")


def machine() -> str:
    """What it was measured on: the day, the machine and the versions."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{date.today().isoformat()}. {_processor()}, {os.cpu_count()} cores, {platform.system()}.\n"
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}."
    )


def table(rows: Sequence[Row]) -> str:
    """Medians, and ratios pair by pair; a ratio over what is aimed for says so."""
    lines = [_HEADINGS, *map(_words, rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(_HEADINGS))]
    rule = "|".join("-" * (width + 1) + (":" if place in _TO_THE_RIGHT else "-") for place, width in enumerate(widths))
    written = [" | ".join(_padded(cell, place, widths) for place, cell in enumerate(line)) for line in lines]
    heading, *body = (f"| {line} |" for line in written)
    return "\n".join((heading, f"|{rule}|", *body))


def _words(row: Row) -> tuple[str, ...]:
    ratio = row.pairs.ratio
    return (
        row.what,
        _milliseconds(row.pairs.program),
        row.compared_with,
        _milliseconds(row.pairs.bare),
        f"{ratio:.2f} ×" if ratio <= row.at_most else f"over: {ratio:.2f} ×",
        f"{row.at_most:.1f} ×" + (f" (aim: {row.aim:.1f})" if row.aim else ""),
        str(len(row.pairs.program)),
    )


def _padded(cell: str, place: int, widths: Sequence[int]) -> str:
    return cell.rjust(widths[place]) if place in _TO_THE_RIGHT else cell.ljust(widths[place])


def _milliseconds(seconds: Sequence[float]) -> str:
    middle = median(seconds) * 1000
    return f"{middle:.1f} ms" if middle < 100 else f"{middle:,.0f} ms"


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        for line in listed.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
