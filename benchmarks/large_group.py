"""A group of 40 agencies, 200 people and 5,000 contributions, made up from a seed; and an office of 40 groups."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from random import Random

from tracker.models.identity import mint
from tracker.models.records import (
    Agency,
    Attendance,
    Barrier,
    Commitment,
    Contribution,
    Group,
    Meeting,
    Membership,
    OfficeDetails,
    Person,
    Reading,
    Record,
    Risk,
    Role,
    Support,
)
from tracker.models.records.agency import Sector
from tracker.models.records.contribution import Resource, SupportKind
from tracker.models.records.group import Participation, SharingBasis
from tracker.models.records.meeting import Presence
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.models.records.reading import Question
from tracker.models.records.risk import BarrierKind, RiskLevel

AGENCIES, PEOPLE, CONTRIBUTIONS = 40, 200, 5_000
TODAY = date(2008, 6, 30)
STARTED = date(2003, 7, 1)
_READ_ON = date(2008, 5, 5)
# What each kind of resource is counted in.
_UNITS = {
    Resource.MONEY: "NZD",
    Resource.STAFF_TIME: "hours",
    Resource.PLACE_OR_GOODS: "days",
    Resource.INFORMATION: "lists",
    Resource.KNOWLEDGE: "sessions",
    Resource.MANDATE: "",
}
_PRESENCES = (Presence.PRESENT, Presence.PRESENT, Presence.PRESENT, Presence.SENT_SOMEBODY, Presence.APOLOGY)

_Mint = Callable[[], str]


def large_group(seed: int = 2008) -> tuple[Record, ...]:
    """One large group, first of the groups, with all that its pages show; parents stand before what leads to them.

    Seven smaller groups draw on the same agencies and people, so that groups overlap. The same seed gives the same.
    """
    return tuple(_office(Random(seed), _minting(), groups=8, agencies=AGENCIES, people=PEOPLE, all_in_first=True))


def wide_office(seed: int = 2008) -> tuple[Record, ...]:
    """40 groups and 200 agencies: the largest map."""
    return tuple(_office(Random(seed), _minting(), groups=40, agencies=200, people=600, all_in_first=False))


def _minting() -> _Mint:
    numbers = count(1)
    return lambda: mint(1_100_000_000_000 + (number := next(numbers)), number)


def _office(
    random: Random, new: _Mint, *, groups: int, agencies: int, people: int, all_in_first: bool
) -> Iterator[Record]:
    yield OfficeDetails(id=new(), name="Office of many", code="MANY", region="Auckland")
    all_agencies = [
        Agency(id=new(), name=f"Agency {_letters(place)}", code=f"A{place}", sector=random.choice(list(Sector)))
        for place in range(agencies)
    ]
    yield from all_agencies
    everybody = [_person(random, new, all_agencies[place % agencies].id, place) for place in range(people)]
    yield from everybody
    for place in range(groups):
        group = _group(random, new, place)
        members = everybody if place == 0 and all_in_first else _some(random, everybody, place)
        yield group
        seated = list(_people(random, new, group, members))
        yield from seated
        yield from _meetings(random, new, group, members)
        yield from _context(random, new, group, members)
        yield from _readings(random, new, group, _at_the_table(seated))
        yield from _put_in(random, new, group, members, CONTRIBUTIONS if place == 0 else 60)


def _letters(place: int) -> str:
    return chr(ord("A") + place // 26) + chr(ord("A") + place % 26)


def _person(random: Random, new: _Mint, agency_id: str, place: int) -> Person:
    level = random.choice(list(Level)[:3])
    return Person(id=new(), name=f"Person {place:03d}", post="Adviser", agency_id=agency_id, level=level)


def _group(random: Random, new: _Mint, place: int) -> Group:
    return Group(
        id=new(),
        name=f"Group {place:02d}",
        code=f"G{place:02d}",
        purpose="Fewer doors for families to knock on.",
        started_on=STARTED + timedelta(days=random.randrange(400) if place else 0),
        participation=random.choice([None, *Participation]),
        sharing_basis=random.choice([None, *SharingBasis]),
    )


def _some(random: Random, everybody: list[Person], place: int) -> list[Person]:
    """Some neighbours, and a few from further off."""
    first = place * 17 % len(everybody)
    near = (everybody * 2)[first : first + 14]
    return list({person.id: person for person in (*near, *random.sample(everybody, 3))}.values())


def _day(random: Random, first: date = STARTED) -> date:
    return first + timedelta(days=random.randrange((TODAY - first).days))


def _people(random: Random, new: _Mint, group: Group, members: list[Person]) -> Iterator[Record]:
    for person in members:
        since = _day(random, date(2004, 9, 1))
        until = None if random.random() < 0.9 else min(TODAY, since + timedelta(days=300))
        yield Membership(
            id=new(), group_id=group.id, agency_id=person.agency_id, person_id=person.id, from_on=since, to_on=until
        )
        if random.random() < 0.4:
            name = random.choice(list(RoleName))
            yield Role(id=new(), group_id=group.id, person_id=person.id, name=name, from_on=since, to_on=until)


def _meetings(random: Random, new: _Mint, group: Group, members: list[Person]) -> Iterator[Record]:
    for months in range(45):
        meeting = Meeting(id=new(), group_id=group.id, on=date(2004, 9, 6) + timedelta(days=31 * months), place="Hall")
        yield meeting
        for person in random.sample(members, min(len(members), 60)):
            presence = random.choice(_PRESENCES)
            yield Attendance(
                id=new(),
                meeting_id=meeting.id,
                agency_id=person.agency_id,
                person_id=person.id,
                presence=presence,
            )
    for _ in range(4 * len(members)):
        person, made = random.choice(members), _day(random)
        due = made + timedelta(days=60)
        kept = due if random.random() < 0.8 else None
        yield Commitment(
            id=new(),
            group_id=group.id,
            text="Bring the figures",
            agency_id=person.agency_id,
            person_id=person.id,
            made_on=made,
            due=due,
            kept_on=kept,
        )


def _context(random: Random, new: _Mint, group: Group, members: list[Person]) -> Iterator[Record]:
    agencies = sorted({person.agency_id or "" for person in members})
    for agency_id in agencies:
        level = random.choice(list(RiskLevel))
        yield Risk(id=new(), group_id=group.id, on=_day(random), text="Rents go up", level=level, agency_id=agency_id)
    yield Barrier(id=new(), group_id=group.id, text="Two districts", kind=BarrierKind.BOUNDARY, since=STARTED)


def _at_the_table(seated: list[Record]) -> list[str]:
    """The agencies with a seat on the day of the readings: nobody else can read, or be read."""
    seats = (seat for seat in seated if isinstance(seat, Membership))
    return sorted({seat.agency_id or "" for seat in seats if seat.active_on(_READ_ON)})


def _readings(random: Random, new: _Mint, group: Group, agencies: list[str]) -> Iterator[Record]:
    for agency_id in agencies[:12]:
        for question in Question:
            first, *rest = random.sample(agencies, min(4, len(agencies)))
            points = ((first, 100 - 20 * len(rest)), *((agency, 20) for agency in rest))
            yield Reading(
                id=new(),
                group_id=group.id,
                on=_READ_ON,
                agency_id=agency_id,
                rater="A",
                question=question,
                points=points,
            )


def _put_in(random: Random, new: _Mint, group: Group, members: list[Person], number: int) -> Iterator[Record]:
    agencies = sorted({person.agency_id or "" for person in members})
    for agency_id in agencies:
        for kind in random.sample(list(SupportKind), 2):
            asked = _day(random)
            secured = asked + timedelta(days=40) if random.random() < 0.6 else None
            amount = Decimal(random.randrange(1, 90) * 500) if kind is SupportKind.MONEY else None
            yield Support(
                id=new(),
                group_id=group.id,
                agency_id=agency_id,
                kind=kind,
                amount_nzd=amount,
                asked_on=asked,
                secured_on=secured,
            )
    for _ in range(number):
        yield _contribution(random, new, group, random.choice(agencies))


def _contribution(random: Random, new: _Mint, group: Group, agency_id: str) -> Contribution:
    kind, on = random.choice(list(Resource)), _day(random)
    unit, quantity = _UNITS[kind], Decimal(random.randrange(1, 400))
    valued = kind is Resource.MONEY or (unit and random.random() < 0.6)
    promised = on if random.random() < 0.9 else None
    # A tenth of what was promised never comes; what comes without a promise comes on the day.
    delivered = on + timedelta(days=60) if promised and on < TODAY - timedelta(days=60) else None
    if promised and random.random() < 0.1:
        delivered = None
    return Contribution(
        id=new(),
        group_id=group.id,
        agency_id=agency_id,
        kind=kind,
        text="As agreed at the meeting",
        quantity=quantity if unit else None,
        unit=unit,
        value_nzd=quantity * 35 if valued else None,
        promised_on=promised,
        delivered_on=delivered if promised else on,
    )
