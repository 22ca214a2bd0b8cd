"""The Office page, by the keyboard: its details, the school terms, what left, and the backups."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_group, an_id
from tests.ui.answering import answering
from tests.ui.opened import a_window
from tracker.models.records import Departure, SchoolTerm
from tracker.store.backups import back_up, list_backups
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.office.file_size import size_words
from tracker.ui.pages.office import OfficePage
from tracker.ui.place import Place

TERM_2 = SchoolTerm(id=an_id(), name="Term 2, 2008", from_on=date(2008, 5, 5), to_on=date(2008, 7, 4))
TERM_3 = SchoolTerm(id=an_id(), name="Term 3, 2008", from_on=date(2008, 7, 21), to_on=date(2008, 9, 26))
LEFT = Departure(
    id=an_id(),
    at=datetime(2008, 4, 8, 3, 20, tzinfo=UTC),
    what="Group return, Papakura",
    to_whom="Regional Commissioner",
    purpose="Quarterly return",
    rows=104,
    file_name="return.xlsx",
)


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> OfficePage:
    with office.step("make ready"):
        office.save(TERM_3, TERM_2)
    return shown(office, qtbot)


def shown(office: Office, qtbot: QtBot) -> OfficePage:
    made = OfficePage(Desk(office))
    qtbot.addWidget(made)
    made.resize(760, 640)
    made.show()
    made.show_place(Place("office"))
    return made


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()[1:]]


def terms(page: OfficePage) -> list[list[str]]:
    return rows(page.terms.table.as_text())


def type_into(dialog: FormDialog, *fields: str) -> None:
    """Types from field to field, as a person would, and keeps it with Enter."""
    for place, text in enumerate(fields):
        if place:
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(dialog.focusWidget(), text)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_the_office_says_what_it_is_called_where_it_lies_and_what_it_holds(page: OfficePage, office: Office) -> None:
    with office.step("add a group"):
        office.save(a_group())
    facts = {caption: fact.text().replace("\u200b", "") for caption, fact in page.details.facts.items()}
    assert (facts["Name"], facts["Short code"], facts["Region"]) == ("Papakura office", "AKL", "Auckland")
    assert facts["File"].startswith("office.tracker, ")
    assert facts["Folder"] == str(office.path.parent)
    assert facts["Holds"] == "1 group"


def test_only_a_sample_says_the_day_that_it_is_seen_as_at(page: OfficePage, sample: Office, qtbot: QtBot) -> None:
    assert not page.details.facts["Sample"].isVisible()
    of_sample = shown(sample, qtbot)
    assert of_sample.details.facts["Sample"].text() == "Seen as at 30 Jun 2008"


def test_the_office_is_corrected_by_its_button(page: OfficePage, office: Office) -> None:
    with answering(lambda dialog: type_into(dialog, "Manukau office")):
        QTest.keyClick(page.details.correct, Qt.Key.Key_Space)
    assert office.details.name == "Manukau office"
    assert (page.details.facts["Name"].text(), office.undo_name) == ("Manukau office", "correct the office")


def test_a_real_office_is_not_asked_whether_it_is_a_sample(page: OfficePage) -> None:
    asked: list[set[str]] = []
    with answering(lambda dialog: asked.append(set(dialog.form.inputs))):
        page.details.correct.click()
    assert asked == [{"name", "code", "region"}]


def test_terms_stand_in_their_order_and_the_one_that_runs_says_so(page: OfficePage) -> None:
    assert terms(page) == [
        ["Term 2, 2008", "5 May 2008", "4 Jul 2008", "Now"],
        ["Term 3, 2008", "21 Jul 2008", "26 Sep 2008", ""],
    ]


def test_a_term_is_added_by_typing_alone(page: OfficePage, office: Office) -> None:
    with answering(lambda dialog: type_into(dialog, "Term 4, 2008", "13/10/2008", "19 Dec 2008")):
        QTest.keyClick(page.terms.add, Qt.Key.Key_Space)
    assert terms(page)[-1] == ["Term 4, 2008", "13 Oct 2008", "19 Dec 2008", ""]
    assert page.terms.chosen
    assert page.terms.chosen.name == "Term 4, 2008"
    assert office.undo_name == "add a school term"


def test_enter_corrects_the_chosen_term(page: OfficePage, office: Office) -> None:
    page.terms.view.choose(TERM_3.id)
    with answering(lambda dialog: type_into(dialog, "Term three, 2008")):
        QTest.keyClick(page.terms.view, Qt.Key.Key_Return)
    assert office.snapshot().one(SchoolTerm, TERM_3.id).name == "Term three, 2008"


def test_a_term_that_ends_before_it_begins_stays_in_its_form(page: OfficePage) -> None:
    said: list[str] = []

    def fill(dialog: FormDialog) -> None:
        type_into(dialog, "Term 4, 2008", "19/12/2008", "13/10/2008")
        said.append(dialog.banner.sentence)

    with answering(fill):
        page.terms.add.click()
    assert said == ["The term ends before it begins: put one of the two dates right."]
    assert len(terms(page)) == 2


def test_delete_removes_the_chosen_term_and_undo_brings_it_back(page: OfficePage, office: Office, qtbot: QtBot) -> None:
    page.terms.view.choose(TERM_2.id)
    with qtbot.waitSignal(page.desk.said) as said:
        QTest.keyClick(page.terms.view, Qt.Key.Key_Delete)
    assert said.args == ["Removed: Term 2, 2008. Ctrl+Z brings it back."]
    assert [row[0] for row in terms(page)] == ["Term 3, 2008"]
    office.undo()
    assert len(terms(page)) == 2


def test_correct_and_remove_wait_until_a_term_is_chosen(page: OfficePage) -> None:
    assert not page.terms.correct.isEnabled()
    page.terms.view.choose(TERM_2.id)
    assert page.terms.correct.isEnabled()
    assert page.terms.remove.isEnabled()


def test_the_page_tells_what_end_of_term_is_read_from(page: OfficePage) -> None:
    assert any("“End of term” in a typed line" in words.text() for words in page.terms.findChildren(QLabel))


def test_an_office_without_terms_has_a_button_for_the_first(office: Office, qtbot: QtBot) -> None:
    empty = shown(office, qtbot)
    assert not empty.terms.view.isVisible()
    assert empty.focusWidget() is empty.details.correct


def test_the_register_shows_the_newest_first(page: OfficePage, office: Office) -> None:
    later = replace(LEFT, id=an_id(), at=datetime(2008, 6, 2, 22, 5, tzinfo=UTC), what="Brief for the next meeting")
    with office.step("save a return", barrier=True):
        office.save(LEFT, later)
    assert rows(page.departures.table.as_text()) == [
        [
            "3 Jun 2008, 10:05",
            "Brief for the next meeting",
            "Regional Commissioner",
            "Quarterly return",
            "104",
            "return.xlsx",
        ],
        [
            "8 Apr 2008, 15:20",
            "Group return, Papakura",
            "Regional Commissioner",
            "Quarterly return",
            "104",
            "return.xlsx",
        ],
    ]


def test_back_up_now_makes_a_backup_and_shows_it(page: OfficePage, office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.said) as said:
        QTest.keyClick(page.backups.back_up, Qt.Key.Key_Space)
    (made,) = list_backups(office.setting.data_folder, office.path)
    assert said.args == ["The office is backed up, and the backup has been checked."]
    assert rows(page.backups.table.as_text()) == [["30 Jun 2008, 12:00", "Asked for", size_words(made.size)]]


def test_a_backup_that_cannot_be_made_is_said_in_the_page(page: OfficePage, office: Office, qtbot: QtBot) -> None:
    office.setting.data_folder.write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(page.desk.mistaken) as mistaken:
        page.back_up()
    assert mistaken.args[0].startswith("No backup could be made in ")


def test_the_command_that_puts_a_backup_back_can_be_copied(page: OfficePage, office: Office) -> None:
    made = back_up(office.image(), office.setting.data_folder, office.path, office.setting.clock(), "opening")
    page.refill()
    assert not page.backups.copy.isEnabled()
    page.backups.view.choose(str(made.path))
    QTest.keyClick(page.backups.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == f'tracker restore "{office.path}" "{made.path}"'


def test_where_the_file_lies_can_be_copied(page: OfficePage, office: Office) -> None:
    QTest.keyClick(page.details.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == str(office.path)


def test_in_the_window_its_own_keeper_makes_the_backup(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    window = a_window(setting, qtbot, sample_path)
    window.go(Place("office"))
    page = window.shelf.page("office")
    assert isinstance(page, OfficePage)
    assert page.keeper() is window.keeper


def test_qt_finds_nothing_wrong_with_the_tables(page: OfficePage) -> None:
    for card in (page.terms, page.departures, page.backups):
        QAbstractItemModelTester(card.view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refill()


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (640_000, "640 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (1_234_567_890, "1,234.6 MB")],
)
def test_a_size_is_said_in_the_unit_that_suits_it(size: int, words: str) -> None:
    assert size_words(size) == words
