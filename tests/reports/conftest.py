"""A small group with one of each, and its return."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.builders import (
    a_framework,
    a_group,
    a_line,
    a_mapping,
    a_member,
    a_person,
    a_result,
    a_stage,
    an_agency,
    an_id,
    an_office,
    some_evidence,
)
from tracker.models.period import Period
from tracker.models.records import (
    Carrying,
    Commitment,
    Contribution,
    Group,
    Indicator,
    IndicatorValue,
    Lesson,
    Record,
    Role,
    SharedOutcome,
)
from tracker.models.records.accountability import MappingState
from tracker.models.records.contribution import Resource
from tracker.models.records.handing_in import ReturnState
from tracker.models.records.membership import RoleName
from tracker.models.records.outcome import Direction, ValueKind
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation, CountBasis, ResultState
from tracker.models.records.review import TakenUp
from tracker.models.records.stage import Stage
from tracker.models.snapshot import snapshot_of
from tracker.reports.returning import PreparedReturn, WrittenReturn, prepare_group_return, write_group_return

Q4 = Period(2008, 4)
MADE_AT = datetime(2008, 7, 1, 9, 30, tzinfo=UTC)


@dataclass
class Maker:
    """Records of one group, and the return that they give."""

    records: list[Record] = field(default_factory=lambda: [an_office()])
    group: Group = field(default_factory=a_group)
    folder: Path = Path()

    def keep(self, *records: Record) -> None:
        """Adds records."""
        self.records += records

    def prepare(self, state: ReturnState = ReturnState.DRAFT, **told: Any) -> PreparedReturn:
        """The return of the last quarter of 2007/08."""
        snapshot = snapshot_of(date(2008, 6, 30), [*self.records, self.group])
        options = {"revision": 1, "return_id": an_id(), "made_at": MADE_AT, "app_version": "0.1.0"} | told
        return prepare_group_return(snapshot, self.group.id, options.pop("period", Q4), state=state, **options)

    def write(self, prepared: PreparedReturn | None = None) -> WrittenReturn:
        """The return as a file."""
        prepared = prepared or self.prepare()
        return write_group_return(prepared, self.folder / prepared.file_name)


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    """A group with nothing recorded yet."""
    return Maker(folder=tmp_path)


@pytest.fixture
def small_group(maker: Maker) -> Maker:
    """A group with one of each: the worked example of twelve tamariki, and what may not leave."""
    codes = {"EDU": 5000, "OT": 2000, "MSD": 1500, "POL": 1000, "HUD": None}
    agencies = {code: an_agency(code) for code in codes}
    framework = a_framework()
    lines = [a_line(framework, code) for code in ("11768", "12010", "11301", "8575", "12408", "11302")]
    result = a_result(maker.group, 12)
    shares = [*codes.items(), ("MSD", 500)]
    claims = [
        a_mapping(result, agencies[code], share, line_id=line.id, agreed_on=date(2008, 6, 12))
        for (code, share), line in zip(shares, lines, strict=True)
    ]
    person = a_person(agencies["EDU"])
    small = {"unit": "whānau", "count_basis": CountBasis.WHANAU, "name": "Homes made warm"}
    maker.keep(*agencies.values(), framework, *lines, result, *claims, person, some_evidence(result))
    maker.keep(
        a_result(maker.group, 3, **small),
        a_result(maker.group, name="A plan that is one plan", state=ResultState.DRAFT),
        a_result(maker.group, name="A hard week", sensitivity=Sensitivity.RESTRICTED, narrative="Not to be told"),
        a_result(maker.group, name="Counted in error", state=ResultState.WITHDRAWN),
        a_mapping(result, agencies["POL"], 9000, state=MappingState.DISPUTED, narrative="=Not so"),
        a_result(maker.group, 28, unit="tellings", count_basis=CountBasis.EVENTS, aggregation=Aggregation.LATEST),
        *(a_member(maker.group, agency) for agency in list(agencies.values())[1:]),
        a_member(maker.group, agencies["EDU"], person_id=person.id),
        Role(id=an_id(), group_id=maker.group.id, person_id=person.id, name=RoleName.CHAIR, from_on=date(2007, 3, 1)),
        a_stage(maker.group, on=date(2007, 2, 1)),
        a_stage(
            maker.group, Stage.FRUSTRATION, on=date(2007, 9, 1), why="Old ways pull us back.", judged_by=person.name
        ),
        a_stage(maker.group, Stage.FRUSTRATION, on=date(2008, 2, 1), why="It turns.", crossover=True),
        a_stage(maker.group, Stage.FUNCTIONING, on=date(2008, 5, 1), why="We do what we say."),
    )
    maker.keep(*_story(maker.group, agencies["EDU"].id, agencies["POL"].id))
    return maker


def _story(group: Group, education: str, police: str) -> list[Record]:
    outcome = SharedOutcome(
        id=an_id(), group_id=group.id, statement="All of our tamariki learn", story="It turned in May"
    )
    unit = {"unit": "percent", "direction": Direction.UP}
    indicator = Indicator(id=an_id(), outcome_id=outcome.id, name="Half days attended", **unit)
    values = [
        (ValueKind.ACTUAL, date(2007, 12, 31), "61"),
        (ValueKind.ACTUAL, date(2008, 6, 30), "78.5"),
        (ValueKind.FORECAST, date(2008, 6, 30), "35"),
    ]
    lesson = Lesson(id=an_id(), group_id=group.id, on=date(2008, 5, 6), text="Start from the family's wish")
    given = {"group_id": group.id, "delivered_on": date(2008, 4, 30), "kind": Resource.STAFF_TIME, "unit": "hours"}
    promised = {"group_id": group.id, "made_on": date(2008, 4, 1), "agency_id": police}
    return [
        outcome,
        indicator,
        *(
            IndicatorValue(id=an_id(), indicator_id=indicator.id, kind=kind, period_end=day, value=Decimal(value))
            for kind, day, value in values
        ),
        Contribution(id=an_id(), agency_id=education, quantity=Decimal("37.5"), **given),
        Contribution(id=an_id(), agency_id=education, quantity=Decimal(20), **given),
        Commitment(id=an_id(), text="Bring the list", due=date(2008, 5, 1), first_due=date(2008, 5, 1), **promised),
        Commitment(id=an_id(), text="One form", due=date(2008, 6, 1), kept_on=date(2008, 5, 30), **promised),
        lesson,
        Carrying(id=an_id(), lesson_id=lesson.id, agency_id=education, on=date(2008, 6, 2), taken_up=TakenUp.YES),
    ]


@pytest.fixture
def sheet_cells(small_group: Maker) -> Callable[[str], list[list[Any]]]:
    """The values on one sheet of the small group's return, from row 5."""
    import openpyxl

    book = openpyxl.load_workbook(small_group.write().path, read_only=True, data_only=True)
    return lambda name: [list(row) for row in book[name].iter_rows(5, values_only=True)]
