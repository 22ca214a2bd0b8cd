"""Readings of power: how 100 points are shared out over the agencies, who was asked, and what has changed (§4.1, §4.2).

Each agency's raters are averaged first, so that three raters of one agency do not count three times.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from tracker.models.dates import shown
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.reading_round import ReadingRound, latest_readings, rater_of, reading_round
from tracker.models.figures.shares import agencies_on
from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.reading import Question, Reading
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# With fewer agencies rating, the others' view would be one agency's by name.
FEWEST_VIEWS = 3
# Less than half a point is no change.
_SAME = Fraction(1, 200)


@value
class InfluenceRow(Value):
    """One agency's share of the points, from 0 to 1, by all agencies that rated.

    `views` is what each of these gives it, the least first, from `lowest` to `highest`: the order does not tell whose
    it is. `own` and `others` are its own view and the others', None where it did not rate, or fewer than three agencies
    did. `before` is its share in the reading before, `change` the difference by those alone who rated both times.
    `present` says whether it has a seat on the day asked about.
    """

    agency_id: str
    agency: str
    share: Fraction
    lowest: Fraction
    highest: Fraction
    views: tuple[float, ...]
    own: Fraction | None
    others: Fraction | None
    before: Fraction | None
    change: Fraction | None
    present: bool

    @property
    def own_less_others(self) -> Fraction | None:
        """Its own view less the others', from −1 to 1."""
        return None if self.own is None or self.others is None else self.own - self.others


@value
class Influence(Value):
    """The reading of one day for one question, a row for each agency in the order in which they joined.

    `agencies` are the ids of those that rated, `asked` of those that had a seat then; `left_out` counts readings of
    that day and later that cannot be counted. `previous` is the day of the reading before, `in_both` the raters who
    took part in both; `joined` and `left` name the agencies that came and went between. `named` says whether the group
    agreed that ratings are shown with names.
    """

    question: Question
    on: date
    rows: tuple[InfluenceRow, ...]
    raters: int
    agencies: tuple[str, ...]
    asked: tuple[str, ...]
    left_out: int
    previous: date | None
    in_both: int
    joined: tuple[str, ...]
    left: tuple[str, ...]
    named: bool

    @property
    def largest(self) -> InfluenceRow:
        """The row with the largest share; of several that tie, the first that joined."""
        return max(self.rows, key=lambda row: row.share)

    @property
    def words(self) -> str:
        """Reading of 2 May 2008 · 5 raters from 4 of 7 agencies."""
        raters = f"{several(self.raters, 'rater', 'raters')} from {len(self.agencies)} of {_agencies(len(self.asked))}"
        left_out = f"{several(self.left_out, 'reading', 'readings')} left out" if self.left_out else ""
        return joined(f"Reading of {shown(self.on)}", raters, left_out)

    @property
    def change_words(self) -> str:
        """Since 9 Mar 2005: 2 agencies up, 5 the same, 1 down, by 3 raters in both; "" without a reading before."""
        if self.previous is None:
            return ""
        if not self.in_both:
            return f"Nobody rated both now and on {shown(self.previous)}, so the two cannot be held together"
        changes = [row.change for row in self.rows if row.change is not None]
        up, down = sum(change > _SAME for change in changes), sum(change < -_SAME for change in changes)
        counts = f"{_agencies(up)} up, {len(changes) - up - down} the same, {down} down"
        said = f"Since {shown(self.previous)}: {counts}, by {several(self.in_both, 'rater', 'raters')} in both"
        came, went = ", ".join(self.joined), ", ".join(self.left)
        return joined(said, f"joined since: {came}" if came else "", f"left since: {went}" if went else "")

    def row(self, agency_id: str) -> InfluenceRow | None:
        """The row of one agency; None if it was not there to be rated."""
        return next((row for row in self.rows if row.agency_id == agency_id), None)


def influence(
    snapshot: Snapshot, group_id: str, question: Question = Question.DECIDES, on: date | None = None
) -> Influence | None:
    """The reading of the latest day up to `on` with any that can be counted, and the one before to compare; or None."""
    day = on or snapshot.today
    readings, left_out = latest_readings(snapshot, group_id, question, day)
    rounds = [reading_round(snapshot, group_id, each) for each in readings]
    now, before = (*rounds, None, None)[:2]
    if now is None:
        return None
    agencies = agencies_in_order(snapshot, group_id)
    changes = _changes(snapshot, group_id, now, before, readings) if before else {}
    present = agencies_on(snapshot, group_id, day)
    group = snapshot.find(Group, group_id)
    return Influence(
        question=question,
        on=now.on,
        rows=tuple(_row(each, now, before, changes, each.id in present) for each in agencies if each.id in now.rated),
        raters=len(now.raters),
        agencies=tuple(each.id for each in agencies if each.id in now.views),
        asked=tuple(each.id for each in agencies if each.id in now.asked),
        left_out=left_out,
        previous=before.on if before else None,
        in_both=len(now.raters & before.raters) if before else 0,
        joined=_names(agencies, now.asked - before.asked) if before else (),
        left=_names(agencies, before.asked - now.asked) if before else (),
        named=bool(group and group.ratings_named),
    )


def _row(
    agency: Agency, now: ReadingRound, before: ReadingRound | None, changes: Mapping[str, Fraction], present: bool
) -> InfluenceRow:
    told = len(now.views) >= FEWEST_VIEWS
    spread = now.spread(agency.id)
    return InfluenceRow(
        agency_id=agency.id,
        agency=agency.called,
        share=now.share(agency.id),
        lowest=Fraction(spread[0], now.whole),
        highest=Fraction(spread[-1], now.whole),
        views=tuple(part / now.whole for part in spread),
        own=now.own(agency.id) if told else None,
        others=now.others(agency.id) if told else None,
        before=before.share(agency.id) if before and agency.id in before.rated else None,
        change=changes.get(agency.id),
        present=present,
    )


def _changes(
    snapshot: Snapshot, group_id: str, now: ReadingRound, before: ReadingRound, readings: Sequence[Sequence[Reading]]
) -> dict[str, Fraction]:
    """By agency, the later share less the earlier one, by the raters in both; of agencies rated both times."""
    both = now.raters & before.raters
    later: ReadingRound | None = now
    earlier: ReadingRound | None = before
    if both != now.raters:
        later = reading_round(snapshot, group_id, _by(readings[0], both))
    if both != before.raters:
        earlier = reading_round(snapshot, group_id, _by(readings[1], both))
    if later is None or earlier is None:
        return {}
    return {agency_id: later.share(agency_id) - earlier.share(agency_id) for agency_id in now.rated & before.rated}


def _by(readings: Iterable[Reading], raters: frozenset[tuple[str, str]]) -> list[Reading]:
    return [reading for reading in readings if rater_of(reading) in raters]


def _names(agencies: Iterable[Agency], wanted: frozenset[str]) -> tuple[str, ...]:
    return tuple(agency.called for agency in agencies if agency.id in wanted)


def _agencies(count: int) -> str:
    return several(count, "agency", "agencies")
