"""A typed line: what it is read as, every part put right by keyboard, and what is asked for in its place."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_member, a_person
from tests.ui.meeting_typed import a_group_that_meets, focused, keep, press, shown_page, type_line, type_text
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.records import Agency, Group, Membership
from tracker.models.records.membership import Authority
from tracker.models.records.risk import RiskLevel
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.item_composer import ItemComposer
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.place import Place

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def group(office: Office) -> Group:
    return a_group_that_meets(office)


@pytest.fixture
def page(office: Office, group: Group, qtbot: object) -> Iterator[LogMeetingPage]:
    """The page, with the keyboard in the line."""
    made = shown_page(Desk(office), Place("log-meeting", group.id))
    made.form.composer.line.setFocus()
    yield made
    made.hide()
    made.deleteLater()


def kept(page: LogMeetingPage) -> DraftItem:
    (item,) = page.form.draft.items
    return item


def named(page: LogMeetingPage, *ids: str) -> list[str]:
    return [page.desk.snapshot.called(Agency, identity) for identity in ids]


def reading(page: LogMeetingPage) -> str:
    return page.form.composer.reading.reading.whole


def test_what_a_line_is_read_as_stands_there_before_it_is_kept(page: LogMeetingPage) -> None:
    type_text("Police will run the course for Education by 27 July")
    assert "Reads as commitment. Police · to Education · by Sun 27 Jul 2008" in reading(page)
    assert page.form.draft.items == ()


def test_credit_is_read_and_put_right_with_the_arrow_keys_and_space(page: LogMeetingPage) -> None:
    type_text("Well done: five enrolled, thanks to Education")
    assert "credit: Education" in reading(page)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert named(page, *kept(page).agency_ids) == ["Police", "Education"]


def test_a_lesson_is_carried_back_to_those_that_are_ticked(page: LogMeetingPage) -> None:
    type_text("l Ring first")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert named(page, *kept(page).agency_ids) == ["Education"]


def test_who_and_which_person_are_chosen_by_typing(page: LogMeetingPage) -> None:
    type_text("c run the course")
    press(Qt.Key.Key_Down)
    type_text("Educ")
    press(Qt.Key.Key_Tab)
    type_text("Adv")
    press(Qt.Key.Key_Return)
    item = kept(page)
    assert named(page, item.agency_id) == ["Education"]
    assert item.person_id


def test_to_whom_is_an_agency_or_words(page: LogMeetingPage) -> None:
    fields = page.form.composer.fields
    for words, expected in (("the aunties", ("the aunties", [""])), ("mangere trust", ("", ["Māngere Trust"]))):
        type_text("c Police: run the course")
        fields.to.setFocus()
        type_text(words)
        press(Qt.Key.Key_Return)
        item = page.form.draft.items[-1]
        assert (item.to, named(page, item.to_agency_id)) == expected


@pytest.mark.parametrize("typed", ["27/7/2008", "27 Jul 2008", "27 July"])
def test_the_due_date_is_put_right_as_it_is_said(page: LogMeetingPage, typed: str) -> None:
    type_text("c Police: run the course")
    press(Qt.Key.Key_Down)
    assert focused() is page.form.composer.fields.due
    type_text(typed)
    press(Qt.Key.Key_Return)
    assert kept(page).due == date(2008, 7, 27)


def test_a_due_date_that_is_none_is_said_and_the_line_stays(page: LogMeetingPage) -> None:
    type_text("c Police: run the course")
    press(Qt.Key.Key_Down)
    type_text("sometime")
    press(Qt.Key.Key_Return)
    assert page.form.draft.items == ()
    assert "“sometime” is no date" in reading(page)
    assert page.form.composer.text == "c Police: run the course"


def test_a_due_date_before_the_meeting_is_said_while_it_is_typed(page: LogMeetingPage) -> None:
    type_text("c Police: run the course by 1 Jun 2008")
    assert "due before the meeting of 30 Jun 2008" in reading(page)


def test_the_level_of_a_risk_is_put_right(page: LogMeetingPage) -> None:
    type_text("r Police: the room is lost")
    page.form.composer.fields.level.setFocus()
    type_text("High")
    press(Qt.Key.Key_Return)
    assert kept(page).level is RiskLevel.HIGH


def test_a_ball_that_nobody_holds_asks_for_its_holder(page: LogMeetingPage) -> None:
    type_text("b school attendance")
    assert "Nobody holds this ball" in reading(page)
    press(Qt.Key.Key_Down)
    assert focused() is page.form.composer.fields.agency
    type_text("Pol")
    press(Qt.Key.Key_Return)
    assert named(page, kept(page).agency_id) == ["Police"]


def test_what_was_put_right_stays_while_the_line_goes_on(page: LogMeetingPage) -> None:
    type_text("c Police: run the course by 27 Jul 2008")
    page.form.composer.fields.agency.setFocus()
    type_text("Educ")
    press(Qt.Key.Key_Escape)
    type_text(" at the marae")
    press(Qt.Key.Key_Return)
    assert named(page, kept(page).agency_id) == ["Education"]


def test_a_kept_line_is_changed_and_only_that_part_of_it(page: LogMeetingPage) -> None:
    type_line("c Police: run the course by 27 Jul 2008")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    type_text(" twice")
    press(Qt.Key.Key_Return)
    item = kept(page)
    assert (item.text, item.due, named(page, item.agency_id)) == (
        "Run the course twice",
        date(2008, 7, 27),
        ["Police"],
    )


def test_a_figure_with_ctrl_in_the_list_changes_the_kind_of_a_kept_line(page: LogMeetingPage) -> None:
    type_line("d Ring first")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_4, CTRL)
    assert kept(page).kind is ItemKind.LESSON


def test_ctrl_z_brings_a_removed_line_back(page: LogMeetingPage) -> None:
    type_line("d Ring first")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    assert page.form.draft.items == ()
    press(Qt.Key.Key_Z, CTRL)
    assert kept(page).text == "Ring first"


def test_esc_leaves_a_kept_line_as_it_was(page: LogMeetingPage) -> None:
    type_line("d Ring first")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    type_text(" and last")
    press(Qt.Key.Key_Escape)
    assert kept(page).text == "Ring first"
    assert page.form.composer.text == ""


def seat_of(page: LogMeetingPage, name: str) -> Membership:
    snapshot = page.desk.snapshot
    return next(seat for seat in snapshot.of(Membership) if snapshot.called(Agency, seat.agency_id) == name)


def with_authority(page: LogMeetingPage, authority: Authority, limit: int | None = None) -> None:
    seat = seat_of(page, "Police")
    nzd = Decimal(limit) if limit else None
    keep(page.desk.office, type(seat)(**vars(seat) | {"authority": authority, "authority_nzd": nzd}))


def test_authority_stands_beside_a_promise(page: LogMeetingPage) -> None:
    with_authority(page, Authority.OWN_TIME)
    type_text("c Police: run the course by 27 Jul 2008")
    assert "Police may promise: own time and information" in reading(page)


def test_a_promise_beyond_the_authority_says_so_and_is_kept(page: LogMeetingPage) -> None:
    with_authority(page, Authority.MONEY, 500)
    type_text("c Police: pay $900 for the hall by 27 Jul 2008")
    assert "needs the home agency's backing" in reading(page)
    press(Qt.Key.Key_Return)
    assert kept(page).text


def test_authority_that_is_not_noted_says_just_that(page: LogMeetingPage) -> None:
    type_text("c Police: pay $900 for the hall by 27 Jul 2008")
    assert "authority not noted" in reading(page)


def test_somebody_who_has_left_is_asked_about(page: LogMeetingPage, group: Group) -> None:
    police = next(agency for agency in page.desk.snapshot.of(Agency) if agency.code == "POL")
    gone = a_person(police, name="Sergeant Example")
    seat = a_member(group, police, person_id=gone.id, to_on=date(2008, 5, 1))
    keep(page.desk.office, gone, seat)
    composer: ItemComposer = page.form.composer
    composer.set_line("", None, edited=DraftItem(kind=ItemKind.COMMITMENT, text="", person_id=gone.id))
    type_text("run the course")
    assert "Sergeant Example has no seat in the group on that day" in reading(page)


def test_text_from_right_to_left_and_emoji_are_kept_as_typed(page: LogMeetingPage) -> None:
    type_line("d שלום 🎉 مرحبا whānau")
    assert kept(page).text == "שלום 🎉 مرحبا whānau"
