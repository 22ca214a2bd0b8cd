"""Head office's answers as the office records them beside its returns."""

from collections.abc import Callable
from dataclasses import dataclass

from tracker.models.mistake import Mistake
from tracker.models.records import Receipt, Return
from tracker.models.snapshot import Snapshot
from tracker.reports.collation.answer import Answer


@dataclass(frozen=True)
class Recorded:
    """What an answer brings: new receipts, how many are here already, and how many are of returns not made here."""

    receipts: tuple[Receipt, ...]
    known: int
    strange: int

    @property
    def words(self) -> str:
        """Such as 2 answers recorded, 1 was here already."""
        count = len(self.receipts)
        parts = ["1 answer noted" if count == 1 else f"{count or 'No'} answers noted"]
        if self.known:
            parts.append(f"{self.known} {'was' if self.known == 1 else 'were'} here already")
        if self.strange:
            of = "is of a return" if self.strange == 1 else "are of returns"
            parts.append(f"{self.strange} {of} that this file does not know")
        return f"{', '.join(parts)}."


def recorded(snapshot: Snapshot, answer: Answer, mint: Callable[[], str]) -> Recorded:
    """What an answer says of this office's returns. Raises Mistake if it is another office's answer."""
    if answer.office_id.casefold() != snapshot.office.code.casefold():
        raise Mistake(
            f"This answer is for the office {answer.office_id}, and this one is {snapshot.office.code}: "
            "choose the answer that head office sent to this office."
        )
    receipts, known, strange = [], 0, 0
    for each in answer.returns:
        if snapshot.find(Return, each.return_id) is None:
            strange += 1
        elif any(
            (one.verdict, one.received_at, one.issues) == (each.verdict, each.received_at, each.issues)
            for one in snapshot.of(Receipt, return_id=each.return_id)
        ):
            known += 1
        else:
            receipts.append(each.receipt(mint))
    return Recorded(tuple(receipts), known, strange)
