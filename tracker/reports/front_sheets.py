"""The sheets that every return begins and ends with: Cover, Contents, Notes, Checks, Sign_off and Metadata."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from tracker.models.dates import shown
from tracker.models.period import Period
from tracker.models.records import Return, SignOff
from tracker.models.records.handing_in import Assurance, ReturnKind, ReturnState, SignOffRole
from tracker.models.records.record import Sensitivity
from tracker.reports.checksum import ALGORITHM
from tracker.reports.finding import Finding, Severity
from tracker.reports.rules import ATTRIBUTION, NOTES, RULES_VERSION, SCHEMA_VERSION, STATEMENTS
from tracker.reports.sheet import CHART_DATA, CHARTS, Cell, Column, Formula, Link, Look, Sheet

READY = "Ready to sign"
NOT_READY = "Not ready: put the errors right and explain the queries"
EXPLANATION = "Explanation (fill in)"


@dataclass(frozen=True)
class Heading:
    """What a return says of itself on its first sheet and in its metadata."""

    kind: ReturnKind
    schema: str
    return_id: str
    scope_type: str
    scope_id: str
    scope: str
    place: str
    period: Period
    revision: int
    state: ReturnState
    made_at: datetime
    app_version: str
    office: str
    office_code: str
    region: str
    contact: str
    sensitivity: Sensitivity
    supersedes: Return | None = None
    vintages: tuple[str, ...] = ()
    framework_sums: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title of the whole workbook."""
        return f"Partnership Tracker: {self.kind.label}, {self.scope}, {self.period.label}"


def cover_sheet(heading: Heading, checks: Sheet, found: Sequence[Finding], about: str) -> Sheet:
    """What this is, from whom, and whether it is ready to be signed."""
    severity, explanation = checks.span("Severity"), checks.span(EXPLANATION)
    errors = sum(each.severity is Severity.ERROR for each in found)
    queries = sum(each.severity is Severity.QUERY and each.open for each in found)
    blank = f'COUNTIFS({severity},"query",{explanation},"=")'
    ready = f'=IF(AND(COUNTIFS({severity},"error")=0,{blank}=0),"{READY}","{NOT_READY}")'
    told: list[tuple[str, Cell]] = [
        ("What this is", about),
        ("Of", heading.scope if heading.place in heading.scope else f"{heading.scope}, {heading.place}"),
        ("Period", f"{heading.period.label}: {shown(heading.period.first_day)} to {shown(heading.period.last_day)}"),
        ("From the office", "; ".join(filter(None, (heading.office, heading.office_code, heading.region)))),
        ("Contact", heading.contact),
        ("State", heading.state.label),
        ("Revision", heading.revision),
        ("Made on", heading.made_at.astimezone().date()),
        ("Sensitivity", heading.sensitivity.label),
        ("Errors", Formula(f'=COUNTIFS({severity},"error")', errors)),
        ("Queries without an explanation", Formula(f"={blank}", queries)),
        ("Ready to sign?", Formula(ready, NOT_READY if errors or queries else READY)),
        *NOTES_ON_THE_COVER,
        ("Sign-off", "Who stands behind this return, and how it was checked, is on the sheet Sign_off."),
        ("Attribution", ATTRIBUTION),
    ]
    return Sheet(
        name="Cover",
        title=heading.title,
        about="Head office never edits this file: what is wrong is put right in the office and sent as a new revision.",
        columns=(Column("About this return", 34), Column("Answer", 96)),
        rows=tuple(told),
    )


NOTES_ON_THE_COVER: tuple[tuple[str, Cell], ...] = (
    (
        "Contributed to",
        "The whole value of each result that an agency had a part in. It does not add up over agencies.",
    ),
    ("Apportioned", "The share of the value that the group agreed for an agency. It adds up; blank means none agreed."),
    (
        "Counted once",
        "Each result once, whoever had a part in it. This is the figure to use for a region or the country.",
    ),
)


def contents_sheet(sheets: Iterable[Sheet], charts: int, charts_before: str = CHART_DATA) -> Sheet:
    """Every sheet but this one, with its title, its rows and a link; the charts stand before the one so named."""
    listed: list[tuple[str, str, int]] = []
    for sheet in sheets:
        if sheet.name == charts_before and charts:
            listed.append((CHARTS, CHARTS, charts))
        listed.append((sheet.name, sheet.title, len(sheet.rows)))
    return Sheet(
        name="Contents",
        title="Contents",
        about="One line a sheet, in the order of the workbook. For the sheet Charts the number of charts is given.",
        columns=(Column("Sheet", 20), Column("Title", 60), Column("Rows", 10, Look.NUMBER), Column("Link", 26)),
        rows=tuple((name, title, rows, Link(name, f"Go to {name}")) for name, title, rows in listed),
    )


def notes_sheet() -> Sheet:
    """How the figures are made, in words."""
    return Sheet(
        name="Notes",
        title="Notes",
        about="How to read the sheets, and how the figures are made.",
        columns=(Column("Note", 10), Column("About", 26), Column("Text", 110)),
        rows=tuple((f"[note {number}]", about, text) for number, (about, text) in enumerate(NOTES, start=1)),
    )


def checks_sheet(found: Sequence[Finding]) -> Sheet:
    """What the checks found; queries want an explanation, which names the cause and the size."""
    return Sheet(
        name="Checks",
        title="Checks made on this return",
        about="Errors stop signing. A query needs an explanation that names the cause and the size. Warnings inform. "
        "A blank sheet and row mean that the line is about no row of this workbook.",
        columns=(
            Column("Check id", 18),
            Column("Rule", 28),
            Column("Severity", 9),
            Column("Sheet", 15),
            Column("Row", 5, Look.NUMBER),
            Column("Item", 25),
            Column("Message", 40),
            Column(EXPLANATION, 30, fill_in=True),
            Column("Result id", 20),
        ),
        rows=tuple(
            (
                each.check_id,
                each.rule,
                each.severity.value,
                each.sheet,
                each.row,
                each.item,
                each.message,
                each.explanation or None,
                each.result_id,
            )
            for each in found
        ),
        records=tuple(each.record for each in found),
    )


def sign_off_sheet(sign_offs: Iterable[SignOff]) -> Sheet:
    """Who stands behind the return: typed names, to fill in."""
    given = {each.role: each for each in sign_offs}
    return Sheet(
        name="Sign_off",
        title="Sign-off",
        about="Type who stands behind this return. A typed name is a record, not an electronic signature. Assurance "
        "says how the figures were checked. Blank cells are still to be filled in.",
        columns=(
            Column("Role", 18),
            Column("Name", 22, fill_in=True),
            Column("Position", 22, fill_in=True),
            Column("Agency", 22, fill_in=True),
            Column("Date", 13, Look.DAY, fill_in=True),
            Column("Statement", 40),
            Column("Assurance", 17, fill_in=True, choices=tuple(each.label for each in Assurance)),
            Column("Comments", 30, fill_in=True),
        ),
        rows=tuple(_sign_off_row(role, given.get(role)) for role in SignOffRole),
    )


def metadata_sheet(
    heading: Heading, sheets: Iterable[Sheet], totals: Sequence[tuple[str, Cell]], checksum: str
) -> Sheet:
    """The same for machines: one key a row."""
    period, supersedes = heading.period, heading.supersedes
    told: list[tuple[str, Cell, str]] = [
        ("schema_id", heading.schema, "text"),
        ("schema_version", SCHEMA_VERSION, "text"),
        ("return_id", heading.return_id, "id"),
        ("kind", heading.kind.value, "text"),
        ("scope_type", heading.scope_type, "text"),
        ("scope_id", heading.scope_id, "id"),
        ("office_id", heading.office_code, "text"),
        ("region", heading.region, "text"),
        ("period_from", period.first_day.isoformat(), "date"),
        ("period_to", period.last_day.isoformat(), "date"),
        ("financial_year_end", period.year_end, "integer"),
        ("state", heading.state.value, "text"),
        ("revision", heading.revision, "integer"),
        ("supersedes_return_id", supersedes.id if supersedes else "", "id"),
        ("supersedes_checksum", supersedes.checksum if supersedes else "", "text"),
        ("generated_at", heading.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "time"),
        ("app_version", heading.app_version, "text"),
        ("locale", "en-NZ", "text"),
        ("framework_vintage", "; ".join(heading.vintages), "text"),
        ("framework_sha256", "; ".join(heading.framework_sums), "text"),
        ("rules_version", RULES_VERSION, "text"),
        ("sensitivity", heading.sensitivity.value, "text"),
        *((f"rows.{sheet.name}", len(sheet.rows), "integer") for sheet in sheets if sheet.raw),
        *((key, total, "decimal") for key, total in totals),
        ("checksum_algorithm", ALGORITHM, "text"),
        ("content_checksum", checksum, "text"),
    ]
    return Sheet(
        name="Metadata",
        title="Machine-readable metadata",
        about="What a program needs to know of this return. A blank value means that there is none.",
        columns=(Column("Key", 30), Column("Value", 76), Column("Type", 12)),
        rows=tuple(told),
    )


def _sign_off_row(role: SignOffRole, given: SignOff | None) -> tuple[Cell, ...]:
    if given is None:
        return (role.label, None, None, None, None, STATEMENTS[role], None, None)
    assurance = given.assurance.label if given.assurance else None
    statement = given.statement or STATEMENTS[role]
    return (role.label, given.name, given.position, given.agency, given.on, statement, assurance, None)
