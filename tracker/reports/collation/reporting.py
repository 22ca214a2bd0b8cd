"""Who reported and who did not: returns expected, received, accepted and on time, by region and by office."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from tracker.reports.collation.expected import Expected
from tracker.reports.collation.register import FileVerdict, Registered


@dataclass(frozen=True)
class Missing:
    """A return that was expected and is not accepted. `days_late` is None before the day it is due."""

    expected: Expected
    days_late: int | None


@dataclass(frozen=True)
class RegionRate:
    """Counts of one region's returns. With a list, received, accepted and on time are of the expected ones.

    `unexpected` were accepted beyond the list; without one nothing is expected, and accepted are all that were.
    """

    region: str
    expected: int
    received: int
    accepted: int
    on_time: int
    unexpected: int


@dataclass(frozen=True)
class Reporting:
    """The reporting rates and what is missing. `listed` says whether there is a list of expected returns."""

    listed: bool
    regions: tuple[RegionRate, ...]
    missing: tuple[Missing, ...]

    @property
    def expected(self) -> int:
        return sum(each.expected for each in self.regions)

    @property
    def accepted(self) -> int:
        return sum(each.accepted for each in self.regions)

    @property
    def unexpected(self) -> int:
        return sum(each.unexpected for each in self.regions)

    @property
    def on_time(self) -> int:
        return sum(each.on_time for each in self.regions)


@dataclass
class _Count:
    expected: int = 0
    received: int = 0
    accepted: int = 0
    on_time: int = 0
    unexpected: int = 0


def reporting(entries: Iterable[Registered], expected: Iterable[Expected] | None, today: date) -> Reporting:
    """Each expected return is met by one that was counted, from the same office, of the same kind and period."""
    latest = [each for each in entries if each.verdict is not FileVerdict.REPEATED and each.read.known]
    came: dict[tuple[str, str, str], list[Registered]] = {}
    for entry in sorted(latest, key=lambda each: each.received_at):
        if entry.verdict is not FileVerdict.REPLACED:
            read = entry.read
            came.setdefault((read.office_id.casefold(), read.kind, read.period), []).append(entry)
    # An earlier revision that came in time keeps its return in time.
    first: dict[tuple[str, str, str, str], str] = {}
    for entry in latest:
        key = (entry.read.office_id.casefold(), *entry.read.key)
        first[key] = min(first.get(key, entry.received_at), entry.received_at)
    regions: dict[str, _Count] = {}
    missing: list[Missing] = []
    for each in () if expected is None else sorted(expected, key=_order):
        count = regions.setdefault(each.region, _Count())
        count.expected += 1
        met = _taken(came.get(each.key, []))
        if met is None:
            missing.append(Missing(each, _late(each.due, today)))
            continue
        count.received += 1
        if met.counted:
            count.accepted += 1
            begun = first[met.read.office_id.casefold(), *met.read.key]
            count.on_time += each.due is None or _day(begun) <= each.due
        else:
            missing.append(Missing(each, _late(each.due, today)))
    for entry in (left for entries_left in came.values() for left in entries_left):
        count = regions.setdefault(entry.read.region, _Count())
        if expected is None:
            count.received += 1
            count.accepted += entry.counted
        else:
            count.unexpected += entry.counted
    rates = [RegionRate(region or "No region", **vars(count)) for region, count in sorted(regions.items())]
    return Reporting(expected is not None, tuple(rates), tuple(missing))


def _taken(entries: list[Registered]) -> Registered | None:
    """One return, an accepted one first; it meets no other expectation."""
    if not entries:
        return None
    place = next((place for place, entry in enumerate(entries) if entry.counted), 0)
    return entries.pop(place)


def _late(due: date | None, today: date) -> int | None:
    return None if due is None or due >= today else (today - due).days


def _day(received_at: str) -> date:
    """The day on the wall of this office."""
    return datetime.fromisoformat(received_at).astimezone().date()


def _order(each: Expected) -> tuple[str, ...]:
    return each.region, each.office, each.kind, each.period, str(each.due)
