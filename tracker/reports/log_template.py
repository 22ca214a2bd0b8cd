"""The log for staff without the program (PT-T1): a form with the office's own groups, agencies and people."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker.models.figures.gate import Gate, is_restricted
from tracker.models.folding import folded
from tracker.models.log_columns import BETTER_OFF, SENSITIVITIES, UNITS, LogColumn, LogKind, PromiseState
from tracker.models.log_sheet import LogFacts
from tracker.models.mistake import Mistake
from tracker.models.records.accountability import STRENGTH_WORDS
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.handing_in import Departure
from tracker.models.records.meeting import Feeling
from tracker.models.records.membership import Membership
from tracker.models.records.person import Person
from tracker.models.records.risk import RiskLevel
from tracker.models.snapshot import Snapshot
from tracker.reports.file_name import safe_part
from tracker.reports.log_parts import ROWS
from tracker.reports.log_workbook import LogBook, log_bytes
from tracker.reports.saving import save_whole
from tracker.reports.sound_text import sound

# A line of the register holds no more.
_LONGEST = 280


@dataclass(frozen=True)
class PreparedLog:
    """A log before it is written. `what` is for the register of what left, `rows` how many entries leave with it."""

    book: LogBook
    what: str
    file_name: str
    rows: int
    stays: int = 0


def prepare_template(snapshot: Snapshot, template_id: str, made_at: datetime) -> PreparedLog:
    """An empty log with the lists of the open groups, their agencies and people; `made_at` is a time with its zone.

    What is restricted to the office is on no list. Raises Mistake if there is no group to log for.
    """
    gate = Gate(snapshot)
    groups = [group for group in snapshot.of(Group) if group.open_on(snapshot.today) and gate.lets(group)]
    if not groups:
        raise Mistake("There is no group yet for which anything could be logged: add one first.")
    office = snapshot.office
    facts = facts_of(snapshot, template_id, made_at, groups)
    lists, codes = lists_of(snapshot, groups, gate)
    title = f"Log for {sound(office.name)}"
    book = LogBook(facts, title, made_at, lists, codes)
    file_name = f"PT-T1_{safe_part(office.code) or 'office'}_{snapshot.today.isoformat()}.xlsx"
    return PreparedLog(book, f"Log form, {office.name}", file_name, ROWS, gate.stays)


def write_log(prepared: PreparedLog, path: Path) -> str:
    """Puts the log in its place, whole; returns the SHA-256 of the file. Raises Mistake if it cannot be written."""
    content = log_bytes(prepared.book)

    def look(beside: Path) -> None:
        if beside.read_bytes() != content:
            raise Mistake("The log did not reach the disk whole: save it again, or in another folder.")

    return save_whole(path, content, look)


def departure_of(
    prepared: PreparedLog, path: Path, file_sha256: str, identity: str, to_whom: str, purpose: str
) -> Departure:
    """The entry for the register of what left."""
    what = prepared.what if len(prepared.what) <= _LONGEST else prepared.what[: _LONGEST - 1] + "…"
    return Departure(
        id=identity,
        at=prepared.book.created,
        what=what,
        to_whom=to_whom.strip(),
        purpose=purpose.strip(),
        rows=prepared.rows,
        file_name=path.name,
        file_sha256=file_sha256,
    )


def content_sha256(content: bytes) -> str:
    """The checksum of a file's bytes, as the register keeps it."""
    return hashlib.sha256(content).hexdigest()


def facts_of(snapshot: Snapshot, template_id: str, made_at: datetime, groups: Iterable[Group]) -> LogFacts:
    """What a log is known by. The office is known by its short code, as in its returns."""
    office = snapshot.office
    codes = tuple(group.code for group in groups)
    return LogFacts(template_id, office.code, sound(office.name), made_at.isoformat(), group_codes=codes)


def lists_of(
    snapshot: Snapshot, groups: Iterable[Group], gate: Gate
) -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str, str], ...]]:
    """The words to choose from, by the name of their list, and what each code stands for."""
    groups = sorted(groups, key=lambda group: folded(group.code))
    group_ids = {group.id for group in groups}
    seats = [seat for seat in snapshot.of(Membership) if seat.group_id in group_ids]
    seats = [seat for seat in seats if seat.active_on(snapshot.today) and not is_restricted(seat)]
    agency_ids, person_ids = ({seat.agency_id for seat in seats}, {seat.person_id for seat in seats})
    agencies = [agency for agency in snapshot.of(Agency) if agency.id in agency_ids and gate.lets(agency)]
    people = [person for person in snapshot.of(Person) if person.id in person_ids and gate.lets(person)]
    group_codes, agency_codes = code_of(groups), code_of(agencies)
    codes = [(group_codes(group), sound(group.name), "group") for group in groups]
    named = sorted(agencies, key=lambda agency: folded(agency.code))
    codes += [(agency_codes(agency), sound(agency.name), "agency") for agency in named]
    lists = {
        "group": tuple(group_codes(group) for group in groups),
        "agency": tuple(agency_codes(agency) for agency in named),
        "member": tuple(sorted({sound(person.name) for person in people}, key=folded)),
        "kind": tuple(kind.value for kind in LogKind),
        "state": tuple(state.value for state in PromiseState),
        "unit": UNITS,
        "better_off": tuple(BETTER_OFF),
        "strength": tuple(f"{number} {words}" for number, words in enumerate(STRENGTH_WORDS)),
        "sensitivity": tuple(SENSITIVITIES),
    }
    return lists, tuple(codes)


def code_of(records: Iterable[Group | Agency]) -> Callable[[Group | Agency], str]:
    """What names a group or an agency in a log: its code, or where two share one its whole name."""
    often = Counter(folded(record.code) for record in records)

    def called(record: Group | Agency) -> str:
        return sound(record.code if often[folded(record.code)] == 1 and ";" not in record.code else record.name)

    return called


EXTRA_LISTS = {
    LogColumn.RISK_LEVEL: tuple(level.label.casefold() for level in RiskLevel),
    LogColumn.FELT: tuple(felt.label.casefold() for felt in Feeling),
}
