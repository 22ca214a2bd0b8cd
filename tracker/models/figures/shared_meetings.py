"""Which agencies meet each other: meetings shared over all groups, P = AAᵀ, from attendance alone.

A has a row an agency and a column a meeting, 1 where somebody came for it. So P counts, for two agencies, the meetings
at which both were there; for one agency, those at which it was.
"""

from collections.abc import Sequence
from datetime import date

from tracker.models.figures.attended import attended
from tracker.models.figures.running import by_name, running_groups
from tracker.models.figures.shares import year_before
from tracker.models.records.agency import Agency
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class SharedMeetings(Value):
    """Counts of meetings after one day and until another. Parties are (id, name) pairs, by name.

    `held[j]` meetings of group j had their attendance taken; agency i was at `by_group[i][j]` of them.
    `together[i][k]` is P: at so many, over all groups, both were there.
    """

    after: date
    until: date
    agencies: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    held: tuple[int, ...]
    by_group: tuple[tuple[int, ...], ...]
    together: tuple[tuple[int, ...], ...]

    def shared(self, one_id: str, other_id: str) -> int:
        """At how many meetings both agencies were; 0 for one that came to none."""
        places = {identity: place for place, (identity, _) in enumerate(self.agencies)}
        if one_id not in places or other_id not in places:
            return 0
        return self.together[places[one_id]][places[other_id]]


def shared_meetings(snapshot: Snapshot, on: date | None = None, *, after: date | None = None) -> SharedMeetings:
    """Of the groups that run on a day (today if none), the meetings of the 12 months up to it, or after another day."""
    until = on or snapshot.today
    since = after or year_before(until)
    groups = running_groups(snapshot, until)
    meetings = [attended(snapshot, group.id, since, until) for group in groups]
    # Each row of A as the bits of one number: what two agencies share is then one step.
    rows: dict[str, int] = {}
    columns: list[int] = []
    place = 0
    for held in meetings:
        columns.append(((1 << len(held)) - 1) << place)
        for meeting in held:
            for agency_id in meeting.agencies:
                rows[agency_id] = rows.get(agency_id, 0) | 1 << place
            place += 1
    names = by_name(snapshot, Agency, rows)
    bits = [rows[agency_id] for agency_id in names]
    return SharedMeetings(
        after=since,
        until=until,
        agencies=tuple(names.items()),
        groups=tuple((group.id, group.called) for group in groups),
        held=tuple(len(held) for held in meetings),
        by_group=_product(bits, columns),
        together=_product(bits, bits),
    )


def _product(rows: Sequence[int], columns: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The product of two matrices of 0 and 1, row by row."""
    return tuple(tuple((row & column).bit_count() for column in columns) for row in rows)
