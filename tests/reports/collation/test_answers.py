"""Head office's answer to each office, and the office's way of keeping it."""

from pathlib import Path

import pytest

from tests.builders import an_id
from tests.reports.collation.conftest import HeadOffice, SampleReturns
from tracker.models.mistake import Mistake
from tracker.models.records.handing_in import Verdict
from tracker.reports.collation.answer import read_answer


@pytest.fixture
def answered(head_office: HeadOffice, returns: SampleReturns, tmp_path: Path) -> HeadOffice:
    theirs = returns.of_another_office(tmp_path / "theirs.xlsx", "GUEDO")
    head_office.collate(returns.group("ICM"), returns.group("AUT"), returns.group("MTJ"), theirs)
    return head_office


def test_each_office_has_an_answer_about_its_own_returns(answered: HeadOffice) -> None:
    folder = answered.folder / "national-answers"
    assert sorted(path.name for path in folder.iterdir()) == ["Answer_AKL.xlsx", "Answer_WLG.xlsx"]
    theirs = read_answer(folder / "Answer_WLG.xlsx")
    assert theirs.office_id == "WLG"
    assert [each.called for each in theirs.returns] == [
        "Group return, Government Urban and Economic Development Office"
    ]


def test_an_answer_says_what_to_put_right(answered: HeadOffice) -> None:
    answer = read_answer(answered.folder / "national-answers" / "Answer_AKL.xlsx")
    told = {each.called: each for each in answer.returns}
    assert {each.verdict for each in told.values()} == {Verdict.ACCEPTED, Verdict.QUERIED, Verdict.REJECTED}
    rejected = told["Group return, Mayors' Taskforce for Jobs"]
    assert rejected.verdict is Verdict.REJECTED
    assert "add up to 110%" in rejected.issues


def test_an_answer_becomes_a_receipt_beside_its_return(answered: HeadOffice) -> None:
    answer = read_answer(answered.folder / "national-answers" / "Answer_AKL.xlsx")
    receipt = answer.returns[0].receipt(an_id)
    assert receipt.problems() == []
    assert len(receipt.file_sha256) == 64
    assert receipt.received_at is not None
    assert receipt.received_at.tzinfo is not None


def test_what_is_no_answer_is_refused(returns: SampleReturns, tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="no answer of head office"):
        read_answer(returns.group("ICM"))
    (tmp_path / "text.xlsx").write_text("hello", "utf-8")
    with pytest.raises(Mistake, match="no Excel workbook"):
        read_answer(tmp_path / "text.xlsx")
