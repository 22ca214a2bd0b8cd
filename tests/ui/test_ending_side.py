"""How a group ends, by the keyboard: the path, its steps, and closing it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.models.ending_office import GROUP, HALL, LAST, RECORDS, SEAT, TODAY, VAN, WON, a_winding
from tests.ui.answering import answering
from tests.ui.moved import meeting
from tracker.models.records import KINDS, Commitment, Group, Membership, Record, Result, WindingUp
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.ending.close_dialog import CloseDialog
from tracker.ui.ending.ending_side import EndingSide
from tracker.ui.form_dialog import FormDialog
from tracker.ui.place import Place
from tracker.ui.widgets import EmptyState

WINDING = a_winding()
CTRL = Qt.KeyboardModifier.ControlModifier


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot) -> EndingSide:
    side = EndingSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(900, 560)
    side.show_place(Place("group", group_id, "life-cycle/ending"))
    side.show()
    side.take_focus()
    return side


def everything(office: Office) -> list[tuple[Record, ...]]:
    return [tuple(sorted(office.snapshot().of(kind), key=lambda each: each.id)) for kind in KINDS]


def rows(side: EndingSide) -> list[list[str]]:
    return [line.split("\t") for line in side.table.as_text().splitlines()[1:]]


def over(edit: object, text: str) -> None:
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    QTest.keyClicks(edit, text)


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> EndingSide:
    """A group that is winding up; the cursor stands on its promises."""
    keep(office, *RECORDS, WINDING)
    return shown_side(office, GROUP.id, qtbot)


def test_before_it_begins_one_sentence_says_when_and_a_button_begins(office: Office, qtbot: QtBot) -> None:
    keep(office, *RECORDS)
    side = shown_side(office, GROUP.id, qtbot)
    (empty,) = side.findChildren(EmptyState)
    assert "ends better by its own decision" in empty.sentence
    assert not side.close_it.isVisible()

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["why"].set_value("The work is done.")
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(side.begin, Qt.Key.Key_Space)
    (made,) = office.snapshot().of(WindingUp)
    assert (made.decided_on, made.why) == (TODAY, "The work is done.")
    assert (office.undo_name, side.words) == ("begin winding up", "Decided 30 Jun 2008 · 1 of 8 steps done")
    assert side.focusWidget() is side.view


def test_each_step_has_its_state_in_words_and_its_key(side: EndingSide) -> None:
    assert rows(side)[1] == ["Release open promises", "In part", "2 of 3 promises still open, 1 overdue", "P"]
    assert [row[3] for row in rows(side)] == list("DPBLVTKC")
    assert "9 Jun 2008 A van on Mondays · Police · overdue" in side.story.words
    assert side.story.words[0] == "Release open promises"


def test_p_and_enter_release_all_open_promises_in_one_step(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    said: list[str] = []
    side.desk.said.connect(said.append)
    before = everything(office)
    qtbot.keyClick(side.view, Qt.Key.Key_P)
    assert side.asking.title == "Release 2 open promises, all in one step?"
    qtbot.keyClick(side.asking.inputs["why"], Qt.Key.Key_Return)
    released = [office.snapshot().one(Commitment, each.id) for each in (VAN, HALL)]
    assert [each.released_on for each in released] == [TODAY, TODAY]
    assert released[1].outcome_note == "The group is winding up."
    assert said == ["2 promises released. Ctrl+Z takes it back."]
    office.undo()
    assert everything(office) == before


def test_enter_does_the_chosen_step_and_b_settles(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_Down)
    qtbot.keyClick(side.view, Qt.Key.Key_Return)
    qtbot.keyClick(side.asking.inputs["on"], Qt.Key.Key_Return)
    assert rows(side)[2][1:3] == ["Done", "1 issue settled"]
    assert office.undo_name == "settle 1 issue"


def test_l_leads_to_the_lessons(side: EndingSide, qtbot: QtBot) -> None:
    places: list[Place] = []
    side.desk.place_requested.connect(places.append)
    qtbot.keyClick(side.view, Qt.Key.Key_L)
    assert places == [Place("group", GROUP.id, "learning/lessons")]


def test_go_there_leads_to_what_is_left(side: EndingSide, qtbot: QtBot) -> None:
    places: list[Place] = []
    side.desk.place_requested.connect(places.append)
    qtbot.keyClick(side.story.link, Qt.Key.Key_Space)
    assert places == [Place("group", GROUP.id, "commitments", VAN.id)]


def test_victories_thanks_and_papers_are_noted_by_their_keys(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    for key, name, words in (("V", "whom", "All managers"), ("T", "how", "A letter"), ("K", "where", "The safe")):
        QTest.keyClicks(side.view, key)
        over(side.asking.inputs[name], words)
        qtbot.keyClick(side.asking.inputs[name], Qt.Key.Key_Return)
    assert office.snapshot().one(Result, WON.id).told_home_on == TODAY
    assert [row[2] for row in rows(side)[4:7]] == [
        "Told 30 Jun 2008 · All managers",
        "30 Jun 2008 · A letter",
        "30 Jun 2008 · The safe",
    ]


def test_a_day_before_the_decision_is_refused_in_place(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_T)
    over(side.asking.inputs["on"], "1 Jun 2008")
    qtbot.keyClick(side.asking.inputs["on"], Qt.Key.Key_Return)
    assert side.asking.problem.startswith("On 2 Jun 2008 it was decided")
    qtbot.keyClick(side.asking.inputs["on"], Qt.Key.Key_Escape)
    assert office.snapshot().one(WindingUp, WINDING.id).thanked_on is None
    assert side.focusWidget() is side.view


def test_d_opens_the_decision(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["why"].set_value("Each of us does it at home now.")
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(side.view, Qt.Key.Key_D)
    assert office.snapshot().one(WindingUp, WINDING.id).why == "Each of us does it at home now."


def test_g_gives_it_up_and_keeps_it(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_G)
    qtbot.keyClick(side.asking.inputs["on"], Qt.Key.Key_Return)
    assert office.snapshot().one(WindingUp, WINDING.id).given_up_on == TODAY
    (empty,) = side.findChildren(EmptyState)
    assert "decided on 2 Jun 2008 and given up on 30 Jun 2008" in empty.sentence
    assert side.focusWidget() is side.begin


def test_closing_says_what_stays_open_and_closes_all_the_same(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    before = everything(office)

    def close(dialog: CloseDialog) -> None:
        assert "1 seat, 1 role and 1 planned meeting end with it." in dialog.preview.text
        assert "Stays open: 2 of 3 promises still open, 1 overdue" in dialog.preview.text
        assert dialog.because.toPlainText() == "The work is done."
        over(dialog.last_day, "20 Jun 2008")
        QTest.keyClick(dialog.ok, Qt.Key.Key_Space)

    with meeting(CloseDialog, close):
        qtbot.keyClick(side.view, Qt.Key.Key_C)
    snapshot = office.snapshot()
    assert snapshot.one(Group, GROUP.id).closed_on == LAST
    assert snapshot.one(Membership, SEAT.id).to_on == LAST
    assert rows(side)[1][1] == "Left open"
    assert office.undo_name == "close a group"
    office.undo()
    assert everything(office) == before


def test_what_is_in_the_way_of_closing_is_said_and_nothing_changes(side: EndingSide, office: Office) -> None:
    dialog = CloseDialog(side.desk, None, GROUP.id)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    over(dialog.last_day, "5 Jun 2008")
    dialog.refresh()
    assert dialog.preview.text.startswith("The group met after that, on 10 Jun 2008")
    QTest.keyClick(dialog.because, Qt.Key.Key_Return, CTRL)
    assert dialog.banner.sentence.startswith("The group met after that")
    assert office.snapshot().one(Group, GROUP.id).closed_on is None
    dialog.close()
    dialog.deleteLater()


def test_a_key_that_has_nothing_to_do_says_so(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    keep(office, *(replace(each, kept_on=TODAY) for each in (VAN, HALL)))
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    side.refill()
    qtbot.keyClick(side.view, Qt.Key.Key_P)
    assert mistakes == ["No promise is open: there is nothing to release."]


def test_a_closed_group_shows_how_it_ended(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "CBT").id, qtbot)
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    assert side.story.words[0] == "Close the group"
    assert "Six chief executives had signed" in side.story.words[1]
    assert side.words.startswith("Closed 30 Nov 2007")
    assert not side.close_it.isVisible()
    qtbot.keyClick(side.view, Qt.Key.Key_C)
    qtbot.keyClick(side.view, Qt.Key.Key_G)
    assert mistakes[0].startswith("The group has closed already")
    assert mistakes[1].startswith("The group has closed: to take that back")


def test_another_group_begins_anew(side: EndingSide, office: Office, qtbot: QtBot) -> None:
    other = Group(id="other", name="Other", code="OTH", started_on=date(2008, 1, 1))
    keep(office, other)
    qtbot.keyClick(side.view, Qt.Key.Key_P)
    side.show_place(Place("group", other.id, "life-cycle/ending"))
    assert not side.asking.isVisible()
    assert (side.words, side.table.total) == ("", 0)


def test_qt_finds_nothing_wrong_with_the_steps(side: EndingSide) -> None:
    QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.refill()
