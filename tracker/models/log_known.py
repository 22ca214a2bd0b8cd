"""What became of a log's rows when it was read before."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from tracker.models.records import KIND_BY_TABLE
from tracker.models.records.accountability import Mapping
from tracker.models.records.ball import Handover
from tracker.models.records.commitment import Commitment
from tracker.models.records.logged_row import LoggedRow
from tracker.models.records.meeting import Decision, Note
from tracker.models.records.record import Record
from tracker.models.records.result import Evidence, Result
from tracker.models.records.review import Lesson
from tracker.models.records.risk import Risk
from tracker.models.snapshot import Snapshot

R = TypeVar("R", bound=Record)
# What a log that the program made of a meeting is known by, before the id of the meeting.
OF_A_MEETING = "meeting-"
_SAID: tuple[type[Record], ...] = (Decision, Commitment, Result, Lesson, Risk, Handover, Note)


class KnownRows:
    """The rows of one log by their references, and the records that they became and that are still there."""

    def __init__(self, snapshot: Snapshot, template_id: str, *, of_a_meeting: bool = False) -> None:
        self._snapshot = snapshot
        self._template_id = template_id
        # The program names each row by what it was made from, and that may be here already.
        self._by_id = of_a_meeting
        self._rows: dict[str, list[LoggedRow]] = {}
        for row in snapshot.of(LoggedRow, template_id=template_id):
            self._rows.setdefault(row.row_ref, []).append(row)

    @property
    def refs(self) -> tuple[str, ...]:
        """All references that were read before."""
        return tuple(self._rows)

    def rows(self, ref: str) -> tuple[LoggedRow, ...]:
        """What is noted of a row; empty if it was never read."""
        return tuple(self._rows.get(ref, ()))

    def records(self, ref: str) -> tuple[Record, ...]:
        """What a row became, as it stands now; what was removed here since is not among it."""
        found = (self.record(row) for row in self._rows.get(ref, ()))
        known = tuple(record for record in found if record is not None)
        return known if known or not self._by_id or ref in self._rows else self._own(ref)

    def record(self, row: LoggedRow) -> Record | None:
        """What a row became; None if it was removed here since."""
        kind = KIND_BY_TABLE.get(row.kept_in)
        return self._snapshot.find(kind, row.record_id) if kind else None

    def named(self, meeting_id: str) -> bool:
        """Whether the log was made of the meeting with that id."""
        return self._template_id == f"{OF_A_MEETING}{meeting_id}"

    def unchanged(self, ref: str, content: str) -> bool:
        """Whether the row was read before just as it is now."""
        rows = self._rows.get(ref, [])
        return bool(rows) and all(row.content == content for row in rows)

    def noted(
        self, ref: str, content: str, became: Iterable[Record], mint: Callable[[], str], before: str = ""
    ) -> tuple[list[LoggedRow], list[LoggedRow]]:
        """The notes to keep of what a row became, and those to remove. `before` is the reference it had, if another."""
        old = {row.record_id: row for row in self._rows.get(before or ref, ())}
        saves = []
        for record in became:
            known = old.pop(record.id, None)
            told: dict[str, Any] = {"row_ref": ref, "kept_in": record.table, "content": content}
            if known is None:
                saves.append(LoggedRow(id=mint(), template_id=self._template_id, record_id=record.id, **told))
            elif (changed := replace(known, **told)) != known:
                saves.append(changed)
        return saves, list(old.values())

    def _own(self, identity: str) -> tuple[Record, ...]:
        """What has that very id here, as in a copy of the same file."""
        found = next((record for kind in _SAID if (record := self._snapshot.find(kind, identity))), None)
        if not isinstance(found, Result):
            return (found,) if found else ()
        claims = self._snapshot.of(Mapping, result_id=found.id)
        return (found, *claims, *self._snapshot.of(Evidence, result_id=found.id)[:1])


def of_kind(records: Iterable[Record], kind: type[R]) -> R | None:
    """The first of some records that is of a kind; None if there is none."""
    return next((record for record in records if isinstance(record, kind)), None)
