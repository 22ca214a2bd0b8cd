"""What is here while a list is brought in: the office's own, and what the rows so far would bring."""

from collections.abc import Callable

from tracker.models.codes import code_for
from tracker.models.folding import folded
from tracker.models.named_in_file import NamesInFile
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot


class Here:
    """What is here, and what the rows before this one would bring in."""

    def __init__(self, snapshot: Snapshot, mint: Callable[[], str]) -> None:
        self.snapshot = snapshot
        self.mint = mint
        self.names = NamesInFile(snapshot)
        self.saves: list[Record] = []
        self._rows: dict[tuple[str, ...], int] = {}
        self._codes: dict[type[Record], dict[str, str]] = {
            Agency: {folded(each.code): each.name for each in snapshot.of(Agency)},
            Group: {folded(each.code): each.name for each in snapshot.of(Group)},
        }

    def earlier_row(self, number: int, *key: str) -> int:
        """The row of the table that has the same already, 0 if there is none."""
        first = self._rows.setdefault(tuple(map(folded, key)), number)
        return 0 if first == number else first

    def holder_of(self, kind: type[Record], code: str) -> str:
        """What has a code already, "" if it is free."""
        return self._codes[kind].get(folded(code), "")

    def free_code(self, kind: type[Record], name: str) -> str:
        """A code made from the name that nothing has yet."""
        made = code_for(name)
        tries = (made, *(f"{made}{number}" for number in range(2, 10_000)))
        return next(code for code in tries if not self.holder_of(kind, code))

    def keep(self, *records: Record) -> None:
        """Takes what a row brings in; later rows may name it."""
        for record in records:
            self.saves.append(record)
            if isinstance(record, (Agency, Group)):
                self._codes[type(record)][folded(record.code)] = record.name
                self.names.add(record)
            elif isinstance(record, Person):
                self.names.add(record)
