"""Records of one day together: single views and readings are not for a list."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from tracker.models.records.record import Record

R = TypeVar("R", bound=Record)


def by_day(records: Iterable[R], day: Callable[[R], date | None]) -> Iterator[tuple[R, list[R]]]:
    """The records of each day, each day under its first one."""
    days: dict[date | None, list[R]] = {}
    for record in records:
        days.setdefault(day(record), []).append(record)
    for several in days.values():
        yield several[0], several
