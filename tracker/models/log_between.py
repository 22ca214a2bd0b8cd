"""What must hold between the rows of one log: one holder of a ball a day, and one chair a meeting."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.models.folding import folded
from tracker.models.log_columns import LogColumn, LogKind
from tracker.models.log_entry import CellProblem
from tracker.models.log_line_reading import ReadLine
from tracker.models.log_meetings import LoggedMeeting


def one_holder(read: Sequence[ReadLine]) -> list[ReadLine]:
    """One agency holds a ball at a time: two rows of one day cannot pass it to two (§4.2)."""
    holders: dict[tuple[object, ...], tuple[int, str]] = {}
    checked = []
    for each in read:
        entry = each.entry
        if entry is None or entry.kind is not LogKind.BALL:
            checked.append(each)
            continue
        key = (entry.group.id, entry.on, folded(entry.text))
        code = entry.agency.code if entry.agency else ""
        row, first = holders.setdefault(key, (each.line.number, code))
        if first != code:
            why = f"cannot hold the ball as well, which row {row} gives to {first or 'nobody'}"
            checked.append(refused(each, LogColumn.OWNER_AGENCY, code, why, "Keep the last holder of that day."))
        else:
            checked.append(each)
    return checked


def one_chair(read: Sequence[ReadLine], meetings: Iterable[LoggedMeeting]) -> list[ReadLine]:
    """The rows of one meeting name one chair."""
    wrong: dict[str, tuple[str, str]] = {}
    for meeting in meetings:
        named = [(ref, entry.chair_named) for ref, entry in meeting.entries if entry.chair_named]
        wrong |= {ref: (name, named[0][1]) for ref, name in named if folded(name) != folded(named[0][1])}
    checked = []
    for each in read:
        if each.line.ref in wrong and not each.problems:
            name, first = wrong[each.line.ref]
            why = f"chaired here, and {first} in another row of the same meeting"
            checked.append(refused(each, LogColumn.CHAIRED_BY, name, why, "Name the same person in all its rows."))
        else:
            checked.append(each)
    return checked


def refused(each: ReadLine, column: LogColumn, value: str, why: str, advice: str) -> ReadLine:
    """The row with a problem more, said first."""
    return replace(each, problems=(CellProblem(column, value, why, advice), *each.problems))
