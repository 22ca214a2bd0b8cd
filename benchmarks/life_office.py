"""An office of 200 groups over ten years, some 100,000 records, made up from a seed: for signals and trajectories.

Nothing in it is like any real group; the counts and the dates are such as an office has them.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random

from benchmarks.life_course import TODAY, Hand, life_cycle, seats
from benchmarks.life_work import work
from tracker.models.identity import mint
from tracker.models.records import Agency, Framework, Group, Line, OfficeDetails, Person, Record, Result
from tracker.models.records.accountability import FrameworkKind, GroupType
from tracker.models.records.agency import Sector
from tracker.models.records.group import Participation, SharingBasis
from tracker.models.records.person import Level
from tracker.store.office import Office
from tracker.store.rows import columns_of, to_row
from tracker.store.search_index import entry_of
from tracker.store.setting import Setting

FIRST = date(1998, 7, 1)
GROUPS, JUDGEMENTS = 200, 20
_AGENCIES, _LINES = 60, 3
_PEOPLE_A_GROUP = 6
_LEVELS = tuple(Level)[:3]


def make_life_office(
    path: Path,
    setting: Setting,
    *,
    groups: int = GROUPS,
    judgements: int = JUDGEMENTS,
    full: bool = True,
    seed: int = 5,
) -> None:
    """Writes the office, the same one for the same seed: `groups` of them with `judgements` each, seen on TODAY.

    Without `full` a group has its seats and its life cycle alone: judgements, victories, reviews and outside events.
    Rows are put in by hand: history is of no use here.
    """
    details, *rest = life_records(groups=groups, judgements=judgements, full=full, seed=seed)
    assert isinstance(details, OfficeDetails)
    Office.create(path, details, setting).close()
    by_kind: dict[type[Record], list[Record]] = defaultdict(list)
    for record in rest:
        by_kind[type(record)].append(record)
    with closing(sqlite3.connect(path)) as connection, connection:
        for kind, several in by_kind.items():
            _insert(connection, kind, several)
        _insert_entries(connection, rest)


def life_records(
    *, groups: int = GROUPS, judgements: int = JUDGEMENTS, full: bool = True, seed: int = 5
) -> tuple[Record, ...]:
    """The same as plain records, the office's details first and parents before what leads to them."""
    numbers = count(1)
    return tuple(
        _records(
            Random(seed), lambda: mint(900_000_000_000 + (number := next(numbers)), number), groups, judgements, full
        )
    )


def _insert(connection: sqlite3.Connection, kind: type[Record], records: Sequence[Record]) -> None:
    columns = columns_of(kind)
    names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    rows = (tuple(to_row(record).values()) for record in records)
    connection.executemany(f'INSERT INTO "{kind.table}"({names}) VALUES ({marks})', rows)


def _insert_entries(connection: sqlite3.Connection, records: Sequence[Record]) -> None:
    found = [(number, record, entry_of(record)) for number, record in enumerate(records, start=1)]
    entries = [(number, record.table, record.id, *entry) for number, record, entry in found if entry is not None]
    connection.executemany("INSERT INTO search_entries VALUES (?, ?, ?, ?, ?)", entries)
    indexed = [(number, title, body) for number, _, _, title, body in entries]
    connection.executemany("INSERT INTO search_index(rowid, title, body) VALUES (?, ?, ?)", indexed)


def _records(random: Random, new: Callable[[], str], groups: int, judgements: int, full: bool) -> Iterator[Record]:
    yield OfficeDetails(id=new(), name="An office of many years", code="LIFE", region="Auckland")
    agencies = [_agency(random, new(), place) for place in range(_AGENCIES)]
    yield from agencies
    people = [
        _person(random, new(), agencies[place % _AGENCIES].id, place) for place in range(_PEOPLE_A_GROUP * groups)
    ]
    yield from people
    framework, lines = _framework(new, agencies)
    yield framework
    yield from lines
    of_agency = {agency.name: agency.id for agency in agencies}
    line_ids: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        line_ids[of_agency[line.administering_agency]].append(line.id)
    for place in range(groups):
        group = _group(random, new(), place)
        hand = Hand(random, new, group, _members(random, people, place), line_ids)
        yield group
        seated = tuple(seats(hand))
        yield from seated
        life = tuple(life_cycle(hand, judgements))
        yield from life
        if full:
            yield from work(hand, seated, (each for each in life if isinstance(each, Result)))


def _agency(random: Random, identity: str, place: int) -> Agency:
    name, sector = f"Agency {place:02d}", random.choice(list(Sector))
    return Agency(id=identity, name=name, code=f"A{place}", sector=sector, has_levels=random.random() < 0.9)


def _person(random: Random, identity: str, agency_id: str, place: int) -> Person:
    level = random.choice(_LEVELS)
    return Person(id=identity, name=f"Person {place:04d}", post="Adviser", agency_id=agency_id, level=level)


def _framework(new: Callable[[], str], agencies: Sequence[Agency]) -> tuple[Framework, tuple[Line, ...]]:
    framework = Framework(
        id=new(),
        name="Estimates 2007/08",
        kind=FrameworkKind.ESTIMATES,
        vintage="Made up",
        period_from=date(2007, 7, 1),
        period_to=TODAY,
    )
    lines = tuple(
        Line(
            id=new(),
            framework_id=framework.id,
            line_key=f"{agency.name}|{code}|2008|Main Estimates",
            code=code,
            parent_code=code,
            name=f"What {agency.name} answers for {place}",
            administering_agency=agency.name,
            year_end=2008,
            group_type=GroupType.SINGLE,
        )
        for agency in agencies
        for place in range(_LINES)
        for code in (f"{agency.code}-{place}",)
    )
    return framework, lines


def _group(random: Random, identity: str, place: int) -> Group:
    """Most began in the first years and run still; one in twenty is closed."""
    started = FIRST + timedelta(days=random.randrange(700))
    closed = TODAY - timedelta(days=random.randrange(30, 900)) if place % 20 == 19 else None
    return Group(
        id=identity,
        name=f"Group {place:04d}",
        code=f"G{place}",
        purpose="Fewer doors for families to knock on.",
        started_on=started,
        closed_on=closed,
        closed_because="Its work was done" if closed else "",
        participation=random.choice([None, *Participation]),
        sharing_basis=random.choice([None, *SharingBasis]),
    )


def _members(random: Random, people: Sequence[Person], place: int) -> tuple[Person, ...]:
    """Some neighbours, and one or two who sit in other groups as well."""
    first = place * _PEOPLE_A_GROUP
    several = (*people[first : first + _PEOPLE_A_GROUP], *random.sample(people, 3))
    return tuple({person.id: person for person in several}.values())
