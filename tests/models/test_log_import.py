"""A log that came back: what each kind of row becomes, what is rejected, and what a row that is sent again does."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_framework, a_line, a_meeting
from tests.models.log_office import (
    EDU,
    EVERYTHING,
    GROUP,
    POL,
    PROMISE,
    SERGEANT,
    TODAY,
    USUAL,
    VICTORY,
    a_line_of,
    a_log,
    an_open_office,
    brought_in,
    planned,
)
from tracker.models.log_columns import LogColumn
from tracker.models.log_import import LogImport
from tracker.models.mistake import Mistake
from tracker.models.records import (
    Attendance,
    Ball,
    Barrier,
    Commitment,
    Contribution,
    Decision,
    Evidence,
    Handover,
    Lesson,
    Mapping,
    Meeting,
    Note,
    Record,
    Result,
    Risk,
)
from tracker.models.records.accountability import MappingState
from tracker.models.records.contribution import Resource
from tracker.models.records.meeting import NoteKind, Presence
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation, CountBasis, Rba
from tracker.models.records.risk import BarrierKind
from tracker.models.snapshot import snapshot_of

R = TypeVar("R", bound=Record)


def of(records: Iterable[Record], kind: type[R]) -> list[R]:
    return [record for record in records if isinstance(record, kind)]


def the(records: Iterable[Record], kind: type[R]) -> R:
    (found,) = of(records, kind)
    return found


def said(plan: LogImport) -> str:
    return " | ".join(note for row in plan.rows for note in row.notes)


def test_rows_of_one_day_group_and_place_are_one_meeting_with_all_who_came() -> None:
    kept = brought_in(a_log({}, {"agencies_present": "WINZ", "meeting_place": "papakura"}, {"meeting_place": ""}))
    meeting = the(kept, Meeting)
    assert (meeting.on, meeting.place, meeting.group_id) == (date(2008, 6, 12), "Papakura", GROUP.id)
    assert len(of(kept, Attendance)) == 3
    assert {decision.meeting_id for decision in of(kept, Decision)} == {meeting.id}


def test_another_place_on_that_day_is_another_meeting() -> None:
    assert len(of(brought_in(a_log({}, {"meeting_place": "Manurewa"})), Meeting)) == 2


def test_a_meeting_that_is_here_already_takes_the_rows_and_keeps_what_was_noted() -> None:
    here = a_meeting(GROUP, on=date(2008, 6, 12), place="Papakura")
    came = Attendance(id="a", meeting_id=here.id, agency_id=POL.id, person_id=SERGEANT.id)
    kept = brought_in(a_log({}), [*EVERYTHING, here, came])
    assert the(kept, Meeting) == here
    assert {each.agency_id for each in of(kept, Attendance)} == {EDU.id, POL.id}


def test_a_promise_has_its_owner_its_day_and_its_first_day() -> None:
    promise = the(brought_in(a_log(PROMISE | {"owner_person": "Mere Example"})), Commitment)
    assert (promise.agency_id, promise.person_id) == (POL.id, SERGEANT.id)
    assert promise.due == promise.first_due == date(2008, 6, 27)
    assert promise.made_on == date(2008, 6, 12)


@pytest.mark.parametrize(
    ("state", "kept_on", "released_on"),
    [
        ("open", None, None),
        ("doing", None, None),
        ("done", date(2008, 6, 27), None),
        ("stopped", None, TODAY),
    ],
)
def test_the_state_of_a_promise_is_said_with_the_day_it_is_taken_for(
    state: str, kept_on: date | None, released_on: date | None
) -> None:
    log = a_log(PROMISE | {"commitment_state": state})
    promise = the(brought_in(log), Commitment)
    assert (promise.kept_on, promise.released_on) == (kept_on, released_on)
    assert ("is taken for" in said(planned(log))) == bool(kept_on or released_on)


def test_a_little_victory_is_a_draft_result_with_draft_claims_and_no_shares() -> None:
    kept = brought_in(a_log(VICTORY | {"strength": "3 needed", "evidence": "School register", "baseline": 0}))
    result = the(kept, Result)
    assert (result.value, result.unit, result.baseline) == (Decimal(12), "people", Decimal(0))
    assert (result.aggregation, result.count_basis, result.rba) == (Aggregation.SUM, CountBasis.PEOPLE, Rba.BETTER_OFF)
    assert result.primary_reporter == "AKL"
    claims = of(kept, Mapping)
    assert {claim.agency_id for claim in claims} == {EDU.id, POL.id}
    assert {(claim.share_bp, claim.strength, claim.state) for claim in claims} == {(None, 3, MappingState.DRAFT)}
    assert the(kept, Evidence).reference == "School register"


def test_a_line_is_matched_by_its_agency_and_year_or_left_for_the_gap_list() -> None:
    framework = a_framework()
    line = a_line(framework)
    row = VICTORY | {"line_code": "11768"}
    kept = brought_in(a_log(row), [*EVERYTHING, framework, line])
    assert {claim.agency_id: claim.line_id for claim in of(kept, Mapping)} == {EDU.id: line.id, POL.id: None}
    assert "is no line of the year to June 2008" in said(planned(a_log(row | {"line_code": "011768"})))


def test_an_empty_value_is_not_nought() -> None:
    bare = {name: value for name, value in VICTORY.items() if name not in ("value", "unit")}
    assert the(brought_in(a_log(bare)), Result).value is None
    assert the(brought_in(a_log(VICTORY | {"value": 0})), Result).value == 0


def test_the_other_kinds_become_what_they_are() -> None:
    kept = brought_in(
        a_log(
            {"kind": "lesson", "agencies_contributing": "EDU"},
            {"kind": "risk", "owner_agency": "EDU"},
            {"kind": "ball", "what_happened": "School attendance", "owner_agency": "EDU"},
            {"kind": "we now see"},
            {"kind": "note"},
            {"kind": "barrier", "what_happened": "Budget: no money for cars"},
            {"kind": "contribution", "what_happened": "A room", "owner_agency": "POL", "value": 16, "unit": "hours"},
            {"kind": "apology", "what_happened": "On leave", "owner_agency": "WINZ"},
        )
    )
    assert the(kept, Lesson).carry_to_ids == (EDU.id,)
    assert the(kept, Risk).agency_id == EDU.id
    assert the(kept, Handover).ball_id == the(kept, Ball).id
    assert Counter(note.kind for note in of(kept, Note)) == {NoteKind.NOW_SEE: 1, NoteKind.NOTE: 1}
    assert (the(kept, Barrier).kind, the(kept, Barrier).text) == (BarrierKind.BUDGET, "no money for cars")
    given = the(kept, Contribution)
    assert (given.kind, given.quantity, given.delivered_on) == (Resource.STAFF_TIME, 16, date(2008, 6, 12))
    assert [each.presence for each in of(kept, Attendance)].count(Presence.APOLOGY) == 1


def test_what_is_restricted_makes_all_that_comes_of_it_restricted() -> None:
    kept = brought_in(a_log(VICTORY | {"sensitivity": "restricted", "evidence": "A letter"}))
    for kind in (Result, Mapping, Evidence, Meeting):
        assert {record.sensitivity for record in of(kept, kind)} == {Sensitivity.RESTRICTED}


BAD: list[tuple[dict[str, Any], str]] = [
    ({"meeting_date": "1/2/26"}, "has a year of two digits. Type the year in full, such as 1 Feb 2026 or 2 Jan 2026."),
    ({"meeting_date": 45000}, "is a number and not a date. If it is 15 Mar 2023, type that"),
    ({"meeting_date": "31/2/2008"}, "There is no 31/2/2008"),
    ({"meeting_date": datetime(2009, 1, 1)}, "has not come yet"),  # noqa: DTZ001
    ({"meeting_date": datetime(1999, 1, 1)}, "is before 1 Jul 2000"),  # noqa: DTZ001
    ({"meeting_date": datetime(2006, 1, 1)}, "is before ICM started"),  # noqa: DTZ001
    ({"meeting_date": ""}, "Meeting date is missing"),
    ({"group": "ICN"}, "Group “ICN” is no group of this office. Write ICM (ICM)"),
    ({"group": ""}, "Group is missing"),
    ({"agencies_present": "EDU; PLO"}, "Agencies present “PLO” is no agency of this office"),
    ({"agencies_present": ""}, "Agencies present is missing"),
    ({"kind": "decison"}, "is not one of the words of this column"),
    ({"what_happened": "ok"}, "has 2 characters and 5 to 500 fit"),
    ({"what_happened": "x" * 501}, "has 501 characters"),
    ({"sensitivity": ""}, "Sensitivity is missing"),
    ({"entered_by": ""}, "Entered by is missing"),
    (PROMISE | {"owner_agency": ""}, "Owner agency is missing"),
    (PROMISE | {"owner_agency": "EDU; POL"}, "names 2 agencies and one alone can be named here"),
    (PROMISE | {"due_date": ""}, "Due date is missing"),
    (PROMISE | {"due_date": "1/6/2008"}, "is before the meeting of 12 Jun 2008"),
    (PROMISE | {"commitment_state": "Y"}, "Commitment state “Y” is not one of the words"),
    (VICTORY | {"value": "twelve"}, "Value “twelve” is no number"),
    (VICTORY | {"value": -1}, "is below 0"),
    (VICTORY | {"unit": ""}, "Unit is missing"),
    (VICTORY | {"better_off": "yes"}, "Better off “yes” is not one of the words"),
    (VICTORY | {"better_off": ""}, "Better off is missing"),
    (VICTORY | {"agencies_contributing": ""}, "Agencies contributing is missing"),
    (VICTORY | {"strength": 5}, "Strength “5” is not one of the words"),
    ({"kind": "barrier", "what_happened": "It is hard"}, "does not say which sort of barrier it is"),
    ({"kind": "ball", "owner_agency": "EDU;POL"}, "one alone has the ball"),
    ({"kind": "apology", "owner_agency": "EDU"}, "sent an apology and is among the agencies present"),
    ({"row_ref": ""}, "Row ref is missing. Type L001 there."),
    ({"line_code": "1" * 21}, "has 21 characters and 20 fit"),
]


@pytest.mark.parametrize(("row", "why"), BAD, ids=[why for _, why in BAD])
def test_what_cannot_be_read_is_rejected_with_its_cell_and_what_to_do(row: dict[str, Any], why: str) -> None:
    plan = planned(a_log(row))
    assert plan.rejected == 1
    assert why in said(plan)
    with pytest.raises(Mistake, match="Nothing was brought in"):
        plan.refuse_rejected()


def test_one_bad_row_is_named_and_the_others_are_still_told() -> None:
    plan = planned(a_log({}, {"group": "XXX"}, {"what_happened": "Another plan"}))
    assert plan.words == "3 rows: 2 new, 1 rejected"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ring 021 123 4567 about it", "a phone number"),
        ("Write to a.b@example.co.nz", "an e-mail address"),
        ("The one with ABC1234", "an NHI number"),
        ("The boy born 3/4/1999 is back", "a date of birth"),
    ],
)
def test_what_may_tell_who_a_client_is_brings_a_warning(text: str, why: str) -> None:
    plan = planned(a_log({"what_happened": text}))
    assert plan.rejected == 0
    assert f"looks like {why}" in said(plan)


def test_somebody_unknown_is_kept_by_name_and_said() -> None:
    log = a_log(PROMISE | {"owner_person": "Jo Reid"})
    assert "is nobody of this office, and is kept by name alone" in said(planned(log))
    assert the(brought_in(log), Commitment).text == "Bring the list of homes (Jo Reid)"


def test_text_that_begins_like_a_formula_stays_text() -> None:
    for text in ("=1+1 is a joke", "+64 is our code", "-we said no", "@all agreed"):
        assert the(brought_in(a_log({"what_happened": text})), Decision).text == text


def test_two_rows_with_one_reference_are_both_named() -> None:
    plan = planned(a_log({"row_ref": "L007"}, {"row_ref": "l007"}))
    assert plan.rejected == 2
    assert "stands in row 6 as well. Give one of them another, such as L001." in said(plan)


def test_two_holders_of_a_ball_on_one_day_are_refused() -> None:
    ball = {"kind": "ball", "what_happened": "School attendance"}
    plan = planned(a_log(ball | {"owner_agency": "EDU"}, ball | {"owner_agency": "POL"}))
    assert [row.outcome.value for row in plan.rows] == ["new", "rejected"]


def test_two_chairs_of_one_meeting_are_refused() -> None:
    plan = planned(a_log({"chaired_by": "Mere Example"}, {"chaired_by": "Jo Reid"}))
    assert plan.rejected == 1
    assert "and Mere Example in another row of the same meeting" in said(plan)


def test_the_same_log_twice_changes_nothing() -> None:
    log = a_log({}, PROMISE, VICTORY, {"kind": "ball", "owner_agency": "EDU"})
    once = brought_in(log)
    plan = planned(log, snapshot_of(TODAY, once))
    assert plan.words == "4 rows: 4 the same, none rejected"
    assert not plan.changes_anything


def test_the_same_day_typed_another_way_is_the_same_row() -> None:
    once = brought_in(a_log(PROMISE))
    again = a_log(PROMISE | {"due_date": datetime(2008, 6, 27), "meeting_date": "12 June 2008"})  # noqa: DTZ001
    assert not planned(again, snapshot_of(TODAY, once)).changes_anything


def test_a_row_that_is_sent_again_updates_and_does_not_double() -> None:
    once = brought_in(a_log(PROMISE, VICTORY))
    again = a_log(PROMISE | {"due_date": "4/7/2008"}, VICTORY | {"value": 14, "agencies_contributing": "EDU"})
    plan = planned(again, snapshot_of(TODAY, once))
    assert plan.words == "2 rows: 2 changed, none rejected"
    assert plan.rows[0].changes == ("Due: 27 Jun 2008, now 4 Jul 2008",)
    twice = brought_in(again, once)
    assert the(twice, Commitment).due == date(2008, 7, 4)
    assert the(twice, Result).value == 14
    assert [claim.agency_id for claim in of(twice, Mapping)] == [EDU.id]


def test_a_kind_that_was_put_right_replaces_what_the_row_was() -> None:
    once = brought_in(a_log(PROMISE, VICTORY | {"evidence": "A letter"}))
    text = {"what_happened": PROMISE["what_happened"]}
    twice = brought_in(a_log(text, VICTORY | {"kind": "note"}), once)
    assert [len(of(twice, kind)) for kind in (Commitment, Result, Mapping, Evidence)] == [0, 0, 0, 0]
    assert [len(of(twice, kind)) for kind in (Decision, Note)] == [1, 1]


def test_a_meeting_whose_day_was_put_right_in_all_its_rows_moves() -> None:
    once = brought_in(a_log({}, {"what_happened": "Another plan"}))
    day = {"meeting_date": "10 Jun 2008"}
    twice = brought_in(a_log(day, day | {"what_happened": "Another plan"}), once)
    assert the(twice, Meeting).on == date(2008, 6, 10)
    assert the(twice, Meeting).id == the(once, Meeting).id
    assert len(of(twice, Attendance)) == 2


def test_who_came_is_put_right_with_the_row() -> None:
    once = brought_in(a_log({}))
    twice = brought_in(a_log({"agencies_present": "EDU; WINZ"}), once)
    assert len(of(twice, Attendance)) == 2
    assert POL.id not in {each.agency_id for each in of(twice, Attendance)}


def test_what_was_kept_here_since_is_not_taken_back() -> None:
    once = brought_in(a_log(PROMISE))
    kept = [replace(each, kept_on=date(2008, 6, 20)) if isinstance(each, Commitment) else each for each in once]
    log = a_log(PROMISE | {"due_date": "4/7/2008"})
    assert the(brought_in(log, kept), Commitment).kept_on == date(2008, 6, 20)
    assert "It stays as it is here" in said(planned(log, snapshot_of(TODAY, kept)))


def test_another_copy_of_the_form_does_not_overwrite_the_first() -> None:
    once = brought_in(a_log(PROMISE))
    other = {"meeting_date": "5 May 2008", "what_happened": "Something quite different was said"}
    plan = planned(a_log(other), snapshot_of(TODAY, once))
    assert plan.rejected == 1
    assert "ask for a log of your own" in said(plan)


def test_a_row_that_was_emptied_is_named_and_stays() -> None:
    once = brought_in(a_log(PROMISE, {}))
    log = replace(a_log(PROMISE), lines=(*a_log(PROMISE).lines, a_line_of(2, None)))
    plan = planned(log, snapshot_of(TODAY, once))
    assert plan.log.notes == (
        "Read before and empty now: L002. What became of that stays here; remove it here if it was wrong.",
    )
    assert not plan.changes_anything


def test_another_offices_log_and_an_empty_one_are_refused() -> None:
    with pytest.raises(Mistake, match="given out by Wellington"):
        planned(a_log({}, office_code="WLG", office="Wellington"))
    with pytest.raises(Mistake, match="The log is empty"):
        planned(replace(a_log(), lines=(a_line_of(1, None),)))


def test_what_does_not_go_with_a_kind_is_said() -> None:
    plan = planned(a_log({"owner_agency": "POL", "value": 3, "unit": "people"}))
    assert "Owner agency “POL” does not go with a decision, and is left out." in said(plan)
    assert "Value “3” does not go with a decision, and is left out." in said(plan)


cell = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=30), st.sampled_from(list(USUAL.values())))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.dictionaries(st.sampled_from([column.value for column in LogColumn]), cell), max_size=4))
def test_whatever_stands_in_the_cells_each_row_gets_its_answer(rows: list[dict[str, Any]]) -> None:
    log = a_log(*(row or {"kind": "note"} for row in rows))
    try:
        plan = planned(log, an_open_office())
    except Mistake:
        return
    assert len(plan.rows) == sum(line.filled for line in log.lines)
    assert all(row.problems for row in plan.rows if row.outcome.value == "rejected")
    for record in plan.saves if not plan.rejected else ():
        assert record.problems() == []
