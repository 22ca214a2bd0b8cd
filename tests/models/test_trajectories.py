"""All groups' trajectories as at a day."""

from datetime import date

from tests.models.judged_office import (
    FAILING,
    FIRST,
    FLYING,
    FORMING,
    FRUSTRATION,
    FUNCTIONING,
    a_life,
    told,
)
from tracker.models.figures.stays import StayEnd
from tracker.models.figures.trajectories import narrowed


def test_a_group_says_its_stage_its_age_and_how_often_it_fell_back() -> None:
    (line,) = told(a_life("SEMO", (FORMING, 0), (FLYING, 10), (FRUSTRATION, 20), (FUNCTIONING, 90))).lines
    assert line.words == "Functioning 11 months · 101 in all · fell back once"


def test_a_fall_is_seen_across_a_time_that_was_not_clear() -> None:
    (line,) = told(a_life("SEMO", (FLYING, 0), (None, 10), (FRUSTRATION, 20), (FAILING, 30))).lines
    assert line.fell_back == 2


def test_from_the_crossover_back_to_frustration_is_a_fall() -> None:
    (line,) = told(a_life("ICM", (FRUSTRATION, 0), ("crossover", 5), (FRUSTRATION, 9))).lines
    assert line.fell_back == 1


def test_frustration_over_the_limit_is_stuck() -> None:
    (line,) = told(a_life("GUEDO", (FORMING, 0), (FRUSTRATION, 90))).lines
    assert line.words == "Frustration 11 months · 101 in all · stuck 365 days"
    (fresh,) = told(a_life("GUEDO", (FORMING, 0), (FRUSTRATION, 98))).lines
    assert fresh.stuck == 0


def test_closed_groups_stay_and_stand_last() -> None:
    closed = a_life("ABC", (FORMING, 0), (FAILING, 10), closed_on=date(2001, 3, 1), closed_because="Over")
    all_lines = told(closed, a_life("XYZ", (FORMING, 0)))
    assert [line.group.called for line in all_lines.lines] == ["XYZ", "ABC"]
    assert all_lines.lines[1].words == "Failing 4 months · 14 in all · fell back once · closed 1 Mar 2001"
    assert all_lines.words == "2 groups, 1 closed · 3 judgements"


def test_a_group_that_was_never_judged_says_so() -> None:
    (line,) = told(a_life("NEW")).lines
    assert line.words == "Not judged · began 101 months ago"
    assert line.stays == ()


def test_an_earlier_day_knows_neither_later_judgements_nor_later_groups() -> None:
    early = a_life("ABC", (FORMING, 0), (FLYING, 60))
    late = a_life("XYZ", (FORMING, 70))
    late[0] = late[0].__class__(**{**vars(late[0]), "started_on": date(2005, 11, 1)})
    seen = told(early, late, on=date(2002, 1, 1))
    assert [(line.group.called, line.stage) for line in seen.lines] == [("ABC", "Forming")]
    assert seen.later_words == "Left out: 1 group begun and 2 judgements made after that day."


def test_a_group_that_is_closed_today_was_running_then() -> None:
    closed = a_life("ABC", (FORMING, 0), closed_on=date(2005, 3, 1), closed_because="Over")
    assert told(closed, on=date(2004, 1, 1)).closed == 0


def test_a_judgement_before_the_start_moves_the_beginning_so_that_no_month_is_below_0() -> None:
    (line,) = told(a_life("ABC", (FORMING, -2))).lines
    assert line.begun == date(1999, 11, 1)
    assert line.months_at(FIRST) > 0


def test_a_confirmed_stage_is_one_stay() -> None:
    (line,) = told(a_life("ABC", (FORMING, 0), (FORMING, 6), (FLYING, 10), (None, 20))).lines
    assert [(stay.lane.label, stay.months, stay.end) for stay in line.stays] == [
        ("Forming", 10, StayEnd.MOVED),
        ("Flying", 10, StayEnd.NOT_CLEAR),
    ]


def test_groups_are_narrowed_by_text_stage_and_state() -> None:
    lines = told(
        a_life("Whānau Ora", (FORMING, 0)), a_life("RSE", (None, 0), (FLYING, 5)), a_life("X", (None, 1))
    ).lines
    assert [line.group.called for line in narrowed(lines, "whanau", "", "")] == ["Whānau Ora"]
    assert [line.group.called for line in narrowed(lines, "", "flying", "running")] == ["RSE"]
    assert [line.group.called for line in narrowed(lines, "", "none", "")] == ["X"]
    assert narrowed(lines, "", "", "closed") == ()


def test_an_office_without_groups_has_none() -> None:
    assert told().words == "0 groups · 0 judgements"
