"""A group's Accountability: the matrix, its list, and what is suggested, by keys alone."""

import dataclasses
import time
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import (
    a_line,
    a_mapping,
    a_result,
    some_evidence,
)
from tests.ui.accountability_shown import (
    ATTENDANCE,
    BESIDE,
    CLAIM,
    CRIME,
    EDUCATION,
    FRAMEWORK,
    GROUP,
    LICENCES,
    POLICE,
    RECORDS,
    SCHOOL,
    SEATS,
    SHIFT,
    WHOLE,
    Key,
    keep,
    now,
    press,
    shown_tab,
)
from tracker.models.records import Evidence, Group, Line, Mapping, Record, Result
from tracker.models.records.accountability import MappingState
from tracker.models.records.record import Sensitivity
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.accountability import AccountabilityTab
from tracker.ui.place import Place
from tracker.ui.wayfinder import place_of


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> AccountabilityTab:
    """Two claims on the first result, none on the second; the cursor stands on that of Education."""
    keep(office, *RECORDS, CLAIM, BESIDE)
    return shown_tab(office, GROUP.id, qtbot)


@pytest.fixture
def said(tab: AccountabilityTab) -> list[str]:
    """What was done, and what could not be."""
    told: list[str] = []
    tab.desk.said.connect(told.append)
    tab.desk.mistaken.connect(told.append)
    return told


def test_arrow_keys_go_over_the_cells_and_the_scope_is_at_hand(tab: AccountabilityTab, qtbot: QtBot) -> None:
    assert [column.code for column in tab.card.matrix.columns] == ["11768", "8575"]
    assert any("Services so that students attend school" in line for line in tab.story.words)
    press(tab, qtbot, Key.Key_Right)
    assert tab.card.matrix.accessibleDescription() == (
        "Tamariki back at school. Police: 8575 Crime prevention: "
        "Delivered together, supporting · no share · agreed by the agency"
    )
    press(tab, qtbot, Key.Key_Down, Key.Key_Down)
    assert tab.story.words[0] == "Police: 8575 Crime prevention. Six learner licences"


def test_l_suggests_lines_by_words_and_enter_claims(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    keep(office, dataclasses.replace(CLAIM, state=MappingState.WITHDRAWN))
    press(tab, qtbot, Key.Key_L)
    assert tab.card.face == "suggestions"
    rows = tab.card.suggestions.table.as_text().splitlines()[1:]
    assert [row.split("\t")[:2] for row in rows] == [["11768 Attendance Education", "Education"]]
    assert "shares: attendance, attend, school" in rows[0]
    assert any("Services so that students attend school" in line for line in tab.story.words)
    qtbot.keyClick(tab.card.suggestions.view, Key.Key_Return)
    assert now(office).state is MappingState.DRAFT
    assert (tab.card.face, tab.card.matrix.hasFocus()) == ("matrix", True)


def test_a_suggested_line_that_is_nobodys_here_asks_whose_it_is(
    tab: AccountabilityTab, office: Office, qtbot: QtBot
) -> None:
    keep(office, a_line(FRAMEWORK, "5", name="School buses", administering_agency="Transport"))
    press(tab, qtbot, Key.Key_L)
    tab.card.suggestions.view.choose(tab.card.suggestions.table.rows[-1].id)
    qtbot.keyClick(tab.card.suggestions.view, Key.Key_Return)
    tab.card.asking.inputs["agency"].choose(POLICE.id)
    qtbot.keyClick(tab.card.asking.inputs["agency"], Key.Key_Return)
    assert tab.chosen[0].words.startswith("Tamariki back at school. Police: 5 School buses")


def test_esc_leaves_the_suggestions_with_nothing_claimed(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    press(tab, qtbot, Key.Key_L)
    qtbot.keyClick(tab.card.suggestions.view, Key.Key_Escape)
    assert (tab.card.face, len(office.snapshot().of(Mapping))) == ("matrix", 2)


def test_a_category_is_not_claimed_beside_its_whole(
    tab: AccountabilityTab, office: Office, said: list[str], qtbot: QtBot
) -> None:
    keep(office, a_mapping(LICENCES, EDUCATION, line_id=WHOLE.id))
    tab.card.matrix.choose(LICENCES.id, f"{EDUCATION.id}|{ATTENDANCE.id}")
    press(tab, qtbot, Key.Key_C)
    assert "one of its categories" in said[0]
    assert tab.chosen[0].claim is None


def test_t_shows_all_lines_and_u_what_is_on_none(tab: AccountabilityTab, qtbot: QtBot) -> None:
    press(tab, qtbot, Key.Key_T)
    assert [column.words for column in tab.card.matrix.columns][2:] == [
        "Education: without a line",
        "Police: without a line",
    ]
    press(tab, qtbot, Key.Key_U)
    assert [row.result for row in tab.card.matrix.rows] == [LICENCES]
    assert tab.card.which.currentText() == "On no line yet: 1"
    press(tab, qtbot, Key.Key_U, Key.Key_T)
    assert (len(tab.card.matrix.rows), len(tab.card.matrix.columns)) == (2, 2)


def test_b_shows_the_same_facts_as_a_list_with_the_same_keys(
    tab: AccountabilityTab, office: Office, qtbot: QtBot
) -> None:
    QAbstractItemModelTester(tab.card.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    press(tab, qtbot, Key.Key_Right, Key.Key_B)
    assert tab.chosen[0].claim == BESIDE
    rows = [line.split("\t") for line in tab.card.table.as_text().splitlines()]
    assert rows[1][:4] == ["Education", "11768 Attendance", "Tamariki back at school", "Led supporting"]
    assert rows[3][:3] == ["nobody yet", "no line", "Six learner licences"]
    press(tab, qtbot, Key.Key_2)
    assert now(office, BESIDE).strength == 2
    press(tab, qtbot, Key.Key_B)
    assert tab.chosen[0].claim == now(office, BESIDE)


def test_the_filter_looks_at_results_agencies_and_lines(tab: AccountabilityTab) -> None:
    for words, shown in (("crime", [SCHOOL]), ("LICENCES", [LICENCES]), ("nothing such", [])):
        tab.card.filter.setText(words)
        assert [row.result for row in tab.card.matrix.rows] == shown
    assert tab.card.nothing.isVisible()


def test_another_period_shows_its_own_results(tab: AccountabilityTab, office: Office) -> None:
    keep(office, a_result(GROUP, name="An old one", on=date(2006, 9, 1)))
    tab.card.period.setCurrentIndex(tab.card.period.findText("2006/07"))
    assert [row.result.name for row in tab.card.matrix.rows] == ["An old one"]


def test_a_click_chooses_a_cell_and_shift_several(tab: AccountabilityTab, qtbot: QtBot) -> None:
    sizes = tab.card.matrix._sizes
    places = [sizes.cell(row, column).center() for row, column in ((1, 1), (0, 0))]
    qtbot.mouseClick(tab.card.matrix.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
    assert tab.chosen[0].row.result == LICENCES
    qtbot.mouseClick(tab.card.matrix.viewport(), Qt.MouseButton.LeftButton, SHIFT, places[1])
    assert len(tab.chosen) == 4
    qtbot.mouseClick(tab.card.matrix.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert len(tab.chosen) == 4


@pytest.mark.parametrize("kind", [Mapping, Evidence, Line])
def test_a_claim_what_shows_it_and_its_line_lead_here(
    kind: type[Record], tab: AccountabilityTab, office: Office, qtbot: QtBot
) -> None:
    keep(office, some_evidence(SCHOOL, mapping_id=BESIDE.id, result_id=None))
    record = {Mapping: BESIDE, Line: CRIME}.get(kind) or office.snapshot().of(Evidence)[0]
    place = place_of(office.snapshot(), kind, record.id)
    assert place == Place("group", GROUP.id, "accountability", record.id)
    other = shown_tab(office, GROUP.id, qtbot, record.id)
    assert other.chosen[0].claim == BESIDE


def test_a_restricted_result_says_so_and_its_claims_are_restricted(
    tab: AccountabilityTab, office: Office, qtbot: QtBot
) -> None:
    keep(office, dataclasses.replace(LICENCES, sensitivity=Sensitivity.RESTRICTED))
    press(tab, qtbot, Key.Key_Down, Key.Key_C)
    claim = tab.chosen[0].claim
    assert claim is not None
    assert claim.sensitivity is Sensitivity.RESTRICTED


def test_a_group_without_results_leads_to_its_victories(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP)
    tab = shown_tab(office, GROUP.id, qtbot)
    places: list[Place] = []
    tab.desk.place_requested.connect(places.append)
    tab.card.first.click()
    assert (tab.card.face, tab.story.isVisible()) == ("empty", False)
    assert places == [Place("group", GROUP.id, "victories")]


def test_results_without_agencies_lead_to_the_people(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP, SCHOOL)
    tab = shown_tab(office, GROUP.id, qtbot)
    assert tab.card.first.text() == "Go to the group's people"


def test_a_page_whose_group_is_taken_back_stays_quiet(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    office.undo()
    assert office.snapshot().find(Group, GROUP.id) is None
    press(tab, qtbot, Key.Key_Right)


def test_two_hundred_results_by_sixty_lines_are_drawn_at_once(office: Office, qtbot: QtBot) -> None:
    lines = [a_line(FRAMEWORK, f"{number}", line_key=f"k{number}") for number in range(60)]
    results = [a_result(GROUP, number + 1, name=f"Result {number}") for number in range(200)]
    claims = [
        a_mapping(result, EDUCATION, 100, line_id=line.id, strength=2)
        for place, result in enumerate(results)
        for line in lines[place % 7 :: 7]
    ]
    keep(office, GROUP, EDUCATION, SEATS[0], FRAMEWORK, *lines, *results, *claims)
    tab = shown_tab(office, GROUP.id, qtbot)
    press(tab, qtbot, Key.Key_T)
    began = time.perf_counter()
    for _ in range(10):
        press(tab, qtbot, Key.Key_Right, Key.Key_Down)
        tab.card.matrix.viewport().repaint()
    assert (time.perf_counter() - began) / 20 < 0.1


def test_the_sample_shows_every_group(sample: Office, qtbot: QtBot) -> None:
    tab = AccountabilityTab(Desk(sample))
    qtbot.addWidget(tab)
    tab.show()
    for group in sample.snapshot().of(Group):
        tab.show_place(Place("group", group.id, "accountability"))
        assert tab.matrix is not None
        assert {row.result.group_id for row in tab.matrix.rows} == {group.id}
    found = sample.snapshot().of(Result, group_id=sample.find(Group, "ICM").id)
    tab.show_place(Place("group", found[0].group_id or "", "accountability", found[0].id))
    assert tab.chosen[0].row.result == found[0]
