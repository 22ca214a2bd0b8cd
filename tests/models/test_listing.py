"""Records as plain objects and as rows of words."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.builders import a_group, a_result, a_stage, an_agency
from tracker.models.listing import as_object, as_words
from tracker.models.records import (
    KINDS,
    Ball,
    Commitment,
    Contribution,
    Departure,
    DueChange,
    Handover,
    Rating,
    Reading,
    Record,
)
from tracker.models.records.group import Trigger
from tracker.models.records.stage import Stage
from tracker.models.snapshot import Snapshot, snapshot_of

GROUP, AGENCY = a_group(triggers=(Trigger.CRISIS,)), an_agency("POL", short_name="Police")


def office(*records: Record) -> Snapshot:
    return snapshot_of(date(2008, 6, 30), [GROUP, AGENCY, *records])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_every_kind_can_be_written_as_json_and_as_words(kind: type[Record]) -> None:
    record = kind(id="x")
    assert json.loads(json.dumps(as_object(office(), record)))["id"] == "x"
    heading, row = as_words(office(), [record])
    assert len(heading) == len(row)


def test_beside_each_id_stands_the_name_that_goes_with_it() -> None:
    found = as_object(office(), Commitment(id="c", group_id=GROUP.id, agency_id=AGENCY.id))
    assert (found["group_id"], found["group"]) == (GROUP.id, GROUP.name)
    assert (found["agency"], found["person"], found["person_id"]) == ("New Zealand Police", "", None)


def test_dates_are_iso_numbers_are_numbers_and_lists_are_lists() -> None:
    left = Departure(id="d", at=datetime(2008, 6, 30, 9, tzinfo=UTC), rows=12)
    assert as_object(office(), left)["at"] == "2008-06-30T09:00:00+00:00"
    assert as_object(office(), GROUP)["triggers"] == ["crisis"]
    assert as_object(office(), a_result(GROUP, "12.50"))["value"] == 12.5
    assert as_object(office(), a_result(GROUP, baseline=Decimal("28.0")))["baseline"] == 28
    assert as_object(office(), Rating(id="r", answers=(("a", 3), ("b", None))))["answers"] == {"a": 3, "b": None}


def test_a_promise_says_how_it_stands_and_how_often_it_was_renegotiated() -> None:
    promise = Commitment(id="c", group_id=GROUP.id, made_on=date(2008, 1, 1), due=date(2008, 6, 1))
    found = as_object(office(promise, DueChange(id="d", commitment_id="c")), promise)
    assert (found["standing"], found["renegotiated"]) == ("overdue", 1)


def test_a_promise_to_an_agency_names_it_where_nothing_else_is_said() -> None:
    promise = Commitment(id="c", group_id=GROUP.id, made_on=date(2008, 1, 1), to_agency_id=AGENCY.id)
    assert as_object(office(promise), promise)["to"] == "New Zealand Police"
    heading, row = as_words(office(promise), [promise])
    assert row[heading.index("To whom")] == "New Zealand Police"


def test_a_ball_names_its_latest_holder() -> None:
    ball = Ball(id="b", group_id=GROUP.id, issue="School attendance")
    first = Handover(id="h1", ball_id="b", on=date(2008, 1, 1))
    last = Handover(id="h2", ball_id="b", on=date(2008, 2, 1), agency_id=AGENCY.id)
    found = as_object(office(ball, last, first), ball)
    assert (found["holder"], found["holder_id"], found["since"]) == ("Police", AGENCY.id, "2008-02-01")
    assert as_object(office(ball), ball)["since"] is None


def test_a_group_says_the_stage_it_is_in_today_and_not_one_still_to_come() -> None:
    now = a_stage(GROUP, Stage.FUNCTIONING, on=date(2008, 5, 1))
    then = a_stage(GROUP, Stage.FLYING, on=date(2008, 7, 1))
    found = as_object(office(now, then), GROUP)
    assert (found["stage"], found["stage_since"]) == ("functioning", "2008-05-01")
    assert as_object(office(), GROUP)["stage"] == ""


def test_words_leave_out_what_says_nothing_and_show_at_most_six_columns() -> None:
    rows = as_words(office(), [GROUP])
    assert rows[0] == ["Name", "Short code", "Place", "Started", "Stage"]
    assert rows[1] == ["Case Management, Papakura", "ICM", "Papakura", "1 Feb 2007", ""]


def test_words_of_a_promise_say_by_when_and_how_it_stands() -> None:
    promise = Commitment(id="c", text="Bring the list", made_on=date(2008, 1, 1), due=date(2008, 6, 1), to="the school")
    assert as_words(office(), [promise]) == [
        ["What was promised", "To whom", "Due", "Standing"],
        ["Bring the list", "the school", "1 Jun 2008", "Overdue"],
    ]


def test_beside_several_ids_stand_their_names() -> None:
    found = as_object(office(), a_result(GROUP, credit_ids=(AGENCY.id,)))
    assert (found["credit"], found["credit_ids"]) == (["New Zealand Police"], [AGENCY.id])


def test_the_points_of_a_reading_stand_under_the_names_of_the_agencies_too() -> None:
    found = as_object(office(), Reading(id="r", group_id=GROUP.id, agency_id=AGENCY.id, points=((AGENCY.id, 100),)))
    assert (found["points"], found["points_by_name"]) == ({AGENCY.id: 100}, {"New Zealand Police": 100})


def test_a_contribution_is_listed_with_its_value_and_its_day() -> None:
    given = Contribution(id="c", agency_id=AGENCY.id, value_nzd=Decimal(2900), delivered_on=date(2008, 5, 1))
    assert as_words(office(), [given])[0] == ["Agency", "Value", "Delivered"]


def test_long_words_are_cut_and_lines_are_joined() -> None:
    rows = as_words(office(), [a_group(name="One\n  two " + "x" * 100)])
    assert rows[1][0].startswith("One two x")
    assert (len(rows[1][0]), rows[1][0][-1]) == (60, "…")


def test_nothing_gives_no_rows() -> None:
    assert as_words(office(), []) == []
