"""Agencies in the order in which they joined a group: never by how well they do."""

from datetime import date

from tracker.models.folding import folded
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.snapshot import Snapshot


def agencies_in_order(snapshot: Snapshot, group_id: str | None = None) -> tuple[Agency, ...]:
    """All agencies: those of the group as they joined, then the others by name; without a group all by name."""
    joined: dict[str | None, date] = {}
    for seat in snapshot.of(Membership, group_id=group_id) if group_id else ():
        if seat.from_on:
            joined[seat.agency_id] = min(seat.from_on, joined.get(seat.agency_id, date.max))
    agencies = snapshot.of(Agency)
    return tuple(sorted(agencies, key=lambda agency: (joined.get(agency.id, date.max), folded(agency.called))))
