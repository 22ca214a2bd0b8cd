"""Judging the stage in the window: the form, what it refuses, and the corrections that are kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_stage
from tests.ui.answering import answering
from tests.ui.rounds_shown import ASKED_ON, Table, keep, most
from tracker.models.records import StageJudgement
from tracker.models.records.stage import Stage
from tracker.store.office import Office
from tracker.ui.assessment.judging import JudgementDialog
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.trajectory_side import TrajectorySide
from tracker.ui.parts.leading import lead_to
from tracker.ui.place import Place

RETURN = Qt.Key.Key_Return


def a_table() -> Table:
    """A round that suggests Frustration."""
    table = Table(4).asked()
    for place in range(4):
        table.said(place, most(Stage.FRUSTRATION))
    return table


def shown_side(office: Office, group_id: str, qtbot: QtBot) -> TrajectorySide:
    side = TrajectorySide(Desk(office))
    qtbot.addWidget(side)
    side.resize(1000, 640)
    side.show_place(Place("group", group_id, "life-cycle/trajectory"))
    side.show()
    return side


def judgements(office: Office) -> list[StageJudgement]:
    return sorted(office.snapshot().of(StageJudgement), key=lambda each: str(each.on))


def fill(dialog: FormDialog, stage: Stage | None, **values: object) -> None:
    """As a person would, and OK."""
    for name, given in {"stage": stage, "judged_by": "The group", "why": "It shows."}.items() | values.items():
        dialog.form.inputs[name].set_value(given)
    dialog.ok.click()


def add(side: TrajectorySide) -> None:
    side.history.add_requested.emit(StageJudgement)


def test_a_judgement_rests_on_the_latest_round(office: Office, qtbot: QtBot) -> None:
    table = a_table()
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    told: list[str] = []

    def answer(dialog: FormDialog) -> None:
        assert isinstance(dialog, JudgementDialog)
        told.append(dialog.told)
        fill(dialog, Stage.FRUSTRATION)

    said: list[str] = []
    side.desk.said.connect(said.append)
    with answering(answer):
        add(side)
    (made,) = judgements(office)
    assert (made.assessment_id, made.on) == (table.rounds[0].id, office.today)
    assert made.evidence == "Self-assessment of 1 May 2008: 4 raters from 4 of 4 agencies asked."
    assert told[0].startswith(
        "The self-assessment of 1 May 2008 says: Frustration (4 raters from 4 of 4 agencies asked)"
    )
    assert said == ["Judged: Frustration, 30 Jun 2008. Ctrl+Z takes it back."]
    assert office.undo_name == "judge the stage"


def test_a_different_decision_is_asked_for_a_line_of_why(office: Office, qtbot: QtBot) -> None:
    table = a_table()
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    seen: list[str] = []

    def answer(dialog: FormDialog) -> None:
        because = dialog.form.inputs["differs_because"]
        fill(dialog, Stage.FORMING)
        seen.append(dialog.banner.sentence)
        assert because.isVisible()
        because.set_value("Half of us are new.")
        dialog.ok.click()

    with answering(answer):
        add(side)
    assert seen == ["The self-assessment suggests “Frustration”: say in a line why you see it differently."]
    assert judgements(office)[0].differs_because == "Half of us are new."


def test_nothing_is_asked_of_differing_while_it_does_not(office: Office, qtbot: QtBot) -> None:
    table = a_table()
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    seen: list[bool] = []

    def answer(dialog: FormDialog) -> None:
        dialog.form.inputs["stage"].set_value(Stage.FRUSTRATION)
        seen.append(dialog.form.inputs["differs_because"].isVisible())

    with answering(answer):
        add(side)
    assert seen == [False]


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2008, 7, 1), "1 Jul 2008 is still to come"),
        (date(2006, 7, 1), "began on 1 Feb 2007"),
        (date(2007, 3, 1), "On 1 Mar 2007 the group was judged already"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_the_form(on: date, sentence: str, office: Office, qtbot: QtBot) -> None:
    table = Table(4)
    keep(office, *table.records, a_stage(table.group))
    side = shown_side(office, table.group.id, qtbot)
    seen: list[str] = []

    def answer(dialog: FormDialog) -> None:
        fill(dialog, Stage.FORMING, on=on)
        seen.append(dialog.banner.sentence)
        assert dialog.isVisible(), "what was typed stays"

    with answering(answer):
        add(side)
    assert sentence in seen[0]
    assert len(judgements(office)) == 1


def test_not_clear_is_an_answer(office: Office, qtbot: QtBot) -> None:
    table = Table(4)
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    with answering(lambda dialog: fill(dialog, None)):
        add(side)
    assert judgements(office)[0].stage is None
    assert "Not clear" in side.history.table.as_text()


def test_without_a_round_the_form_asks_nothing_about_one(office: Office, qtbot: QtBot) -> None:
    table = Table(4)
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    asked: list[set[str]] = []
    with answering(lambda dialog: asked.append(set(dialog.form.inputs))):
        add(side)
    assert asked[0] == {"on", "stage", "crossover", "judged_by", "why", "evidence"}


def test_a_correction_keeps_what_it_said_before(office: Office, qtbot: QtBot) -> None:
    table = Table(4)
    first = a_stage(table.group)
    keep(office, *table.records, first)
    side = shown_side(office, table.group.id, qtbot)
    side.history.choose(first)
    with answering(lambda dialog: fill(dialog, Stage.FRUSTRATION)):
        QTest.keyClick(side.history.view, RETURN)
    assert "(corrected)" in side.history.table.as_text()
    tip = side.history.table.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert "Corrected 30 Jun 2008 by Aroha: stage was Forming" in " ".join(tip.split())
    assert "why was “Everybody is new here.”" in " ".join(tip.split())
    office.undo()
    assert "(corrected)" not in side.history.table.as_text(), "an undone correction is none"


def test_a_judgement_opened_from_elsewhere_is_refused_alike(office: Office, qtbot: QtBot) -> None:
    table = Table(4)
    first, second = a_stage(table.group), a_stage(table.group, on=ASKED_ON)
    keep(office, *table.records, first, second)
    side = shown_side(office, table.group.id, qtbot)
    seen: list[str] = []

    def answer(dialog: FormDialog) -> None:
        fill(dialog, Stage.FORMING, on=first.on)
        seen.append(dialog.banner.sentence)

    with answering(answer):
        lead_to(side.desk, side, second, table.group.id)
    assert seen[0].startswith("On 1 Mar 2007 the group was judged already")


def test_the_small_profile_leads_to_the_whole_round(office: Office, qtbot: QtBot) -> None:
    table = a_table()
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    places: list[Place] = []
    side.desk.place_requested.connect(places.append)
    side._whole_round.click()
    assert places == [Place("group", table.group.id, "life-cycle/assessment", table.rounds[0].id)]
