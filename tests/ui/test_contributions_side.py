"""A group's contributions, beside its balance."""

import dataclasses
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import Contribution, Group, Record, Support
from tracker.models.records.contribution import Resource, SupportKind
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.parts.headed_table import RowHeading
from tracker.ui.place import Place
from tracker.ui.resources.contributions_side import ContributionsSide

GROUP = a_group()
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
TODAY = date(2008, 6, 30)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def given(text: str, **fields: Any) -> Contribution:
    defaults = {"id": an_id(), "group_id": GROUP.id, "agency_id": POLICE.id, "kind": Resource.STAFF_TIME, "text": text}
    return Contribution(**defaults | {"promised_on": date(2008, 3, 3)} | fields)


WORKER = given("A youth worker", quantity=Decimal(40), unit="hours")
ROOM = given("A room", kind=Resource.PLACE_OR_GOODS, agency_id=EDUCATION.id, promised_on=date(2008, 6, 20))
GRANT = given("A grant", kind=Resource.MONEY, value_nzd=Decimal(2000), delivered_on=date(2008, 5, 1))
RECORDS = (GROUP, POLICE, EDUCATION, a_member(GROUP, POLICE), a_member(GROUP, EDUCATION), WORKER, ROOM, GRANT)


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> ContributionsSide:
    side = ContributionsSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(800, 560)
    side.show_place(Place("group", group_id, "balance", record_id))
    side.show()
    return side


def now(office: Office, contribution: Contribution) -> Contribution:
    return office.snapshot().one(Contribution, contribution.id)


def texts(side: ContributionsSide) -> list[str]:
    return [line.contribution.text for line in side.list.table.things]


def headings(side: ContributionsSide) -> list[str]:
    return [row.words for row in side.list.table.rows if isinstance(row, RowHeading)]


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> ContributionsSide:
    keep(office, *RECORDS)
    return shown_side(office, GROUP.id, qtbot)


def test_what_is_promised_and_has_not_come_stands_first_with_its_age(side: ContributionsSide) -> None:
    assert headings(side) == ["Promised, not delivered: 2 contributions", "Delivered: 1 contribution"]
    rows = [line.split("\t") for line in side.list.table.as_text().splitlines()[1:]]
    assert rows[0] == [
        "A youth worker",
        "Police",
        "Staff time",
        "40 hours",
        "no value",
        "3 Mar 2008",
        "not yet for 119 days",
    ]
    assert rows[2][4:] == ["2,000", "3 Mar 2008", "1 May 2008"]


def test_d_delivers_today_in_one_step_that_undo_takes_back(
    side: ContributionsSide, office: Office, qtbot: QtBot
) -> None:
    said: list[str] = []
    side.desk.said.connect(said.append)
    qtbot.keyClick(side.list.view, Qt.Key.Key_D)
    assert now(office, WORKER).delivered_on == TODAY
    assert said == ["Delivered today: “A youth worker”. Ctrl+Z takes it back."]
    assert office.undo_name == "deliver a contribution"
    office.undo()
    assert now(office, WORKER).delivered_on is None


def test_several_are_delivered_at_once_and_what_had_come_keeps_its_day(
    side: ContributionsSide, office: Office, qtbot: QtBot
) -> None:
    side.list.view.selectAll()
    qtbot.keyClick(side.list.view, Qt.Key.Key_D)
    assert [now(office, each).delivered_on for each in (WORKER, ROOM, GRANT)] == [TODAY, TODAY, date(2008, 5, 1)]
    assert office.undo_name == "deliver 2 contributions"


def test_two_are_delivered_with_two_keys(side: ContributionsSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.list.view, Qt.Key.Key_D)
    assert [line.contribution.id for line in side.list.chosen] == [ROOM.id]
    qtbot.keyClick(side.list.view, Qt.Key.Key_D)
    assert [now(office, each).delivered_on for each in (WORKER, ROOM)] == [TODAY, TODAY]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("1 Jun 2008", ""),
        ("1 Jul 2008", "1 Jul 2008 is still to come: give the day on which it was delivered, up to 30 Jun 2008."),
        ("1 Mar 2008", "It was promised on 3 Mar 2008: it cannot have been delivered on 1 Mar 2008."),
    ],
)
def test_shift_asks_for_the_day_and_says_in_place_what_cannot_be(
    typed: str, problem: str, side: ContributionsSide, office: Office, qtbot: QtBot
) -> None:
    qtbot.keyClick(side.list.view, Qt.Key.Key_D, SHIFT)
    day = side.list.asking.inputs["on"]
    day.setText(typed)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert side.list.asking.problem.startswith(problem)
    assert now(office, WORKER).delivered_on == (None if problem else date(2008, 6, 1))


def test_what_has_come_already_is_said_and_stays(side: ContributionsSide, office: Office, qtbot: QtBot) -> None:
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    side.list.view.choose(GRANT.id)
    qtbot.keyClick(side.list.view, Qt.Key.Key_D)
    assert mistakes == ["This has been delivered already: Shift+D gives another day."]
    assert now(office, GRANT).delivered_on == date(2008, 5, 1)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (Decimal(-5), "Value is -5: it cannot be below 0."),
        (Decimal(10) ** 15, "Value is larger than the program can keep: give it in a larger unit."),
    ],
)
def test_a_value_below_nothing_or_beyond_all_keeps_the_form_open(
    value: Decimal, sentence: str, side: ContributionsSide, qtbot: QtBot
) -> None:
    said: list[str] = []

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["value_nzd"].set_value(value)
        dialog.ok.click()
        said.append(dialog.banner.sentence)

    with answering(fill):
        qtbot.keyClick(side.list.view, Qt.Key.Key_Return)
    assert said == [sentence]


def test_a_adds_a_contribution_promised_today_by_an_agency_of_the_group(
    side: ContributionsSide, office: Office, qtbot: QtBot
) -> None:
    keep(office, an_agency("XXX", name="A stranger"))

    def fill(dialog: FormDialog) -> None:
        inputs = dialog.form.inputs
        assert next(iter(inputs)) == "agency_id"
        inputs["agency_id"].set_value(EDUCATION.id)
        inputs["kind"].set_value(Resource.KNOWLEDGE)
        inputs["text"].set_value("Figures of attendance")
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(side.list.view, Qt.Key.Key_A)
    made = side.list.chosen[0].contribution
    assert (made.group_id, made.text, made.promised_on) == (GROUP.id, "Figures of attendance", TODAY)
    assert made.value_nzd is None
    assert office.undo_name == "add a contribution"


@pytest.mark.parametrize(("key", "wanted"), [("waiting", ["A youth worker", "A room"]), ("valueless", 2), ("all", 3)])
def test_the_list_can_be_narrowed(key: str, wanted: list[str] | int, side: ContributionsSide) -> None:
    side.list.which.setCurrentIndex(side.list.which.findData(key))
    assert texts(side) == wanted if isinstance(wanted, list) else len(texts(side)) == wanted


def test_the_list_falls_into_kinds_and_agencies_and_typed_words_filter_it(
    side: ContributionsSide, qtbot: QtBot
) -> None:
    side.list.by.setCurrentIndex(side.list.by.findData("kind"))
    assert headings(side) == [
        "Money: 1 contribution",
        "Staff time: 1 contribution, 1 not delivered yet",
        "Place or goods: 1 contribution, 1 not delivered yet",
    ]
    side.list.by.setCurrentIndex(side.list.by.findData("agency"))
    qtbot.keyClicks(side.list.filter, "police hours")
    assert headings(side) == ["Police: 1 contribution, 1 not delivered yet"]


def test_b_turns_to_the_board_where_kinds_are_never_added_up(side: ContributionsSide, qtbot: QtBot) -> None:
    qtbot.keyClick(side.list.view, Qt.Key.Key_B)
    words = [row.words for row in side.board.table.rows if isinstance(row, RowHeading)]
    assert words == [
        "Money: delivered $2,000, by 1 agency",
        "Staff time: nothing delivered yet · not delivered yet: 40 hours",
        "Place or goods: nothing delivered yet · not delivered yet: 1 without an amount",
    ]
    assert side.board.view.isVisible()
    qtbot.keyClick(side.board.view, Qt.Key.Key_B)
    assert side.list.view.isVisible()


def test_the_board_counts_by_month_quarter_or_year(side: ContributionsSide) -> None:
    side.show_board()
    last = []
    for place in range(side.board.spans.count()):
        side.board.spans.setCurrentIndex(place)
        last.append(side.board.table.columns[-1].heading)
    assert last == ["Jun 2008", "2007/08-Q4", "2007/08"]
    assert side.board.table.as_text().splitlines()[1].split("\t")[:2] == ["Police", "$2,000 as promised"]


def test_a_row_of_the_board_leads_to_its_contributions(side: ContributionsSide, qtbot: QtBot) -> None:
    side.show_board()
    side.board.view.choose(f"{POLICE.id} {Resource.STAFF_TIME}")
    qtbot.keyClick(side.board.view, Qt.Key.Key_Return)
    assert texts(side) == ["A youth worker"]


def test_agencies_of_which_nothing_is_noted_are_named_on_the_board(side: ContributionsSide, office: Office) -> None:
    silent = an_agency("XXX", short_name="Fire Service")
    keep(office, silent, a_member(GROUP, silent))
    side.show_board()
    assert side.board.silent_words.startswith("Nothing is noted of Fire Service.")


def test_the_story_tells_the_support_behind_it_and_the_kinds_of_the_agency(
    side: ContributionsSide, office: Office
) -> None:
    support = Support(id=an_id(), group_id=GROUP.id, agency_id=POLICE.id, kind=SupportKind.TIME, text="Half a post")
    keep(office, support, dataclasses.replace(WORKER, support_id=support.id))
    words = side.list.story.words
    assert "Promised 3 Mar 2008, 119 days ago, and not delivered yet" in words
    assert "From the support at home “Half a post”, not secured yet" in words
    assert "Its value is not filled in, and so it counts in no share of the whole" in words
    assert "Money Promised $2,000 · delivered $2,000" in [each.replace("; ", " · ") for each in words]


def test_a_place_leads_to_a_contribution(office: Office, qtbot: QtBot) -> None:
    keep(office, *RECORDS)
    side = shown_side(office, GROUP.id, qtbot, GRANT.id)
    assert [line.contribution for line in side.list.chosen] == [GRANT]


def test_an_empty_group_has_the_button_for_the_first_and_a_adds_it(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP, POLICE)
    side = shown_side(office, GROUP.id, qtbot)
    assert not side.list.view.isVisible()
    assert not side.list.story.isVisible()
    with answering(lambda dialog: dialog.reject()):
        qtbot.keyClick(side.list, Qt.Key.Key_A)


def test_qt_finds_nothing_wrong_with_the_tables(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "SEMO").id, qtbot)
    for table in (side.list.table, side.board.table):
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    side.list.filter.setText("money")
    side.board.spans.setCurrentIndex(0)
