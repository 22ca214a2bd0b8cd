"""What one row of a table that is brought in becomes, for each kind of thing; or why it cannot be taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from tracker.models.bring_fields import Part, Thing
from tracker.models.bring_here import Here
from tracker.models.dates import shown
from tracker.models.file_values import Unread, choice_of, codes_of, day_of, words_of
from tracker.models.folding import folded
from tracker.models.likely_twins import likely_twins
from tracker.models.log_entry import CellProblem
from tracker.models.log_words import shortened
from tracker.models.records.agency import Agency, Sector
from tracker.models.records.commitment import Commitment
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership
from tracker.models.records.person import Level, Person
from tracker.models.records.record import Record

T = TypeVar("T")
Told = Mapping[Part, str | int | Decimal | bool | datetime | None]
_SAID_LENGTH = 110


@dataclass(frozen=True)
class BroughtRow:
    """What came of a row. `here` says that it is here already, so that nothing becomes of it."""

    said: str = ""
    here: bool = False
    problems: tuple[CellProblem, ...] = ()
    warnings: tuple[CellProblem, ...] = ()


class _Row:
    """Where the reading of one row stands."""

    def __init__(self, told: Told, here: Here, number: int) -> None:
        self.told = told
        self.here = here
        self.number = number
        self.problems: list[CellProblem] = []
        self.warnings: list[CellProblem] = []

    def words(self, part: Part, *, needed: bool = False) -> str:
        """What stands there, in one line."""
        words = " ".join(words_of(self.told.get(part)).split())
        if needed and not words:
            self.problems.append(CellProblem(part, "", f"{part.label} is missing", "Fill it in."))
        return words

    def day(self, part: Part, *, needed: bool = False) -> date | None:
        """A day that is read whole, or a problem."""
        found = self._taken(part, day_of)
        if needed and found is None and not self.words(part):
            self.problems.append(CellProblem(part, "", f"{part.label} is missing", "Give a date such as 12 Jun 2008."))
        return found

    def choice(self, part: Part, choices: Mapping[str, T], *, needed: bool = False) -> T | None:
        """One of a list, by its word; `needed` lists the words where none is given."""
        if needed and not self.words(part):
            advice = f"Give one of: {', '.join(choices)}."
            self.problems.append(CellProblem(part, "", f"{part.label} is missing", advice))
            return None
        return self._taken(part, lambda value: choice_of(value, choices))

    def group(self, text: str) -> Group | None:
        """The group of that name, or a problem."""
        meant = self.here.names.group(text)
        if meant.record is None:
            self.refuse(Part.GROUP, text, meant.why, meant.advice)
        return meant.record

    def agency(self, part: Part) -> Agency | None:
        """The agency that is named there, or a problem; None for an empty cell."""
        text = self.words(part)
        if not text:
            return None
        meant = self.here.names.agency(text)
        if meant.record is None:
            self.refuse(part, text, meant.why, meant.advice)
        return meant.record

    def refuse(self, part: Part, value: str, why: str, advice: str) -> None:
        """Says why the row cannot be taken."""
        self.problems.append(CellProblem(part, value, why, advice))

    def warn(self, part: Part, value: str, why: str, advice: str) -> None:
        """Says what somebody should look at."""
        self.warnings.append(CellProblem(part, value, why, advice))

    def code(self, kind: type[Record], name: str) -> str:
        """The code as it is given, or one made from the name, which is said."""
        given = self.words(Part.CODE)
        if given and (holder := self.here.holder_of(kind, given)):
            self.refuse(Part.CODE, given, f"is the code of {holder}", "Give another, or none to have one made.")
        elif not given and name:
            given = self.here.free_code(kind, name)
            self.warn(Part.CODE, "", f"No short code is given, so it would be {given}", "Correct it here if need be.")
        return given

    def known(self, name: str, record: Record | None) -> BroughtRow | None:
        """What is here already, or in an earlier row, is not brought in again."""
        earlier = self.here.earlier_row(self.number, name) if name else 0
        if earlier or record is not None:
            return BroughtRow(f"{name}: {f'row {earlier} has it' if earlier else 'is here'} already", here=True)
        return None

    def twins(self, record: Agency | Person) -> None:
        """Names those that it may be the same as."""
        for twin in [twin for twin in likely_twins(self.here.snapshot, record) if twin.likely][:2]:
            about = f", {twin.about}" if twin.about else ""
            why = f"may be {twin.record.name}{about}, here already: {twin.why}"
            self.warn(Part.NAME, record.name, why, "If it is, leave the row out.")

    def made(self, said: str, *records: Record) -> BroughtRow:
        """What the row brings in, once nothing stands in the way."""
        for record in records if not self.problems else ():
            for sentence in record.problems():
                why, _, advice = sentence.partition(": ")
                self.refuse(Part.NAME, "", why.rstrip("."), advice[:1].upper() + advice[1:])
        if not self.problems:
            self.here.keep(*records)
        return BroughtRow(shortened(said, _SAID_LENGTH), False, tuple(self.problems), tuple(self.warnings))

    def _taken(self, part: Part, read: Callable[[Any], T | None]) -> T | None:
        try:
            return read(self.told.get(part))
        except Unread as unread:
            self.refuse(part, words_of(self.told.get(part)), unread.why, unread.advice)
            return None


def _group(told: Told, here: Here, number: int) -> BroughtRow:
    row = _Row(told, here, number)
    name = row.words(Part.NAME, needed=True)
    if known := row.known(name, here.names.group(name).record if name else None):
        return known
    values: dict[str, Any] = {
        "short_name": row.words(Part.SHORT_NAME),
        "code": row.code(Group, name),
        "purpose": row.words(Part.PURPOSE),
        "theme": row.words(Part.THEME),
        "place": row.words(Part.PLACE),
        "started_on": row.day(Part.STARTED, needed=True),
        "closed_on": row.day(Part.CLOSED),
        "closed_because": row.words(Part.CLOSED_BECAUSE),
        "next_meeting_on": row.day(Part.NEXT_MEETING),
    }
    started = shown(values["started_on"])
    return row.made(f"{name}, since {started}", Group(id=here.mint(), name=name, **values))


def _agency(told: Told, here: Here, number: int) -> BroughtRow:
    row = _Row(told, here, number)
    name = row.words(Part.NAME, needed=True)
    if known := row.known(name, here.names.agency(name).record if name else None):
        return known
    sectors = {sector.label: sector for sector in Sector}
    part_of = row.agency(Part.PART_OF)
    agency = Agency(
        id=here.mint(),
        name=name,
        short_name=row.words(Part.SHORT_NAME),
        code=row.code(Agency, name),
        te_reo_name=row.words(Part.TE_REO_NAME),
        sector=row.choice(Part.SECTOR, sectors, needed=True),
        part_of_id=part_of.id if part_of else None,
        note=words_of(told.get(Part.NOTE)),
    )
    if name:
        row.twins(agency)
    return row.made(f"{name} ({agency.code})", agency)


def _person(told: Told, here: Here, number: int) -> BroughtRow:
    row = _Row(told, here, number)
    name, agency = row.words(Part.NAME, needed=True), row.agency(Part.AGENCY)
    if agency is None and not row.words(Part.AGENCY):
        row.words(Part.AGENCY, needed=True)
    found = here.names.person(name, agency.id if agency else "").record if name else None
    same = found is not None and agency is not None and found.agency_id == agency.id
    if known := row.known(f"{name}, {agency.called if agency else ''}".rstrip(", "), found if same else None):
        return known
    person = Person(
        id=here.mint(),
        name=name,
        post=row.words(Part.POST),
        agency_id=agency.id if agency else None,
        level=row.choice(Part.LEVEL, {level.label: level for level in Level}),
        email=row.words(Part.EMAIL),
        note=words_of(told.get(Part.NOTE)),
    )
    seats = _seats(row, person)
    if name:
        row.twins(person)
    where = f", in {len(seats)} {'group' if len(seats) == 1 else 'groups'}" if seats else ""
    return row.made(f"{name}, {agency.called if agency else ''}{where}", person, *seats)


def _seats(row: _Row, person: Person) -> list[Membership]:
    codes, from_on = codes_of(row.told.get(Part.GROUP)), row.day(Part.FROM)
    if codes and from_on is None and not row.words(Part.FROM):
        row.refuse(Part.FROM, "", f"{Part.FROM.label} is missing", "Give the day, or leave the group out.")
    groups = [group for group in map(row.group, codes) if group]
    frame: dict[str, Any] = {"agency_id": person.agency_id, "person_id": person.id, "from_on": from_on}
    return [Membership(id=row.here.mint(), group_id=group.id, **frame) for group in groups]


def _promise(told: Told, here: Here, number: int) -> BroughtRow:
    row = _Row(told, here, number)
    text, group_name = words_of(told.get(Part.WHAT)), row.words(Part.GROUP, needed=True)
    row.words(Part.WHAT, needed=True)
    group = row.group(group_name) if group_name else None
    agency, made_on = row.agency(Part.AGENCY), row.day(Part.MADE, needed=True)
    due = row.day(Part.DUE)
    if group and text and (known := _known_promise(row, group, text, due)):
        return known
    if made_on and made_on > here.snapshot.today:
        row.refuse(Part.MADE, shown(made_on), "has not come yet", "Give the day on which it was promised.")
    who = row.words(Part.PERSON)
    meant = here.names.person(who, agency.id if agency else "", group.id if group else "") if who else None
    if meant and meant.record is None:
        row.warn(Part.PERSON, who, f"{meant.why}, and is kept in the words of the promise", meant.advice)
        text = f"{text} ({who})"
    promise = Commitment(
        id=here.mint(),
        group_id=group.id if group else None,
        text=text,
        agency_id=agency.id if agency else None,
        person_id=meant.record.id if meant and meant.record else None,
        to=row.words(Part.TO_WHOM),
        made_on=made_on,
        due=due,
        first_due=due,
        outcome_note=words_of(told.get(Part.NOTE)),
    )
    whose = f"{agency.called}: " if agency else ""
    when = f", due {shown(due)}" if due else ""
    return row.made(f"{group.called if group else group_name}: {whose}{shortened(text, 70)}{when}", promise)


def _known_promise(row: _Row, group: Group, text: str, due: date | None) -> BroughtRow | None:
    """The same words in the same group, due on the same day."""
    for promise in row.here.snapshot.of(Commitment, group_id=group.id):
        is_same = folded(promise.text) == folded(text) or folded(promise.text).startswith(f"{folded(text)} (")
        if is_same and due in (promise.due, promise.first_due):
            return BroughtRow(f"{group.called}: {shortened(text, 70)}: is here already", here=True)
    if earlier := row.here.earlier_row(row.number, group.id, text, shown(due)):
        return BroughtRow(f"{group.called}: {shortened(text, 70)}: row {earlier} has it already", here=True)
    return None


ROWS: dict[Thing, Callable[[Told, Here, int], BroughtRow]] = {
    Thing.GROUPS: _group,
    Thing.AGENCIES: _agency,
    Thing.PEOPLE: _person,
    Thing.PROMISES: _promise,
}
