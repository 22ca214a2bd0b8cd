"""A group's Results."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tests.ui.answering import answering
from tracker.models.records import Group, Result
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.amounts import measured
from tracker.ui.group.results import ResultsTab
from tracker.ui.place import Place


def shown_tab(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> ResultsTab:
    tab = ResultsTab(Desk(office))
    qtbot.addWidget(tab)
    tab.show_place(Place("group", group_id, "results", record_id))
    tab.show()
    return tab


@pytest.fixture
def tab(sample: Office, qtbot: QtBot) -> ResultsTab:
    return shown_tab(sample, sample.find(Group, "SEMO").id, qtbot)


def test_the_latest_result_stands_first_and_is_told_below(tab: ResultsTab) -> None:
    days = [result.on for result in tab.view.table.rows]
    assert days == sorted(days, reverse=True)
    assert tab.story.startswith(tab.view.table.rows[0].narrative)


def test_qt_finds_nothing_wrong_with_the_table(tab: ResultsTab) -> None:
    QAbstractItemModelTester(tab.view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tab.filter.setText("parents")


def test_a_place_leads_to_its_result(tab: ResultsTab, sample: Office, qtbot: QtBot) -> None:
    last = tab.view.table.rows[-1]
    other = shown_tab(sample, last.group_id, qtbot, last.id)
    assert other.view.chosen_row == last


def test_a_new_result_is_of_today_and_of_this_office(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    with office.step("add a group"):
        office.save(group)
    tab = shown_tab(office, group.id, qtbot)

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["name"].set_value("Six learner licences")
        dialog.form.inputs["value"].set_value(Decimal(6))
        dialog.form.inputs["unit"].set_value("people")
        dialog.ok.click()

    with answering(fill):
        tab.add_result()
    made = office.snapshot().of(Result)[0]
    assert (made.on, made.primary_reporter, made.value) == (date(2008, 6, 30), "AKL", Decimal(6))


def test_a_value_without_its_unit_keeps_the_form_open(tab: ResultsTab, sample: Office) -> None:
    sentences = []

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["name"].set_value("Six learner licences")
        dialog.form.inputs["value"].set_value(Decimal(6))
        dialog.ok.click()
        sentences.append(dialog.banner.sentence)

    before = len(sample.snapshot().of(Result))
    with answering(fill):
        tab.add_result()
    assert sentences == ["Say what the value counts: give its unit."]
    assert len(sample.snapshot().of(Result)) == before


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1", "households", "1 household"),
        ("1", "people", "1 person"),
        ("1", "agencies", "1 agency"),
        ("1", "whānau", "1 whānau"),
        ("1200.50", "hours", "1,200.5 hours"),
        ("86", "percent", "86%"),
    ],
)
def test_a_value_is_said_with_its_unit_as_people_say_it(value: str, unit: str, words: str) -> None:
    assert measured(Decimal(value), unit) == words
