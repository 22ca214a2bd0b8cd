"""Head office's side of the Returns page: real returns of two offices, put together and decided by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_mapping, a_result, an_agency, an_office
from tests.reports.conftest import MADE_AT, Maker
from tracker.models.period import Period
from tracker.models.records import Record
from tracker.models.records.handing_in import ReturnState
from tracker.models.snapshot import snapshot_of
from tracker.reports.collation.conflict import Action
from tracker.reports.returning import prepare_group_return, write_return
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.returns import ReturnsPage
from tracker.ui.place import Place
from tracker.ui.returns.head_office_side import HeadOfficeSide


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> Iterator[HeadOfficeSide]:
    """The side in an office without groups: head office has none of its own."""
    page = ReturnsPage(Desk(office))
    page.resize(1000, 700)
    page.show()
    page.show_place(Place("returns", tab="head-office"))
    assert isinstance(page.side, HeadOfficeSide)
    yield page.side
    page.side.writer.wait()
    page.hide()
    page.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Returns of two offices that both report one result first, with other numbers; and a file that is none."""
    made = tmp_path / "returns"
    made.mkdir()
    maker = Maker(records=[], folder=made)
    agency = an_agency()
    result = a_result(maker.group, 12)
    for code, value in (("AKL", 12), ("WLG", 14)):
        own = replace(result, value=Decimal(value), primary_reporter=code)
        records: list[Record] = [an_office(code=code), agency, maker.group, own, a_mapping(own, agency)]
        snapshot = snapshot_of(date(2008, 6, 30), records)
        prepared = prepare_group_return(
            snapshot,
            maker.group.id,
            Period(2008, 4),
            revision=1,
            state=ReturnState.DRAFT,
            return_id=f"return of {code}",
            made_at=MADE_AT,
            app_version="0.1.0",
        )
        write_return(prepared, made / f"{code}.xlsx")
    (made / "letter.xlsx").write_text("Dear head office", encoding="utf-8")
    return made


def put_together(side: HeadOfficeSide, folder: Path, qtbot: QtBot) -> Path:
    """As typed and pressed."""
    out = folder.with_name("national.xlsx")
    side.card.folder.setText(str(folder))
    side.card.out.setText(str(out))
    QTest.keyClick(side.card.out, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: side.writer.job is None, timeout=20_000)
    return out


def test_a_folder_is_put_together_and_each_file_has_its_verdict(
    side: HeadOfficeSide, folder: Path, qtbot: QtBot
) -> None:
    out = put_together(side, folder, qtbot)
    assert "Totals_once" in openpyxl.load_workbook(out, read_only=True).sheetnames
    assert next(entry.read.file for entry in side.files.table.things) == "letter.xlsx"
    assert side.banner.sentence.startswith("3 files: 2 queried, 1 rejected. ")


def test_a_difference_is_decided_by_one_key_and_holds_the_next_time(
    side: HeadOfficeSide, folder: Path, qtbot: QtBot
) -> None:
    put_together(side, folder, qtbot)
    side.name.setText("H. Ngata")
    assert side.done is not None
    assert len(side.done.undecided) == 1
    for key, action in ((Qt.Key.Key_A, Action.USE_A), (Qt.Key.Key_B, Action.USE_B)):
        QTest.keyClick(side.conflicts, key)
        put_together(side, folder, qtbot)
        assert [(each.action, each.decision.decided_by) for each in side.done.conflicts] == [(action, "H. Ngata")]


def test_a_decision_needs_a_name(side: HeadOfficeSide, folder: Path, qtbot: QtBot) -> None:
    put_together(side, folder, qtbot)
    QTest.keyClick(side.conflicts, Qt.Key.Key_A)
    assert side.banner.sentence.startswith("Type your name")


def test_what_cannot_be_chosen_for_a_difference_is_not_offered(
    side: HeadOfficeSide, folder: Path, qtbot: QtBot
) -> None:
    put_together(side, folder, qtbot)
    side.name.setText("H. Ngata")
    QTest.keyClick(side.conflicts, Qt.Key.Key_C)
    assert not side.foot.buttons["C"].isEnabled()
    assert side.done is not None
    assert [each.action for each in side.conflicts.table.things] == [None]


@pytest.mark.parametrize(
    ("folder_name", "out", "sentence"),
    [
        ("", "national.xlsx", "Choose the folder with the returns first."),
        ("returns", "", "Choose where the national workbook goes first."),
        ("returns", "national.ods", "national.ods is no workbook's name: end it in .xlsx."),
    ],
)
def test_what_is_missing_is_said_before_anything_is_read(
    side: HeadOfficeSide, folder_name: str, out: str, sentence: str
) -> None:
    side.card.folder.setText(folder_name)
    side.card.out.setText(out)
    assert side.put_together() is None
    assert side.banner.sentence == sentence


def test_a_folder_that_is_not_there_is_said(side: HeadOfficeSide, tmp_path: Path, qtbot: QtBot) -> None:
    put_together(side, tmp_path / "nowhere", qtbot)
    assert side.banner.sentence.startswith("There is no file or folder")


def test_a_cancelled_reading_writes_no_workbook(side: HeadOfficeSide, folder: Path, qtbot: QtBot) -> None:
    out = folder.with_name("national.xlsx")
    side.card.folder.setText(str(folder))
    side.card.out.setText(str(out))
    job = side.put_together()
    assert job is not None
    side.card.cancel.click()
    qtbot.waitUntil(lambda: side.writer.job is None, timeout=20_000)
    assert not out.exists() or side.done is not None
