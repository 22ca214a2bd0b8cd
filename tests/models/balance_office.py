"""A group of a few agencies, what they give and how they read each other: for the tests of its balance."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.records import Agency, Contribution, Group, Person, Reading, Record, Role
from tracker.models.records.contribution import Resource
from tracker.models.records.membership import RoleName
from tracker.models.records.reading import Question
from tracker.models.snapshot import Snapshot, snapshot_of

TODAY = date(2008, 6, 30)
READ_ON = date(2008, 5, 2)


class Table:
    """So many agencies in one group, each with its seat from one day after the other's on."""

    def __init__(self, size: int, **fields: Any) -> None:
        self.group: Group = a_group(**fields)
        self.agencies: list[Agency] = [an_agency(f"A{place}", short_name=f"Agency {place}") for place in range(size)]
        self.records: list[Record] = [self.group, *self.agencies]
        for place, agency in enumerate(self.agencies):
            self.records.append(a_member(self.group, agency, from_on=date(2007, 2, 1 + place % 28)))

    def add(self, *records: Record) -> "Table":
        self.records.extend(records)
        return self

    def given(self, place: int, value: int | str | None = None, **fields: Any) -> "Table":
        """A contribution of an agency, delivered in the last 12 months."""
        amount = None if value is None else Decimal(value)
        defaults = {"id": an_id(), "group_id": self.group.id, "agency_id": self.agencies[place].id}
        rest = {"kind": Resource.MONEY, "value_nzd": amount, "delivered_on": date(2008, 3, 1)}
        return self.add(Contribution(**defaults | rest | fields))

    def gave(self, *values: int) -> "Table":
        """One contribution of each agency, in the order of the agencies."""
        for place, value in enumerate(values):
            if value:
                self.given(place, value)
        return self

    def read(
        self, place: int, points: Sequence[int | None], question: Question = Question.DECIDES, **fields: Any
    ) -> "Table":
        """A reading by a rater of an agency; the points are in the order of the agencies."""
        split = tuple((agency.id, given) for agency, given in zip(self.agencies, points, strict=False))
        defaults = {"id": an_id(), "group_id": self.group.id, "agency_id": self.agencies[place].id, "rater": "A"}
        return self.add(Reading(**defaults | {"on": READ_ON, "question": question, "points": split} | fields))

    def chaired_by(self, place: int, **fields: Any) -> "Table":
        """Somebody of an agency takes the chair."""
        person: Person = a_person(self.agencies[place], id=an_id())
        defaults = {"id": an_id(), "group_id": self.group.id, "person_id": person.id, "name": RoleName.CHAIR}
        return self.add(person, Role(**defaults | {"from_on": date(2007, 2, 1)} | fields))

    @property
    def snapshot(self) -> Snapshot:
        return snapshot_of(TODAY, self.records)
