"""An office for which logs are filled in, and logs as plain values: a test names only what it is about."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from tests.builders import a_group, a_member, a_person, an_agency, an_id, an_office
from tracker.models.log_columns import LogColumn
from tracker.models.log_import import LogImport, plan_import
from tracker.models.log_sheet import LogFacts, LogFile, LogLine
from tracker.models.records import Record
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
GROUP, OTHER = a_group(short_name="ICM"), a_group(code="SEMO", name="Schooling in Māngere", short_name="SEMO")
EDU, POL, WINZ = an_agency("EDU"), an_agency("POL"), an_agency("WINZ", name="Work and Income")
SERGEANT = a_person(POL, name="Mere Example", post="Sergeant")
EVERYTHING: tuple[Record, ...] = (
    an_office(),
    GROUP,
    OTHER,
    EDU,
    POL,
    WINZ,
    SERGEANT,
    *(a_member(GROUP, agency) for agency in (EDU, WINZ)),
    a_member(GROUP, POL, person_id=SERGEANT.id),
)
USUAL: dict[str, Any] = {
    "meeting_date": datetime(2008, 6, 12),  # noqa: DTZ001
    "group": "ICM",
    "meeting_place": "Papakura",
    "agencies_present": "EDU; POL",
    "kind": "decision",
    "what_happened": "One plan for each whānau",
    "sensitivity": "in confidence",
    "entered_by": "Aroha Example",
}
PROMISE: dict[str, Any] = {
    "kind": "commitment",
    "what_happened": "Bring the list of homes",
    "owner_agency": "POL",
    "due_date": "27/6/2008",
    "commitment_state": "open",
}
VICTORY: dict[str, Any] = {
    "kind": "little victory",
    "what_happened": "Twelve tamariki are back at school",
    "value": 12,
    "unit": "people",
    "better_off": "better off",
    "agencies_contributing": "EDU; POL",
}


def a_log(*rows: dict[str, Any], template: str = "T1", **facts: Any) -> LogFile:
    """A log whose rows stand from row 5 on, as L001, L002 …; a row of None is empty."""
    known: dict[str, Any] = {"template_id": template, "office_code": "AKL", "office": "Papakura", "issued_at": ""}
    return LogFile(LogFacts(**known | facts), tuple(a_line_of(number, row) for number, row in enumerate(rows, 1)))


def a_line_of(number: int, row: dict[str, Any] | None) -> LogLine:
    told = {"row_ref": f"L{number:03d}"} | ({} if row is None else USUAL | row)
    return LogLine(number + 4, {LogColumn(name): value for name, value in told.items()})


def an_open_office(*more: Record, today: date = TODAY) -> Snapshot:
    return snapshot_of(today, [*EVERYTHING, *more])


def planned(log: LogFile, snapshot: Snapshot | None = None) -> LogImport:
    return plan_import(snapshot or an_open_office(), log, an_id)


def brought_in(log: LogFile, before: Iterable[Record] = EVERYTHING, today: date = TODAY) -> list[Record]:
    """All records as they would be once the log is brought in."""
    records = {(type(record), record.id): record for record in before}
    plan = plan_import(snapshot_of(today, records.values()), log, an_id)
    assert not plan.rejected, [row.notes for row in plan.rows]
    for record in plan.removes:
        del records[type(record), record.id]
    records |= {(type(record), record.id): record for record in plan.saves}
    return list(records.values())
