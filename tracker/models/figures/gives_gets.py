"""Gives against gets: each agency's share of what is given less its share of what is gained, as read (§4.1)."""

from datetime import date
from fractions import Fraction

from tracker.models.dates import shown
from tracker.models.figures.influence import Influence, InfluenceRow, influence
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.share_words import point_difference
from tracker.models.figures.timeline_words import joined
from tracker.models.records.reading import Question
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# So far above what it gets, in both of the two latest readings, an agency gives more than it gets.
GIVES_MORE = Fraction(15, 100)


@value
class GiveAndGet(Value):
    """One agency's share given and share got, from 0 to 1, now and in the reading before; None where not rated."""

    agency_id: str
    agency: str
    gives: Fraction
    gets: Fraction
    gives_before: Fraction | None
    gets_before: Fraction | None
    present: bool

    @property
    def gap(self) -> Fraction:
        """Share given less share got, from −1 to 1."""
        return self.gives - self.gets

    @property
    def gap_words(self) -> str:
        """+14: the difference of the points as they are shown, so that a reader can check it."""
        return point_difference(self.gives, self.gets)

    @property
    def gap_before(self) -> Fraction | None:
        """The same in the reading before."""
        if self.gives_before is None or self.gets_before is None:
            return None
        return self.gives_before - self.gets_before

    @property
    def gap_before_words(self) -> str:
        """The same of the reading before, or ""."""
        if self.gives_before is None or self.gets_before is None:
            return ""
        return point_difference(self.gives_before, self.gets_before)


@value
class GivesGets(Value):
    """The latest readings of who gives and of who gains, and a row for each agency that was rated, in joining order."""

    gives: Influence | None
    gets: Influence | None
    rows: tuple[GiveAndGet, ...]

    @property
    def mismatch(self) -> Fraction | None:
        """D = ½Σ|cᵢ − bᵢ| over all agencies: 0 where all get as they give, 1 at most; None without both readings."""
        return sum((abs(row.gap) for row in self.rows), Fraction(0)) / 2 if self.rows else None

    @property
    def most(self) -> GiveAndGet | None:
        """The row with the largest gap, of the agencies at the table; None where none gives more than it gets."""
        most = max((row for row in self.rows if row.present), key=lambda row: row.gap, default=None)
        return most if most and most.gap > 0 else None

    @property
    def words(self) -> str:
        """Gives: reading of 2 May 2008 …; where both were read on one day, that day is said once."""
        if self.gives is None or self.gets is None:
            missing = [Question.GIVES.label] * (self.gives is None) + [Question.GAINS.label] * (self.gets is None)
            return f"No reading yet of: {', '.join(missing).lower()}"
        if self.gives.words == self.gets.words:
            return self.gives.words
        return joined(f"gives: {_lower(self.gives.words)}", f"gains: {_lower(self.gets.words)}")

    @property
    def before(self) -> str:
        """The day of the reading before, or ""."""
        return shown(self.gives.previous) if self.gives else ""

    def giving_more(self, above: Fraction = GIVES_MORE) -> tuple[GiveAndGet, ...]:
        """The agencies at the table whose gap is `above` or more in both of the two latest readings."""
        return tuple(row for row in self.rows if row.present and row.gap >= above and (row.gap_before or 0) >= above)


def gives_gets(snapshot: Snapshot, group_id: str, on: date | None = None) -> GivesGets:
    """The readings up to a day, held against each other; their days may differ, and are said."""
    gives = influence(snapshot, group_id, Question.GIVES, on)
    gets = influence(snapshot, group_id, Question.GAINS, on)
    if gives is None or gets is None:
        return GivesGets(gives, gets, ())
    given = {row.agency_id: row for row in gives.rows}
    got = {row.agency_id: row for row in gets.rows}
    # Who was not there to be rated on one of two days has no gap; on the same day no points are none.
    both = given.keys() | got.keys() if gives.on == gets.on else given.keys() & got.keys()
    order = [agency.id for agency in agencies_in_order(snapshot, group_id)]
    return GivesGets(gives, gets, tuple(_row(given.get(key), got.get(key)) for key in order if key in both))


def _row(given: InfluenceRow | None, got: InfluenceRow | None) -> GiveAndGet:
    either = given or got
    assert either is not None
    return GiveAndGet(
        agency_id=either.agency_id,
        agency=either.agency,
        gives=given.share if given else Fraction(0),
        gets=got.share if got else Fraction(0),
        gives_before=given.before if given else None,
        gets_before=got.before if got else None,
        present=either.present,
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
