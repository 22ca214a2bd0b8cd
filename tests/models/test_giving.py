"""Who gives promises to whom."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_group, a_member, an_agency, an_id
from tracker.models.figures.giving import NOBODY_NAMED, OTHERS, THE_GROUP, Giving, giving
from tracker.models.records import Commitment
from tracker.models.snapshot import snapshot_of

GROUP = a_group()
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", te_reo_name="Te Tāhuhu")
SEATS = [a_member(GROUP, POLICE, from_on=date(2007, 3, 1)), a_member(GROUP, EDUCATION, from_on=date(2007, 2, 1))]


def promise(**fields: object) -> Commitment:
    defaults = {"id": an_id(), "group_id": GROUP.id, "text": "Bring the figures", "made_on": date(2008, 4, 1)}
    return Commitment(**defaults | {"agency_id": POLICE.id} | fields)  # type: ignore[arg-type]


def told(*promises: Commitment) -> Giving:
    return giving(snapshot_of(date(2008, 6, 30), [GROUP, POLICE, EDUCATION, *SEATS, *promises]), GROUP.id)


def test_a_promise_to_an_agency_is_counted_under_it_by_whatever_name() -> None:
    found = told(promise(to_agency_id=EDUCATION.id), promise(to="ministry of education"), promise(to="te tahuhu"))
    assert found.count(POLICE.id, EDUCATION.id) == 3


def test_without_a_name_it_is_to_the_group_and_anybody_else_is_others() -> None:
    found = told(promise(), promise(to="The group"), promise(to="the parents"))
    assert (found.count(POLICE.id, THE_GROUP), found.count(POLICE.id, OTHERS)) == (2, 1)


def test_parties_stand_in_the_order_in_which_they_joined() -> None:
    found = told(promise(), promise(agency_id=EDUCATION.id, to="Police"), promise(agency_id=None, to="the parents"))
    assert [key for key, _ in found.givers] == [EDUCATION.id, POLICE.id, NOBODY_NAMED]
    assert [key for key, _ in found.takers] == [POLICE.id, THE_GROUP, OTHERS]


def test_a_name_that_fits_two_agencies_is_nobody_s() -> None:
    twins = [an_agency("A1", short_name="Trust"), an_agency("A2", short_name="Trust")]
    found = giving(snapshot_of(date(2008, 6, 30), [GROUP, POLICE, *twins, promise(to="Trust")]))
    assert found.count(POLICE.id, OTHERS) == 1


@given(
    st.lists(
        st.tuples(
            st.sampled_from([POLICE.id, EDUCATION.id, None]),
            st.sampled_from(["", "Police", "Education", "the parents", "the group"]),
        )
    )
)
def test_every_promise_is_counted_once_from_each_side(pairs: list[tuple[str | None, str]]) -> None:
    found = told(*(promise(agency_id=who, to=whom) for who, whom in pairs))
    assert sum(found.given(key) for key, _ in found.givers) == len(pairs)
    assert sum(found.taken(key) for key, _ in found.takers) == len(pairs)
