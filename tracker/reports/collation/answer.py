"""Head office's answer to one office: a small workbook, written beside the output and read back by the office."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.models.records import Receipt
from tracker.models.records.handing_in import Verdict
from tracker.reports.collation.giving_up import GivingUpIsAnError
from tracker.reports.collation.incoming_file import file_bytes, incoming_file
from tracker.reports.collation.register import FileVerdict, Registered
from tracker.reports.collation.register_sheets import moment
from tracker.reports.collation.sheet_parts import sheet_parts
from tracker.reports.file_name import safe_part
from tracker.reports.sheet import FIRST_ROW, HEADING_ROW, Column, Look, Sheet
from tracker.reports.sound_text import fitted
from tracker.reports.workbook import Book

ANSWER_SCHEMA = "nz.partnership-tracker.answer"
VERSION = "1.0"
_ANSWER, _ISSUES, _METADATA = "Answer", "Issues", "Metadata"
_RECEIVED = "Received at (UTC)"
_COLUMNS = (
    Column("Return", 44),
    Column("Period", 12),
    Column("Revision", 9, Look.NUMBER),
    Column("Verdict", 12),
    Column("What head office says", 80),
    Column("File", 38),
    Column("Received", 18, Look.MOMENT),
    Column("Return id", 38),
    Column("File SHA-256", 40),
    Column(_RECEIVED, 22),
)
_VERDICTS = {
    FileVerdict.ACCEPTED: Verdict.ACCEPTED,
    FileVerdict.QUERIED: Verdict.QUERIED,
    FileVerdict.REJECTED: Verdict.REJECTED,
    # An earlier revision was taken in its time.
    FileVerdict.REPLACED: Verdict.ACCEPTED,
}


@dataclass(frozen=True)
class Answered:
    """One return of an answer as the office reads it. `issues` are errors and queries, a sentence a line."""

    return_id: str
    called: str
    verdict: Verdict
    received_at: datetime
    file_sha256: str
    issues: str

    def receipt(self, mint: Callable[[], str]) -> Receipt:
        """The receipt that the office records beside its return."""
        return Receipt(
            id=mint(),
            return_id=self.return_id,
            received_at=self.received_at,
            file_sha256=self.file_sha256,
            verdict=self.verdict,
            issues=self.issues,
        )


@dataclass(frozen=True)
class Answer:
    """An answer that was read: to which office, made when, and what it says of each return."""

    office_id: str
    made_at: str
    returns: tuple[Answered, ...]


def answers(entries: Iterable[Registered], made_at: datetime) -> dict[str, Book]:
    """The answers by file name, one an office; files that do not say whose they are have none."""
    by_office: dict[str, list[Registered]] = {}
    for entry in entries:
        if entry.read.known and entry.verdict in _VERDICTS:
            by_office.setdefault(entry.read.office_id, []).append(entry)
    return {_file_name(office, by_office): _book(office, told, made_at) for office, told in sorted(by_office.items())}


def read_answer(path: Path) -> Answer:
    """Reads an answer. Raises Mistake, with what to do, if it is none or cannot be read."""
    from python_calamine import CalamineError, CalamineWorkbook

    file = incoming_file(path.name, file_bytes(path))
    parts = sheet_parts(file)
    if not {_ANSWER, _METADATA} <= parts.keys() or any(parts[name].far for name in (_ANSWER, _METADATA)):
        raise Mistake("This is no answer of head office: choose the workbook that it sent.")
    try:
        with GivingUpIsAnError(), CalamineWorkbook.from_path(path) as book:
            tables = {
                name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in (_ANSWER, _METADATA)
            }
    except (CalamineError, OSError, ValueError) as error:
        raise Mistake("The answer is damaged: ask head office to send it again.") from error
    said = {str(row[0]): str(row[1]) for row in tables[_METADATA][FIRST_ROW - 1 :] if len(row) > 1}
    if said.get("schema_id") != ANSWER_SCHEMA or said.get("schema_version") != VERSION:
        raise Mistake("This answer is of a shape that this program does not read: update the program.")
    rows = tables[_ANSWER]
    headings = [str(cell) for cell in rows[HEADING_ROW - 1]] if len(rows) >= HEADING_ROW else []
    returns = tuple(
        _answered(dict(zip(headings, row, strict=False)))
        for row in rows[FIRST_ROW - 1 :]
        if any(cell != "" for cell in row)
    )
    return Answer(said.get("office_id", ""), said.get("made_at", ""), returns)


def _answered(row: dict[str, object]) -> Answered:
    text = {heading: str(cell) for heading, cell in row.items()}
    try:
        verdict = next(each for each in Verdict if each.label == text["Verdict"])
        received_at = datetime.fromisoformat(text[_RECEIVED])
        return Answered(
            return_id=text["Return id"],
            called=text["Return"],
            verdict=verdict,
            received_at=received_at if received_at.tzinfo else received_at.replace(tzinfo=UTC),
            file_sha256=text["File SHA-256"],
            issues=text["What head office says"],
        )
    except (KeyError, ValueError, StopIteration) as error:
        raise Mistake(
            "A line of the answer was changed and cannot be read: ask head office to send it again."
        ) from error


def _file_name(office: str, offices: Iterable[str]) -> str:
    """By the office's code; codes that look the same in a file's name are told apart by a number."""
    alike = sorted(each for each in offices if safe_part(each).casefold() == safe_part(office).casefold())
    number = f"-{alike.index(office) + 1}" if len(alike) > 1 else ""
    return f"Answer_{safe_part(office) or 'X'}{number}.xlsx"


def _book(office: str, entries: list[Registered], made_at: datetime) -> Book:
    name = next((each.read.office for each in reversed(entries) if each.read.office), office)
    title = f"Partnership Tracker: answer of head office to {name}"
    sheets = (_answer_sheet(title, entries), _issues_sheet(entries), _metadata_sheet(office, made_at))
    return Book(title, f"Answer to {office}", made_at, tuple(map(fitted, sheets)))


def _answer_sheet(title: str, entries: list[Registered]) -> Sheet:
    return Sheet(
        name=_ANSWER,
        title=title,
        about="One row a return. Accepted: it is in the national figures. Queried: it is in them, and head office "
        "asks for the explanations named here. Rejected: it is not; put right what is named here and send a new "
        "revision. You can record this answer beside your returns.",
        columns=_COLUMNS,
        rows=tuple(
            (
                f"{each.read.kind_label}, {each.read.scope}" if each.read.scope else each.read.kind_label,
                each.read.period,
                each.read.revision,
                _VERDICTS[each.verdict].label,
                "\n".join((*each.reasons, *each.queries, *each.notes)) or "Nothing to put right.",
                each.read.file,
                moment(each.received_at),
                each.read.return_id,
                each.read.sha256,
                each.received_at,
            )
            for each in entries
        ),
    )


def _issues_sheet(entries: list[Registered]) -> Sheet:
    return Sheet(
        name=_ISSUES,
        title="Errors and queries, one a row",
        about="Errors stop a return from being counted. A query wants an explanation on the return's own sheet "
        "Checks, in its next revision. The same sentences stand on Answer.",
        columns=(Column("Return", 44), Column("Period", 12), Column("Kind", 9), Column("What to do", 90)),
        rows=tuple(
            (f"{each.read.kind_label}, {each.read.scope}", each.read.period, kind, sentence.removeprefix(f"{kind}: "))
            for each in entries
            for kind, sentences in (("Error", each.reasons if each.refused else ()), ("Query", each.queries))
            for sentence in sentences
        ),
    )


def _metadata_sheet(office: str, made_at: datetime) -> Sheet:
    return Sheet(
        name=_METADATA,
        title="Machine-readable metadata",
        about="What a program needs to know of this answer.",
        columns=(Column("Key", 24), Column("Value", 60)),
        rows=(
            ("schema_id", ANSWER_SCHEMA),
            ("schema_version", VERSION),
            ("office_id", office),
            ("made_at", made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
        ),
    )
