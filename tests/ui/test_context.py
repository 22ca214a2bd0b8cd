"""The Context side of a group's Overview: questions to settle, risks and barriers."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import Barrier, Group, Record, Risk
from tracker.models.records.group import Participation
from tracker.models.records.risk import BarrierKind, BarrierState, RiskLevel
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.context import ContextSide
from tracker.ui.place import Place

GROUP, POLICE = a_group(), an_agency("POL", short_name="Police")
TODAY = date(2008, 6, 30)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_risk(**fields: Any) -> Risk:
    named = {"group_id": GROUP.id, "on": date(2008, 5, 5), "level": RiskLevel.HIGH, "agency_id": POLICE.id}
    return Risk(**{"id": an_id(), "text": "Rents go up"} | named | fields)


RENTS, RAIN = a_risk(), a_risk(text="Rain", level=RiskLevel.LOW, agency_id=None)
PRIVACY = Barrier(
    id=an_id(), group_id=GROUP.id, text="Two readings of one Act", kind=BarrierKind.PRIVACY, since=date(2008, 4, 1)
)


def shown_tab(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> ContextSide:
    tab = ContextSide(Desk(office))
    qtbot.addWidget(tab)
    tab.resize(1000, 640)
    tab.show_place(Place("group", group_id, "overview", record_id))
    tab.show()
    return tab


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> ContextSide:
    """Two risks and a barrier; the high risk is chosen."""
    keep(office, GROUP, POLICE, a_member(GROUP, POLICE), RENTS, RAIN, PRIVACY)
    made = shown_tab(office, GROUP.id, qtbot)
    made.take_focus()
    return made


def now(office: Office, risk: Risk) -> Risk:
    return office.snapshot().one(Risk, risk.id)


def box_words(tab: ContextSide, key: str) -> str:
    return "\n".join(tab.points.boxes[key].words)


def choose(tab: ContextSide, record: Record) -> None:
    tab.risks.view.choose(record.id)


def test_each_question_says_what_is_noted_what_is_not_why_and_its_section(tab: ContextSide) -> None:
    words = box_words(tab, "participation")
    assert "Iwi and Māori participation (§8.3)" in words
    assert "Not considered, 515 days after the start" in words
    assert "Agree how iwi and Māori take part" in words


def test_what_is_noted_is_shown_as_it_was_typed(sample: Office, qtbot: QtBot) -> None:
    tab = shown_tab(sample, sample.find(Group, "NMCC").id, qtbot)
    tab.take_focus()
    words = box_words(tab, "sharing")
    assert "Noted: a law allows it" in words
    assert "Each agency shares under its own Act" in words


def test_a_question_is_noted_in_its_form_in_one_step_that_undo_takes_back(
    tab: ContextSide, office: Office, qtbot: QtBot
) -> None:
    def fill(dialog: FormDialog) -> None:
        assert list(dialog.form.inputs) == ["participation", "participation_note"]
        dialog.form.inputs["participation"].set_value(Participation.PARTNERSHIP)
        dialog.form.inputs["participation_note"].set_value("The rūnanga advises")
        dialog.ok.click()

    with answering(fill):
        tab.points.boxes["participation"].button.click()
    assert "Noted: partnership" in box_words(tab, "participation")
    assert office.undo_name == "note Iwi and Māori participation"
    office.undo()
    assert office.snapshot().one(Group, GROUP.id).participation is None


def test_the_question_of_surprises_leads_to_the_risk_that_nobody_was_told_of(tab: ContextSide) -> None:
    choose(tab, RAIN)
    tab.points.boxes["surprises"].button.click()
    assert [row.thing for row in tab.risks.chosen] == [RENTS]


def test_a_surprise_in_waiting_stands_first_and_is_said_in_words(tab: ContextSide) -> None:
    rows = [line.split("\t") for line in tab.risks.table.as_text().splitlines()]
    assert rows[1] == ["Rents go up", "High", "Police", "nobody told yet", "5 May 2008"]
    assert tab.words.endswith("2 risks open, 1 of them high and nobody told · 1 barrier not settled")


def test_n_notes_that_whoever_it_falls_on_was_told_today(tab: ContextSide, office: Office, qtbot: QtBot) -> None:
    said: list[str] = []
    tab.desk.said.connect(said.append)
    qtbot.keyClick(tab.risks.view, Qt.Key.Key_N)
    assert (now(office, RENTS).told_on, now(office, RENTS).told_whom) == (TODAY, "Police")
    assert said == ["Note given to Police: “Rents go up”. Ctrl+Z takes it back."]
    office.undo()
    assert now(office, RENTS).told_on is None


def test_shift_n_asks_when_and_to_whom(tab: ContextSide, office: Office, qtbot: QtBot) -> None:
    risks = tab.risks
    qtbot.keyClick(risks.view, Qt.Key.Key_N, SHIFT)
    risks.asking.inputs["on"].setText("12 June 2008")
    risks.asking.inputs["whom"].setText("The commander")
    qtbot.keyClick(risks.asking.inputs["whom"], Qt.Key.Key_Return)
    assert (now(office, RENTS).told_on, now(office, RENTS).told_whom) == (date(2008, 6, 12), "The commander")


def test_n_asks_to_whom_where_a_risk_falls_on_nobody_that_is_named(
    tab: ContextSide, office: Office, qtbot: QtBot
) -> None:
    choose(tab, RAIN)
    qtbot.keyClick(tab.risks.view, Qt.Key.Key_N)
    asking = tab.risks.asking
    assert "whom" in asking.inputs
    asking.accept()
    assert asking.problem == "Say to whom the note was given: a post or an agency."


def test_a_day_to_come_is_refused_in_place(tab: ContextSide, office: Office, qtbot: QtBot) -> None:
    risks = tab.risks
    qtbot.keyClick(risks.view, Qt.Key.Key_N, SHIFT)
    risks.asking.inputs["on"].setText("1 Jul 2008")
    qtbot.keyClick(risks.asking.inputs["on"], Qt.Key.Key_Return)
    assert risks.asking.problem.startswith("1 Jul 2008 is still to come")
    assert now(office, RENTS).told_on is None


def test_c_closes_all_that_are_chosen_in_one_step_and_o_opens_them_again(
    tab: ContextSide, office: Office, qtbot: QtBot
) -> None:
    risks = tab.risks
    risks.view.selectAll()
    qtbot.keyClick(risks.view, Qt.Key.Key_C)
    assert office.undo_name == "close 3 risks and barriers"
    assert risks.table.things == []
    risks.which.setCurrentIndex(1)
    choose(tab, PRIVACY)
    qtbot.keyClick(risks.view, Qt.Key.Key_O)
    assert office.snapshot().one(Barrier, PRIVACY.id).state is BarrierState.OPEN


def test_k_notes_who_was_asked_about_a_barrier(tab: ContextSide, office: Office, qtbot: QtBot) -> None:
    choose(tab, PRIVACY)
    qtbot.keyClick(tab.risks.view, Qt.Key.Key_K)
    whom = tab.risks.asking.inputs["whom"]
    whom.setText("The Ministry")
    qtbot.keyClick(whom, Qt.Key.Key_Return)
    kept = office.snapshot().one(Barrier, PRIVACY.id)
    assert (kept.asked_of, kept.state) == ("The Ministry", BarrierState.ASKED)


def test_a_key_that_does_not_fit_says_which_one_does(tab: ContextSide, qtbot: QtBot) -> None:
    mistakes: list[str] = []
    tab.desk.mistaken.connect(mistakes.append)
    qtbot.keyClick(tab.risks.view, Qt.Key.Key_K)
    assert mistakes == ["Only a barrier that is not settled is asked above: N notes who was told of a risk."]


def test_a_adds_a_risk_of_today_and_b_a_barrier(tab: ContextSide, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["text"].set_value("The building is sold")
        if "kind" in dialog.form.inputs:
            dialog.form.inputs["kind"].set_value(BarrierKind.BUDGET)
        dialog.ok.click()

    for key, kind, day in ((Qt.Key.Key_A, Risk, "on"), (Qt.Key.Key_B, Barrier, "since")):
        with answering(fill):
            qtbot.keyClick(tab.risks.view, key)
        made = tab.risks.chosen[0].thing
        assert (type(made), made.text, getattr(made, day)) == (kind, "The building is sold", TODAY)


def test_enter_corrects_what_is_chosen(tab: ContextSide, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["text"].set_value("Rents double")
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(tab.risks.view, Qt.Key.Key_Return)
    assert now(office, RENTS).text == "Rents double"


def test_a_place_leads_to_a_risk_though_it_is_closed(sample: Office, qtbot: QtBot) -> None:
    group = sample.find(Group, "NMCC")
    over = next(risk for risk in sample.snapshot().of(Risk, group_id=group.id) if risk.closed_on)
    tab = shown_tab(sample, group.id, qtbot, over.id)
    assert tab.isVisible()
    assert [row.id for row in tab.risks.chosen] == [over.id]


def test_a_group_without_risks_has_a_button_for_the_first(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP)
    tab = shown_tab(office, GROUP.id, qtbot)
    tab.take_focus()
    assert not tab.risks.view.isVisible()
    assert not tab.risks.foot.isVisible()


def test_qt_finds_nothing_wrong_with_the_table(tab: ContextSide) -> None:
    QAbstractItemModelTester(tab.risks.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tab.risks.filter.setText("rain")
    tab.risks.which.setCurrentIndex(1)
