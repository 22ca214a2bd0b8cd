"""The sample office, read from the text in resources/sample into plain records.

`office.toml` has what the groups share; each further file is one group. A table is named as in `tracker list`, its
keys are the records' own field names, without the `_id` of a reference: `agency = "EDU"` names an agency by its code,
anything else is named by the `key` of its entry. An entry nested in another (`[[meetings.commitments]]`) leads to it.
"""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.mistake import Mistake
from tracker.models.records import KIND_BY_TABLE, Agency, Attendance, Group, Line, Person, Record, Return
from tracker.models.records.meeting import Presence

Entry = dict[str, Any]

# Short ways to write who came to a meeting; each gives an attendance per name.
_PRESENCES = {"present": Presence.PRESENT, "apologies": Presence.APOLOGY, "absent": Presence.ABSENT}
_DATED_LIKE_MEETING = ("on", "made_on", "opened_on", "agreed_on")


@dataclass
class _Reading:
    """Where the reading of one folder stands: entries in order, and the ids that keys and codes were given."""

    mint: Callable[[], str]
    entries: list[tuple[type[Record], Entry, str]] = field(default_factory=list)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    minted: set[str] = field(default_factory=set)
    agency_codes: dict[str, str] = field(default_factory=dict)


def read_sample(folder: Path, mint: Callable[[], str]) -> list[Record]:
    """All records of the sample, parents before what leads to them.

    Raises Mistake, naming file and entry, if the text does not give sound records.
    """
    reading = _Reading(mint)
    paths = [folder / "office.toml", *sorted(path for path in folder.glob("*.toml") if path.name != "office.toml")]
    for path in paths:
        _collect(reading, path)
    order = {kind: place for place, kind in enumerate(KIND_BY_TABLE.values())}
    records = [_record(reading, kind, entry, where) for kind, entry, where in reading.entries]
    return sorted(records, key=lambda record: order[type(record)])


def _collect(reading: _Reading, path: Path) -> None:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise Mistake(f"{path.name} cannot be read: {error}") from error
    group: Entry = {}
    if "group" in document:
        document["groups"] = [document.pop("group")]
        group = {"group_id": document["groups"][0].setdefault("id", reading.mint())}
        reading.minted.add(group["group_id"])
    for table, entries in document.items():
        for entry in entries:
            _collect_entry(reading, _kind(table, path.name), entry, group, path.stem)


def _kind(table: str, where: str) -> type[Record]:
    if table not in KIND_BY_TABLE:
        raise Mistake(f"{where} has {table!r}, which is nothing that an office keeps.")
    return KIND_BY_TABLE[table]


def _collect_entry(reading: _Reading, kind: type[Record], entry: Entry, inherited: Entry, where: str) -> None:
    names = {part.name for part in fields_of(kind)}
    entry = {**{name: value for name, value in inherited.items() if name in names}, **entry}
    reading.minted.add(entry.setdefault("id", reading.mint()))
    if kind is Return:
        entry.setdefault("scope_id", inherited.get("group_id", ""))
    where = f"{where}, {kind.noun} {entry.get('key') or entry.get('name') or entry.get('text', '')!r}"
    # A kind may keep a key of its own; then no other entry leads to it by that.
    handle = None if "key" in names else entry.pop("key", None)
    for key in (handle, entry.get("code") if kind in (Agency, Group, Line) else None):
        if key is not None:
            _remember(reading, kind, str(key), entry["id"], where)
    if kind is Person:
        reading.agency_codes[entry["id"]] = entry.get("agency", "")
    children = {name: entry.pop(name) for name in list(entry) if name not in names and name in KIND_BY_TABLE}
    attendances = _attendances(entry) if kind.table == "meetings" else []
    reading.entries.append((kind, entry, where))
    passed_on = {**inherited, **_leading_to(kind, entry)}
    for attendance in attendances:
        _collect_entry(reading, Attendance, attendance, passed_on, where)
    for table, child_entries in children.items():
        for child in child_entries:
            _collect_entry(reading, KIND_BY_TABLE[table], child, passed_on, where)


def _remember(reading: _Reading, kind: type[Record], key: str, identity: str, where: str) -> None:
    if (kind.__name__, key) in reading.ids:
        raise Mistake(f"{where}: the key {key!r} is used twice.")
    reading.ids[kind.__name__, key] = identity


def _leading_to(kind: type[Record], entry: Entry) -> Entry:
    """What an entry passes on to those nested in it: the way back, and for a meeting its date."""
    singular = {
        "SharedOutcome": "outcome_id",
        "StageJudgement": "stage_id",
    }.get(kind.__name__, f"{kind.__name__.lower()}_id")
    passed: Entry = {singular: entry["id"]}
    if kind.table == "meetings":
        passed |= dict.fromkeys(_DATED_LIKE_MEETING, entry.get("on"))
    if "provenance" in entry:
        passed["provenance"] = entry["provenance"]
    return passed


def _attendances(entry: Entry) -> list[Entry]:
    found = [
        {"person": person, "presence": presence.value}
        for name, presence in _PRESENCES.items()
        for person in entry.pop(name, [])
    ]
    return found + [{"presence": Presence.SENT_SOMEBODY.value, **sent} for sent in entry.pop("sent", [])]


def _record(reading: _Reading, kind: type[Record], entry: Entry, where: str) -> Record:
    entry = dict(entry)
    values: Entry = {"id": entry.pop("id")}
    for part in fields_of(kind):
        short = part.name.removesuffix("_ids").removesuffix("_id")
        given = entry.pop(part.name, entry.pop(short, entry.pop(f"{short}s", None)))
        if given is not None:
            values[part.name] = _value(reading, part, given, where)
    if entry:
        raise Mistake(f"{where} has {', '.join(sorted(entry))}, which a {kind.noun} does not have.")
    if kind is Attendance and "agency_id" not in values:
        values["agency_id"] = reading.ids["Agency", reading.agency_codes[values["person_id"]]]
    if kind.table == "commitments":
        values.setdefault("first_due", values.get("due"))
    record = kind(**values)
    if problems := record.problems():
        raise Mistake(f"{where}: {problems[0]}")
    return record


def _value(reading: _Reading, part: Field, given: Any, where: str) -> Any:
    match part.kept_as:
        case FieldType.REFERENCE:
            return _identity(reading, part, given, where)
        case FieldType.REFERENCES:
            return tuple(_identity(reading, part, name, where) for name in given)
        case FieldType.DECIMAL:
            return Decimal(str(given))
        case FieldType.CHOICE:
            return _choice(part, given, where)
        case FieldType.CHOICES:
            return tuple(sorted((_choice(part, word, where) for word in given), key=lambda member: member.rank))
        case FieldType.SCORES:
            return tuple(_scores(reading, part, given, where))
        case FieldType.MOMENT:
            return given if isinstance(given, datetime) else datetime.combine(given, datetime.min.time(), UTC)
        case FieldType.DAY if not isinstance(given, date):
            raise Mistake(f"{where}: {part.name} must be a date such as 2008-06-12.")
        case _:
            return given.strip() if isinstance(given, str) else given


def _identity(reading: _Reading, part: Field, name: str, where: str) -> str:
    if name in reading.minted:
        return name
    known = reading.ids.get((part.refers_to, str(name)))
    if known is not None:
        return known
    raise Mistake(f"{where}: {part.name} names {name!r}, which is not there.")


def _choice(part: Field, given: str, where: str) -> Any:
    assert part.choices is not None
    try:
        return part.choices(given)
    except ValueError as error:
        words = ", ".join(member.value for member in part.choices)
        raise Mistake(f"{where}: {part.name} is {given!r}; it is one of {words}.") from error


def _scores(reading: _Reading, part: Field, given: Entry, where: str) -> Iterator[tuple[str, int | None]]:
    for key, score in given.items():
        name = _identity(reading, part, key, where) if part.refers_to else key
        yield name, None if score == "?" else score
