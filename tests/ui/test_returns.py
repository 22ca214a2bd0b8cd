"""Returns, as a person makes them: checks, preview, saving, and the register of what left."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tracker.models.figures.next_return import period_to_report, periods_around, returns_made
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import Departure, Group, Return
from tracker.models.records.handing_in import ReturnState
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.returns import ReturnsPage
from tracker.ui.place import Place
from tracker.ui.return_preview import ReturnPreview
from tracker.ui.returns.prepare_side import PrepareSide


@pytest.fixture
def page(sample: Office, qtbot: QtBot) -> Iterator[PrepareSide]:
    """The side that prepares returns, on the sample's group with the fewest troubles."""
    made = ReturnsPage(Desk(sample))
    made.resize(1000, 700)
    made.show()
    made.show_place(Place("returns", sample.find(Group, "ICM").id))
    yield made.preparing
    made.preparing.writer.wait()
    made.hide()
    made.deleteLater()


def save(page: PrepareSide, path: Path, qtbot: QtBot) -> None:
    job = page.save_to(path)
    with qtbot.waitSignal(job.finished, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: page.writer.job is None)


def latest(page: PrepareSide) -> tuple[Return, Departure]:
    line = returns_made(page.desk.snapshot)[0]
    assert line.made is not None
    assert line.left is not None
    return line.made, line.left


@pytest.mark.parametrize(
    ("today", "period"),
    [
        (date(2008, 6, 30), Period(2008)),
        (date(2008, 7, 10), Period(2008)),
        (date(2008, 11, 5), Period(2009, 1)),
        (date(2008, 6, 29), Period(2008, 3)),
    ],
)
def test_the_period_that_ended_last_is_reported(today: date, period: Period) -> None:
    assert period_to_report(today) == period


def test_years_and_quarters_around_today_are_offered() -> None:
    assert [period.label for period in periods_around(date(2008, 6, 30))][:3] == ["2007/08", "2007/08-Q4", "2007/08-Q3"]


def test_the_sample_offers_the_year_2007_08(page: PrepareSide) -> None:
    assert page.card.period.currentText() == "Year 2007/08"


def test_the_checks_are_counted_in_words(page: PrepareSide) -> None:
    found = page.checks.findings
    queries = sum(finding.severity == "query" for finding in found)
    assert queries
    assert f"{queries} quer" in page.checks.title


def test_a_check_leads_to_what_it_is_about(page: PrepareSide) -> None:
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    about = next(finding for finding in page.checks.findings if finding.result_id)
    page.checks.followed.emit(about)
    assert [(place.page, place.tab, place.record_id) for place in places] == [("group", "victories", about.result_id)]


def test_saving_writes_the_workbook_and_notes_what_left(page: PrepareSide, tmp_path: Path, qtbot: QtBot) -> None:
    page.card.to_whom.setText("Regional Commissioner")
    save(page, tmp_path / "return.xlsx", qtbot)
    made, left = latest(page)
    assert "Results" in openpyxl.load_workbook(tmp_path / "return.xlsx").sheetnames
    assert (left.to_whom, left.file_name, left.return_id) == ("Regional Commissioner", "return.xlsx", made.id)
    assert (made.revision, made.state, made.period) == (1, ReturnState.DRAFT, "2007/08")
    assert page.banner.sentence.startswith("Saved: return.xlsx, revision 1")


def test_the_next_revision_follows_the_one_before(page: PrepareSide, tmp_path: Path, qtbot: QtBot) -> None:
    save(page, tmp_path / "first.xlsx", qtbot)
    first, _ = latest(page)
    save(page, tmp_path / "second.xlsx", qtbot)
    made = max(page.desk.snapshot.of(Return, scope_id=first.scope_id), key=lambda each: each.revision)
    assert (made.revision, made.supersedes_id) == (2, first.id)


def test_undo_stops_at_what_left(page: PrepareSide, tmp_path: Path, qtbot: QtBot) -> None:
    save(page, tmp_path / "return.xlsx", qtbot)
    with pytest.raises(Mistake):
        page.desk.office.undo()


def test_a_return_with_errors_is_offered_as_a_draft(page: PrepareSide, sample: Office) -> None:
    page.card.scope.setCurrentIndex(page.card.scope.findData(sample.find(Group, "MTJ").id))
    page.card.state.setCurrentIndex(page.card.state.findData(ReturnState.CERTIFIED.value))
    page.save()
    assert "cannot be certified yet" in page.banner.sentence


def test_a_return_needs_somebody_to_go_to(page: PrepareSide) -> None:
    page.card.to_whom.clear()
    page.save()
    assert page.banner.sentence.startswith("Say to whom")


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_noted(
    page: PrepareSide, tmp_path: Path, qtbot: QtBot
) -> None:
    before = len(page.desk.snapshot.of(Departure))
    save(page, tmp_path / "nowhere" / "return.xlsx", qtbot)
    assert "There is no folder" in page.banner.sentence
    assert len(page.desk.snapshot.of(Departure)) == before


def test_a_cancelled_return_leaves_no_file(page: PrepareSide, tmp_path: Path, qtbot: QtBot) -> None:
    job = page.save_to(tmp_path / "return.xlsx")
    job.cancel()
    qtbot.waitUntil(lambda: page.writer.job is None, timeout=20_000)
    assert list(tmp_path.glob("*.xlsx")) == []


def test_the_preview_shows_each_sheet_without_ids(page: PrepareSide) -> None:
    assert page.prepared is not None
    dialog = ReturnPreview(page.prepared, page)
    names = [dialog.sheets.item(row).text().split("   ")[0] for row in range(dialog.sheets.count())]
    headings = [column.heading for view in dialog.views for column in view.table.columns]
    dialog.deleteLater()
    assert {"Results", "Mappings", "Life cycle", "Commitments"} <= set(names)
    assert not [heading for heading in headings if heading.endswith(" id")]


def test_the_table_of_returns_is_a_sound_model(page: PrepareSide) -> None:
    tester = QAbstractItemModelTester(page.made.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refill()
    page.made.table.sort(3)
    assert page.made.table.rowCount() >= 3
    tester.deleteLater()


def test_an_office_without_groups_says_what_to_do(office: Office, qtbot: QtBot) -> None:
    page = ReturnsPage(Desk(office))
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("returns"))
    assert not page.preparing.card.isVisible()


def test_where_there_is_room_the_checks_that_passed_are_listed(page: PrepareSide) -> None:
    page.window().resize(1700, 1000)
    QApplication.processEvents()
    words = [found.text() for found in page.checks.findChildren(QLabel) if found.isVisible()]
    assert "Live shares of a result add to 100% or less (rule 3)" in words


def test_the_tab_key_goes_from_the_checks_to_their_links(page: PrepareSide) -> None:
    area = page.checks.findChild(QScrollArea)
    assert area is not None
    following = area.nextInFocusChain()
    while following.focusPolicy() == Qt.FocusPolicy.NoFocus:
        following = following.nextInFocusChain()
    assert following.accessibleName().startswith("Show what this is about")
