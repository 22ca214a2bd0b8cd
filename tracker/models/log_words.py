"""What the rows of a log become, in words for who decides whether to bring them in."""

from datetime import date
from decimal import Decimal
from typing import Any

from tracker.models.dates import shown
from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.log_columns import LogKind
from tracker.models.log_entry import LogEntry
from tracker.models.records import KIND_BY_NAME
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot

_SHORT, _LONG = 60, 120
_NAMES_AGENCY = (LogKind.COMMITMENT, LogKind.RISK, LogKind.BALL, LogKind.CONTRIBUTION, LogKind.APOLOGY)


def entry_words(entry: LogEntry) -> str:
    """A row in one line: "Commitment, 12 Jun 2008, ICM: Police: bring the list, due 27 Jun 2008"."""
    whose = f"{entry.agency.called}: " if entry.agency and entry.kind in _NAMES_AGENCY else ""
    due = f", due {shown(entry.due)}" if entry.due and entry.kind is LogKind.COMMITMENT else ""
    return f"{entry.kind.label}, {shown(entry.on)}, {entry.group.called}: {whose}{shortened(entry.text, _LONG)}{due}"


def changes_words(snapshot: Snapshot, before: Record, after: Record) -> tuple[str, ...]:
    """Which fields differ: "Due: 27 Jun 2008, now 4 Jul 2008"."""
    told = []
    for part in fields_of(type(after)):
        old, new = getattr(before, part.name), getattr(after, part.name)
        if old != new and part.name not in ("revision", "first_due"):
            was, now = value_words(snapshot, part, old), value_words(snapshot, part, new)
            told.append(f"{part.label}: {was or 'empty'}, now {now or 'empty'}")
    return tuple(told)


def value_words(snapshot: Snapshot, part: Field, value: Any) -> str:
    """A field's value as people read it."""
    if value in (None, "", ()):
        return ""
    if part.kept_as is FieldType.REFERENCE:
        return snapshot.called(KIND_BY_NAME[part.refers_to], value) or "one of this file"
    if part.kept_as is FieldType.REFERENCES:
        return ", ".join(filter(None, (snapshot.called(KIND_BY_NAME[part.refers_to], each) for each in value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return shown(value)
    if isinstance(value, tuple):
        return ", ".join(getattr(each, "label", str(each)) for each in value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return shortened(str(getattr(value, "label", value)), _SHORT)


def shortened(text: str, longest: int) -> str:
    """One line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
