"""Who can take on a promise in a group: its agencies at the table today, and their people there."""

from tracker.models.folding import folded
from tracker.models.records import Agency, Membership, Person
from tracker.models.snapshot import Snapshot


def owners(snapshot: Snapshot, group_id: str) -> list[tuple[str, str]]:
    """Pairs of a key, "agency/person", and words: each agency, and below it each of its people at the table."""
    seats = [seat for seat in snapshot.of(Membership, group_id=group_id) if seat.active_on(snapshot.today)]
    found: dict[str, str] = {}
    for seat in seats:
        agency = snapshot.called(Agency, seat.agency_id)
        if agency:
            found[f"{seat.agency_id}/"] = agency
            person = snapshot.find(Person, seat.person_id)
            if person:
                found[f"{seat.agency_id}/{person.id}"] = f"{agency}: {person.name or person.shown_post}"
    return sorted(found.items(), key=lambda pair: folded(pair[1]))
