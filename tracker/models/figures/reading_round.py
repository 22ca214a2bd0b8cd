"""A round of readings: who split 100 points on one day for one question, averaged within each agency first (§4.1)."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from math import lcm

from tracker.models.figures.shares import agencies_on
from tracker.models.records.reading import Question, Reading
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

WHOLE = 100


@value
class ReadingRound(Value):
    """The readings of one day. `asked` are the ids of the agencies that had a seat then.

    `rated` are these, and those that got points though they had none. `views` holds for each rater's agency the points
    it gives, by agency id: the mean of its raters in whole parts, of which `whole` are all 100 points.
    """

    on: date
    asked: frozenset[str]
    rated: frozenset[str]
    raters: frozenset[tuple[str, str]]
    views: Mapping[str, Mapping[str, int]]
    whole: int

    def share(self, agency_id: str) -> Fraction:
        """The mean of what the agencies give it, from 0 to 1."""
        total = sum(view.get(agency_id, 0) for view in self.views.values())
        return Fraction(total, self.whole * len(self.views))

    def spread(self, agency_id: str) -> list[int]:
        """What each rater's agency gives it, the least first, in parts of `whole`: the order does not tell whose."""
        return sorted(view.get(agency_id, 0) for view in self.views.values())

    def own(self, agency_id: str) -> Fraction | None:
        """What the agency gives itself; None if nobody of it rated."""
        view = self.views.get(agency_id)
        return None if view is None else Fraction(view.get(agency_id, 0), self.whole)

    def others(self, agency_id: str) -> Fraction | None:
        """The mean of what the other agencies give it; None if no other rated."""
        parts = [view.get(agency_id, 0) for rater, view in self.views.items() if rater != agency_id]
        return Fraction(sum(parts), self.whole * len(parts)) if parts else None


def latest_readings(
    snapshot: Snapshot, group_id: str, question: Question, on: date
) -> tuple[tuple[list[Reading], ...], int]:
    """The readings of the two latest days up to `on` with any that count, and how many of the latest and later do not.

    Those do not count that fail to share out exactly 100 points, or whose rater's agency had no seat that day.
    """
    by_day: dict[date, list[Reading]] = {}
    for reading in snapshot.of(Reading, group_id=group_id):
        if reading.question is question and reading.on is not None and reading.on <= on:
            by_day.setdefault(reading.on, []).append(reading)
    found: list[list[Reading]] = []
    left_out = 0
    for day in sorted(by_day, reverse=True):
        seated = agencies_on(snapshot, group_id, day)
        sound = [reading for reading in by_day[day] if reading.agency_id in seated and _sound(reading)]
        left_out += 0 if found else len(by_day[day]) - len(sound)
        if sound:
            found.append(sound)
        if len(found) == 2:
            break
    return tuple(found), left_out


def reading_round(snapshot: Snapshot, group_id: str, readings: Iterable[Reading]) -> ReadingRound | None:
    """The round that some sound readings of one day make; None without any. Of several by one rater the last counts."""
    by_rater = {rater_of(reading): reading for reading in sorted(readings, key=lambda reading: reading.id)}
    on = next((reading.on for reading in by_rater.values()), None)
    if on is None:
        return None
    by_agency: dict[str, list[Reading]] = {}
    for (agency_id, _), reading in by_rater.items():
        by_agency.setdefault(agency_id, []).append(reading)
    parts = lcm(*(len(several) for several in by_agency.values()))
    asked = agencies_on(snapshot, group_id, on)
    views = {agency_id: _view(several, parts // len(several)) for agency_id, several in by_agency.items()}
    return ReadingRound(
        on=on,
        asked=asked,
        rated=asked.union(*views.values()),
        raters=frozenset(by_rater),
        views=views,
        whole=WHOLE * parts,
    )


def rater_of(reading: Reading) -> tuple[str, str]:
    """Who rated: the agency, and the mark that tells its raters apart."""
    return reading.agency_id or "", reading.rater.strip().casefold()


def _sound(reading: Reading) -> bool:
    given = [points or 0 for _, points in reading.points]
    return sum(given) == WHOLE and min(given) >= 0


def _view(readings: list[Reading], weight: int) -> dict[str, int]:
    view: dict[str, int] = {}
    for reading in readings:
        for agency_id, points in reading.points:
            if points:
                view[agency_id] = view.get(agency_id, 0) + points * weight
    return view
