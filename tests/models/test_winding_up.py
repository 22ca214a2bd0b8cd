"""Winding up: how far each step is, what each does, and what closing a group ends (§7.2)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import a_group, a_meeting, a_member, a_result, a_stage
from tests.models.ending_office import (
    BALL,
    CHAIR,
    DECIDED,
    GROUP,
    HALL,
    HOUSING,
    KEPT,
    LAST,
    LEFT,
    LESSON,
    MERE,
    PLAN,
    SEAT,
    TODAY,
    VAN,
    WON,
    a_winding,
    office,
)
from tracker.models.figures.ending_lines import ending_lines
from tracker.models.figures.winding_up import EndingPath, StepState, ending_path
from tracker.models.guidance.ending import ENDING_HELP
from tracker.models.invariants import all_broken
from tracker.models.mistake import Mistake
from tracker.models.records import Commitment, Group, PlannedMeeting, Record, Result, Role, WindingUp
from tracker.models.snapshot import snapshot_of
from tracker.models.winding_up_changes import (
    all_released,
    all_settled,
    begun,
    closed,
    closing_words,
    given_up,
    put_away,
    thanked,
    told,
)

WINDING = a_winding()
CLOSED = replace(GROUP, closed_on=LAST, closed_because="The work is done.", next_meeting_on=None)


def path(*records: Record) -> EndingPath:
    return ending_path(office(*records), GROUP.id)


def words(found: EndingPath) -> dict[str, tuple[StepState, str]]:
    return {step.key: (step.state, step.words) for step in found.steps}


def test_before_it_is_decided_the_group_is_on_no_path() -> None:
    found = path()
    assert (found.begun, found.words, found.winding) == (False, "", None)


def test_each_step_says_what_is_left_in_counts() -> None:
    assert words(path(WINDING)) == {
        "decided": (StepState.DONE, "2 Jun 2008 · The work is done."),
        "promises": (StepState.IN_PART, "2 of 3 promises still open, 1 overdue"),
        "balls": (StepState.TO_DO, "1 of 1 issue not settled"),
        "lessons": (StepState.TO_DO, "1 of 1 lesson still to carry home"),
        "victories": (StepState.TO_DO, "1 of 1 victory not told yet"),
        "thanks": (StepState.TO_DO, "Nobody thanked yet"),
        "papers": (StepState.TO_DO, "No place named yet"),
        "closed": (StepState.TO_DO, "Still running"),
    }
    assert path(WINDING).words == "Decided 2 Jun 2008 · 1 of 8 steps done"


def test_where_there_is_nothing_there_is_nothing_to_do() -> None:
    group = a_group()
    winding = a_winding(group_id=group.id)
    found = ending_path(snapshot_of(TODAY, [group, winding]), group.id)
    nothing = [step.key for step in found.steps if step.state is StepState.NOTHING]
    assert nothing == ["promises", "balls", "lessons", "victories"]
    assert found.step("balls").words == "No issue is recorded"


def test_what_is_left_is_named_one_by_one() -> None:
    snapshot, found = office(WINDING), path(WINDING)
    assert ending_lines(snapshot, found, found.step("promises")) == (
        ("9 Jun 2008", "A van on Mondays · Police · overdue"),
        ("9 Jul 2008", "Book the hall · open"),
    )
    assert ending_lines(snapshot, found, found.step("lessons")) == (
        ("4 Apr 2008", "Ask the whānau first · to no home agency yet"),
    )
    assert ending_lines(snapshot, found, found.step("balls")) == (
        ("3 Mar 2008", "Who rings the school · nobody holds it"),
    )


def test_releasing_lets_go_of_all_open_promises_and_keeps_what_was_noted() -> None:
    saves = all_released(office(WINDING), GROUP.id, TODAY, " The group ends. ")
    assert [(save.id, save.released_on, save.outcome_note) for save in saves] == [
        (VAN.id, TODAY, "Asked twice\nThe group ends."),
        (HALL.id, TODAY, "The group ends."),
    ]
    after = path(WINDING, *saves).step("promises")
    assert (after.state, after.words) == (StepState.DONE, "3 promises: 2 released, 1 kept")


@pytest.mark.parametrize(
    ("on", "why", "sentence"),
    [
        (date(2008, 5, 5), "It ends", "On 6 May 2008 the last of these promises was made"),
        (date(2008, 7, 1), "It ends", "1 Jul 2008 is still to come"),
        (TODAY, "  ", "Say why they are released"),
    ],
)
def test_a_release_that_cannot_be_is_refused(on: date, why: str, sentence: str) -> None:
    with pytest.raises(Mistake, match=sentence):
        all_released(office(), GROUP.id, on, why)


def test_where_no_promise_is_open_none_is_released() -> None:
    done = [replace(each, kept_on=TODAY) for each in (VAN, HALL)]
    with pytest.raises(Mistake, match="nothing to release"):
        all_released(office(*done), GROUP.id, TODAY, "It ends")


def test_issues_are_settled_together() -> None:
    (ball,) = all_settled(office(), GROUP.id, LAST)
    assert (ball.id, ball.closed_on) == (BALL.id, LAST)
    with pytest.raises(Mistake, match="On 3 Mar 2008 one of these issues was opened"):
        all_settled(office(), GROUP.id, date(2008, 3, 2))


def test_telling_the_victories_tells_each_that_was_not_told() -> None:
    winding, *results = told(office(WINDING), WINDING, LAST, "All four managers")
    assert isinstance(winding, WindingUp)
    assert [(each.id, each.told_home_on) for each in results if isinstance(each, Result)] == [(WON.id, LAST)]
    step = path(winding, *results).step("victories")
    assert (step.state, step.words) == (StepState.DONE, "Told 20 Jun 2008 · All four managers")


def test_a_victory_that_came_after_they_were_told_is_left() -> None:
    later = a_result(GROUP, on=date(2008, 6, 25))
    step = path(a_winding(told_on=LAST), later).step("victories")
    assert (step.state, step.left) == (StepState.IN_PART, (later,))


def test_no_step_stands_before_the_decision_or_ahead() -> None:
    for on, sentence in ((date(2008, 6, 1), "it was decided"), (date(2008, 7, 1), "still to come")):
        with pytest.raises(Mistake, match=sentence):
            thanked(WINDING, on, "A letter", TODAY)
        with pytest.raises(Mistake, match=sentence):
            put_away(WINDING, on, "The safe", TODAY)
        with pytest.raises(Mistake, match=sentence):
            told(office(WINDING), WINDING, on, "")


def test_papers_lie_somewhere() -> None:
    with pytest.raises(Mistake, match="Say where the papers are kept"):
        put_away(WINDING, LAST, " ", TODAY)


def test_it_is_decided_once_with_a_reason() -> None:
    with pytest.raises(Mistake, match=r"decided on 2 Jun 2008 already"):
        begun(office(WINDING), GROUP.id, LAST, "Again", lambda: "new")
    with pytest.raises(Mistake, match="Say in a line why the group ends"):
        begun(office(), GROUP.id, LAST, " ", lambda: "new")
    with pytest.raises(Mistake, match="the group started"):
        begun(office(), GROUP.id, date(2007, 1, 1), "Why", lambda: "new")


def test_of_a_closed_group_the_decision_can_be_noted_afterwards() -> None:
    assert begun(office(CLOSED), GROUP.id, DECIDED, "Why", lambda: "new").decided_on == DECIDED
    with pytest.raises(Mistake, match="The group closed on 20 Jun 2008"):
        begun(office(CLOSED), GROUP.id, TODAY, "Why", lambda: "new")


def test_giving_up_keeps_what_was_decided() -> None:
    before = given_up(WINDING, LAST, TODAY)
    found = path(before)
    assert (found.begun, found.given_up) == (False, (before,))
    again = path(before, a_winding(decided_on=TODAY))
    assert ending_lines(office(), again, again.step("decided")) == (
        ("2 Jun 2008", "Decided before, and given up on 20 Jun 2008: The work is done."),
    )


def test_closing_ends_seats_roles_and_plans_on_that_day() -> None:
    saves = closed(office(WINDING), GROUP.id, LAST, "The work is done.")
    assert set(saves) == {CLOSED, replace(SEAT, to_on=LAST), replace(CHAIR, to_on=LAST), replace(PLAN, until=LAST)}
    assert all_broken(office(WINDING, *saves)) == []


def test_a_role_left_open_after_its_seat_ends_with_that_seat() -> None:
    role = replace(CHAIR, id="left-over", person_id=LEFT.person_id)
    saves = closed(office(role), GROUP.id, LAST, "Done")
    assert next(save.to_on for save in saves if isinstance(save, Role) and save.id == role.id) == LEFT.to_on


def test_closing_says_what_ends_and_what_stays_open_and_refuses_neither() -> None:
    snapshot = office(WINDING)
    assert closing_words(snapshot, GROUP.id, closed(snapshot, GROUP.id, LAST, "Done")) == (
        "ICM is closed on 20 Jun 2008. It can be read as before, and stays in the trajectories.",
        "1 seat, 1 role and 1 planned meeting end with it.",
        "Stays open: 2 of 3 promises still open, 1 overdue (release open promises).",
        "Stays open: 1 of 1 issue not settled (settle who holds what).",
        "Stays open: 1 of 1 lesson still to carry home (carry the lessons home).",
        "Stays open: 1 of 1 victory not told yet (tell the victories).",
        "Stays open: nobody thanked yet (say thanks).",
        "Stays open: no place named yet (put the papers away).",
    )


@pytest.mark.parametrize(
    ("record", "sentence"),
    [
        (a_member(GROUP, HOUSING, person_id=MERE.id, from_on=date(2008, 6, 25)), "A seat begins after that, on 25 Jun"),
        (replace(CHAIR, id="later", from_on=date(2008, 6, 25)), "takes on the role of chair after that, on 25 Jun"),
        (a_meeting(GROUP, on=date(2008, 6, 24)), "The group met after that, on 24 Jun 2008"),
        (a_stage(GROUP, on=date(2008, 6, 26)), "Its stage was judged after that, on 26 Jun 2008"),
        (a_winding(decided_on=date(2008, 6, 27)), "On 27 Jun 2008 it was decided"),
        (CLOSED, "The group closed on 20 Jun 2008 already"),
    ],
)
def test_a_group_does_not_close_before_what_it_still_did(record: Record, sentence: str) -> None:
    with pytest.raises(Mistake, match=sentence):
        closed(office(record), GROUP.id, LAST, "Done")


def test_a_plan_of_one_day_is_left_as_it_is() -> None:
    plan = PlannedMeeting(id="once", group_id=GROUP.id, on=date(2008, 7, 8))
    assert not any(save.id == plan.id for save in closed(office(plan), GROUP.id, LAST, "Done"))


def test_a_closed_group_says_how_it_ended_and_what_was_left_open() -> None:
    found = path(CLOSED, WINDING)
    assert found.ended_words == "closed 20 Jun 2008, after 16 months"
    assert found.words == "Closed 20 Jun 2008 · 6 of 8 steps left open"
    assert found.step("lessons").state is StepState.LEFT_OPEN
    assert words(found)["closed"] == (StepState.DONE, "20 Jun 2008 · The work is done.")


def test_a_group_that_will_close_is_still_running() -> None:
    found = path(replace(GROUP, closed_on=date(2008, 7, 4), closed_because="Done"), WINDING)
    assert (found.begun, found.step("closed").words) == (True, "Closes 4 Jul 2008")


def test_a_promise_of_another_group_is_none_of_it() -> None:
    other = a_group(code="SEMO")
    theirs = Commitment(id="theirs", group_id=other.id, text="Theirs", made_on=DECIDED)
    saves = all_released(office(other, theirs), GROUP.id, TODAY, "It ends")
    assert {save.id for save in saves} == {VAN.id, HALL.id}


def test_what_is_settled_already_counts() -> None:
    assert KEPT not in path(WINDING).step("promises").left
    assert LESSON in path(WINDING).step("lessons").left


def test_every_step_says_why_and_where_that_rests() -> None:
    assert all(help.text.endswith(".") and help.title and help.section for help in ENDING_HELP)


def test_an_unknown_group_is_an_error() -> None:
    with pytest.raises(KeyError):
        ending_path(office(), Group(id="nobody").id)
