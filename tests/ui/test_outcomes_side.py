"""The Outcomes and indicators side of a group's Victories."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_result, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import Group, Indicator, IndicatorValue, Record, SharedOutcome
from tracker.models.records.outcome import Direction, OutcomeStatus, ValueKind
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.victories import VictoriesTab
from tracker.ui.outcomes.outcomes_side import OutcomesSide
from tracker.ui.place import Place
from tracker.ui.wayfinder import place_of

GROUP, HEALTH = a_group(), an_agency("MOH", short_name="Health")
OUTCOME = SharedOutcome(id=an_id(), group_id=GROUP.id, statement="Families tell their story once.")
TELLINGS = Indicator(
    id=an_id(), outcome_id=OUTCOME.id, name="Tellings", unit="tellings", direction=Direction.DOWN, baseline=Decimal(28)
)
TODAY = date(2008, 6, 30)
Key = Qt.Key


def a_value(value: int, on: date, kind: ValueKind = ValueKind.ACTUAL) -> IndicatorValue:
    return IndicatorValue(id=an_id(), indicator_id=TELLINGS.id, period_end=on, value=Decimal(value), kind=kind)


EARLIER, LATER = a_value(17, date(2007, 6, 30)), a_value(9, date(2008, 5, 31))
RECORDS = (GROUP, HEALTH, a_member(GROUP, HEALTH), OUTCOME, TELLINGS, EARLIER, LATER)


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> OutcomesSide:
    side = OutcomesSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(1000, 600)
    side.show_place(Place("group", group_id, "victories", record_id))
    side.show()
    side.activateWindow()
    return side


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> OutcomesSide:
    """One outcome with one indicator, measured twice; the indicator is chosen and has the keyboard."""
    keep(office, *RECORDS)
    made = shown_side(office, GROUP.id, qtbot)
    made.take_focus()
    return made


def values(office: Office) -> list[tuple[date | None, Decimal | None, ValueKind | None]]:
    kept = office.snapshot().of(IndicatorValue)
    return sorted((each.period_end, each.value, each.kind) for each in kept)


def type_into(side: OutcomesSide, qtbot: QtBot, **typed: str) -> None:
    """Into the line that asks; Enter after the last."""
    for name, text in typed.items():
        side.asking.inputs[name].selectAll()  # type: ignore[attr-defined]
        qtbot.keyClicks(side.asking.inputs[name], text)
    qtbot.keyClick(side.asking.inputs["value"], Key.Key_Return)


def test_the_indicator_and_its_movement_are_told_in_words(side: OutcomesSide) -> None:
    assert side.words == "1 outcome · 1 indicator: 1 the good way"
    assert side.curve.words[0] == "From 28 to 9 tellings on 31 May 2008: 19 down, the good way."
    assert "Tellings\ntellings · lower is better" in side.table.columns[0].shown(side.chosen)


def test_v_enters_what_was_measured_today_in_one_step(side: OutcomesSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Key.Key_V)
    type_into(side, qtbot, value="8 tellings")
    assert values(office)[-1] == (TODAY, Decimal(8), ValueKind.ACTUAL)
    assert office.undo_name == "add a value"
    assert side.view.hasFocus()
    office.undo()
    assert len(values(office)) == 2


@pytest.mark.parametrize(
    ("key", "kind", "step"),
    [(Key.Key_T, ValueKind.TARGET, "add a target"), (Key.Key_F, ValueKind.FORECAST, "add a forecast")],
)
def test_t_and_f_look_ahead(
    key: Qt.Key, kind: ValueKind, step: str, side: OutcomesSide, office: Office, qtbot: QtBot
) -> None:
    qtbot.keyClick(side.view, key)
    type_into(side, qtbot, on="30 Jun 2009", value="5")
    assert values(office)[-1] == (date(2009, 6, 30), Decimal(5), kind)
    assert office.undo_name == step


@pytest.mark.parametrize(
    ("on", "value", "sentence"),
    [
        ("1 Jul 2008", "8", "still to come"),
        ("31 May 2008", "8", "stands already, with 9 tellings"),
        ("30 Jun 2008", "8 dogs", "counted in tellings, not in dogs"),
        ("30 Jun 2008", "0.12345678901", "more than"),
    ],
)
def test_what_cannot_be_is_said_in_place(
    on: str, value: str, sentence: str, side: OutcomesSide, office: Office, qtbot: QtBot
) -> None:
    qtbot.keyClick(side.view, Key.Key_V)
    type_into(side, qtbot, on=on, value=value)
    assert sentence in side.asking.problem
    assert len(values(office)) == 2
    qtbot.keyClick(side.asking.inputs["value"], Key.Key_Escape)
    assert side.asking.isHidden()


def test_enter_in_the_picture_puts_the_value_right(side: OutcomesSide, office: Office, qtbot: QtBot) -> None:
    side.curve.plot.setFocus()
    qtbot.keyClick(side.curve.plot, Key.Key_Home)
    qtbot.keyClick(side.curve.plot, Key.Key_Return)
    type_into(side, qtbot, value="18")
    assert values(office)[0] == (date(2007, 6, 30), Decimal(18), ValueKind.ACTUAL)
    assert side.curve.plot.hasFocus()


def test_l_turns_the_curve_into_a_list_and_delete_removes_the_value(
    side: OutcomesSide, office: Office, qtbot: QtBot
) -> None:
    side.curve.plot.setFocus()
    qtbot.keyClick(side.curve.plot, Key.Key_L)
    assert side.curve.view.hasFocus()
    assert side.curve.table.as_text().splitlines()[1].split("\t") == ["31 May 2008", "Actual", "9 tellings"]
    qtbot.keyClick(side.curve.view, Key.Key_Delete)
    assert [value for _, value, _ in values(office)] == [17]
    assert office.undo_name == "remove a value"


def test_an_indicator_with_values_is_not_removed(side: OutcomesSide, office: Office, qtbot: QtBot) -> None:
    with qtbot.waitSignal(side.desk.mistaken):
        qtbot.keyClick(side.view, Key.Key_Delete)
    assert office.snapshot().find(Indicator, TELLINGS.id) is not None


def test_s_moves_the_status_with_its_story(side: OutcomesSide, office: Office, qtbot: QtBot) -> None:
    def answer(form: FormDialog) -> None:
        form.form.inputs["status"].set_value(OutcomeStatus.ON_TRACK)
        form.accept()
        assert "behind the curve" in form.banner.sentence
        form.form.inputs["story"].set_value("Joint visits brought it down.")
        form.accept()

    with answering(answer):
        qtbot.keyClick(side.view, Key.Key_S)
    assert office.snapshot().one(SharedOutcome, OUTCOME.id).status is OutcomeStatus.ON_TRACK
    assert "Joint visits brought it down." in " ".join(side.story.words)


def test_a_adds_an_outcome_and_i_an_indicator_to_it(side: OutcomesSide, office: Office, qtbot: QtBot) -> None:
    def outcome(form: FormDialog) -> None:
        form.form.inputs["statement"].set_value("Every child is read to")
        form.accept()

    def indicator(form: FormDialog) -> None:
        for name, value in (("name", "Children read to"), ("unit", "children"), ("direction", Direction.UP)):
            form.form.inputs[name].set_value(value)
        form.accept()

    with answering(outcome):
        qtbot.keyClick(side.view, Key.Key_A)
    assert side.curve.first.isVisible()
    with answering(indicator):
        qtbot.keyClick(side.view, Key.Key_I)
    assert side.chosen is not None
    assert side.chosen.curve is not None
    assert side.chosen.standing.outcome.statement == "Every child is read to"


def test_an_outcome_is_chosen_before_a_value_can_be_given(side: OutcomesSide, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Key.Key_Home)
    with qtbot.waitSignal(side.desk.mistaken) as said:
        qtbot.keyClick(side.view, Key.Key_V)
    assert "Choose an indicator first" in said.args[0]


def test_another_unit_says_that_the_values_are_read_in_it(side: OutcomesSide, qtbot: QtBot) -> None:
    def answer(form: FormDialog) -> None:
        form.form.inputs["unit"].set_value("times")
        form.accept()

    with qtbot.waitSignal(side.desk.said) as said, answering(answer):
        qtbot.keyClick(side.view, Key.Key_Return)
    assert said.args[0].startswith("2 values are read in times from now on.")


def test_results_that_served_it_are_told_under_their_count(side: OutcomesSide, office: Office) -> None:
    keep(office, a_result(GROUP, 12, outcome_id=OUTCOME.id))
    side.show_place(Place("group", GROUP.id, "victories"))
    assert "20 May 2008 Tamariki back at school" in side.story.words


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_curve_is_saved_as_a_picture(ending: str, side: OutcomesSide, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / f"curve.{ending}"
    with qtbot.waitSignal(side.desk.said):
        side.curve.save_picture(path)
    assert path.stat().st_size > 1_000


def test_a_picture_that_cannot_be_written_is_said(side: OutcomesSide, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(side.desk.mistaken):
        side.curve.save_picture(tmp_path / "curve.docx")


def test_the_mouse_finds_the_value_that_it_points_at(side: OutcomesSide, qtbot: QtBot) -> None:
    plot = side.curve.plot
    found = {plot.at(QPoint(x, y).toPointF()) for x in range(0, plot.width(), 6) for y in range(0, plot.height(), 6)}
    assert found == {None, 0, 1}


def test_qt_finds_nothing_wrong_with_the_tables(side: OutcomesSide, office: Office) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(table, fatal) for table in (side.table, side.curve.table)]
    keep(office, a_value(12, date(2008, 1, 31)))
    assert len(testers) == 2


def test_an_empty_group_offers_the_first_outcome(office: Office, qtbot: QtBot) -> None:
    keep(office, GROUP)
    side = shown_side(office, GROUP.id, qtbot)
    side.take_focus()
    assert (side.foot.isVisible(), side.curve.isVisible(), side.story.isVisible()) == (False, False, False)
    assert side._first.isVisible()


@pytest.mark.parametrize("record", [OUTCOME, TELLINGS, EARLIER])
def test_a_place_leads_to_an_outcome_an_indicator_and_a_value(record: Record, office: Office, qtbot: QtBot) -> None:
    keep(office, *RECORDS)
    place = place_of(office.snapshot(), type(record), record.id)
    assert place == Place("group", GROUP.id, "victories/outcomes", record.id)
    tab = VictoriesTab(Desk(office))
    qtbot.addWidget(tab)
    tab.show_place(place)
    assert isinstance(tab.side, OutcomesSide)
    assert tab.side.chosen is not None
    assert tab.side.chosen.id == (TELLINGS.id if record is EARLIER else record.id)
    if record is EARLIER:
        assert tab.side.curve.plot.value == EARLIER


def test_a_result_leads_back_to_the_victories(office: Office, qtbot: QtBot) -> None:
    result = a_result(GROUP)
    keep(office, *RECORDS, result)
    tab = VictoriesTab(Desk(office))
    qtbot.addWidget(tab)
    tab.show_place(Place("group", GROUP.id, "victories/outcomes"))
    tab.show_place(Place("group", GROUP.id, "victories", result.id))
    assert tab.buttons[0].isChecked()


def test_what_is_restricted_stays_when_the_table_leaves(side: OutcomesSide) -> None:
    behind = side.table.records
    assert behind is not None
    assert {OUTCOME, TELLINGS, EARLIER, LATER} == set(behind(side.chosen))


def test_the_sample_shows_every_group(sample: Office, qtbot: QtBot) -> None:
    side = OutcomesSide(Desk(sample))
    qtbot.addWidget(side)
    side.show()
    for group in sample.snapshot().of(Group):
        side.show_place(Place("group", group.id, "victories"))
        side.grab()
        assert {line.standing.outcome.group_id for line in side.table.things} <= {group.id}
    side.show_place(Place("group", sample.find(Group, "AUT").id, "victories"))
    assert side.curve.words[0].startswith("From 28 on 30 Jun 2002 to 9 tellings on 30 Jun 2008: 19 down")
