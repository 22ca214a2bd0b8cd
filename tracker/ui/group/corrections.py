"""What a record said before it was corrected, in words: from the office's history."""

from collections.abc import Iterator, Mapping
from datetime import date

from tracker.models.dates import shown
from tracker.models.fields import Field, FieldType, fields_of
from tracker.models.records import Record
from tracker.store.office import Office

# A value as the history keeps it.
Kept = str | int | None

_LEADS = (FieldType.REFERENCE, FieldType.REFERENCES)


def corrections(office: Office, record: Record) -> tuple[str, ...]:
    """One line for each correction that holds, newest first: when, by whom, and what it said before."""
    found = []
    for change in office.history(record.id):
        if change.undone or change.before is None or change.after is None:
            continue
        by = f" by {change.by}" if change.by else ""
        told = "; ".join(said_before(type(record), change.before))
        found.append(f"Corrected {shown(change.at.date())}{by}: {told}")
    return tuple(found)


def said_before(kind: type[Record], before: Mapping[str, Kept]) -> Iterator[str]:
    """Stage was Frustration, why was “…”: one clause for each field that was changed."""
    for field in fields_of(kind):
        if field.name in before:
            yield f"{field.label.lower()} {_was(field, before[field.name])}"


def _was(field: Field, kept: Kept) -> str:
    """What a field said, as it was shown; what led to something else is no word."""
    if field.kept_as is FieldType.YES_NO:
        return "was ticked" if kept else "was not ticked"
    if kept in (None, "", "[]"):
        return "was not given"
    if field.kept_as in _LEADS:
        return "was another"
    if field.kept_as is FieldType.DAY:
        return f"was {shown(date.fromisoformat(str(kept)))}"
    if field.kept_as is FieldType.CHOICE and field.choices is not None:
        return f"was {field.choices(str(kept)).label}"
    return f"was “{' '.join(str(kept).split())}”"
