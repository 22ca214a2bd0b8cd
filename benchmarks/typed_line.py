"""Reading the lines of the tests' table, once warm, against the bare library on the days that stand in them."""

import re
import tomllib
from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from statistics import median

from dateparser.date import DateDataParser

from benchmarks.ground import TOP, Ground
from benchmarks.timing import Row, in_pairs, timed
from tests.models.typed_line_office import GROUP, MET, office, terms
from tracker.models.typed_line.reader import LineReader

RUNS = 9
# Seconds at the median, whatever the library takes.
LIMIT = 0.002
_DAY = re.compile(
    r"\b(?:by|before|until|on|in|due)\s+(?:the\s+)?(\d{1,2}(?:st|nd|rd|th)?\s+\w+(?:\s+\d{4})?|\d+/\d+(?:/\d+)?|\w+day"
    r"|(?:two|three|\d+) weeks)",
    re.IGNORECASE,
)


def measure(ground: Ground) -> Row:
    """The median line of one pass against the median day phrase. Raises RuntimeError for a line over the limit."""
    lines = [str(line["typed"]) for line in _table()]
    days = [found[1] for line in lines if (found := _DAY.search(line))]
    reader = LineReader(office(*terms()), GROUP.id, MET)
    parser = _bare(MET)
    pairs = in_pairs(
        lambda: _middle(lines, reader.read),
        lambda: _middle(days, parser.get_date_data),
        RUNS,
    )
    if median(pairs.program) > LIMIT:
        raise RuntimeError(f"A typed line takes {median(pairs.program) * 1000:.2f} ms, and should take 2 ms at most.")
    return Row("a typed line read (median line of the tests' table)", "bare dateparser on one day", pairs, at_most=1.5)


def _middle(texts: list[str], read: Callable[[str], object]) -> float:
    """The seconds that the text in the middle takes."""
    return median(timed(partial(read, text)) for text in texts)


def _bare(base: date) -> DateDataParser:
    settings = {"DATE_ORDER": "DMY", "PREFER_DATES_FROM": "future", "RELATIVE_BASE": datetime.combine(base, time())}
    return DateDataParser(languages=["en"], settings=settings)


def _table() -> list[dict[str, object]]:
    text = (TOP / "tests" / "data" / "typed-lines.toml").read_text(encoding="utf-8")
    lines: list[dict[str, object]] = tomllib.loads(text)["lines"]
    return lines
