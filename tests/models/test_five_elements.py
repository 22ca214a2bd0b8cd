"""The five elements from what is recorded already."""

from datetime import date

from tests.builders import a_group, a_meeting, a_member, an_agency, an_id
from tracker.models.figures.five_elements import Element, five_elements
from tracker.models.records import Group, Practice, Record, Risk, SenseMaking
from tracker.models.records.group import SharingBasis
from tracker.models.records.outlook import Domain, PracticeName, PracticeState
from tracker.models.records.risk import RiskLevel
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
POLICE, HEALTH = an_agency("POL"), an_agency("MOH")


def element(group: Group, key: str, *records: Record) -> Element:
    snapshot = snapshot_of(TODAY, [group, POLICE, HEALTH, *records])
    return next(each for each in five_elements(snapshot, group.id).elements if each.help.key == key)


def texts(found: Element, there: bool) -> list[str]:
    return [point.text for point in found.points if point.there is there]


def test_an_empty_group_has_gaps_and_no_fault() -> None:
    group = a_group()
    found = five_elements(snapshot_of(TODAY, [group]), group.id)
    assert len(found.elements) == 5
    assert "A memorandum of understanding: nothing noted" in texts(found.elements[4], there=False)


def test_more_than_half_of_the_agencies_have_to_have_said_how_they_see_it() -> None:
    group = a_group()
    seats = [a_member(group, POLICE), a_member(group, HEALTH)]
    view = SenseMaking(id=an_id(), group_id=group.id, on=TODAY, agency_id=POLICE.id, domain=Domain.COMPLEX)
    found = element(group, "understand", *seats, view)
    assert "1 of 2 agencies said how they see the issue" in texts(found, there=False)


def test_the_latest_word_on_a_practice_counts() -> None:
    group = a_group()
    states = [
        Practice(id=an_id(), group_id=group.id, name=PracticeName.ROADMAP, state=state, on=day)
        for state, day in ((PracticeState.IN_PLACE, date(2008, 5, 1)), (PracticeState.UNDER_WAY, date(2008, 2, 1)))
    ]
    assert "A roadmap or a single plan: in place, 1 May 2008" in texts(
        element(group, "objectives", *states), there=True
    )


def test_the_basis_of_sharing_is_told_and_its_lack_is_a_gap() -> None:
    law = element(a_group(sharing_basis=SharingBasis.LAW), "information")
    assert "Information is shared on this basis: a law allows it" in texts(law, there=True)
    assert "The basis on which information is shared is not noted" in texts(
        element(a_group(), "information"), there=False
    )


def test_meetings_of_the_last_year_are_counted() -> None:
    group = a_group()
    met = [a_meeting(group, on=day) for day in (date(2008, 5, 1), date(2007, 3, 1))]
    assert "1 meeting in 12 months" in texts(element(group, "discussion", *met), there=True)


def test_a_risk_without_a_word_on_what_is_done_is_a_gap() -> None:
    group = a_group()
    risk = Risk(id=an_id(), group_id=group.id, on=TODAY, text="Rents", level=RiskLevel.LOW)
    assert "1 of 1 open risk without a word on what is done" in texts(element(group, "trouble", risk), there=False)


def test_what_was_recorded_later_does_not_count_on_an_earlier_day() -> None:
    group = a_group()
    met = a_meeting(group, on=date(2008, 6, 1))
    found = five_elements(snapshot_of(TODAY, [group, met]), group.id, date(2008, 5, 1))
    assert "No meeting in 12 months" in texts(found.elements[3], there=False)


def test_what_cannot_be_there_is_a_gap_without_figures() -> None:
    found = five_elements(snapshot_of(TODAY, [group := a_group()]), group.id)
    gaps = [point.text for each in found.elements for point in each.gaps]
    assert "No agency has a seat that could have said how they see the issue" in gaps
    assert "No little victory in 12 months to tell at home" in gaps
    assert "No promise is recorded" in gaps
    assert not any("0 of 0" in text for text in gaps)


def test_nothing_noted_is_no_proof_that_nothing_can_go_wrong() -> None:
    group = a_group()
    assert "No risk has been noted" in texts(element(group, "information"), there=False)
    assert "It is not noted who holds the ball on any issue" in texts(element(group, "trouble"), there=False)
