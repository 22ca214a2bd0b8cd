"""Tasks, steps, and what helps or hinders, on the group's Overview."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, an_id
from tests.ui.answering import answering
from tracker.models.records import Condition, Group, Practice, Record
from tracker.models.records.outlook import PracticeName, PracticeState, Seen
from tracker.models.records.record import Sensitivity
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.place import Place
from tracker.ui.working.working_side import WorkingSide

GROUP = a_group()
TODAY = date(2008, 6, 30)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> WorkingSide:
    side = WorkingSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(900, 600)
    side.show_place(Place("group", group_id, "overview/working", record_id))
    side.show()
    side.take_focus()
    return side


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> WorkingSide:
    """Nothing has been said of the group yet; the cursor stands on the first task."""
    keep(office, GROUP)
    return shown_side(office, GROUP.id, qtbot)


def test_every_task_step_enabler_and_impediment_stands_there(side: WorkingSide) -> None:
    rows = side.table.as_text().splitlines()[1:]
    assert len(rows) == 73
    assert rows[0].startswith("Activation Find the people")
    assert rows[0].split("\t")[1:] == ["Task", "not said", "", ""]
    assert side.words == "0 of 11 in place, 0 under way · what helps and hinders not looked at yet"


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_N, PracticeState.NOT_YET),
        (Qt.Key.Key_U, PracticeState.UNDER_WAY),
        (Qt.Key.Key_P, PracticeState.IN_PLACE),
    ],
)
def test_one_key_says_how_far_a_task_has_come(
    key: Qt.Key, state: PracticeState, side: WorkingSide, office: Office, qtbot: QtBot
) -> None:
    qtbot.keyClick(side.view, key)
    (practice,) = office.snapshot().of(Practice)
    assert (practice.name, practice.state, practice.on) == (PracticeName.ACTIVATION, state, TODAY)
    office.undo()
    assert office.snapshot().of(Practice) == ()


@pytest.mark.parametrize(
    ("key", "seen"), [(Qt.Key.Key_H, Seen.HERE), (Qt.Key.Key_I, Seen.IN_PART), (Qt.Key.Key_O, Seen.NOT_HERE)]
)
def test_one_key_says_how_far_an_impediment_is_seen(
    key: Qt.Key, seen: Seen, side: WorkingSide, office: Office, qtbot: QtBot
) -> None:
    side.view.choose("working_nodding")
    qtbot.keyClick(side.view, key)
    (condition,) = office.snapshot().of(Condition)
    assert (condition.key, condition.seen, condition.on) == ("working_nodding", seen, TODAY)
    assert ("On the watch list: the next brief names it" in side.story.words) is (seen is Seen.HERE)


def test_a_watched_impediment_says_so_in_the_list_and_in_the_line_above(side: WorkingSide, qtbot: QtBot) -> None:
    side.view.choose("working_nodding")
    qtbot.keyClick(side.view, Qt.Key.Key_H)
    assert "\tSeen here on the watch list\t30 Jun 2008\t" in side.table.as_text()
    assert side.words.endswith("1 impediment on the watch list, 0 that help seen here")
    side.which.setCurrentIndex(4)
    assert [row.id for row in side.table.things] == ["working_nodding"]


def test_shift_asks_for_another_day_and_a_note(side: WorkingSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_P, SHIFT)
    day, note = side.asking.inputs["on"], side.asking.inputs["note"]
    day.setText("1 Jul 2008")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert side.asking.problem.startswith("1 Jul 2008 is still to come")
    day.setText("1 May 2008")
    qtbot.keyClicks(note, "All eight came")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    (practice,) = office.snapshot().of(Practice)
    assert (practice.on, practice.note) == (date(2008, 5, 1), "All eight came")
    assert side.view.hasFocus()


def test_a_key_that_does_not_suit_says_which_does(side: WorkingSide, office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.desk.mistaken) as said:
        qtbot.keyClick(side.view, Qt.Key.Key_H)
    assert said.args == ["Of a task or a step say N, U or P: not yet, under way, or in place."]
    assert office.snapshot().of(Condition) == ()


def test_several_rows_are_said_at_once_in_one_step(side: WorkingSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(side.view, Qt.Key.Key_U)
    assert len(office.snapshot().of(Practice)) == 2
    office.undo()
    assert office.snapshot().of(Practice) == ()


def test_enter_corrects_what_was_said_last_and_may_restrict_it(side: WorkingSide, office: Office, qtbot: QtBot) -> None:
    side.view.choose("working_nodding")
    qtbot.keyClick(side.view, Qt.Key.Key_H)

    def restrict(dialog: FormDialog) -> None:
        assert "key" not in dialog.form.inputs
        dialog.form.inputs["sensitivity"].set_value(Sensitivity.RESTRICTED)
        dialog.ok.click()

    with answering(restrict):
        qtbot.keyClick(side.view, Qt.Key.Key_Return)
    assert office.snapshot().of(Condition)[0].sensitivity is Sensitivity.RESTRICTED


def test_enter_on_what_nobody_spoke_of_says_what_to_do(side: WorkingSide, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.desk.mistaken) as said:
        qtbot.keyClick(side.view, Qt.Key.Key_Return)
    assert said.args[0].startswith("Nothing has been said of it yet.")


def test_a_place_leads_to_the_row_of_a_condition(office: Office, qtbot: QtBot) -> None:
    seen = Condition(id=an_id(), group_id=GROUP.id, key="support_far", on=TODAY, seen=Seen.HERE)
    keep(office, GROUP, seen)
    side = shown_side(office, GROUP.id, qtbot, seen.id)
    assert side.view.chosen_row.id == "support_far"


def test_qt_finds_nothing_wrong_with_the_list(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "ICM").id, qtbot)
    QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.refill()


def test_the_line_in_words_is_right_before_the_side_has_heard_of_a_change(side: WorkingSide, office: Office) -> None:
    side.desk.changed.disconnect(side._hear)
    keep(
        office,
        Practice(id=an_id(), group_id=GROUP.id, name=PracticeName.ROADMAP, state=PracticeState.IN_PLACE, on=TODAY),
    )
    assert side.words.startswith("1 of 11 in place")
