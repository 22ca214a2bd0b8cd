"""A group's self-assessment in the window."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_group, an_agency
from tests.ui.answering import answering
from tests.ui.rounds_shown import ASKED_ON, Table, all_say, keep, most, shown_side
from tracker.models.records import Assessment, Departure, Group, StageJudgement
from tracker.models.records.stage import Asked, Stage
from tracker.store.office import Office
from tracker.ui.assessment.assessment_side import AssessmentSide
from tracker.ui.assessment.discussion_dialog import DiscussionDialog
from tracker.ui.assessment.rating_dialog import RatingDialog
from tracker.ui.form_dialog import FormDialog
from tracker.ui.printing.table_told import plain_table

N, A, J, Q = Qt.Key.Key_N, Qt.Key.Key_A, Qt.Key.Key_J, Qt.Key.Key_Q


def a_flying_table() -> Table:
    table = Table(4).asked()
    answers = most(Stage.FLYING) | {key: 3 for key in most(Stage.FUNCTIONING) if key.startswith("functioning")}
    for place in range(4):
        table.said(place, answers)
    return table


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> AssessmentSide:
    table = a_flying_table()
    keep(office, *table.records)
    return shown_side(office, table.group.id, qtbot)


def dialog_seen(kind: type, act: Qt.Key, side: AssessmentSide) -> list[object]:
    """What dialog a key opens; it is closed again."""
    seen: list[object] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        if dialog is not None:
            dialog.close()

    QTimer.singleShot(0, look)
    QTest.keyClick(side.view, act)
    assert [type(each) for each in seen] == [kind]
    return seen


def test_the_list_says_when_who_and_what_it_suggests(side: AssessmentSide) -> None:
    shown = side.table.as_text().splitlines()[1]
    assert shown == "1 May 2008 · Signs 4 raters, 4 of 4 agencies Flying"
    assert side.words == "1 round · the latest on 1 May 2008: Flying"


def test_the_suggestion_stands_with_its_reasons_and_people_decide(side: AssessmentSide) -> None:
    told = side.round.suggestion.words
    assert "4 raters from 4 of 4 agencies asked." in told
    assert any("Flying 4.00 is 2.50 or more" in line for line in told)
    assert told[-1] == "It suggests; people decide (§7.2)."


def test_splits_stand_first_with_a_word_beside_the_sign(office: Office, qtbot: QtBot) -> None:
    table = Table(5).asked()
    for place in range(5):
        table.said(place, all_say(2) | {"flying_trust": 4 if place else 0})
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    rows = side.round.questions.table.as_text().splitlines()
    assert rows[1].split("\t")[:6] == ["We trust and respect each other", "0, 4, 4, 4, 4", "4", "0", "4", "split"]
    assert "split" not in rows[2]
    assert "split: 1 say 1 or less, 4 say 3 or more" in side.round.questions.told


def test_the_round_before_is_compared_by_those_in_both(office: Office, qtbot: QtBot) -> None:
    table = Table(4).asked(date(2008, 1, 7))
    for place in range(4):
        table.said(place, all_say(2))
    table.asked()
    for place, score in enumerate((3, 3, 3, 1)):
        table.said(place, all_say(score))
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    assert "Flying 3 up, 0 the same, 1 down" in side.round.profile.words
    assert side.round.questions.table.as_text().splitlines()[1].endswith("3 up, 0 the same, 1 down")


def test_one_rater_is_one_persons_view(office: Office, qtbot: QtBot) -> None:
    table = Table(4).asked().said(0, most(Stage.FLYING))
    keep(office, *table.records)
    told = shown_side(office, table.group.id, qtbot).round.suggestion.words
    assert told[0] == "One person's view"


def test_a_round_without_answers_says_what_begins_it(office: Office, qtbot: QtBot) -> None:
    table = Table(4).asked()
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    assert side.round.profile.isHidden()
    assert not side.foot.buttons["J"].isEnabled()
    assert side.foot.buttons["A"].isEnabled()


def test_n_starts_a_round_and_leads_to_it(side: AssessmentSide, office: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["asks"].set_value(Asked.HEALTH)
        dialog.ok.click()

    with answering(fill):
        QTest.keyClick(side.view, N)
    made = max(office.snapshot().of(Assessment), key=lambda each: str(each.on))
    assert (made.asked, made.on, len(made.asked_ids)) == (Asked.HEALTH, office.today, 4)
    assert side.chosen is not None
    assert side.chosen.id == made.id


def test_the_thresholds_in_force_are_kept_with_a_round_of_signs(side: AssessmentSide, office: Office) -> None:
    with answering(lambda dialog: dialog.ok.click()):
        QTest.keyClick(side.view, N)
    made = max(office.snapshot().of(Assessment), key=lambda each: str(each.on))
    assert ("flying_gate", 250) in made.thresholds


def test_a_round_of_a_day_before_the_group_began_is_refused_in_the_form(side: AssessmentSide, office: Office) -> None:
    seen: list[str] = []

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["on"].set_value(date(2006, 1, 1))
        dialog.ok.click()
        seen.append(dialog.banner.sentence)

    with answering(fill):
        QTest.keyClick(side.view, N)
    assert "began on 1 Feb 2007" in seen[0]
    assert len(office.snapshot().of(Assessment)) == 1


def test_enter_puts_a_round_right(side: AssessmentSide, office: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["note"].set_value("On paper")
        dialog.ok.click()

    with answering(fill):
        QTest.keyClick(side.view, Qt.Key.Key_Return)
    (kept,) = office.snapshot().of(Assessment)
    assert (kept.note, kept.on) == ("On paper", ASKED_ON)


def test_a_asks_on_the_screen(side: AssessmentSide) -> None:
    dialog_seen(RatingDialog, A, side)


def test_q_shows_the_questions_to_talk_over(side: AssessmentSide) -> None:
    dialog_seen(DiscussionDialog, Q, side)


def test_j_judges_with_the_round_behind_it(side: AssessmentSide, office: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["stage"].set_value(Stage.FLYING)
        dialog.form.inputs["judged_by"].set_value("The group")
        dialog.form.inputs["why"].set_value("We lead in turns.")
        dialog.ok.click()

    with answering(fill):
        QTest.keyClick(side.view, J)
    (judgement,) = office.snapshot().of(StageJudgement)
    assert judgement.assessment_id == office.snapshot().of(Assessment)[0].id
    assert side.round.suggestion.words[-1] == "Judged on 30 Jun 2008 by the group: Flying."


def test_a_health_check_has_six_domains_and_no_total(office: Office, qtbot: QtBot) -> None:
    table = Table(5).asked(asks=Asked.HEALTH)
    for place in range(5):
        table.said(place, all_say(place % 3 + 1, Asked.HEALTH))
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    assert side.round.suggestion.isHidden()
    assert [line.split(":")[0] for line in side.round.profile.bars.words] == [
        "Purpose",
        "Backing from home",
        "Trust and power",
        "Arrangements",
        "Delivery",
        "Learning and accountability",
    ]
    assert len(side.round.questions.table.things) == 23
    assert not side.foot.buttons["J"].isEnabled()


def test_what_single_members_said_does_not_leave(side: AssessmentSide) -> None:
    told = plain_table(side.round.questions.keyed, side.desk, "What the members say")
    assert all(not column.texts for column in told.columns)


def test_a_place_leads_to_its_round(office: Office, qtbot: QtBot) -> None:
    table = Table(4).asked(date(2008, 1, 7)).said(0, all_say(2)).asked().said(0, all_say(3))
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot, table.rounds[0].id)
    assert side.chosen is not None
    assert side.chosen.id == table.rounds[0].id


def test_the_page_to_talk_over_has_three_questions_and_no_names(office: Office, qtbot: QtBot) -> None:
    table = Table(5).asked()
    for place in range(5):
        table.said(place, all_say(place))
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    dialog = DiscussionDialog(side.desk, side, table.rounds[0].id)
    assert dialog.handout is not None
    assert dialog.handout.rows == 3
    assert "Agency 0" not in dialog.handout.text
    assert "Some find it true of the group now, and some do not." in dialog.handout.text
    dialog.deleteLater()
    assert office.snapshot().of(Departure) == ()


def test_of_one_rater_there_is_nothing_to_talk_over(office: Office, qtbot: QtBot) -> None:
    table = Table(4).asked().said(0, most(Stage.FLYING))
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    dialog = DiscussionDialog(side.desk, side, table.rounds[0].id)
    assert dialog.banner.sentence.startswith("One person has answered")
    assert not dialog.print.isEnabled()
    dialog.deleteLater()


def test_an_empty_page_says_what_goes_there_and_has_the_button(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    keep(office, group, an_agency("EDU"))
    side = shown_side(office, group.id, qtbot)
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    assert side.focusWidget() is not None
    QTest.keyClick(side, A)
    assert mistakes == ["There is no round yet: N starts one."]

    def look(dialog: FormDialog) -> None:
        dialog.ok.click()
        mistakes.append(dialog.banner.sentence)

    with answering(look):
        QTest.keyClick(side, N)
    assert "No agency has a seat" in mistakes[1]


def test_qt_finds_nothing_wrong_with_the_tables(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "ICM").id, qtbot)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(table, mode) for table in (side.table, side.round.questions.table)]
    side.refill()
    assert len(testers) == 2


@pytest.mark.parametrize("code", ["ICM", "SEMO", "MTJ", "AUT", "RSE", "GUEDO", "NMCC", "CBT"])
def test_every_group_of_the_sample_can_be_looked_at(code: str, sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, code).id, qtbot)
    for row in side.table.rows:
        side.view.choose(row.id)
        assert side.round.profile.words


def test_names_stand_beside_the_dots_only_where_the_group_agreed(office: Office, qtbot: QtBot) -> None:
    table = Table(5).asked(named=True)
    for place in range(5):
        table.said(place, all_say(place))
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    assert "Agency 0 0, Agency 1 1" in side.round.questions.told
    keep(office, replace(table.rounds[0], named=False))
    assert "Agency 0" not in side.round.questions.table.as_text() + side.round.questions.told


def test_the_arrow_keys_go_from_a_health_check_to_the_signs_and_back(office: Office, qtbot: QtBot) -> None:
    table = Table(4).asked(date(2008, 1, 7)).said(0, all_say(2))
    table.asked(asks=Asked.HEALTH).said(0, all_say(2, Asked.HEALTH))
    keep(office, *table.records)
    side = shown_side(office, table.group.id, qtbot)
    assert len(side.round.questions.table.things) == 23
    QTest.keyClick(side.view, Qt.Key.Key_Down)
    assert len(side.round.questions.table.rows) == 24, "signs stand without headings"
    QTest.keyClick(side.view, Qt.Key.Key_Up)
    assert len(side.round.questions.table.rows) == 23 + 6
