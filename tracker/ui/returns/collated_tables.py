"""The tables of a collation: the files with what was said of each, and the differences to decide."""

from tracker.reports.collation.conflict import Conflict
from tracker.reports.collation.register import FileVerdict, Registered
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.table import Column

# What is to be done about comes first.
_ORDER = (
    FileVerdict.REJECTED,
    FileVerdict.QUERIED,
    FileVerdict.ACCEPTED,
    FileVerdict.REPLACED,
    FileVerdict.REPEATED,
)
_TONES = {FileVerdict.REJECTED: "danger", FileVerdict.QUERIED: "warning", FileVerdict.ACCEPTED: "good"}


def files_table() -> HeadedTable:
    """The register, still empty; its rows are `Registered`."""
    return HeadedTable(_FILES, lambda entry: f"{entry.read.sha256} {entry.read.file}", lambda name, rows: name)


def conflicts_table() -> HeadedTable:
    """The differences, still empty; their rows are `Conflict`, with what was decided."""
    return HeadedTable(_CONFLICTS, lambda conflict: conflict.key, lambda name, rows: name)


def in_order(entries: tuple[Registered, ...]) -> list[Registered]:
    """The files that something is to be done about first."""
    return sorted(entries, key=lambda entry: (_ORDER.index(entry.verdict), entry.read.file))


def _called(entry: Registered) -> str:
    return entry.read.called if entry.read.known else entry.read.file


def said_of(entry: Registered) -> str:
    """What its office is told of a file, in sentences."""
    return entry.reason or "Nothing to put right."


def _side(named: str, value: str) -> str:
    return f"{named}: {value}" if named and value else named or value


def _decided(conflict: Conflict) -> str:
    if conflict.action is None or conflict.decision is None:
        return "Open"
    return f"{conflict.action.label}, {conflict.decision.decided_by}"


_FILES = (
    Column("Return", _called, width=260, least=170, share=2, bold=True, tip=lambda entry: entry.read.file),
    Column("Office", lambda entry: entry.read.office or entry.read.office_id, width=130, least=110, share=1, drop=1),
    Column(
        "Verdict",
        lambda entry: _ORDER.index(entry.verdict),
        lambda entry: entry.verdict.label,
        width=90,
        least=86,
        tone=lambda entry: _TONES.get(entry.verdict, ""),
    ),
    Column("What is said of it", said_of, width=300, least=200, share=4, tip=said_of),
)
_CONFLICTS = (
    Column("Difference", lambda conflict: conflict.type.label, width=130, least=120, bold=True),
    Column("About", lambda conflict: conflict.about, width=220, least=140, share=2, tip=lambda each: each.about),
    Column("A", lambda conflict: _side(conflict.named_a, conflict.value_a), width=180, least=130, share=2),
    Column("B", lambda conflict: _side(conflict.named_b, conflict.value_b), width=180, least=130, share=2),
    Column(
        "Decided",
        _decided,
        width=140,
        least=110,
        share=1,
        tone=lambda conflict: "warning" if conflict.action is None else "good",
    ),
)
