"""A group's pages with one agency only, with two, with forty, and with sums beyond all sense."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.large_group import large_group
from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.records import Contribution, Group, OfficeDetails, Reading, Record
from tracker.models.records.contribution import Resource
from tracker.models.records.reading import Question
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.group import GroupPage
from tracker.ui.place import Place

HUGE = Decimal(999_999_999_999_999)


def few(agencies: int) -> Iterator[Record]:
    """A group in which each agency has one person, gave more than there is, and read the balance."""
    group = a_group()
    yield group
    members = [an_agency(f"A{place}", name=f"Agency {place}") for place in range(agencies)]
    for agency in members:
        person = a_person(agency, name=f"Somebody of {agency.name}")
        yield from (agency, person, a_member(group, agency, person_id=person.id))
        gift = {"kind": Resource.MONEY, "value_nzd": HUGE, "quantity": HUGE, "unit": "NZD"}
        yield Contribution(id=an_id(), group_id=group.id, agency_id=agency.id, delivered_on=date(2008, 5, 1), **gift)
    for question in Question:
        points = ((members[0].id, 100),)
        on = date(2008, 5, 5)
        yield Reading(
            id=an_id(), group_id=group.id, on=on, agency_id=members[0].id, rater="A", question=question, points=points
        )


def of_size(agencies: int) -> list[Record]:
    records = large_group() if agencies == 40 else few(agencies)
    return [record for record in records if not isinstance(record, OfficeDetails)]


@pytest.mark.parametrize("agencies", [1, 2, 40])
def test_every_tab_opens_and_moves(agencies: int, office: Office, qtbot: QtBot) -> None:
    with office.step("make ready"):
        office.save(*of_size(agencies))
    page = GroupPage(Desk(office))
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    group = next(iter(office.snapshot().of(Group)))
    for tab in ("overview", "people", "balance"):
        page.show_place(Place("group", group.id, tab))
        assert page.grab().width() >= 800
    assert page.heading == group.name


def test_a_group_without_anybody_has_pages_too(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    with office.step("make ready"):
        office.save(group)
    page = GroupPage(Desk(office))
    qtbot.addWidget(page)
    page.show()
    for tab in ("overview", "people", "balance"):
        page.show_place(Place("group", group.id, tab))
        assert page.grab().width() > 0
