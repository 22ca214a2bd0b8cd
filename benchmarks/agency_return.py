"""R2 of an agency over 40 groups, 5,000 results and 12,000 mappings, in a warm process, from the snapshot to the file.

The office is made in memory from a seed. The agency claims every result, a thousand of them on two lines; the other
claims are those of the groups' other members.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from random import Random

from benchmarks.bare import cells as bare_cells
from benchmarks.ground import Ground
from benchmarks.group_return import cells_of
from benchmarks.timing import Row, in_pairs, timed
from tracker import __version__
from tracker.models.identity import mint
from tracker.models.period import Period
from tracker.models.records import (
    Agency,
    Evidence,
    Framework,
    Group,
    Line,
    Mapping,
    Membership,
    OfficeDetails,
    Record,
    Result,
)
from tracker.models.records.accountability import (
    FrameworkKind,
    GroupType,
    MappingRole,
    MappingState,
    MappingType,
    ShareBasis,
)
from tracker.models.records.agency import Sector
from tracker.models.records.handing_in import ReturnState
from tracker.models.records.result import Aggregation, CountBasis, EvidenceKind, Grade, ResultState
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.reports.returning import PreparedReturn, prepare_agency_return, write_return

RUNS = 5
GROUPS, RESULTS, MAPPINGS, TWICE = 40, 5_000, 12_000, 1_000
_YEAR = Period(2020)
_SEED = 20
_MEMBERS = 8
_UNITS = (
    ("people", CountBasis.PEOPLE, Aggregation.SUM),
    ("whānau", CountBasis.WHANAU, Aggregation.SUM),
    ("visits", CountBasis.EVENTS, Aggregation.SUM),
    ("hours", CountBasis.HOURS, Aggregation.SUM),
    ("schools", CountBasis.ORGANISATIONS, Aggregation.LATEST),
    ("", None, Aggregation.NONE),
)
_WORDS = ["tamariki", "families", "schools", "homes", "plan", "visits", "attendance", "jobs", "learners", "streets"]
_WORDS += ["nurses", "papers", "trust", "office", "coast", "health", "checks", "reading", "first", "shared", "joint"]
_WORDS += ["weekly", "warmer", "safer", "earlier"]


def measure(ground: Ground) -> Row:
    """The bare side writes what the return holds, cell by cell."""
    snapshot, agency = an_office()
    made = ground.folder / "agency.xlsx"
    write_return(_prepared(snapshot, agency), made)
    sheets = cells_of(made)

    def program() -> float:
        return timed(lambda: write_return(_prepared(snapshot, agency), made))

    def bare() -> float:
        return timed(lambda: bare_cells.write(ground.folder / "bare.xlsx", sheets))

    cells = sum(map(len, sheets))
    return Row(
        f"R2 over {GROUPS} groups, {RESULTS:,} results, {MAPPINGS:,} mappings, {cells:,} cells",
        "XlsxWriter writing as many cells with no styles",
        in_pairs(program, bare, RUNS),
        at_most=2.0,
    )


def an_office() -> tuple[Snapshot, Agency]:
    """The office, the same each time, and the agency whose return it is."""
    random, numbers = Random(_SEED), count(1)

    def new() -> str:
        return mint(1_580_000_000_000, next(numbers))

    agencies = [
        Agency(id=new(), name=f"Agency of {word} {n}", code=f"A{n}", sector=Sector.CENTRAL_GOVERNMENT)
        for n, word in enumerate(_WORDS)
    ]
    records = [OfficeDetails(id=new(), name="A large office", code="LRG", region="Auckland"), *agencies]
    frame = Framework(
        id=new(),
        name="Estimates 2019/20",
        kind=FrameworkKind.ESTIMATES,
        period_from=_YEAR.first_day,
        period_to=_YEAR.last_day,
    )
    lines = [_line(new(), frame, agencies[0], n) for n in range(30)]
    groups = [Group(id=new(), name=f"Group {n} of {_some(random, 3)}", code=f"G{n}") for n in range(GROUPS)]
    members = {group.id: [agencies[0], *random.sample(agencies[1:], _MEMBERS)] for group in groups}
    seats = [
        Membership(id=new(), group_id=group_id, agency_id=member.id, from_on=date(2018, 7, 1))
        for group_id, agencies_in in members.items()
        for member in agencies_in
    ]
    results = [_result(new(), random, groups[n % GROUPS], n) for n in range(RESULTS)]
    evidence = [
        Evidence(id=new(), result_id=each.id, kind=EvidenceKind.DATA, name="Register", grade=random.choice(list(Grade)))
        for each in results
    ]
    claims = list(_claims(new, random, results, lines, members))
    assert len(claims) == MAPPINGS
    everything: list[Record] = [*records, frame, *lines, *groups, *seats, *results, *evidence, *claims]
    return snapshot_of(_YEAR.last_day, everything), agencies[0]


def _line(identity: str, frame: Framework, agency: Agency, number: int) -> Line:
    return Line(
        id=identity,
        framework_id=frame.id,
        code=str(11_700 + number),
        line_key=f"{agency.name}|{11_700 + number}|2020|Main Estimates",
        name=f"Services for {_WORDS[number % len(_WORDS)]}",
        category_name=f"Category {number}",
        administering_agency=agency.name,
        vote=f"Vote {number % 4}",
        appropriation_type="Departmental Output Expenses",
        group_type=GroupType.SINGLE,
        scope="This appropriation is limited to services for tamariki, families, schools, homes and health.",
        amount_000=10_000 + number,
        year_end=2020,
        amount_type="Main Estimates",
    )


def _result(identity: str, random: Random, group: Group, number: int) -> Result:
    unit, basis, how = _UNITS[number % len(_UNITS)]
    return Result(
        id=identity,
        group_id=group.id,
        name=f"{_some(random, 6).capitalize()} {number}",
        on=_YEAR.first_day + timedelta(days=number * 7 % 360),
        unit=unit,
        value=Decimal(random.randint(2, 400)) if unit else None,
        aggregation=how,
        count_basis=basis,
        state=ResultState.CONFIRMED,
    )


def _claims(
    new: Callable[[], str], random: Random, results: list[Result], lines: list[Line], members: dict[str, list[Agency]]
) -> Iterator[Mapping]:
    others = MAPPINGS - RESULTS - TWICE
    for number, result in enumerate(results):
        own, *rest = members[result.group_id or ""]
        line = number * 7 % len(lines)
        yield _claim(new(), random, result, own, lines[line])
        if number < TWICE:
            yield _claim(new(), random, result, own, lines[(line + 1) % len(lines)])
        for other in random.sample(rest, 1 + (number < others - RESULTS)):
            yield _claim(new(), random, result, other, None)


def _claim(identity: str, random: Random, result: Result, agency: Agency, line: Line | None) -> Mapping:
    shared = random.random() < 0.5
    return Mapping(
        id=identity,
        result_id=result.id,
        agency_id=agency.id,
        line_id=line.id if line else None,
        role=random.choice(list(MappingRole)),
        type=random.choice(list(MappingType)),
        strength=random.randint(0, 2),
        share_bp=random.choice((1000, 2000, 2500)) if shared else None,
        share_basis=ShareBasis.AGREED if shared else ShareBasis.NONE,
        narrative=f"{_some(random, 12).capitalize()}.",
        evidence_grade=random.choice(list(Grade)),
        state=MappingState.GROUP_AGREED,
    )


def _some(random: Random, words: int) -> str:
    return " ".join(random.choices(_WORDS, k=words))


def _prepared(snapshot: Snapshot, agency: Agency) -> PreparedReturn:
    return prepare_agency_return(
        snapshot,
        agency.id,
        _YEAR,
        revision=1,
        state=ReturnState.DRAFT,
        return_id="benchmark",
        made_at=datetime(2020, 7, 4, tzinfo=UTC),
        app_version=__version__,
    )
