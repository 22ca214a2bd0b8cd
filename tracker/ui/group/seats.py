"""The rows of a group's People: one a seat at the table, and one a role."""

from dataclasses import dataclass
from datetime import date

from tracker.models.dates import shown
from tracker.models.records import Agency, Membership, Person, Role
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.models.snapshot import Snapshot
from tracker.ui.table import Column


@dataclass(frozen=True)
class Seat:
    """A membership with what is shown of it."""

    membership: Membership
    person: str
    post: str
    agency: str
    level: Level | None
    roles: str
    present: bool


@dataclass(frozen=True)
class HeldRole:
    """A role with who holds it."""

    role: Role
    person: str
    agency: str
    present: bool


def seats_of(snapshot: Snapshot, group_id: str) -> list[Seat]:
    """All seats of a group, those of today first, by agency."""
    seats = [_seat(snapshot, membership) for membership in snapshot.of(Membership, group_id=group_id)]
    return sorted(seats, key=lambda seat: (not seat.present, seat.agency.casefold(), seat.person.casefold()))


def roles_of(snapshot: Snapshot, group_id: str) -> list[HeldRole]:
    """All roles of a group, those of today first, the trio before the others."""
    roles = [_held(snapshot, role) for role in snapshot.of(Role, group_id=group_id)]
    return sorted(
        roles,
        key=lambda held: (
            not held.present,
            held.role.name.rank if held.role.name else -1,
            held.role.from_on or date.min,
        ),
    )


def trio(roles: list[HeldRole]) -> list[tuple[str, str]]:
    """The roles that a group should not be without, each with who holds it now (Summary, §3.2)."""
    wanted = (RoleName.PUBLIC_ENTREPRENEUR, RoleName.GUARDIAN_ANGEL, RoleName.FELLOW_TRAVELLER, RoleName.ACTIVE_CLIENT)
    now = [held for held in roles if held.present]
    return [(name.label, ", ".join(held.person for held in now if held.role.name is name)) for name in wanted]


def _seat(snapshot: Snapshot, membership: Membership) -> Seat:
    person = snapshot.find(Person, membership.person_id)
    held = (
        [role for role in snapshot.of(Role, group_id=membership.group_id) if role.person_id == person.id]
        if person
        else []
    )
    roles = [role.name.label for role in held if role.name and role.active_on(snapshot.today)]
    return Seat(
        membership=membership,
        person=person.name if person else "",
        post=person.post if person else "",
        agency=snapshot.called(Agency, membership.agency_id),
        level=person.level if person else None,
        roles=", ".join(roles),
        present=membership.active_on(snapshot.today),
    )


def _held(snapshot: Snapshot, role: Role) -> HeldRole:
    person = snapshot.find(Person, role.person_id)
    return HeldRole(
        role=role,
        person=person.name if person else "",
        agency=snapshot.called(Agency, person.agency_id) if person else "",
        present=role.active_on(snapshot.today),
    )


def _person(seat: Seat) -> str:
    if not seat.person:
        return "Seat of the agency"
    return f"{seat.person}\n{seat.post}" if seat.post and seat.post != seat.person else seat.person


def _from(seat: Seat) -> str:
    to = f"\nto {shown(seat.membership.to_on)}" if seat.membership.to_on else ""
    return f"{shown(seat.membership.from_on)}{to}"


def _gone(row: Seat | HeldRole) -> str:
    return "" if row.present else "muted"


SEAT_COLUMNS = (
    Column("Person", lambda seat: seat.person, _person, width=190, least=170, share=2, bold=True, tone=_gone),
    Column("Agency", lambda seat: seat.agency, width=150, least=110, share=2, tone=_gone),
    Column("Level", lambda seat: seat.level, width=140, least=138, drop=2, tone=_gone),
    Column("Roles", lambda seat: seat.roles, width=170, least=150, share=2, tone=_gone),
    Column("Since", lambda seat: seat.membership.from_on, _from, width=110, least=104, tone=_gone),
    Column("May promise", lambda seat: seat.membership.may_commit, width=170, least=160, share=3, drop=3, tone=_gone),
)
ROLE_COLUMNS = (
    Column("Role", lambda held: held.role.name, width=170, least=130, share=1, bold=True, tone=_gone),
    Column("Person", lambda held: held.person, width=180, least=120, share=2, tone=_gone),
    Column("Agency", lambda held: held.agency, width=150, least=100, share=2, tone=_gone),
    Column("From", lambda held: held.role.from_on, width=110, least=96, tone=_gone),
    Column("To", lambda held: held.role.to_on, width=110, least=96, tone=_gone),
)
