"""A user at random on a real office file: whatever is done, undone and done again, nothing is lost or left over."""

import dataclasses
import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.builders import a_group, a_member, a_person, an_agency, an_office
from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.identity import mint
from tracker.models.invariants import all_broken
from tracker.models.mistake import Mistake
from tracker.models.records import KINDS, Mapping, OfficeDetails, Record, Role
from tracker.models.snapshot import snapshot_of
from tracker.store.office import Office
from tracker.store.setting import Setting

# Chance seldom gives a role its seat, or shares that a group could agree on: other tests have those two.
RANDOM_KINDS = tuple(kind for kind in KINDS if kind not in (OfficeDetails, Role, Mapping))
Kept = dict[str, Record]

# A run takes seconds; making a failure short takes longer.
pytestmark = pytest.mark.timeout(300)


class Broken(Exception):
    """Stands for any fault in the middle of a step."""


def texts(part: Field) -> st.SearchStrategy[str]:
    marks = "aābcdeēiīoōuūßØ='\"%_«»–😀 \\" + ("\n\t" if part.kept_as is FieldType.TEXT else "")
    return st.text(marks, min_size=int(part.required), max_size=8).filter(lambda text: not part.required or text != "")


def numbers(part: Field) -> st.SearchStrategy[Any]:
    low, high = part.low or Decimal(0), part.high or Decimal(10) ** 6
    if part.kept_as is FieldType.WHOLE:
        return st.integers(int(low), int(high))
    return st.decimals(low, high, allow_nan=False, places=3)


DAYS = st.dates(date(1996, 1, 1), date(2009, 1, 1))
SIMPLE: dict[FieldType, Any] = {
    FieldType.LINE: texts,
    FieldType.TEXT: texts,
    FieldType.WHOLE: numbers,
    FieldType.DECIMAL: numbers,
    FieldType.DAY: lambda part: DAYS,
    FieldType.MOMENT: lambda part: DAYS.map(lambda day: datetime(day.year, day.month, day.day, 9, tzinfo=UTC)),
    FieldType.YES_NO: lambda part: st.booleans(),
    FieldType.CHOICE: lambda part: st.sampled_from(list(part.choices)),
    FieldType.CHOICES: lambda part: st.lists(st.sampled_from(list(part.choices)), unique=True).map(tuple),
}


class RandomUser(RuleBasedStateMachine):
    """`kept` is what the office should hold, by id; `before` and `after` are what undo and redo should give.

    `drafts` are records of the step that is being made up: they may lead to each other.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="tracker-"))
        self.setting = Setting(
            clock=lambda: datetime(2008, 6, 30, tzinfo=UTC), who="Aroha", data_folder=self.folder / "data"
        )
        self.office = Office.create(self.folder / "office.tracker", an_office(), self.setting)
        self.empty = rows_of(self.office)
        self.kept: Kept = {details.id: details for details in self.office.snapshot().of(OfficeDetails)}
        self.drafts: Kept = {}
        self.minted = 0
        self.before: list[Kept] = []
        self.after: list[Kept] = []

    @initialize()
    def begin_with_a_group_that_has_a_member(self) -> None:
        agency, group = an_agency(id=self.mint()), a_group(id=self.mint())
        person = a_person(agency, id=self.mint())
        self.keep(agency, group, person, a_member(group, agency, id=self.mint(), person_id=person.id))

    @rule(data=st.data(), count=st.integers(1, 5), backwards=st.booleans())
    def save_new_records_in_one_step(self, data: st.DataObject, count: int, backwards: bool) -> None:
        for _ in range(count):
            possible = [kind for kind in RANDOM_KINDS if self.can_lead(kind)]
            record = self.random_record(data, data.draw(st.sampled_from(possible)))
            self.drafts[record.id] = record
        records = list(self.drafts.values())
        self.keep(*(reversed(records) if backwards else records))

    @rule(data=st.data())
    def replace_a_record(self, data: st.DataObject) -> None:
        if (old := self.any_record(data)) is not None:
            part = data.draw(st.sampled_from(fields_of(type(old))))
            self.keep(dataclasses.replace(old, **{part.name: self.value(data, part)}))

    @rule(data=st.data())
    def remove_a_record(self, data: st.DataObject) -> None:
        if (old := self.any_record(data)) is None:
            return
        if any(leads_to(record, old) for record in self.kept.values() if record.id != old.id):
            with pytest.raises(Mistake, match="cannot be removed"), self.office.step("remove"):
                self.office.remove(old)
            return
        rest = {identity: record for identity, record in self.kept.items() if identity != old.id}
        if misfits := misfits_of(rest):
            with pytest.raises(Mistake, match=re.escape(misfits[0])), self.office.step("remove"):
                self.office.remove(old)
            return
        with self.office.step("remove"):
            self.office.remove(old)
        self.note(rest)

    @rule(data=st.data())
    def fail_in_the_middle_of_a_step(self, data: st.DataObject) -> None:
        old = self.any_record(data)
        with pytest.raises((Broken, Mistake)):
            self.fail(old)

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self.office.undo()
        self.after.append(self.kept)
        self.kept = self.before.pop()

    @precondition(lambda self: self.after)
    @rule()
    def redo(self) -> None:
        self.office.redo()
        self.before.append(self.kept)
        self.kept = self.after.pop()

    @rule()
    def close_and_open_again(self) -> None:
        self.office.close()
        self.office = Office.open(self.office.path, self.setting)

    @invariant()
    def the_office_is_sound(self) -> None:
        assert self.office.findings() == []

    @invariant()
    def the_office_holds_what_it_should(self) -> None:
        snapshot = self.office.snapshot()
        assert {record.id: record for kind in KINDS for record in snapshot.of(kind)} == self.kept

    @invariant()
    def undo_and_redo_are_offered_when_there_is_something_to_take_back(self) -> None:
        assert (bool(self.office.undo_name), bool(self.office.redo_name)) == (bool(self.before), bool(self.after))

    def teardown(self) -> None:
        try:
            self.undo_all_and_redo_all()
        finally:
            self.office.close()
            shutil.rmtree(self.folder)

    def undo_all_and_redo_all(self) -> None:
        self.redo_all()
        full = rows_of(self.office)
        while self.office.undo_name:
            self.office.undo()
        assert rows_of(self.office) == self.empty
        self.redo_all()
        assert rows_of(self.office) == full

    def redo_all(self) -> None:
        while self.office.redo_name:
            self.office.redo()

    def keep(self, *records: Record) -> None:
        """Saves records in one step; if one has a problem or they do not fit together, all are refused."""
        self.drafts = {}
        wanted = self.kept | {record.id: record for record in records}
        problems = [sentence for record in records for sentence in record.problems()[:1]] or misfits_of(wanted)
        if problems:
            with pytest.raises(Mistake, match=re.escape(problems[0])), self.office.step("save"):
                self.office.save(*records)
            return
        with self.office.step("save"):
            self.office.save(*records)
        if wanted != self.kept:
            self.note(wanted)

    def fail(self, old: Record | None) -> None:
        with self.office.step("fail"):
            self.office.save(a_group(id=self.mint()))
            if old is not None:
                self.office.remove(old)
            raise Broken

    def note(self, now: Kept) -> None:
        self.before.append(self.kept)
        self.after.clear()
        self.kept = now

    def mint(self) -> str:
        """Ids of its own: the same run has the same ones."""
        self.minted += 1
        return mint(1_200_000_000_000 + self.minted, self.minted)

    def ids(self, kind: str) -> list[str]:
        known = {**self.kept, **self.drafts}
        return sorted(record.id for record in known.values() if type(record).__name__ == kind)

    def any_record(self, data: st.DataObject) -> Record | None:
        known = sorted(identity for identity, record in self.kept.items() if not isinstance(record, OfficeDetails))
        return self.kept[data.draw(st.sampled_from(known))] if known else None

    def can_lead(self, kind: type[Record]) -> bool:
        """Whether there is something for each reference that a kind needs."""
        return all(self.ids(part.refers_to) for part in fields_of(kind) if part.required and part.refers_to)

    def random_record(self, data: st.DataObject, kind: type[Record]) -> Record:
        parts = fields_of(kind)
        # Most fields stay as they are in an empty form; what is needed is filled in.
        filled = data.draw(st.sets(st.sampled_from([part.name for part in parts]), max_size=4))
        values = {part.name: self.value(data, part) for part in parts if part.required or part.name in filled}
        return kind(id=self.mint(), **values)

    def value(self, data: st.DataObject, part: Field) -> Any:
        return data.draw(self.values(part), label=part.name)

    def values(self, part: Field) -> st.SearchStrategy[Any]:
        ids = self.ids(part.refers_to)
        match part.kept_as:
            case FieldType.REFERENCE:
                return st.sampled_from(ids if part.required else [None, *ids])
            case FieldType.REFERENCES:
                return st.lists(st.sampled_from(ids), unique=True).map(tuple) if ids else st.just(())
            case FieldType.SCORES:
                keys = ids if part.refers_to else ["first", "sēcond"]
                return st.sets(st.sampled_from(keys), max_size=2).map(scores_up_to(part)) if keys else st.just(())
            case _:
                found: st.SearchStrategy[Any] = SIMPLE[part.kept_as](part)
                return found


def scores_up_to(part: Field) -> Callable[[set[str]], tuple[tuple[str, int | None], ...]]:
    """The highest score for one key, which makes 100 points of a reading, and "don't know" for another."""
    assert part.high is not None
    high = int(part.high)
    return lambda keys: tuple((key, None if place else high) for place, key in enumerate(sorted(keys)))


def misfits_of(records: Kept) -> list[str]:
    return all_broken(snapshot_of(date(2008, 6, 30), records.values()))


def leads_to(record: Record, other: Record) -> bool:
    for part in fields_of(type(record)):
        value = getattr(record, part.name)
        if part.refers_to != type(other).__name__:
            continue
        if other.id in (value, *(value if isinstance(value, tuple) else ())) or other.id in dict_of(value):
            return True
    return False


def dict_of(value: Any) -> dict[str, int | None]:
    return dict(value) if isinstance(value, tuple) and value and isinstance(value[0], tuple) else {}


def rows_of(office: Office) -> bytes:
    """Every row of every kind, and of what is searched, as bytes."""
    tables = [*(kind.table for kind in KINDS), "search_entries"]
    rows = {}
    for table in tables:
        columns = "table_name, row_id, title, body" if table == "search_entries" else "*"
        rows[table] = sorted(office._connection.execute(f'SELECT {columns} FROM "{table}"'), key=repr)
    return repr(rows).encode()


TestRandomUser = RandomUser.TestCase
TestRandomUser.settings = settings(
    derandomize=True,
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
