"""What a group agreed to do about an imbalance, when it looks at it again, and whether it has (§4.2)."""

from collections.abc import Sequence
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.balance import balance_day
from tracker.models.figures.day_words import days_words
from tracker.models.figures.timeline_words import joined
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.records.reading import Accommodation
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Agreed(Value):
    """One accommodation as it stands on a day.

    `looked_at_on` is the first day, on or after the one that was set, on which the group agreed anew. `overdue` counts
    the days since the day that was set, where nothing was agreed since; 0 while there is nothing to wait for.
    """

    accommodation: Accommodation
    looked_at_on: date | None
    overdue: int
    meeting: str

    @property
    def id(self) -> str:
        """The accommodation's id."""
        return self.accommodation.id

    @property
    def when(self) -> str:
        """Agreed 12 Mar 2008 at the meeting in Papakura."""
        place = f"at the meeting in {self.meeting}" if self.meeting else ""
        return f"Agreed {shown(self.accommodation.agreed_on)} {place}".rstrip()

    @property
    def review_words(self) -> str:
        """To be looked at again on 11 Mar 2009; or when it was, or for how long that has been overdue."""
        review_on = self.accommodation.review_on
        if review_on is None:
            return "No day is set to look at it again"
        if self.looked_at_on:
            return f"To be looked at again on {shown(review_on)}; agreed anew on {shown(self.looked_at_on)}"
        if self.overdue:
            return f"Overdue: to be looked at again on {shown(review_on)}, {days_words(self.overdue)} ago"
        return f"To be looked at again on {shown(review_on)}"

    @property
    def words(self) -> str:
        """All of it in a line."""
        what = f"{_line(self.accommodation.imbalance)} → {_line(self.accommodation.text)}"
        return joined(what, self.when, self.review_words)


def accommodations(snapshot: Snapshot, group_id: str, on: date | None = None) -> tuple[Agreed, ...]:
    """What had been agreed by a day (today if none; of a closed group by its last), the latest first.

    Raises KeyError if there is no such group.
    """
    group = snapshot.one(Group, group_id)
    day = balance_day(group, on or snapshot.today)
    dated = [
        (each.agreed_on, each.id, each)
        for each in snapshot.of(Accommodation, group_id=group_id)
        if each.agreed_on and each.agreed_on <= day
    ]
    days = sorted(agreed_on for agreed_on, _, _ in dated)
    ordered = sorted(dated, key=lambda one: one[:2], reverse=True)
    return tuple(_agreed(snapshot, each, days, day, closed=not group.open_on(day)) for _, _, each in ordered)


def _agreed(snapshot: Snapshot, one: Accommodation, days: Sequence[date], day: date, *, closed: bool) -> Agreed:
    assert one.agreed_on is not None
    looked_at = None
    if one.review_on:
        # What was agreed on the same day is no second look, even if it was to be one.
        looked_at = next((each for each in days if each >= one.review_on and each > one.agreed_on), None)
    waiting = one.review_on is not None and looked_at is None and not closed
    meeting = snapshot.find(Meeting, one.meeting_id)
    return Agreed(
        accommodation=one,
        looked_at_on=looked_at,
        overdue=max(0, (day - one.review_on).days) if waiting and one.review_on else 0,
        meeting=meeting.place if meeting else "",
    )


def _line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
