"""A group's support from home, beside its balance."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import Group, Record, Support
from tracker.models.records.contribution import SupportKind
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.place import Place
from tracker.ui.resources.support_side import SupportSide

GROUP = a_group(started_on=date(2008, 6, 1))
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
TODAY = date(2008, 6, 30)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_support(text: str, **fields: Any) -> Support:
    defaults = {"id": an_id(), "group_id": GROUP.id, "agency_id": POLICE.id, "kind": SupportKind.TIME, "text": text}
    return Support(**defaults | {"asked_on": date(2008, 6, 2)} | fields)


POST = a_support("Half a post")
GRANT = a_support("A grant", kind=SupportKind.MONEY, amount_nzd=Decimal(20_000), promised_on=date(2008, 6, 9))
MEMBERS = (a_member(GROUP, POLICE), a_member(GROUP, EDUCATION, from_on=date(2007, 2, 2)))
RECORDS = (GROUP, POLICE, EDUCATION, *MEMBERS, POST, GRANT)


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> SupportSide:
    side = SupportSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(900, 600)
    side.show_place(Place("group", group_id, "balance", record_id))
    side.show()
    side.take_focus()
    return side


def now(office: Office, support: Support) -> Support:
    return office.snapshot().one(Support, support.id)


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> SupportSide:
    """The cursor stands on the time of the Police."""
    keep(office, *RECORDS)
    return shown_side(office, GROUP.id, qtbot)


def test_the_board_says_how_far_each_kind_is_and_who_gives_nothing(side: SupportSide) -> None:
    rows = [line.split("\t") for line in side.table.as_text().splitlines()]
    assert rows[0][1:] == ["Time", "Money", "Administration", "Permission", "Coaching"]
    assert rows[1][:4] == ["Police", "Asked for 2 Jun 2008", "Promised 9 Jun 2008 $20,000", "nothing"]
    assert rows[2][:2] == ["Education nothing recorded", "nothing"]
    assert rows[3][:3] == ["Secured by home agencies at the table", "0 of 2", "0 of 2"]
    assert "Nothing is recorded of any support from Education (§6.2)" in side.story.words


def test_n_moves_support_on_step_by_step(side: SupportSide, office: Office, qtbot: QtBot) -> None:
    said: list[str] = []
    side.desk.said.connect(said.append)
    for _ in range(2):
        qtbot.keyClick(side.view, Qt.Key.Key_N)
    assert (now(office, POST).promised_on, now(office, POST).secured_on) == (TODAY, TODAY)
    assert said[0] == "Promised today: “Half a post”. Ctrl+Z takes it back."
    office.undo()
    assert (now(office, POST).promised_on, now(office, POST).secured_on) == (TODAY, None)
    assert office.undo_name == "move support on"


def test_s_secures_what_the_arrow_keys_have_led_to(side: SupportSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_Right)
    qtbot.keyClick(side.view, Qt.Key.Key_S)
    assert now(office, GRANT).secured_on == TODAY
    assert now(office, POST).secured_on is None
    assert side.clock.words == "Secured in time 30 Jun 2008, 29 days after the start from Police, $20,000"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("20 Jun 2008", ""), ("1 Jun 2008", "It was asked for on 2 Jun 2008"), ("1 Jul 2008", "1 Jul 2008 is still")],
)
def test_shift_asks_for_the_day(typed: str, problem: str, side: SupportSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_N, SHIFT)
    assert side.asking.title == "Promised on which day? “Half a post”"
    day = side.asking.inputs["on"]
    day.setText(typed)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert side.asking.problem.startswith(problem)
    assert now(office, POST).promised_on == (None if problem else date(2008, 6, 20))


def test_of_several_in_a_cell_one_can_be_named_or_all(side: SupportSide, office: Office, qtbot: QtBot) -> None:
    other = a_support("An hour a week")
    keep(office, other)
    qtbot.keyClick(side.view, Qt.Key.Key_S)
    side.asking.inputs["which"].choose(other.id)
    qtbot.keyClick(side.asking.inputs["on"], Qt.Key.Key_Return)
    assert (now(office, POST).secured_on, now(office, other).secured_on) == (None, TODAY)
    qtbot.keyClick(side.view, Qt.Key.Key_Left)
    qtbot.keyClick(side.view, Qt.Key.Key_S)
    qtbot.keyClick(side.asking.inputs["on"], Qt.Key.Key_Return)
    assert office.undo_name == "move 2 supports on"
    assert all(now(office, each).secured_on for each in (POST, GRANT, other))


def test_an_empty_cell_says_so_and_enter_adds_to_it(side: SupportSide, office: Office, qtbot: QtBot) -> None:
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    qtbot.keyClick(side.view, Qt.Key.Key_Down)
    qtbot.keyClick(side.view, Qt.Key.Key_N)
    assert mistakes == ["There is no support in this cell yet: A adds one."]

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["text"].set_value("A morning a week")
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(side.view, Qt.Key.Key_Return)
    made = next(each for each in office.snapshot().of(Support) if each.text == "A morning a week")
    assert (made.agency_id, made.kind, made.asked_on) == (EDUCATION.id, SupportKind.TIME, TODAY)
    assert side.view.chosen_supports == [made]


def test_what_is_secured_is_not_secured_again(side: SupportSide, office: Office, qtbot: QtBot) -> None:
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    qtbot.keyClick(side.view, Qt.Key.Key_S)
    qtbot.keyClick(side.view, Qt.Key.Key_S)
    assert mistakes == ["All of it is secured: Enter opens it, to put a day right."]


def test_the_cursor_stays_in_its_cell_when_the_board_is_drawn_anew(side: SupportSide, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_Right)
    side.refill()
    assert side.view.kind is SupportKind.MONEY
    assert side.view.chosen_supports == [GRANT]


def test_a_place_leads_to_the_cell_of_a_support(office: Office, qtbot: QtBot) -> None:
    keep(office, *RECORDS)
    side = shown_side(office, GROUP.id, qtbot, GRANT.id)
    assert side.view.chosen_supports == [GRANT]


def test_the_money_clock_runs_until_money_is_secured(side: SupportSide) -> None:
    assert side.clock.words == "13 days left, until 13 Jul 2008: no money is secured yet"


def test_without_agencies_the_page_leads_to_the_people(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP)
    side = shown_side(office, GROUP.id, qtbot)
    places: list[Place] = []
    side.desk.place_requested.connect(places.append)
    qtbot.keyClick(side.focusWidget(), Qt.Key.Key_Space)
    assert places == [Place("group", GROUP.id, "people")]
    assert not side.story.isVisible()


def test_forty_agencies_scroll_and_the_totals_stand_last(office: Office, qtbot: QtBot) -> None:
    agencies = [an_agency(f"A{place}") for place in range(40)]
    keep(office, GROUP, *agencies, *(a_member(GROUP, agency) for agency in agencies))
    side = shown_side(office, GROUP.id, qtbot)
    qtbot.keyClick(side.view, Qt.Key.Key_End)
    assert side.table.as_text().splitlines()[-1].startswith("Secured by home agencies at the table\t0 of 40")
    assert side.view.row is None
    assert side.view.verticalScrollBar().value() > 0


def test_qt_finds_nothing_wrong_with_the_board(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "ICM").id, qtbot)
    QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.refill()
