"""Logging a planned meeting: it begins with its day and place."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.builders import an_id
from tests.ui.meeting_typed import a_group_that_meets, keep, shown_page, type_line
from tracker.models.figures.coming import planned_meeting
from tracker.models.records import Group, PlannedMeeting
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.meetings.log_place import log_place
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.place import Place


@pytest.fixture
def group(office: Office) -> Group:
    return a_group_that_meets(office)


@pytest.fixture
def planned(office: Office, group: Group) -> Place:
    plan = PlannedMeeting(id=an_id(), group_id=group.id, on=date(2008, 6, 25), place="Papakura hall")
    keep(office, plan)
    meeting = planned_meeting(office.snapshot(), f"{plan.id} 2008-06-25")
    assert meeting is not None
    return log_place(meeting)


@pytest.fixture
def page(office: Office, planned: Place, qtbot: object) -> Iterator[LogMeetingPage]:
    made = shown_page(Desk(office), planned)
    yield made
    made.hide()
    made.deleteLater()


def head(page: LogMeetingPage) -> tuple[str, str]:
    return page.form.head.day.text(), page.form.head.place.text()


def test_a_planned_meeting_begins_with_its_day_and_place(page: LogMeetingPage) -> None:
    assert head(page) == ("25 Jun 2008", "Papakura hall")


def test_a_new_meeting_begins_today_again(page: LogMeetingPage, group: Group) -> None:
    page.show_place(Place("log-meeting", group.id))
    assert head(page) == ("30 Jun 2008", "")


def test_what_was_typed_for_another_meeting_is_not_lost(page: LogMeetingPage, group: Group, planned: Place) -> None:
    page.show_place(Place("log-meeting", group.id))
    page.form.composer.line.setFocus()
    type_line("d One desk")
    page.show_place(planned)
    assert head(page)[0] == "30 Jun 2008"
    assert "the meeting of 30 Jun 2008 with 1 line" in page.banner.sentence
    page.start_afresh()
    assert head(page) == ("25 Jun 2008", "Papakura hall")
    assert page.form.draft.items == ()


def test_a_plan_that_is_gone_begins_as_a_new_meeting(page: LogMeetingPage, group: Group) -> None:
    page.show_place(Place("log-meeting", group.id, record_id=f"{an_id()} 2008-06-25"))
    assert head(page) == ("30 Jun 2008", "")
