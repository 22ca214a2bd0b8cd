"""Every round of readings of a group: which question on which day, and how many rated it (§4.1, §4.2)."""

from datetime import date

from tracker.models.figures.influence import FEWEST_VIEWS, Influence, InfluenceRow, influence
from tracker.models.figures.share_words import points
from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.reading import Question, Reading
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class RoundListed(Value):
    """The readings of one day for one question. `found` is None where none of them can be counted.

    `readings` are all of that day and question; `left_out` of them cannot be counted: they do not share out exactly
    100 points, or their rater's agency had no seat that day.
    """

    on: date
    question: Question
    readings: tuple[Reading, ...]
    left_out: int
    found: Influence | None

    @property
    def id(self) -> str:
        """One for each day and question."""
        return f"{self.on.isoformat()} {self.question}"

    @property
    def raters(self) -> int:
        """How many people rated."""
        return self.found.raters if self.found else 0

    @property
    def coverage(self) -> str:
        """4 of 7 agencies."""
        if self.found is None:
            return ""
        return f"{len(self.found.agencies):,} of {several(len(self.found.asked), 'agency', 'agencies')}"

    @property
    def few(self) -> bool:
        """Whether so few agencies rated that what is shown is next to somebody's single rating."""
        return self.found is None or len(self.found.agencies) < FEWEST_VIEWS

    @property
    def largest(self) -> str:
        """NZDF 34; where two tie, both are named; "" where nothing can be counted."""
        if self.found is None:
            return ""
        most = max(row.share for row in self.found.rows)
        names = [row.agency for row in self.found.rows if row.share == most]
        if len(names) > 2:
            return f"{len(names):,} level at {points(most)}"
        return f"{' and '.join(names)} {points(most)}"

    @property
    def words(self) -> str:
        """5 raters · 4 of 7 agencies · 1 reading left out."""
        left_out = f"{several(self.left_out, 'reading', 'readings')} left out" if self.left_out else ""
        return joined(several(self.raters, "rater", "raters"), self.coverage, left_out)


def reading_rounds(snapshot: Snapshot, group_id: str) -> tuple[RoundListed, ...]:
    """All rounds of a group up to today, the latest first, the questions of a day in their order."""
    found: dict[tuple[date, Question], list[Reading]] = {}
    for reading in snapshot.of(Reading, group_id=group_id):
        if reading.on and reading.question and reading.on <= snapshot.today:
            found.setdefault((reading.on, reading.question), []).append(reading)
    order = sorted(found, key=lambda key: (-key[0].toordinal(), key[1].rank))
    return tuple(_listed(snapshot, group_id, on, question, found[on, question]) for on, question in order)


def spread_words(row: InfluenceRow) -> str:
    """20 to 45; one number where all agree."""
    low, high = points(row.lowest), points(row.highest)
    return low if low == high else f"{low} to {high}"


def _listed(snapshot: Snapshot, group_id: str, on: date, question: Question, readings: list[Reading]) -> RoundListed:
    there = influence(snapshot, group_id, question, on)
    counts = there if there is not None and there.on == on else None
    left_out = counts.left_out if counts else len(readings)
    return RoundListed(on, question, tuple(readings), left_out, counts)
