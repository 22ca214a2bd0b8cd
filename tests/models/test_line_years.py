"""Lines linked from year to year: by code and agency, else by name and Vote, and never by a code alone."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import a_framework, a_line
from tracker.models.line_years import candidates, line_in_year, linked, suggested_successors
from tracker.models.mistake import Mistake
from tracker.models.records import Framework, Line
from tracker.models.records.accountability import FrameworkState, GroupType
from tracker.models.snapshot import Snapshot, snapshot_of

THEN, NEXT = a_framework(), a_framework(name="Estimates 2008/09")


def of_year(year_end: int, code: str = "11768", **fields: object) -> Line:
    framework = THEN if year_end == 2008 else NEXT
    return a_line(framework, code, year_end=year_end, **fields)


def office(*lines: Line, frameworks: tuple[Framework, ...] = (THEN, NEXT)) -> Snapshot:
    return snapshot_of(date(2008, 6, 30), (*frameworks, *lines))


def offered(*lines: Line) -> dict[str, tuple[str, str]]:
    return {offer.line.id: (offer.successor.id, offer.why) for offer in suggested_successors(office(*lines), 2008)}


def test_the_same_code_of_the_same_agency_goes_on() -> None:
    here, there = of_year(2008), of_year(2009, name="Called otherwise now")
    assert offered(here, there) == {here.id: (there.id, "the same code and agency")}


def test_a_code_that_stands_under_two_departments_links_each_to_its_own() -> None:
    msd, ot = "Ministry of Social Development", "Oranga Tamariki"
    here = [of_year(2008, "8447", administering_agency=each, name=each) for each in (msd, ot)]
    there = [of_year(2009, "8447", administering_agency=each, name=each) for each in (ot, msd)]
    found = offered(*here, *there)
    assert (found[here[0].id][0], found[here[1].id][0]) == (there[1].id, there[0].id)


def test_a_code_alone_links_nothing_across_departments() -> None:
    assert not offered(
        of_year(2008, name="A", vote="X"), of_year(2009, name="B", vote="Y", administering_agency="Other")
    )


def test_a_renumbered_line_is_known_by_its_name_within_its_vote() -> None:
    here, there = (
        of_year(2008, "1", name="Attendance"),
        of_year(2009, "2", name="attendance", administering_agency="New"),
    )
    assert offered(here, there) == {here.id: (there.id, "the same name and Vote")}


def test_where_two_would_do_neither_is_offered() -> None:
    here = of_year(2008, "1", name="Attendance")
    assert not offered(here, of_year(2009, "2", name="Attendance"), of_year(2009, "3", name="Attendance"))


def test_of_two_amount_types_the_same_one_goes_on_else_what_is_planned() -> None:
    here = of_year(2008, amount_type="Estimated Actual")
    planned, spent = of_year(2009), of_year(2009, amount_type="Actuals")
    assert offered(here, planned, spent)[here.id][0] == planned.id
    same = of_year(2009, amount_type="Estimated Actual")
    assert offered(here, planned, same)[here.id][0] == same.id


def test_a_whole_goes_on_as_a_whole_and_a_superseded_framework_is_left_out() -> None:
    here = of_year(2008, group_type=GroupType.PARENT)
    assert not offered(here, of_year(2009))
    old = replace(NEXT, state=FrameworkState.SUPERSEDED)
    assert not suggested_successors(office(of_year(2008), of_year(2009), frameworks=(THEN, old)), 2008)


def test_a_link_made_by_hand_is_left_as_it_is() -> None:
    there = of_year(2009, "9", name="Other")
    assert not offered(of_year(2008, successor_line_id=there.id), there, of_year(2009))


def test_a_line_goes_on_in_a_later_year_and_never_in_a_ring() -> None:
    here, there = of_year(2008), of_year(2009)
    snapshot = office(here, there)
    assert linked(snapshot, here, there).successor_line_id == there.id
    with pytest.raises(Mistake, match="choose a line of a year after 2008/09"):
        linked(snapshot, there, here)
    with pytest.raises(Mistake, match="cannot go on as itself"):
        linked(snapshot, here, here)
    first, second = a_line(THEN, year_end=None), of_year(2009, "2")
    ring = office(first, replace(second, successor_line_id=first.id))
    with pytest.raises(Mistake, match="leads back"):
        linked(ring, first, ring.one(Line, second.id))


def test_the_likeliest_line_of_a_later_year_comes_first() -> None:
    here = of_year(2008)
    near, likely = of_year(2009, "1", name="A"), of_year(2009, name="Z")
    far = of_year(2009, "2", vote="Police", administering_agency="NZ Police", name="B")
    assert [line.id for line in candidates(office(here, far, near, likely), here)] == [likely.id, near.id, far.id]


def test_successors_are_followed_over_several_years() -> None:
    last = a_line(NEXT, year_end=2010)
    middle = of_year(2009, successor_line_id=last.id)
    here = of_year(2008, successor_line_id=middle.id)
    snapshot = office(here, middle, last)
    assert line_in_year(snapshot, here, 2010) == last
    assert line_in_year(snapshot, here, 2011) is None
