"""A round by kind of agency: small cuts are hidden, and cannot be worked out."""

from tests.builders import a_member, an_agency
from tests.models.assessment.assessed import CODES, GROUP, a_round, rated, seen, signs_at
from tracker.models.figures.assessment.cuts import Cut, cuts
from tracker.models.records import Rating
from tracker.models.records.agency import Sector

ROUND = a_round()
COUNCIL = an_agency("MCC", sector=Sector.LOCAL_GOVERNMENT)
SCHOOL = an_agency("SCH", sector=Sector.SCHOOL)
EXTRA = (COUNCIL, SCHOOL, a_member(GROUP, COUNCIL), a_member(GROUP, SCHOOL))


def cut(central: int, council: int, school: int = 0) -> dict[Sector, Cut]:
    """So many raters of each sector."""
    ratings = [rated(ROUND, CODES[place % 5], signs_at(), f"R{place}") for place in range(central)]
    other = ((COUNCIL, council), (SCHOOL, school))
    ratings += [
        Rating(id=f"{agency.code}{place}", assessment_id=ROUND.id, agency_id=agency.id, answers=(("forming_cause", 1),))
        for agency, count in other
        for place in range(count)
    ]
    return {each.sector: each for each in cuts(seen(ROUND, *EXTRA, *ratings), ROUND)}


def test_a_cut_with_three_raters_is_shown() -> None:
    found = cut(4, 3)
    assert [(each.raters, each.hidden) for each in found.values()] == [(4, False), (3, False)]


def test_with_fewer_than_three_it_is_hidden_and_another_with_it_so_that_it_cannot_be_worked_out() -> None:
    found = cut(5, 3, school=2)
    assert {sector for sector, each in found.items() if each.hidden} == {Sector.SCHOOL, Sector.LOCAL_GOVERNMENT}


def test_two_small_ones_hide_each_other() -> None:
    found = cut(5, 1, school=1)
    assert not found[Sector.CENTRAL_GOVERNMENT].hidden
    assert found[Sector.SCHOOL].hidden
