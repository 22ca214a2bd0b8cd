"""The connection ladder: complete, with holes, with rungs that were lost, and those that cannot be told."""

from datetime import date

from tests.builders import a_person
from tests.models.people_office import (
    AUNTY,
    COMMANDER,
    GROUP,
    HOUSING,
    OFFICER,
    POLICE,
    SERGEANT,
    START,
    TENANCY,
    TODAY,
    a_seat,
    people_office,
)
from tracker.models.figures.ladder import Ladder, Ladders, RungState, ladders
from tracker.models.records import Record
from tracker.models.records.person import Level

LEFT = date(2008, 3, 20)
ALL_POLICE = (a_seat(OFFICER), a_seat(SERGEANT), a_seat(COMMANDER))


def drawn(*records: Record, on: date = TODAY) -> Ladders:
    return ladders(people_office(*records), GROUP.id, on)


def one(*records: Record, on: date = TODAY) -> Ladder:
    (ladder,) = drawn(*records, on=on).ladders
    return ladder


def test_front_line_line_manager_and_senior_make_a_ladder_complete() -> None:
    assert one(*ALL_POLICE).complete
    assert not one(*ALL_POLICE[:2]).complete


def test_a_chief_executive_is_shown_and_not_counted() -> None:
    chief = a_person(POLICE, name="Commissioner", level=Level.CHIEF_EXECUTIVE)
    ladder = one(*ALL_POLICE[:2], a_seat(chief), chief)
    assert (ladder.rung(Level.CHIEF_EXECUTIVE).held, ladder.complete) == (True, False)


def test_a_rung_is_lost_with_the_last_who_held_it() -> None:
    rung = one(a_seat(OFFICER), a_seat(COMMANDER, to_on=LEFT)).rung(Level.SENIOR)
    assert (rung.state, rung.since, rung.lost_on) == (RungState.LOST, START, LEFT)
    assert rung.words == "lost after 20 Mar 2008: Area commander"


def test_a_rung_is_held_on_the_last_day_and_again_when_somebody_follows() -> None:
    follower = a_person(POLICE, name="New commander", level=Level.SENIOR)
    seats = (a_seat(OFFICER), a_seat(COMMANDER, to_on=LEFT), a_seat(follower, from_on=date(2008, 6, 1)), follower)
    assert [one(*seats, on=day).rung(Level.SENIOR).state for day in (LEFT, date(2008, 5, 1), TODAY)] == [
        RungState.HELD,
        RungState.LOST,
        RungState.HELD,
    ]


def test_complete_ladders_are_counted_of_those_that_can_be_told() -> None:
    stranger = a_person(HOUSING, name="Adviser")
    found = drawn(*ALL_POLICE, a_seat(stranger), stranger)
    assert found.words == "1 of 1 ladder complete"
    assert found.remarks == ("Housing: not enough to tell, no level is noted (§6.1)",)


def test_agencies_without_levels_are_left_out_and_named() -> None:
    found = drawn(a_seat(AUNTY))
    assert (found.ladders, found.words, found.remarks) == (
        (),
        "not enough to tell",
        ("Left out, having no levels: Whānau",),
    )


def test_only_the_front_line_is_said_in_words_with_what_was_lost() -> None:
    ladder = one(a_seat(OFFICER), a_seat(COMMANDER, to_on=LEFT))
    assert ladder.only_at_the_front_line
    assert ladder.words == (
        "Police: only the front line is here; regional or senior lost after 20 Mar 2008 (Area commander)"
    )


def test_only_the_top_is_said_in_words() -> None:
    assert one(a_seat(COMMANDER)).words == "Police: only the top is here"


def test_a_group_that_is_joined_only_at_the_front_line_is_told_so_once() -> None:
    assert drawn(a_seat(OFFICER), a_seat(TENANCY)).remarks[0] == "The group is joined only at the front line (§6.1)"


def test_an_agency_that_has_left_has_no_ladder() -> None:
    assert drawn(a_seat(OFFICER, to_on=LEFT)).ladders == ()


def test_in_fewer_words_losses_are_counted_and_stand_first() -> None:
    manager = a_person(HOUSING, name="Area manager", level=Level.LINE_MANAGER)
    senior = a_person(HOUSING, name="Regional manager", level=Level.SENIOR)
    lost = (a_seat(manager, to_on=LEFT), a_seat(senior, to_on=date(2008, 3, 28)), manager, senior)
    found = drawn(a_seat(OFFICER, from_on=date(2007, 1, 1)), a_seat(SERGEANT), a_seat(TENANCY), *lost)
    assert found.brief_remarks == (
        "Housing: only the front line is here; 2 rungs lost in Mar 2008 (§6.1)",
        "Police: no regional or senior (§6.1)",
    )


def test_of_losses_in_several_months_the_last_is_named() -> None:
    lost = (a_seat(SERGEANT, to_on=LEFT), a_seat(COMMANDER, to_on=date(2008, 5, 2)))
    assert (
        one(a_seat(OFFICER), *lost).brief == "Police: only the front line is here; 2 rungs lost, the last in May 2008"
    )


def test_the_rungs_that_are_held_are_counted_of_three() -> None:
    stranger = a_person(HOUSING, name="Adviser")
    assert one(*ALL_POLICE[:2]).count_words == "2 of 3"
    assert one(a_seat(stranger), stranger).count_words == ""
