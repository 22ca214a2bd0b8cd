"""The list of expected returns: who is missing, by how many days, and the reporting rate."""

from pathlib import Path

import pytest

from tests.reports.collation.conftest import HeadOffice, SampleReturns, sheet_of
from tracker.models.mistake import Mistake
from tracker.reports.collation.expected import read_expected

LIST = """office_id,office,region,kind,period,due,contact,closed
AKL,Auckland,Auckland,R1,2007/08,31 Jul 2099,Mere,
AKL,Auckland,Auckland,R1,2007/08,31 Jul 2099,Mere,
WLG,Wellington,Wellington,R1,2007/08,10 Jul 2008,Tama,no
"""


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "offices.csv"
    path.write_text(LIST, "utf-8-sig")
    return path


def test_what_has_not_come_is_missing_with_its_days_late(
    head_office: HeadOffice, returns: SampleReturns, listed: Path
) -> None:
    done = head_office.collate(returns.group("ICM"), expected=read_expected(listed))
    rows = sheet_of(head_office.out, "Missing")
    assert [(row["Office"], row["Days late"], row["Contact"]) for row in rows] == [
        ("Wellington", 10, "Tama"),
        ("Auckland", None, "Mere"),
    ]
    assert (done.reporting.accepted, done.reporting.expected, done.reporting.on_time) == (1, 3, 1)


def test_a_rejected_return_is_still_missing(head_office: HeadOffice, returns: SampleReturns, listed: Path) -> None:
    done = head_office.collate(returns.group("MTJ"), expected=read_expected(listed))
    assert len(done.reporting.missing) == 3
    assert [(rate.region, rate.received, rate.accepted) for rate in done.reporting.regions] == [
        ("Auckland", 1, 0),
        ("Wellington", 0, 0),
    ]


def test_without_a_list_nobody_is_missing(head_office: HeadOffice, returns: SampleReturns) -> None:
    done = head_office.collate(returns.group("ICM"))
    assert done.reporting.missing == ()
    assert sheet_of(head_office.out, "Missing")[0]["Office"] == "Nothing in this period"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("AKL,A,R,R9,2007/08,,,", "R9” is no kind of return"),
        ("AKL,A,R,R1,last year,,,", "is no period"),
        ("AKL,A,R,R1,2007/08,1/2/09,,", "line 2"),
        ("AKL,A,R,R1,2007/08,,,perhaps", "write yes or no"),
        (",A,R,R1,2007/08,,,", "no office_id"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(row: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text(f"office_id,office,region,kind,period,due,contact,closed\n{row}\n", "utf-8")
    with pytest.raises(Mistake, match=reason):
        read_expected(path)
