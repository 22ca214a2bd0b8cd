"""Signals of promises and of the ball: each seen, not seen, and not enough to tell."""

from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_meeting, a_member, an_agency, an_id
from tests.models.signals.looking import GROUP, TODAY, ago, look
from tracker.models.as_at import as_at
from tracker.models.records import Attendance, Ball, Commitment, Handover, Record, Threshold
from tracker.models.records.meeting import Presence
from tracker.models.signals.every import RULE_BY_KEY
from tracker.models.signals.promises import open_promises
from tracker.models.signals.rule import NOT_SEEN, Case, Verdict
from tracker.models.signals.signals import limits
from tracker.models.snapshot import snapshot_of

POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")


def a_promise(due_ago: int | None, **fields: Any) -> Commitment:
    """Police promised something that fell due so many days ago, or falls due in as many below 0."""
    due = None if due_ago is None else ago(due_ago)
    named: dict[str, Any] = {
        "group_id": GROUP.id,
        "agency_id": POLICE.id,
        "made_on": ago(200),
        "due": due,
        "text": "Bring the list",
    }
    return Commitment(**{"id": an_id()} | named | fields)


def test_the_oldest_overdue_promise_leads() -> None:
    late = [a_promise(1, text="Later"), a_promise(35)]
    found = look("overdue", POLICE, *late, a_promise(-3))
    told = "“Bring the list”, from Police, was due on 26 May 2008, 35 days ago"
    assert found.figures == f"2 of 3 open promises are past their dates: first, {told}"
    assert (found.records, found.weight) == ((late[1], late[0]), 35)


def test_one_overdue_promise_is_told_as_one() -> None:
    found = look("overdue", POLICE, a_promise(1, agency_id=None))
    told = "The one open promise is past its date: “Bring the list”, was due on 29 Jun 2008, 1 day ago"
    assert found.figures == told


@pytest.mark.parametrize(
    "promise",
    [
        a_promise(0),
        a_promise(5, kept_on=TODAY),
        a_promise(5, released_on=TODAY),
        a_promise(5, missed_on=TODAY),
        a_promise(5, made_on=ago(-1)),
    ],
)
def test_what_is_due_today_or_settled_is_not_overdue(promise: Commitment) -> None:
    assert look("overdue", promise) == NOT_SEEN


@pytest.mark.parametrize("key", ["overdue", "unbacked"])
def test_without_promises_or_without_dates_nothing_can_be_told(key: str) -> None:
    assert look(key).figures == "No promise is recorded"
    assert look(key, a_promise(None)).figures == "The one open promise has no date"
    assert look(key, a_promise(None), a_promise(None)).figures == "None of 2 open promises has a date"


def test_an_open_promise_is_neither_settled_nor_still_to_be_made() -> None:
    kept_later, made_later = a_promise(5, kept_on=ago(-2)), a_promise(5, made_on=ago(-1))
    snapshot = snapshot_of(TODAY, [GROUP, kept_later, made_later, a_promise(5, kept_on=TODAY)])
    assert open_promises(Case(snapshot, GROUP, {})) == [kept_later]


def test_a_promise_due_within_30_days_that_home_has_not_backed_is_told() -> None:
    bare = a_promise(-30)
    found = look("unbacked", POLICE, bare, a_promise(-5, backed_on=ago(3)), a_promise(-31))
    told = "“Bring the list”, from Police, falls due on 30 Jul 2008"
    assert found.figures == f"1 of 2 promises due by 30 Jul 2008 is not backed at home: {told}"
    assert found.records == (bare,)


def test_backed_promises_and_those_due_later_are_not_told() -> None:
    assert look("unbacked", a_promise(-5, backed_on=ago(3)), a_promise(-31), a_promise(4)) == NOT_SEEN


def meetings(came: int, of: int, agency_id: str = POLICE.id) -> list[Record]:
    """So many meetings in the last 200 days, to the first of which the agency came."""
    found: list[Record] = []
    for place in range(of):
        meeting = a_meeting(GROUP, on=ago(190 - 20 * place))
        presence = Presence.PRESENT if place < came else Presence.APOLOGY
        found += [meeting, Attendance(id=an_id(), meeting_id=meeting.id, agency_id=agency_id, presence=presence)]
    return found


def promises(missed: int, kept: int) -> list[Commitment]:
    """Those that were missed, one a day, and before them those that were kept."""
    late = [a_promise(10 + place) for place in range(missed)]
    return [*late, *(a_promise(50 + place, kept_on=ago(50)) for place in range(kept))]


SEAT = a_member(GROUP, POLICE)


def test_an_agency_that_comes_and_misses_half_of_its_last_promises_is_told() -> None:
    found = look("nodding", POLICE, SEAT, *promises(3, 3), *meetings(5, 6))
    told = "Police came to 5 of the last 6 meetings and missed 3 of its last 6 promises fallen due"
    assert found.figures == told
    assert [one.due for one in found.records if isinstance(one, Commitment)] == [ago(12), ago(11), ago(10)]


def test_only_its_last_promises_count_with_all_that_fell_due_on_one_day() -> None:
    long_ago = [a_promise(90 + place, missed_on=ago(90)) for place in range(9)]
    assert look("nodding", POLICE, SEAT, *promises(2, 4), *long_ago, *meetings(6, 6)) == NOT_SEEN
    same_day = [a_promise(50, kept_on=ago(50)), a_promise(50, missed_on=ago(49))]
    few = [*promises(5, 0), *same_day, a_promise(60), a_promise(61)]
    found = look("nodding", POLICE, SEAT, *few, *meetings(6, 6))
    assert found.figures == "Police came to each of the last 6 meetings and missed 6 of its last 7 promises fallen due"


def test_an_agency_that_stays_away_does_not_nod() -> None:
    assert look("nodding", POLICE, SEAT, *promises(6, 0), *meetings(2, 6)) == NOT_SEEN


def test_an_agency_that_keeps_more_than_half_or_keeps_late_does_not_nod() -> None:
    assert look("nodding", POLICE, SEAT, *promises(2, 4), *meetings(6, 6)) == NOT_SEEN
    late = [a_promise(20 + place, kept_on=TODAY) for place in range(6)]
    assert look("nodding", POLICE, SEAT, *late, *meetings(6, 6)) == NOT_SEEN


def test_promises_that_were_released_have_not_fallen_due() -> None:
    let_go = [a_promise(10 + place, released_on=ago(5)) for place in range(9)]
    found = look("nodding", POLICE, SEAT, *let_go, *meetings(6, 6))
    assert found.figures == "No agency has had 6 promises fall due yet"


def test_nodding_cannot_be_told_from_few_promises_or_without_attendance() -> None:
    assert look("nodding", POLICE, SEAT, *promises(5, 0), *meetings(6, 6)).verdict is Verdict.NOT_ENOUGH
    found = look("nodding", POLICE, SEAT, *promises(6, 0))
    assert found.figures == "Promises are missed, and who came to the meetings since is not noted"


def test_an_agency_that_has_left_nods_no_more() -> None:
    gone = a_member(GROUP, POLICE, to_on=ago(1))
    assert look("nodding", POLICE, gone, *promises(6, 0), *meetings(6, 6)).verdict is Verdict.NOT_ENOUGH


def test_the_office_may_ask_for_more_promises_and_more_missed() -> None:
    told = [POLICE, SEAT, *promises(3, 3), *meetings(6, 6)]
    more = Threshold(id=an_id(), name="nodding_due", value=Decimal(7))
    missed = Threshold(id=an_id(), name="nodding_missed", value=Decimal(60))
    assert look("nodding", *told, more).verdict is Verdict.NOT_ENOUGH
    assert look("nodding", *told, missed) == NOT_SEEN


def a_ball(opened_ago: int, **fields: Any) -> Ball:
    named: dict[str, Any] = {"group_id": GROUP.id, "issue": "A house", "opened_on": ago(opened_ago)}
    return Ball(**{"id": an_id()} | named | fields)


def passed(ball: Ball, days: int, agency_id: str | None) -> Handover:
    return Handover(id=an_id(), ball_id=ball.id, on=ago(days), agency_id=agency_id)


def test_a_ball_that_nobody_holds_and_one_that_rests_are_told() -> None:
    dropped, rests = a_ball(12), a_ball(90, issue="Licences")
    found = look("dropped_ball", POLICE, rests, dropped, passed(rests, 61, POLICE.id))
    nobody, police = "Nobody has held “A house” for 12 days", "Police has held “Licences” for 61 days"
    assert found.figures == f"{nobody}; {police} without moving it on"
    assert found.records == (dropped, rests)


def test_beyond_two_balls_the_others_are_counted() -> None:
    assert look("dropped_ball", *(a_ball(days) for days in (0, 3, 4))).figures.endswith("; 1 more is at rest")
    assert look("dropped_ball", a_ball(0)).figures == "Nobody holds “A house”"


def test_a_ball_that_moves_or_is_settled_is_not_told() -> None:
    ball = a_ball(90)
    assert look("dropped_ball", POLICE, ball, passed(ball, 60, POLICE.id)) == NOT_SEEN
    assert look("dropped_ball", a_ball(90, closed_on=ago(2))) == NOT_SEEN


def test_without_a_ball_nothing_can_be_told() -> None:
    assert look("dropped_ball").verdict is Verdict.NOT_ENOUGH
    assert look("dropped_ball", a_ball(-1)).verdict is Verdict.NOT_ENOUGH


@pytest.mark.parametrize("key", ["overdue", "nodding", "dropped_ball"])
def test_a_day_gone_by_is_seen_as_it_was(key: str) -> None:
    late = [a_promise(10 + place, kept_on=ago(2), due=ago(100 + place)) for place in range(6)]
    ball = a_ball(150, closed_on=ago(2))
    now = snapshot_of(TODAY, [GROUP, POLICE, SEAT, *late, *meetings(6, 6), ball])
    verdicts = [RULE_BY_KEY[key].look(Case(then, GROUP, limits(then))).verdict for then in (now, as_at(now, ago(20)))]
    assert verdicts == [Verdict.NOT_SEEN, Verdict.SEEN]
