"""What needs attention today, and in which order."""

from dataclasses import replace
from datetime import date, timedelta

from tests.builders import a_group, a_meeting, an_agency, an_id, an_office
from tracker.models.figures.need import Lead, Need, Urgency, counted
from tracker.models.figures.needs import groups_pressed, needs
from tracker.models.records import Commitment, Group, PlannedMeeting, Record, SetAside
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
GROUP, AGENCY = a_group(short_name="Papakura"), an_agency(short_name="Education")


def promise(due_in: int, group: Group = GROUP, **fields: object) -> Commitment:
    due = TODAY + timedelta(days=due_in)
    defaults = {"id": an_id(), "group_id": group.id, "agency_id": AGENCY.id, "text": "Bring the list"}
    return Commitment(**defaults | {"made_on": date(2008, 1, 1), "due": due, "first_due": due} | fields)  # type: ignore[arg-type]


def at(*records: Record) -> Snapshot:
    return snapshot_of(TODAY, (an_office(), AGENCY, *records))


def titles(*records: Record) -> list[str]:
    return [need.title for need in needs(at(*records))]


def test_nothing_needs_anybody_in_a_group_in_order() -> None:
    assert needs(at(GROUP, promise(60))) == ()


def test_several_overdue_promises_of_a_group_are_one_need_with_the_figures_behind_it() -> None:
    late = [promise(-days, backed_on=TODAY) for days in (3, 21, 9)]
    (need,) = needs(at(GROUP, *late))
    assert need.title == "Papakura: 3 promises are overdue"
    assert need.figures == "Education 3. The oldest by 21 days: “Bring the list”"
    assert need.place == Lead("group", GROUP.id, "commitments", late[1].id)
    assert (need.urgency, need.section) == (Urgency.NOW, "4.1")


def test_the_group_with_the_oldest_overdue_promise_comes_first() -> None:
    other = a_group(short_name="Ōtara")
    found = titles(GROUP, other, promise(-3), promise(-40, other))
    assert found == ["Ōtara: a promise is 40 days overdue", "Papakura: a promise is 3 days overdue"]


def test_a_promise_due_today_is_urgent_and_one_due_this_week_soon() -> None:
    backed = {"backed_on": TODAY}
    (today,) = needs(at(GROUP, promise(0, **backed)))
    (week,) = needs(at(GROUP, promise(7, **backed)))
    assert (today.urgency, week.urgency) == (Urgency.NOW, Urgency.SOON)
    assert week.title == "Papakura: 1 promise falls due by Mon 7 Jul"


def test_overdue_promises_that_are_set_aside_need_nobody_until_the_day() -> None:
    aside = SetAside(id=an_id(), group_id=GROUP.id, signal="overdue", until=TODAY + timedelta(days=1), why="On leave")
    assert titles(GROUP, promise(-3), aside) == []
    (need,) = needs(at(GROUP, promise(-3), replace(aside, until=TODAY)))
    assert need.signal == "overdue"


def test_a_planned_meeting_whose_day_has_passed_asks_to_be_logged() -> None:
    planned = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=date(2008, 6, 26), starts_at="14:00", place="Hall")
    (need,) = needs(at(GROUP, planned))
    assert (need.title, need.action) == ("Papakura: the meeting of Thu 26 Jun is not logged", "Log it")
    assert need.place == Lead("log-meeting", GROUP.id, record_id=f"{planned.id} 2008-06-26")
    assert needs(at(GROUP, planned, a_meeting(GROUP, on=date(2008, 6, 26)))) == ()


def test_a_closed_group_needs_nobody() -> None:
    closed = a_group(closed_on=date(2008, 5, 1), closed_because="Done.")
    assert titles(closed, promise(-3, closed)) == []


def test_only_groups_that_need_somebody_now_are_counted_as_pressed() -> None:
    other = a_group(short_name="Ōtara")
    assert groups_pressed(needs(at(GROUP, other, promise(-3), promise(20, other)))) == 1


def test_needs_are_counted_by_how_soon_somebody_has_to_see_to_them() -> None:
    def a_need(urgency: Urgency) -> Need:
        return Need("A promise", "is due", "4.1", "Open", Lead("groups"), urgency)

    assert counted([a_need(Urgency.NOW), a_need(Urgency.NOW), a_need(Urgency.LATER)]) == "2 now, 1 to keep in view"
    assert counted([]) == ""
