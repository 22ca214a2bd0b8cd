"""What people's comings and goings tell: the group's own beginning and end, seats, and roles."""

from collections.abc import Iterator

from tracker.models.figures.timeline.entry import NOBODY, Telling
from tracker.models.figures.timeline.involved import about
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership, Role
from tracker.models.records.person import Person
from tracker.models.snapshot import Snapshot


def tell(snapshot: Snapshot, group: Group) -> Iterator[Telling]:
    """A seat is about its agency and who sits in it; a role about who holds it, and the agency they sit for."""
    yield group.started_on, "Group started", group.name, group.purpose, group, NOBODY
    yield group.closed_on, "Group closed", group.name, group.closed_because, group, NOBODY
    for seat in snapshot.of(Membership, group_id=group.id):
        agency = snapshot.called(Agency, seat.agency_id)
        who = snapshot.called(Person, seat.person_id)
        title, detail = (who, agency) if who else (agency, "")
        whom = about(snapshot, group.id, (seat.agency_id,), seat.person_id)
        yield seat.from_on, "Joined", title, detail, seat, whom
        yield seat.to_on, "Left", title, detail, seat, whom
    for role in snapshot.of(Role, group_id=group.id):
        who = snapshot.called(Person, role.person_id)
        whom = about(snapshot, group.id, (), role.person_id)
        yield role.from_on, "Role taken on", f"{role.title}: {who}", role.note, role, whom
        yield role.to_on, "Role given up", f"{role.title}: {who}", role.note, role, whom
