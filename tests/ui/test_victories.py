"""A group's Victories."""

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_result, an_agency
from tests.ui.answering import answering
from tracker.models.records import Group, Record, Result
from tracker.models.records.result import ResultState
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.amounts import measured
from tracker.ui.group.victories_side import VictoriesSide
from tracker.ui.place import Place

GROUP = a_group()
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
LICENCES = a_result(GROUP, name="Six learner licences", credit_ids=(POLICE.id, EDUCATION.id), on=date(2008, 5, 20))
VISITS = a_result(GROUP, name="One visit, not four", on=date(2008, 4, 2))
TODAY = date(2008, 6, 30)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown_tab(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> VictoriesSide:
    tab = VictoriesSide(Desk(office))
    qtbot.addWidget(tab)
    tab.resize(800, 560)
    tab.show_place(Place("group", group_id, "victories", record_id))
    tab.show()
    return tab


@pytest.fixture
def tab(sample: Office, qtbot: QtBot) -> VictoriesSide:
    return shown_tab(sample, sample.find(Group, "SEMO").id, qtbot)


@pytest.fixture
def two(office: Office, qtbot: QtBot) -> VictoriesSide:
    """Two victories, neither celebrated nor told; the later one is chosen."""
    keep(office, GROUP, POLICE, EDUCATION, a_member(GROUP, POLICE), a_member(GROUP, EDUCATION), LICENCES, VISITS)
    return shown_tab(office, GROUP.id, qtbot)


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def now(office: Office, victory: Result) -> Result:
    return office.snapshot().one(Result, victory.id)


def test_the_latest_victory_stands_first_and_is_told_in_full(tab: VictoriesSide) -> None:
    days = [victory.result.on for victory in tab.table.things]
    assert days == sorted(days, reverse=True)
    latest = tab.table.things[0].result
    assert tab.story.words[0] == latest.name
    assert any(latest.narrative in line for line in tab.story.words)


def test_qt_finds_nothing_wrong_with_the_table(tab: VictoriesSide) -> None:
    QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tab.filter.setText("parents")
    tab.which.setCurrentIndex(1)


def test_a_place_leads_to_its_victory(tab: VictoriesSide, sample: Office, qtbot: QtBot) -> None:
    last = tab.table.things[-1].result
    other = shown_tab(sample, last.group_id or "", qtbot, last.id)
    assert other.chosen[0].result == last


def test_credit_is_named_and_what_is_not_done_yet_is_said_in_words(two: VictoriesSide) -> None:
    row = two.table.as_text().splitlines()[1].split("\t")
    assert row == ["20 May 2008", "Six learner licences", "Police, Education", "", "not yet", "not yet", "Confirmed"]


def test_b_celebrates_today_in_one_step_that_undo_takes_back(two: VictoriesSide, office: Office, qtbot: QtBot) -> None:
    said: list[str] = []
    two.desk.said.connect(said.append)
    qtbot.keyClick(two.view, Qt.Key.Key_B)
    assert now(office, LICENCES).celebrated_on == TODAY
    assert said == ["Celebrated today: “Six learner licences”. Ctrl+Z takes it back."]
    assert office.undo_name == "celebrate a victory"
    office.undo()
    assert now(office, LICENCES).celebrated_on is None


def test_t_tells_all_that_are_chosen_at_home_in_one_step(two: VictoriesSide, office: Office, qtbot: QtBot) -> None:
    two.view.selectAll()
    qtbot.keyClick(two.view, Qt.Key.Key_T)
    assert [now(office, victory).told_home_on for victory in (LICENCES, VISITS)] == [TODAY, TODAY]
    assert office.undo_name == "tell 2 victories at home"


def test_shift_asks_for_the_day(two: VictoriesSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(two.view, Qt.Key.Key_B, SHIFT)
    day = two.asking.inputs["on"]
    day.setText("12 June 2008")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert now(office, LICENCES).celebrated_on == date(2008, 6, 12)
    assert two.asking.isHidden()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1 Jul 2008", "1 Jul 2008 is still to come: give the day on which it was told at home, up to 30 Jun 2008."),
        ("1 May 2008", "The victory came on 20 May 2008: it cannot have been told at home on 1 May 2008."),
    ],
)
def test_a_day_that_cannot_be_is_said_in_place(
    typed: str, sentence: str, two: VictoriesSide, office: Office, qtbot: QtBot
) -> None:
    qtbot.keyClick(two.view, Qt.Key.Key_T, SHIFT)
    two.asking.inputs["on"].setText(typed)
    qtbot.keyClick(two.asking.inputs["on"], Qt.Key.Key_Return)
    assert two.asking.problem == sentence
    assert now(office, LICENCES).told_home_on is None


def test_what_is_celebrated_already_stays_on_its_day(two: VictoriesSide, office: Office, qtbot: QtBot) -> None:
    two.desk.do("celebrate", dataclasses.replace(LICENCES, celebrated_on=date(2008, 6, 12)))
    mistakes: list[str] = []
    two.desk.mistaken.connect(mistakes.append)
    qtbot.keyClick(two.view, Qt.Key.Key_B)
    assert now(office, LICENCES).celebrated_on == date(2008, 6, 12)
    assert mistakes == ["Celebrated on 12 Jun 2008 already: Shift+B gives another day."]


def test_the_list_can_be_narrowed_to_what_is_not_told_yet(two: VictoriesSide, qtbot: QtBot) -> None:
    qtbot.keyClick(two.view, Qt.Key.Key_T)
    two.which.setCurrentIndex(2)
    assert two.which.currentText() == "Not told at home yet: 1"
    assert [victory.result for victory in two.table.things] == [VISITS]


def test_a_withdrawn_victory_is_not_asked_to_be_celebrated(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP, a_result(GROUP, state=ResultState.WITHDRAWN))
    tab = shown_tab(office, GROUP.id, qtbot)
    assert tab.table.as_text().splitlines()[1].split("\t")[4:6] == ["–", "–"]


def test_an_agency_that_shares_the_credit_leads_to_its_page(two: VictoriesSide) -> None:
    places: list[Place] = []
    two.desk.place_requested.connect(places.append)
    two.story.links[1].click()
    assert places == [Place("agency", record_id=EDUCATION.id)]


def test_a_new_victory_asks_four_things_and_is_of_today_and_of_this_office(
    two: VictoriesSide, office: Office, qtbot: QtBot
) -> None:
    def fill(dialog: FormDialog) -> None:
        assert list(dialog.form.inputs) == ["name", "who_gained", "credit_ids", "on"]
        dialog.form.inputs["name"].set_value("A warm house")
        dialog.form.inputs["credit_ids"].set_value((POLICE.id,))
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(two.view, Qt.Key.Key_A)
    made = two.chosen[0].result
    assert (made.name, made.on, made.primary_reporter, made.credit_ids) == ("A warm house", TODAY, "AKL", (POLICE.id,))
    assert office.undo_name == "add a victory"


def test_enter_corrects_and_a_value_without_its_unit_keeps_the_form_open(two: VictoriesSide, qtbot: QtBot) -> None:
    sentences = []

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["value"].set_value(Decimal(6))
        dialog.ok.click()
        sentences.append(dialog.banner.sentence)

    with answering(fill):
        qtbot.keyClick(two.view, Qt.Key.Key_Return)
    assert sentences == ["Say what the value counts: give its unit."]


def test_a_group_without_victories_has_the_button_for_the_first(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP)
    tab = shown_tab(office, GROUP.id, qtbot)
    assert not tab.view.isVisible()
    assert not tab.story.isVisible()
    assert not tab.foot.isVisible()


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
