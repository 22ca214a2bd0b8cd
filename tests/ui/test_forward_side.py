"""Moving forward: tactics made commitments, and whether they helped."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, a_stage, an_agency, an_id
from tracker.models.guidance.tactics import TACTICS, tactics_for
from tracker.models.records import Commitment, Group, Record
from tracker.models.records.commitment import Helped
from tracker.models.records.stage import Stage
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.forward.forward_side import ForwardSide
from tracker.ui.group.trajectory_side import TrajectorySide
from tracker.ui.place import Place
from tracker.ui.widgets import Button

GROUP = a_group()
POLICE = an_agency("POL", short_name="Police")
AROHA = a_person(POLICE)
SEAT = a_member(GROUP, POLICE, person_id=AROHA.id)
STAGE = a_stage(GROUP, Stage.FRUSTRATION)
TODAY = date(2008, 6, 30)
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = tactics_for(Stage.FRUSTRATION)[0]


def a_promise(**more: Any) -> Commitment:
    fields: dict[str, Any] = {"id": an_id(), "group_id": GROUP.id, "text": "Paint the hall", "agency_id": POLICE.id}
    return Commitment(**fields | {"made_on": date(2008, 1, 1), "due": date(2008, 2, 1), "tactic": FIRST.key} | more)


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> ForwardSide:
    side = ForwardSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(900, 600)
    side.show()
    side.show_place(Place("group", group_id, "life-cycle/forward", record_id))
    if not record_id:
        side.take_focus()
    return side


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> ForwardSide:
    """A group in Frustration; the cursor stands on the first of its tactics."""
    keep(office, GROUP, POLICE, AROHA, SEAT, STAGE)
    return shown_side(office, GROUP.id, qtbot)


def tactics(side: ForwardSide) -> list[str]:
    return [row.id for row in side.table.things]


def test_the_tactics_of_the_stage_stand_there_and_the_others_one_key_away(side: ForwardSide, qtbot: QtBot) -> None:
    assert tactics(side) == [tactic.key for tactic in tactics_for(Stage.FRUSTRATION)]
    qtbot.keyClick(side.view, Qt.Key.Key_O)
    assert len(tactics(side)) == len(TACTICS)
    qtbot.keyClick(side.view, Qt.Key.Key_O)
    assert len(tactics(side)) == 7


def test_c_makes_a_tactic_a_commitment_of_somebody_by_a_day(side: ForwardSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_C)
    owner, due = side.asking.inputs["owner"], side.asking.inputs["due"]
    qtbot.keyClick(owner, Qt.Key.Key_Down)
    qtbot.keyClick(owner, Qt.Key.Key_Down)
    due.setText("25 July")
    qtbot.keyClick(due, Qt.Key.Key_Return)
    (made,) = office.snapshot().of(Commitment)
    assert (made.text, made.tactic, made.agency_id, made.person_id) == (FIRST.text, FIRST.key, POLICE.id, AROHA.id)
    assert (made.due, made.first_due) == (date(2008, 7, 25), date(2008, 7, 25))
    assert "Open, due 25 Jul 2008 Police" in side.table.as_text()
    office.undo()
    assert office.snapshot().of(Commitment) == ()


def test_without_an_owner_it_says_what_is_missing(side: ForwardSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_C)
    qtbot.keyClick(side.asking.inputs["due"], Qt.Key.Key_Return)
    assert side.asking.problem == "Say who will do it: an agency, or somebody from one."
    qtbot.keyClick(side.asking.inputs["due"], Qt.Key.Key_Escape)
    assert office.snapshot().of(Commitment) == ()
    assert side.view.hasFocus()


@pytest.mark.parametrize(
    ("key", "helped"), [(Qt.Key.Key_Y, Helped.YES), (Qt.Key.Key_L, Helped.PARTLY), (Qt.Key.Key_N, Helped.NO)]
)
def test_one_key_says_whether_it_helped(
    key: Qt.Key, helped: Helped, side: ForwardSide, office: Office, qtbot: QtBot
) -> None:
    promise = a_promise(kept_on=date(2008, 2, 1))
    keep(office, promise)
    assert side.words == "In Frustration · of 1 made before nobody has said whether they helped"
    side.view.choose(promise.id)
    qtbot.keyClick(side.view, key)
    now = office.snapshot().one(Commitment, promise.id)
    assert (now.helped, now.helped_on) == (helped, TODAY)
    assert side.words == "In Frustration"
    assert office.undo_name == "say whether it helped"


def test_shift_asks_when_it_was_looked_at_and_what_it_did(side: ForwardSide, office: Office, qtbot: QtBot) -> None:
    promise = a_promise(kept_on=date(2008, 2, 1))
    keep(office, promise)
    side.view.choose(promise.id)
    qtbot.keyClick(side.view, Qt.Key.Key_Y, SHIFT)
    side.asking.inputs["on"].setText("1 May 2008")
    qtbot.keyClicks(side.asking.inputs["note"], "People talk again")
    qtbot.keyClick(side.asking.inputs["note"], Qt.Key.Key_Return)
    now = office.snapshot().one(Commitment, promise.id)
    assert (now.helped_on, now.helped_note) == (date(2008, 5, 1), "People talk again")


def test_of_a_tactic_itself_it_is_not_said_whether_it_helped(side: ForwardSide, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.desk.mistaken) as said:
        qtbot.keyClick(side.view, Qt.Key.Key_Y)
    assert said.args == ["Whether it helped is said of a commitment: C makes this tactic one."]


def test_the_offices_own_evidence_stands_beside_the_tactic(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "GUEDO").id, qtbot)
    side.view.choose("frustration_practical")
    assert any(words.startswith("At any stage Tried ") for words in side.story.words)
    assert any("180 days later: " in words for words in side.story.words)


def test_a_group_without_a_stage_sees_all_tactics_and_where_to_judge(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP)
    side = shown_side(office, GROUP.id, qtbot)
    assert len(tactics(side)) == len(TACTICS)
    assert side.words == "No stage has been judged yet: the tactics of all stages are shown"
    with qtbot.waitSignal(side.desk.place_requested) as asked:
        qtbot.keyClick(side.judge, Qt.Key.Key_Space)
    assert asked.args == [Place("group", GROUP.id, "life-cycle/trajectory")]


def test_where_nobody_sits_at_the_table_c_says_where_to_begin(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP, STAGE)
    side = shown_side(office, GROUP.id, qtbot)
    with qtbot.waitSignal(side.desk.mistaken) as said:
        qtbot.keyClick(side.view, Qt.Key.Key_C)
    assert said.args[0].startswith("Nobody is at the table yet")


def test_a_closed_group_shows_what_was_tried_and_takes_no_more(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "CBT").id, qtbot)
    assert side.words == "The group is closed: what was tried in it"
    with qtbot.waitSignal(side.desk.mistaken) as said:
        qtbot.keyClick(side.view, Qt.Key.Key_C)
    assert said.args == ["The group is closed: nothing more is promised in it."]


def test_the_small_card_leads_to_the_same_question(side: ForwardSide, office: Office, qtbot: QtBot) -> None:
    small = TrajectorySide(Desk(office))
    qtbot.addWidget(small)
    small.show_place(Place("group", GROUP.id, "life-cycle"))
    links = [each for each in small.moving_forward.findChildren(Button) if each.text() == "make it a commitment"]
    assert len(links) == 7
    with qtbot.waitSignal(small.desk.place_requested) as asked:
        links[0].click()
    assert asked.args == [Place("group", GROUP.id, "life-cycle/forward", FIRST.key)]
    side.show_place(asked.args[0])
    assert side.asking.title == "Who does it, and by when?"
    assert side.asking.inputs["text"].text() == FIRST.text


def test_qt_finds_nothing_wrong_with_the_list(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "GUEDO").id, qtbot)
    QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.refill()
