"""An agency at a glance, over all groups."""

from datetime import date

from tests.builders import a_group, a_member, a_person, a_result, an_agency, an_id
from tracker.models.figures.agency_summary import AgencySummary, agency_summary
from tracker.models.records import Ball, Commitment, FormerName, Handover, Record, Role, Succession
from tracker.models.records.membership import RoleName
from tracker.models.snapshot import snapshot_of

POLICE = an_agency("POL", short_name="Police")
FIRST, SECOND = a_group(name="Alpha"), a_group(name="Beta")
MERE = a_person(POLICE, name="Mere Tāwhai")


def at_a_glance(*records: Record) -> AgencySummary:
    return agency_summary(snapshot_of(date(2008, 6, 30), [POLICE, FIRST, SECOND, MERE, *records]), POLICE.id)


def test_groups_of_today_come_first_and_those_left_say_until_when() -> None:
    left = a_member(FIRST, POLICE, from_on=date(2006, 1, 1), to_on=date(2007, 1, 1))
    summary = at_a_glance(left, a_member(SECOND, POLICE, person_id=MERE.id))
    assert [(seats.group, seats.until) for seats in summary.seats] == [("Beta", None), ("Alpha", date(2007, 1, 1))]
    assert (summary.groups, summary.sitting) == (1, 1)


def test_a_group_names_who_sits_there_and_in_what_roles() -> None:
    chair = Role(id=an_id(), group_id=FIRST.id, person_id=MERE.id, name=RoleName.CHAIR, from_on=date(2008, 1, 1))
    (seats,) = at_a_glance(a_member(FIRST, POLICE, person_id=MERE.id), chair).seats
    assert (seats.people, seats.roles, seats.since) == ("Mere Tāwhai", "Chair", date(2007, 2, 1))


def test_somebody_who_left_is_known_with_where_and_when() -> None:
    (colleague,) = at_a_glance(a_member(FIRST, POLICE, person_id=MERE.id, to_on=date(2008, 3, 31))).colleagues
    assert (colleague.groups, colleague.left) == ("Alpha", date(2008, 3, 31))


def test_somebody_from_elsewhere_who_sits_for_the_agency_is_one_of_its_people() -> None:
    other = an_agency("EDU")
    guest = a_person(other, name="Ana")
    summary = at_a_glance(other, guest, a_member(FIRST, POLICE, person_id=guest.id))
    assert [colleague.person.name for colleague in summary.colleagues] == ["Ana", "Mere Tāwhai"]


def test_promises_are_counted_over_all_groups() -> None:
    late, open_one = (
        Commitment(id=an_id(), group_id=group.id, agency_id=POLICE.id, text="It", made_on=date(2008, 4, 1), due=due)
        for group, due in ((FIRST, date(2008, 6, 1)), (SECOND, date(2008, 7, 1)))
    )
    summary = at_a_glance(late, open_one)
    assert (len(summary.promises), summary.overdue, summary.follow_through.words) == (2, 1, "0 of 1 kept")


def test_victories_of_12_months_count_where_it_shares_the_credit() -> None:
    shared = a_result(FIRST, credit_ids=(POLICE.id,))
    older = a_result(FIRST, credit_ids=(POLICE.id,), on=date(2007, 6, 30))
    assert at_a_glance(shared, older, a_result(FIRST)).victories == 1


def test_a_ball_is_held_until_it_is_passed_on() -> None:
    ball = Ball(id=an_id(), group_id=FIRST.id, issue="Truancy", opened_on=date(2008, 6, 1))
    taken = Handover(id=an_id(), ball_id=ball.id, on=date(2008, 6, 1), agency_id=POLICE.id)
    assert [held.days for held in at_a_glance(ball, taken).balls] == [29]
    assert at_a_glance(ball, taken, Handover(id=an_id(), ball_id=ball.id, on=date(2008, 6, 20))).balls == ()


def test_the_names_it_had_before_are_told_with_their_last_day() -> None:
    named = FormerName(id=an_id(), agency_id=POLICE.id, until=date(2005, 6, 30), name="Police Force", code="PF")
    assert at_a_glance(named).names_before == "until 30 Jun 2005: Police Force"
    assert at_a_glance().names_before == ""


def test_what_it_took_over_is_told_with_the_day() -> None:
    other = an_agency("TRA", name="Traffic Service", short_name="Traffic")
    taken = Succession(id=an_id(), agency_id=other.id, successor_id=POLICE.id, on=date(1992, 7, 1))
    assert at_a_glance(other, taken).taken_over == "1 Jul 1992: it took over from Traffic"


def test_it_is_said_in_how_many_groups_one_person_sits_alone() -> None:
    other = a_person(POLICE, name="Ana")
    pair = (a_member(FIRST, POLICE, person_id=MERE.id), a_member(FIRST, POLICE, person_id=other.id))
    summary = at_a_glance(other, *pair, a_member(SECOND, POLICE, person_id=MERE.id))
    assert (summary.alone_in, summary.alone_words) == (("Beta",), "one person alone in 1 of 2 groups")


def test_what_nobody_has_confirmed_for_half_a_year_is_listed() -> None:
    old, new = a_member(FIRST, POLICE), a_member(SECOND, POLICE, confirmed_on=date(2008, 5, 1))
    assert [one.held for one in at_a_glance(old, new).to_confirm] == [old]
