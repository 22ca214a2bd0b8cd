"""The sheets of the national workbook about the returns themselves: the register, what is missing, what to decide."""

from collections.abc import Iterable
from datetime import date, datetime

from tracker.reports.collation.conflict import CHOICES, Action, Conflict
from tracker.reports.collation.register import Registered
from tracker.reports.collation.reporting import Missing
from tracker.reports.sheet import Cell, Column, Look, Sheet

ACTION, DECIDED_BY, DECIDED_ON, KEY = "Action", "Decided by", "Date", "Key"
CONFLICTS = "Conflicts"


def register_sheet(entries: Iterable[Registered]) -> Sheet:
    """One row a file, those that could not be read among them."""
    return Sheet(
        name="Returns_register",
        title="Returns received",
        about="One row a file. Accepted and queried returns are counted; rejected, replaced and repeated ones are "
        "not, and “What is said” tells why. A queried return is counted while its office explains. Blank cells: the "
        "file could not be read so far.",
        columns=(
            Column("Return id", 20),
            Column("Kind", 6),
            Column("Of", 30),
            Column("Office", 9),
            Column("Region", 14),
            Column("Period", 11),
            Column("Revision", 9, Look.NUMBER),
            Column("State", 12),
            Column("Generated at", 18, Look.MOMENT),
            Column("Received at", 18, Look.MOMENT),
            Column("Checksum OK", 11),
            Column("Rows", 7, Look.NUMBER),
            Column("Errors", 7, Look.NUMBER),
            Column("Queries", 8, Look.NUMBER),
            Column("Verdict", 11),
            Column("Supersedes", 20),
            Column("File", 34),
            Column("What is said", 70),
        ),
        rows=tuple(map(_register_row, entries)),
        working=True,
    )


def missing_sheet(missing: Iterable[Missing], *, listed: bool) -> Sheet:
    """What was expected and is not accepted, the latest first."""
    about = (
        "From the list of expected returns. A return that came and was rejected is still missing. Days late are "
        "counted from the day it was due; blank before that day, or where no day is given."
        if listed
        else "No list of expected returns was given, so every office is known and none is missing."
    )
    order = sorted(missing, key=lambda each: (-(each.days_late or -1), each.expected.region, each.expected.office))
    return Sheet(
        name="Missing",
        title="Returns expected and not received",
        about=about,
        columns=(
            Column("Office", 34),
            Column("Kind", 8),
            Column("Period", 12),
            Column("Due", 13, Look.DAY),
            Column("Days late", 10, Look.NUMBER),
            Column("Contact", 40),
            Column("Region", 20),
            Column("Office id", 10),
        ),
        rows=tuple(_missing_row(each) for each in order),
        working=True,
    )


def conflicts_sheet(conflicts: Iterable[Conflict]) -> Sheet:
    """The decision list; what is typed here is read back by the next collation."""
    return Sheet(
        name=CONFLICTS,
        title="Differences to resolve",
        about="Choose an action and type who decided; save this workbook, close it, and collate again with the same "
        "output. Until then the result (or file, or line) is left out of the totals and counted on Notes. A and B are "
        "the two returns; “Possible” lists what can be chosen.",
        columns=(
            Column("Type", 15),
            Column("About", 34),
            Column("Result id", 20),
            Column("Return A", 20),
            Column("Return B", 20),
            Column("Value A", 24),
            Column("Value B", 24),
            Column(ACTION, 12, fill_in=True, choices=tuple(each.label for each in Action)),
            Column(DECIDED_BY, 20, fill_in=True),
            Column(DECIDED_ON, 13, Look.DAY, fill_in=True),
            Column("A is", 34),
            Column("B is", 34),
            Column("Possible", 24),
            Column(KEY, 14),
        ),
        rows=tuple(map(_conflict_row, conflicts)),
        working=True,
    )


def moment(at: str) -> datetime | None:
    """A kept time as it stands on the wall of this office, for a cell; None if it is none."""
    try:
        return datetime.fromisoformat(at).astimezone().replace(tzinfo=None, microsecond=0)
    except ValueError:
        return None


def _register_row(entry: Registered) -> tuple[Cell, ...]:
    read = entry.read
    checksum = {True: "Yes", False: "No", None: None}[read.checksum_ok]
    return (
        read.return_id or None,
        read.kind or None,
        read.scope or None,
        read.office_id or None,
        read.region or None,
        read.period or None,
        read.revision or None,
        read.state.capitalize() or None,
        moment(read.made_at),
        moment(entry.received_at),
        checksum,
        read.raw_rows if read.checksum_ok is not None else None,
        len(entry.reasons) if entry.refused else 0,
        len(entry.queries),
        entry.verdict.label,
        read.supersedes or None,
        read.file,
        "\n".join((*entry.reasons, *entry.queries, *entry.notes)) or None,
    )


def _missing_row(each: Missing) -> tuple[Cell, ...]:
    told = each.expected
    return (
        told.office,
        told.kind,
        told.period,
        told.due,
        each.days_late,
        told.contact or None,
        told.region or None,
        told.office_id,
    )


def _conflict_row(each: Conflict) -> tuple[Cell, ...]:
    decision = each.decision
    return (
        each.type.label,
        each.about,
        each.result_id or None,
        each.return_a or None,
        each.return_b or None,
        each.value_a or None,
        each.value_b or None,
        decision.action.label if decision else None,
        decision.decided_by if decision else None,
        _decided_on(decision.on) if decision else None,
        each.named_a or None,
        each.named_b or None,
        ", ".join(action.label for action in CHOICES[each.type]),
        each.key,
    )


def _decided_on(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
