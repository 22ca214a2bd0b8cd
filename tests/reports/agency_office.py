"""The return of one agency in a small office, for tests of R2."""

from typing import Any

from tests.builders import an_id
from tests.reports.conftest import MADE_AT, Maker
from tracker.models.period import Period
from tracker.models.records import Agency
from tracker.models.records.handing_in import ReturnState
from tracker.models.snapshot import snapshot_of
from tracker.reports.returning import PreparedReturn, WrittenReturn, prepare_agency_return, write_return
from tracker.reports.sheet import Formula

Q4 = Period(2008, 4)


def prepared(maker: Maker, code: str = "EDU", period: Period = Q4, **told: Any) -> PreparedReturn:
    """The return of the agency with that code, as at the last day of 2007/08."""
    snapshot = snapshot_of(Period(2008).last_day, [*maker.records, maker.group])
    (agency,) = snapshot.of(Agency, code=code)
    options = {"revision": 1, "return_id": an_id(), "made_at": MADE_AT, "app_version": "0.1.0"} | told
    return prepare_agency_return(snapshot, agency.id, period, state=options.pop("state", ReturnState.DRAFT), **options)


def written(maker: Maker, code: str = "EDU", **told: Any) -> WrittenReturn:
    """The same as a file."""
    made = prepared(maker, code, **told)
    return write_return(made, maker.folder / made.file_name)


def rows(made: PreparedReturn, name: str) -> list[dict[str, Any]]:
    """The rows of one sheet by heading; of a formula the value that it has."""
    (sheet,) = [sheet for sheet in made.book.sheets if sheet.name == name]
    headings = [column.heading for column in sheet.columns]
    plain = [[cell.value if isinstance(cell, Formula) else cell for cell in row] for row in sheet.rows]
    return [dict(zip(headings, row, strict=True)) for row in plain]
