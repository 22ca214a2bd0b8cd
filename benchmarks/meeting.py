"""One meeting with three commitments and a little victory, on the disk."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from benchmarks.bare import rows as bare_rows
from benchmarks.ground import Ground
from benchmarks.timing import Pairs, Row, in_pairs, timed
from tracker.models.records import Agency, Commitment, Group, Meeting, Record, Result
from tracker.store.office import Office
from tracker.store.rows import to_row

RUNS = 40
FRESH_FILES = 4
_DAY = date(2008, 6, 24)


def measure(ground: Ground) -> Row:
    """Each part of the runs begins with fresh copies of the sample; both sides keep the same values."""
    parts = [_measured(ground, RUNS // FRESH_FILES) for _ in range(FRESH_FILES)]
    return Row(
        "a meeting with 3 commitments and 1 victory, on disk",
        "the same rows in one raw sqlite3 transaction",
        Pairs(tuple(t for part in parts for t in part.program), tuple(t for part in parts for t in part.bare)),
        at_most=3.0,
    )


def _measured(ground: Ground, runs: int) -> Pairs:
    office = Office.open(ground.copy_of_sample("meeting"), ground.setting)
    connection = bare_rows.connect(ground.copy_of_sample("meeting-bare"))

    def program() -> float:
        records = _meeting(office)
        return timed(lambda: _keep(office, records))

    def bare() -> float:
        statements = [_statement(record) for record in _meeting(office)]
        return timed(lambda: bare_rows.insert(connection, statements))

    try:
        return in_pairs(program, bare, runs)
    finally:
        office.close()
        connection.close()


def _keep(office: Office, records: Sequence[Record]) -> None:
    with office.step("log a meeting"):
        office.save(*records)


def _meeting(office: Office) -> list[Record]:
    snapshot = office.snapshot()
    group = office.find(Group, "ICM")
    agency = snapshot.of(Agency)[0]
    meeting = Meeting(id=office.mint(), group_id=group.id, on=_DAY, place="Ōtara, the community hall")
    commitments = [
        Commitment(
            id=office.mint(),
            group_id=group.id,
            meeting_id=meeting.id,
            text=f"Bring the list of whānau in street {number}, agreed with the school, to the next meeting",
            agency_id=agency.id,
            to="the group",
            made_on=_DAY,
            due=_DAY + timedelta(weeks=number),
            first_due=_DAY + timedelta(weeks=number),
        )
        for number in (1, 2, 3)
    ]
    victory = Result(
        id=office.mint(),
        group_id=group.id,
        meeting_id=meeting.id,
        name="Twelve young people have their learner licence",
        narrative="The course was run in the hall on three evenings, and the fee was shared between two agencies.",
        on=_DAY,
        unit="people",
        value=Decimal(12),
    )
    return [meeting, *commitments, victory]


def _statement(record: Record) -> bare_rows.Insert:
    row = to_row(record)
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    return f'INSERT INTO "{record.table}"({names}) VALUES ({marks})', tuple(row.values())
