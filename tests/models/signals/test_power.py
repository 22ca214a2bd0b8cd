"""Signals of money, support and balance: each seen, not seen, and not enough to tell."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tests.builders import a_member, a_person, an_agency, an_id
from tests.models.signals.looking import GROUP, ago, look
from tracker.models.records import Agency, Contribution, Membership, Reading, Record, Role, Support, Threshold
from tracker.models.records.contribution import Resource, SupportKind
from tracker.models.records.membership import RoleName
from tracker.models.records.reading import Question
from tracker.models.signals.rule import NOT_SEEN, Verdict

AGENCIES = [an_agency(f"A{place}", short_name=f"Agency {place}") for place in range(4)]
SEATS: list[Membership] = [a_member(GROUP, agency) for agency in AGENCIES]
TABLE: list[Record] = [*AGENCIES, *SEATS]


def support(place: int = 0, **fields: Any) -> Support:
    named: dict[str, Any] = {"group_id": GROUP.id, "agency_id": AGENCIES[place].id, "kind": SupportKind.MONEY}
    return Support(**{"id": an_id()} | named | fields)


def test_no_money_after_six_weeks_is_told_with_the_day_they_ended() -> None:
    found = look("no_money", started_on=ago(54))
    assert (found.verdict, found.weight) == (Verdict.SEEN, 12)
    assert found.figures == "No money is secured, 12 days after the six weeks ended on 18 Jun 2008"


def test_money_that_is_only_asked_for_leads_to_where_it_can_be_secured() -> None:
    asked = support(asked_on=ago(30))
    found = look("no_money", asked, support(promised_on=ago(-3)), started_on=ago(43))
    told = "No money is secured, 1 day after the six weeks ended on 29 Jun 2008; 1 is asked for or promised"
    assert (found.figures, found.records) == (told, (asked,))


def test_money_that_came_in_and_was_never_noted_as_secured_is_said() -> None:
    came = Contribution(id=an_id(), group_id=GROUP.id, kind=Resource.MONEY, delivered_on=ago(10))
    assert look("no_money", came, started_on=ago(43)).figures.endswith(", though money came in on 20 Jun 2008")


def test_in_time_or_with_money_secured_late_nothing_is_told() -> None:
    assert look("no_money", started_on=ago(42)) == NOT_SEEN
    assert look("no_money", support(secured_on=ago(3)), started_on=ago(100)) == NOT_SEEN


def test_without_a_start_the_weeks_cannot_be_told() -> None:
    assert look("no_money", started_on=None).verdict is Verdict.NOT_ENOUGH


def test_the_office_may_give_money_more_weeks_or_one() -> None:
    def weeks(count: int) -> Record:
        return Threshold(id=an_id(), name="money_weeks", value=Decimal(count))

    assert look("no_money", weeks(8), started_on=ago(54)) == NOT_SEEN
    assert "3 days after the week ended" in look("no_money", weeks(1), started_on=ago(10)).figures
    assert "16 days after the 12 weeks ended" in look("no_money", weeks(12), started_on=ago(100)).figures


def test_agencies_from_whose_home_nothing_is_noted_are_told() -> None:
    found = look("home_silent", *TABLE, support(0, asked_on=ago(5)), support(1), support(2, asked_on=ago(-5)))
    assert found.figures == "No support is recorded from 2 of 4 home agencies: Agency 2 and Agency 3"
    assert found.records == (AGENCIES[2], AGENCIES[3])


def test_with_support_from_each_home_nothing_is_told() -> None:
    assert look("home_silent", *TABLE, *(support(place, asked_on=ago(5)) for place in range(4))) == NOT_SEEN


def test_without_seats_no_home_can_be_silent() -> None:
    assert look("home_silent").verdict is Verdict.NOT_ENOUGH


def gave(*values: int, days: int = 30) -> list[Record]:
    """What each agency delivered, in dollars."""
    return [
        Contribution(
            id=an_id(), group_id=GROUP.id, agency_id=agency.id, value_nzd=Decimal(value), delivered_on=ago(days)
        )
        for agency, value in zip(AGENCIES, values, strict=False)
        if value
    ]


def chaired_by(agency: Agency) -> list[Record]:
    person = a_person(agency)
    seat = a_member(GROUP, agency, person_id=person.id)
    role = Role(id=an_id(), group_id=GROUP.id, person_id=person.id, name=RoleName.CHAIR, from_on=ago(300))
    return [person, seat, role]


def test_a_chair_whose_agency_gives_over_half_is_told() -> None:
    given = gave(51, 49)
    found = look("chair_holds_most", *TABLE, *chaired_by(AGENCIES[0]), *given)
    share = "51% of $100 delivered in the last 12 months (2 of 4 agencies have such a value)"
    assert found.figures == f"Agency 0 has the chair and gave {share}"
    assert found.records == (AGENCIES[0], given[0])


def test_a_chair_with_half_or_less_is_not_told() -> None:
    assert look("chair_holds_most", *TABLE, *chaired_by(AGENCIES[0]), *gave(50, 50)) == NOT_SEEN
    assert look("chair_holds_most", *TABLE, *chaired_by(AGENCIES[3]), *gave(50, 50)) == NOT_SEEN


def test_without_a_chair_or_values_of_half_the_agencies_the_chair_cannot_be_told() -> None:
    assert look("chair_holds_most", *TABLE, *gave(51, 49)).figures == "Nobody has the chair"
    found = look("chair_holds_most", *TABLE, *chaired_by(AGENCIES[0]), *gave(51), *gave(0, 49, days=400))
    told = "1 of 4 agencies delivered something with a value in the last 12 months"
    assert (found.verdict, found.figures) == (Verdict.NOT_ENOUGH, told)


def test_an_agency_with_over_60_per_cent_dominates() -> None:
    found = look("one_dominates", *TABLE, *gave(70, 10, 10, 10))
    assert found.figures.startswith("Agency 0 gave 70% of $100 delivered in the last 12 months")
    assert found.figures.endswith("; 4 agencies, and resources as if there were 1.9")
    assert found.records[0] == AGENCIES[0]


def test_fewer_effective_partners_than_half_the_agencies_dominate_as_well() -> None:
    assert look("one_dominates", *TABLE, *gave(55, 40, 3, 2)) == NOT_SEEN
    others = [an_agency(f"B{place}") for place in range(3)]
    more = [*others, *(a_member(GROUP, agency) for agency in others)]
    found = look("one_dominates", *TABLE, *more, *gave(55, 40, 3, 2))
    assert found.figures.endswith("; 7 agencies, and resources as if there were 2.2")


def test_resources_that_are_spread_are_not_told() -> None:
    assert look("one_dominates", *TABLE, *gave(40, 30, 20, 10)) == NOT_SEEN


def test_dominance_cannot_be_told_from_few_values_or_one_agency() -> None:
    assert look("one_dominates", *TABLE, *gave(90)).verdict is Verdict.NOT_ENOUGH
    assert look("one_dominates", AGENCIES[0], SEATS[0], *gave(90)).figures == "Only one agency is counted"


def read(question: Question, days: int, *points: int, rater: int = 1) -> Reading:
    split = tuple((agency.id, given) for agency, given in zip(AGENCIES, points, strict=False))
    named: dict[str, Any] = {"group_id": GROUP.id, "agency_id": AGENCIES[rater].id, "rater": "A", "on": ago(days)}
    return Reading(id=an_id(), question=question, points=split, **named)


def readings(now: Sequence[Sequence[int]], before: Sequence[Sequence[int]]) -> list[Record]:
    """Who gives and who gains, as read now and before."""
    questions = (Question.GIVES, Question.GAINS)
    latest = [read(question, 30, *points) for question, points in zip(questions, now, strict=True)]
    return [*latest, *(read(question, 400, *points) for question, points in zip(questions, before, strict=True))]


def test_an_agency_that_gives_15_points_more_than_it_gains_twice_running_is_told() -> None:
    both = readings(((40, 20, 20, 20), (25, 25, 25, 25)), ((50, 50), (20, 80)))
    found = look("gives_more", *TABLE, *both)
    now = "40 points given and 25 gained (31 May 2008, by 1 agency)"
    before = "50 points given and 20 gained (27 May 2007, by 1 agency)"
    assert (found.figures, found.weight) == (f"Agency 0: {now}, and before that {before}", 15)
    assert found.records == (AGENCIES[0], *both[:2])


def test_less_than_15_points_or_once_only_is_not_told() -> None:
    less, more = ((39, 61), (25, 75)), ((50, 50), (20, 80))
    assert look("gives_more", *TABLE, *readings(less, more)) == NOT_SEEN
    assert look("gives_more", *TABLE, *readings(more, less)) == NOT_SEEN


def test_giving_more_cannot_be_told_from_one_reading_or_none() -> None:
    one = [read(Question.GIVES, 30, 90, 10), read(Question.GAINS, 30, 10, 90)]
    told = "Two readings are needed of who gives and who gains: there is"
    assert look("gives_more", *TABLE, *one).figures == f"{told} one reading so far"
    assert look("gives_more", *TABLE, one[0]).figures == f"{told} no reading of both yet"
