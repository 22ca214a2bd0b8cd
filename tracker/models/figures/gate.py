"""The gate that a page for others passes through: what is restricted to this office stays, and is counted (§8.2)."""

from collections.abc import Iterable
from typing import TypeVar

from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.records.person import Person
from tracker.models.records.record import Record, Sensitivity
from tracker.models.snapshot import Snapshot

R = TypeVar("R", bound=Record)


class Gate:
    """Lets through what may leave the office. What was said at a restricted meeting stays with it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._stays: set[str] = set()

    @property
    def stays(self) -> int:
        """How many entries were held back so far, each counted once."""
        return len(self._stays)

    def leaving(self, records: Iterable[R]) -> tuple[R, ...]:
        """Those of some records that may leave."""
        return tuple(record for record in records if self.lets(record))

    def lets(self, record: Record) -> bool:
        """Whether a record may leave; one that may not is counted."""
        meeting = self._snapshot.find(Meeting, getattr(record, "meeting_id", None))
        if is_restricted(record) or (meeting is not None and is_restricted(meeting)):
            self._stays.add(record.id)
            return False
        return True

    def agency(self, identity: str | None) -> str:
        """What an agency is called outside; "" where there is none."""
        return self._called(Agency, identity, "an agency that is not named here")

    def person(self, identity: str | None) -> str:
        """What a person is called outside; "" where there is none, or nothing about the person may leave."""
        return self._called(Person, identity, "")

    def _called(self, kind: type[Record], identity: str | None, withheld: str) -> str:
        found = self._snapshot.find(kind, identity)
        if found is None:
            return ""
        return self._snapshot.called(kind, identity) if self.lets(found) else withheld


def is_restricted(record: Record) -> bool:
    """Whether a record is for this office only."""
    return record.sensitivity is Sensitivity.RESTRICTED


def group_that_leaves(snapshot: Snapshot, group_id: str | None) -> Group:
    """The group. Raises KeyError if there is none, Mistake if it is restricted to this office."""
    group = snapshot.one(Group, group_id)
    if is_restricted(group):
        raise Mistake(
            f"{group.called} is restricted to this office, so no page about it can leave: change who may see it first."
        )
    return group
