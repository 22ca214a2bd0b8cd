"""How a group is made up on a day: open or closed, and how many agencies were sent or came by themselves (§3.2)."""

from collections import defaultdict
from datetime import date

from tracker.models.figures.timeline_words import joined, several
from tracker.models.records.group import Group, Joining, Openness
from tracker.models.records.membership import Membership
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class MembershipManner(Value):
    """Counts are of agencies at the table on the day, by what is noted with their seats.

    An agency of which some people were sent and others chose to come counts as `mixed`. `openness` and `joining` are
    what is noted of the whole group, None where nothing is.
    """

    openness: Openness | None
    joining: Joining | None
    mandated: int
    self_selected: int
    mixed: int
    not_noted: int

    @property
    def agencies(self) -> int:
        """All agencies at the table."""
        return self.mandated + self.self_selected + self.mixed + self.not_noted

    @property
    def words(self) -> str:
        """Open membership · 5 of 8 agencies self-selected, 1 mandated, 2 not noted."""
        openness = f"{self.openness.label} membership" if self.openness else "Open or closed: not noted"
        return joined(openness, self._counts)

    @property
    def _counts(self) -> str:
        if not self.agencies:
            return ""
        total = several(self.agencies, "agency", "agencies")
        if self.not_noted == self.agencies:
            whole = f" (the group: {self.joining.label.lower()})" if self.joining else ""
            return f"how the {total} joined is not noted{whole}"
        parts = (
            (self.self_selected, "self-selected"),
            (self.mandated, "mandated"),
            (self.mixed, "some of each"),
            (self.not_noted, "not noted"),
        )
        (first, word), *others = [(count, word) for count, word in parts if count]
        rest = "".join(f", {count:,} {word}" for count, word in others)
        return f"{first:,} of {total} {word}{rest}"


def membership_manner(snapshot: Snapshot, group_id: str, on: date | None = None) -> MembershipManner:
    """How the group is made up on a day (today if none is given). Raises KeyError if there is no such group."""
    day = on or snapshot.today
    said: defaultdict[str | None, set[Joining]] = defaultdict(set)
    for seat in snapshot.of(Membership, group_id=group_id):
        if seat.active_on(day):
            said[seat.agency_id].update([seat.joining] if seat.joining else [])
    manners = [_of_agency(ways) for ways in said.values()]
    group = snapshot.one(Group, group_id)
    return MembershipManner(
        openness=group.openness,
        joining=group.joining,
        mandated=manners.count(Joining.MANDATED),
        self_selected=manners.count(Joining.SELF_SELECTED),
        mixed=manners.count(Joining.MIXED),
        not_noted=manners.count(None),
    )


def _of_agency(ways: set[Joining]) -> Joining | None:
    if len(ways) > 1:
        return Joining.MIXED
    return next(iter(ways), None)
