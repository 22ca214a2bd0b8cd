"""The brief: what stands on the page for the next meeting, and what stays in the office."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, a_meeting, a_member, a_result, a_stage, an_agency, an_id, an_office
from tracker.models.figures.brief import Brief, brief
from tracker.models.mistake import Mistake
from tracker.models.records import (
    Agency,
    Attendance,
    Ball,
    Commitment,
    Decision,
    Group,
    Handover,
    Note,
    PlannedMeeting,
    Record,
    Risk,
)
from tracker.models.records.meeting import NoteKind, Presence
from tracker.models.records.record import Sensitivity
from tracker.models.records.risk import RiskLevel
from tracker.models.records.stage import Stage
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()
POLICE = an_agency("POL", short_name="Police")
HOUSING = an_agency("HNZ", short_name="Housing")
SEATS = (a_member(GROUP, POLICE), a_member(GROUP, HOUSING))


def told(*records: Record, group: Group = GROUP) -> Brief:
    return brief(snapshot_of(TODAY, [an_office(), group, POLICE, HOUSING, *SEATS, *records]), group.id)


def a_promise(agency: Agency = POLICE, due: date | None = date(2008, 7, 4), **fields: Any) -> Commitment:
    defaults: dict[str, Any] = {
        "id": an_id(),
        "group_id": GROUP.id,
        "agency_id": agency.id,
        "text": "A van on Mondays",
        "due": due,
    }
    return Commitment(**defaults | {"made_on": date(2008, 1, 10)} | fields)


def a_risk(**fields: Any) -> Risk:
    defaults: dict[str, Any] = {"id": an_id(), "group_id": GROUP.id, "text": "The contact may tire"}
    return Risk(**defaults | {"on": date(2008, 5, 1), "level": RiskLevel.HIGH} | fields)


def a_ball(agency: Agency | None, on: date) -> tuple[Ball, Handover]:
    ball = Ball(id=an_id(), group_id=GROUP.id, issue="Back to school", opened_on=on)
    return ball, Handover(id=an_id(), ball_id=ball.id, on=on, agency_id=agency.id if agency else None)


def watched(page: Brief, kind: str) -> list[str]:
    return [f"{watch.text}: {watch.why}" for watch in page.watch if watch.kind == kind]


def test_the_longest_overdue_promise_comes_first() -> None:
    page = told(a_promise(), a_promise(HOUSING, due=date(2008, 6, 20)), a_promise(due=None))
    assert [promise.days for promise in page.promises] == [-10, 4, None]
    assert (page.overdue, page.promises[0].days_words) == (1, "10 days over")


def test_promises_stand_by_agency_with_the_oldest_first() -> None:
    early, late = a_promise(HOUSING, due=date(2008, 6, 1)), a_promise(HOUSING, due=date(2008, 8, 1))
    page = told(a_promise(), late, early)
    assert [(agency, len(theirs)) for agency, theirs in page.by_agency(9)] == [("Housing", 2), ("Police", 1)]
    assert [agency for agency, _ in page.by_agency(1)] == ["Housing"]


def test_a_promise_that_was_kept_is_not_on_the_page() -> None:
    assert told(a_promise(kept_on=date(2008, 6, 1))).promises == ()


def test_backing_is_told_with_its_date() -> None:
    page = told(a_promise(backed_on=date(2008, 6, 2)), a_promise(due=date(2008, 7, 5)))
    assert [promise.backed_words for promise in page.promises] == ["2 Jun 2008", "not yet"]


def test_what_is_restricted_stays_and_is_counted() -> None:
    hidden = Sensitivity.RESTRICTED
    page = told(a_promise(sensitivity=hidden), a_risk(sensitivity=hidden), a_result(GROUP, sensitivity=hidden))
    assert (page.promises, page.watch, page.victories, page.stays) == ((), (), (), 3)


def test_what_was_said_at_a_restricted_meeting_stays_with_it() -> None:
    meeting = a_meeting(GROUP, sensitivity=Sensitivity.RESTRICTED)
    page = told(meeting, a_promise(meeting_id=meeting.id))
    assert (page.promises, page.last_meeting, page.stays) == ((), None, 2)


def test_a_restricted_group_has_no_brief() -> None:
    with pytest.raises(Mistake, match="restricted to this office"):
        told(group=a_group(id=GROUP.id, sensitivity=Sensitivity.RESTRICTED))


def test_the_next_meeting_is_the_next_one_planned() -> None:
    planned = PlannedMeeting(id=an_id(), group_id=GROUP.id, on=date(2008, 7, 17), starts_at="2 pm", place="Marae")
    coming = told(planned).next_meeting
    assert coming is not None
    assert (coming.on, coming.starts, coming.place) == (date(2008, 7, 17), "14:00", "Marae")


def test_only_the_last_meetings_decisions_are_told() -> None:
    first, last = a_meeting(GROUP, on=date(2008, 5, 6)), a_meeting(GROUP, on=date(2008, 6, 12))
    made = [
        Decision(id=an_id(), group_id=GROUP.id, meeting_id=each.id, on=each.on, text=f"On {each.on}")
        for each in (first, last)
    ]
    assert told(first, last, *made).decisions == ("On 2008-06-12",)


def test_a_victory_names_who_shares_the_credit() -> None:
    (victory,) = told(a_result(GROUP, credit_ids=(POLICE.id, HOUSING.id))).victories
    assert victory.credit == ("Police", "Housing")


def test_what_we_see_differently_is_told_newest_first() -> None:
    notes = [
        Note(id=an_id(), group_id=GROUP.id, on=date(2008, month, 1), kind=kind, text=f"In {month}")
        for month, kind in ((3, NoteKind.NOW_SEE), (5, NoteKind.NOW_SEE), (4, NoteKind.NOTE))
    ]
    assert [text for _, text in told(*notes).now_see] == ["In 5", "In 3"]


def test_a_high_risk_says_whether_anybody_was_told() -> None:
    page = told(a_risk(), a_risk(text="Press", told_on=date(2008, 5, 2), told_whom="National office"))
    assert watched(page, "High risk") == [
        "The contact may tire: nobody has been told yet",
        "Press: no-surprises note given to National office, 2 May 2008",
    ]


def test_low_and_closed_risks_are_not_watched() -> None:
    assert told(a_risk(level=RiskLevel.LOW), a_risk(closed_on=date(2008, 6, 1))).watch == ()


def test_a_ball_that_nobody_holds_or_that_rests_is_watched() -> None:
    page = told(*a_ball(None, date(2008, 6, 1)), *a_ball(POLICE, date(2008, 3, 1)), *a_ball(POLICE, date(2008, 6, 1)))
    assert watched(page, "Dropped ball") == ["Back to school: nobody has held it for 29 days"]
    assert watched(page, "Ball at rest") == ["Back to school: with Police for 121 days"]
    assert [ball.holder for ball in page.balls] == ["", "Police", "Police"]


def test_promises_due_soon_without_backing_are_counted_by_agency() -> None:
    later = a_promise(due=date(2008, 9, 1))
    page = told(a_promise(), a_promise(), a_promise(HOUSING), later, a_promise(backed_on=date(2008, 6, 1)))
    assert watched(page, "Not backed") == [
        "3 promises due by 30 Jul 2008 without the home agency behind it: Police 2, Housing"
    ]


def test_an_agency_that_misses_meetings_on_end_is_named() -> None:
    meetings = [a_meeting(GROUP, on=date(2008, month, 1)) for month in (4, 5, 6)]
    came = [Presence.PRESENT, Presence.APOLOGY, Presence.ABSENT]
    seats = [
        Attendance(id=an_id(), meeting_id=meeting.id, agency_id=HOUSING.id, presence=presence)
        for meeting, presence in zip(meetings, came, strict=True)
    ]
    assert watched(told(*meetings, *seats), "Empty seat") == [
        "Housing missed the last 2 meetings: last there on 1 Apr 2008"
    ]


def test_the_stage_brings_what_helps_there() -> None:
    page = told(a_stage(GROUP, Stage.FLYING, on=date(2008, 3, 1)))
    assert (page.lane, page.months, page.tactics[0].stage) == ("flying", 3, Stage.FLYING)


def test_an_empty_group_has_an_empty_brief() -> None:
    page = told()
    assert (page.promises, page.balls, page.decisions, page.watch, page.stays) == ((), (), (), (), 0)
    assert (page.judged, page.next_meeting, page.title) == (False, None, f"Brief for the meeting: {GROUP.name}")


def test_signals_are_told_but_for_those_that_the_page_tells_elsewhere() -> None:
    page = told(a_promise(due=date(2008, 6, 20)), a_risk())
    titles = [signal.title for signal in page.signals.told]
    assert "The stage is out of date" in titles or "Trio incomplete" in titles
    assert not {"Overdue commitments", "Surprise in waiting"} & set(titles)


def test_a_signal_that_rests_on_what_is_restricted_stays_and_is_counted() -> None:
    quiet = [a_meeting(GROUP, on=date(2007, month, 5)) for month in (3, 4, 5, 6, 7)]
    open_ones, secret = told(*quiet), a_meeting(GROUP, on=date(2007, 8, 5), sensitivity=Sensitivity.RESTRICTED)
    held_back = told(*quiet, secret)
    assert "Gone quiet" in [signal.title for signal in open_ones.signals.told]
    assert "Gone quiet" not in [signal.title for signal in held_back.signals.told]
    assert (open_ones.signals.stay, held_back.signals.stay) == (0, 1)


def test_no_signal_names_an_agency_that_is_restricted() -> None:
    secret = an_agency("SIS", name="The secret agency", sensitivity=Sensitivity.RESTRICTED)
    page = told(secret, a_member(GROUP, secret))
    assert not [signal for signal in page.signals.told if "secret" in signal.figures]
    assert page.signals.stay
