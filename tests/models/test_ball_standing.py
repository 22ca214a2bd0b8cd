"""Who holds which ball, and since when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_group, an_agency, an_id
from tracker.models.ball_changes import opened, passed_on, settled, taken_up
from tracker.models.figures.ball_standing import BallStanding, ball_standings
from tracker.models.mistake import Mistake
from tracker.models.records import Ball, Handover, Record
from tracker.models.snapshot import snapshot_of

TODAY, OPENED = date(2008, 6, 30), date(2008, 1, 10)
GROUP = a_group()
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")


def ball(**fields: object) -> Ball:
    defaults = {"id": an_id(), "group_id": GROUP.id, "issue": "Learner licences", "opened_on": OPENED}
    return Ball(**defaults | fields)  # type: ignore[arg-type]


def passed(to: Ball, on: date, agency_id: str | None = None) -> Handover:
    return Handover(id=an_id(), ball_id=to.id, on=on, agency_id=agency_id)


def standings(*records: Record, settled: bool = False) -> tuple[BallStanding, ...]:
    return ball_standings(snapshot_of(TODAY, [GROUP, POLICE, EDUCATION, *records]), GROUP.id, settled=settled)


def test_the_latest_handover_names_the_one_holder() -> None:
    one = ball()
    found = standings(one, passed(one, date(2008, 6, 1), POLICE.id), passed(one, OPENED, EDUCATION.id))[0]
    assert (found.holder, found.holder_id, found.since, found.days) == ("Police", POLICE.id, date(2008, 6, 1), 29)
    assert [handover.agency_id for handover in found.passed] == [EDUCATION.id, POLICE.id]


def test_who_keeps_the_ball_has_it_since_the_first_day() -> None:
    one = ball()
    stays = [passed(one, date(2008, 2, 1), POLICE.id), passed(one, date(2008, 6, 1), POLICE.id)]
    assert standings(one, passed(one, OPENED, EDUCATION.id), *stays)[0].since == date(2008, 2, 1)


def test_a_ball_that_was_put_down_or_never_taken_is_held_by_nobody() -> None:
    put_down, untaken = ball(), ball(issue="A house")
    records = [put_down, untaken, passed(put_down, OPENED, POLICE.id), passed(put_down, date(2008, 6, 1))]
    found = standings(*records)
    assert [(one.holder, one.dropped, one.since) for one in found] == [("", True, OPENED), ("", True, date(2008, 6, 1))]


def test_what_nobody_holds_stands_first_then_what_is_held_longest() -> None:
    held, dropped, longer = ball(issue="a"), ball(issue="b"), ball(issue="c")
    records = [held, dropped, longer, passed(held, date(2008, 5, 1), POLICE.id), passed(longer, OPENED, POLICE.id)]
    assert [one.ball.issue for one in standings(*records)] == ["b", "c", "a"]


def test_settled_balls_come_when_asked_for_and_are_no_warning() -> None:
    done = ball(closed_on=date(2008, 3, 10))
    assert standings(done) == ()
    found = standings(done, settled=True)[0]
    assert (found.open, found.dropped, found.days) == (False, False, 60)


def test_a_handover_of_a_day_to_come_has_not_happened() -> None:
    one = ball()
    assert standings(one, passed(one, date(2008, 7, 4), POLICE.id))[0].holder == ""


def test_a_new_ball_goes_to_its_first_holder_in_one_step() -> None:
    made, handover = opened(GROUP.id, " A house ", POLICE.id, TODAY, an_id)
    assert isinstance(made, Ball)
    assert (made.issue, made.opened_on) == ("A house", TODAY)
    assert isinstance(handover, Handover)
    assert (handover.ball_id, handover.agency_id, handover.on) == (made.id, POLICE.id, TODAY)
    assert len(opened(GROUP.id, "A house", None, TODAY, an_id)) == 1


def test_a_ball_needs_words() -> None:
    with pytest.raises(Mistake, match="what the issue is"):
        opened(GROUP.id, "  ", None, TODAY, an_id)


def test_a_settled_ball_can_be_taken_up_again() -> None:
    one = ball()
    assert taken_up(settled(one, TODAY)) == one


@given(st.lists(st.sampled_from([POLICE.id, EDUCATION.id, None]), max_size=8))
def test_however_it_is_passed_the_last_to_get_it_holds_it_alone(takers: list[str | None]) -> None:
    one = ball()
    handovers = [passed_on(one, taker, OPENED + timedelta(days=place), "", an_id) for place, taker in enumerate(takers)]
    found = standings(one, *reversed(handovers))[0]
    assert found.holder_id == (takers[-1] if takers else None)
    run = 0
    while run < len(takers) and takers[-1 - run] == takers[-1]:
        run += 1
    assert found.since == OPENED + timedelta(days=len(takers) - run)
    assert found.days == (TODAY - found.since).days
