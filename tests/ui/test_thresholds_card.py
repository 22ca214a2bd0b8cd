"""The limits of signals, and what came before a fall, on the Office page."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tracker.models.records import Threshold
from tracker.models.signals.signals import limits
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.office.thresholds_card import ThresholdsCard
from tracker.ui.pages.office import OfficePage
from tracker.ui.place import Place
from tracker.ui.signals.looking_back import looking_back_of


def shown_page(office: Office, qtbot: QtBot, tab: str) -> OfficePage:
    made = OfficePage(Desk(office))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.show_place(Place("office", tab=tab))
    return made


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> OfficePage:
    made = shown_page(office, qtbot, "limits")
    made.limits.view.choose("stage_days")
    return made


@pytest.fixture
def card(page: OfficePage) -> ThresholdsCard:
    return page.limits


def cells(card: ThresholdsCard, key: str) -> list[str]:
    row = next(row for row in card.table.rows if row.id == key)
    return [column.shown(row) for column in card.table.columns]


def change(card: ThresholdsCard, value: str, why: str, qtbot: QtBot) -> None:
    qtbot.keyClick(card.view, Qt.Key.Key_Return)
    card.asking.inputs["value"].setText(value)  # type: ignore[attr-defined]
    card.asking.inputs["why"].setText(why)  # type: ignore[attr-defined]
    qtbot.keyClick(card.asking.inputs["why"], Qt.Key.Key_Return)


def test_every_limit_stands_there_with_its_signal_unit_and_usual_value(card: ThresholdsCard) -> None:
    assert cells(card, "stage_days")[1:] == ["The stage is out of date", "days", "120", "as usual", ""]
    assert len(card.table.rows) >= 20


def test_enter_sets_the_offices_own_value_with_its_reason_in_one_step(
    card: ThresholdsCard, office: Office, qtbot: QtBot
) -> None:
    change(card, "150", "We judge each half year", qtbot)
    assert cells(card, "stage_days")[4:] == ["150", "We judge each half year"]
    assert limits(office.snapshot())["stage_days"] == Decimal(150)
    assert office.undo_name == "change a limit"
    change(card, "160", "Later still", qtbot)
    assert len(office.snapshot().of(Threshold)) == 1


def test_delete_goes_back_to_the_usual_value_and_undo_to_the_own_one(
    card: ThresholdsCard, office: Office, qtbot: QtBot
) -> None:
    change(card, "150", "We judge each half year", qtbot)
    qtbot.keyClick(card.view, Qt.Key.Key_Delete)
    assert cells(card, "stage_days")[4] == "as usual"
    office.undo()
    assert cells(card, "stage_days")[4] == "150"


@pytest.mark.parametrize(
    ("value", "why", "problem"),
    [
        ("many", "Because", "“many” is no number"),
        ("NaN", "Because", "NaN is no whole number"),
        ("12.5", "Because", "12.5 is no whole number"),
        ("-4", "Because", "-4 is out of bounds: give a number from 1 to"),
        ("99999999999", "Because", "99,999,999,999 is out of bounds"),
        ("120", "Because", "120 days is the usual value"),
        ("150", " ", "Say why this office differs"),
    ],
)
def test_what_cannot_be_a_limit_is_said_in_place(
    value: str, why: str, problem: str, card: ThresholdsCard, office: Office, qtbot: QtBot
) -> None:
    change(card, value, why, qtbot)
    assert card.asking.problem.startswith(problem)
    assert office.snapshot().of(Threshold) == ()


def test_the_usual_value_is_not_gone_back_to_twice(card: ThresholdsCard, qtbot: QtBot) -> None:
    mistakes: list[str] = []
    card.desk.mistaken.connect(mistakes.append)
    qtbot.keyClick(card.view, Qt.Key.Key_Delete)
    assert mistakes == ["It is the usual value already: Enter changes it."]


def test_the_office_page_turns_from_side_to_side(page: OfficePage) -> None:
    assert page.buttons[1].isChecked()
    page.show_place(Place("office"))
    assert not page.limits.isVisible()
    page.buttons[1].click()
    assert page.limits.view.hasFocus()


def test_qt_finds_nothing_wrong_with_the_table(card: ThresholdsCard) -> None:
    QAbstractItemModelTester(card.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    card.filter.setText("chair")


def test_how_often_a_signal_came_before_a_fall_is_told_in_counts(sample: Office, qtbot: QtBot) -> None:
    page = shown_page(sample, qtbot, "before-a-fall")
    qtbot.waitUntil(lambda: page.back_test.table.total > 0, timeout=20_000)
    assert page.back_test.words.startswith("5 falls, looked at 30, 60 and 90 days before")
    seen = [page.back_test.table.columns[1].shown(row) for row in page.back_test.table.rows]
    assert all(words == "not enough to tell" or words.endswith(" of 5") for words in seen)


def test_with_too_few_falls_nothing_is_said_of_any_signal(office: Office, qtbot: QtBot) -> None:
    page = shown_page(office, qtbot, "before-a-fall")
    qtbot.waitUntil(lambda: page.back_test.empty.sentence.startswith("Not enough to tell: 0 falls"))
    assert page.back_test.table.total == 0


def test_looking_back_is_given_up_when_the_side_is_left(sample: Office, qtbot: QtBot) -> None:
    page = shown_page(sample, qtbot, "before-a-fall")
    page.buttons[0].click()
    assert not looking_back_of(page.desk).running
    assert looking_back_of(page.desk).told is None


@pytest.mark.parametrize(("key", "typed", "kept"), [("stage_days", "1,000", "1,000"), ("chair_share", "40%", "40")])
def test_a_limit_may_be_typed_as_it_is_shown(
    key: str, typed: str, kept: str, card: ThresholdsCard, qtbot: QtBot
) -> None:
    card.view.choose(key)
    change(card, typed, "We are large", qtbot)
    assert cells(card, key)[4] == kept


def test_of_a_long_value_only_the_beginning_is_repeated(card: ThresholdsCard, qtbot: QtBot) -> None:
    change(card, "9" * 2000, "Because", qtbot)
    assert len(card.asking.problem) < 100
