"""Finding what somebody means by a name: whole or in part, macrons and case ignored."""

from typing import TypeVar

from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot

R = TypeVar("R", bound=Record)

_NAMED_BY = ("name", "short_name", "code", "te_reo_name", "post")
# Of what was typed, so much is said again.
_LONGEST_ECHO = 60


def find(snapshot: Snapshot, kind: type[R], text: str, group_id: str | None = None) -> R:
    """The one record that is called `text`: exactly, else by the beginning, else by a part of a name.

    `group_id` limits agencies and people to a group's. Raises Mistake that lists all that fit, or the nearest.
    """
    wanted = folded(text)
    records = [record for record in snapshot.of(kind) if _in_group(snapshot, record, group_id)]
    if known := next((record for record in records if record.id == text.strip()), None):
        return known
    names = {record.id: _names(record) for record in records}
    for fits in (lambda name: name == wanted, lambda name: name.startswith(wanted), lambda name: wanted in name):
        found = [record for record in records if wanted and any(fits(name) for name in names[record.id])]
        if len(found) == 1:
            return found[0]
        if found:
            choices = tuple(sorted(_told_apart(record, found) for record in found))
            raise Mistake(
                f"“{_shortened(text)}” fits {len(found)} {kind.nouns}: {'; '.join(choices)}. Say which.", choices
            )
    raise _nothing_fits(kind, text, records)


def _names(record: Record) -> list[str]:
    return [folded(value) for name in _NAMED_BY if (value := getattr(record, name, ""))]


def _told_apart(record: Record, others: list[R]) -> str:
    """The title, and where another has the same one the code or the post, else the id."""
    if sum(other.title == record.title for other in others) == 1:
        return record.title
    return f"{record.title} ({getattr(record, 'code', '') or getattr(record, 'post', '') or record.id})"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_ECHO else text[: _LONGEST_ECHO - 1] + "…"


def _in_group(snapshot: Snapshot, record: Record, group_id: str | None) -> bool:
    if group_id is None or not isinstance(record, (Agency, Person)):
        return True
    seats = snapshot.of(Membership, group_id=group_id)
    return any(record.id in (seat.agency_id, seat.person_id) for seat in seats)


def _nothing_fits(kind: type[Record], text: str, records: list[R]) -> Mistake:
    # Loaded only when something was mistyped.
    import difflib

    by_name = {name: record for record in records for name in _names(record)}
    near = difflib.get_close_matches(folded(text), by_name, n=5, cutoff=0.4)
    choices = tuple(dict.fromkeys(by_name[name].title for name in near))
    if not choices and kind is Group:
        choices = tuple(record.title for record in records[:10])
    hint = f" Nearest: {'; '.join(choices)}." if choices else f" There are {len(records)} {kind.nouns}."
    return Mistake(f"No {kind.noun} is called “{_shortened(text)}”.{hint}", choices)
