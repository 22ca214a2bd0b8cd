"""The front sheets of the national workbook: its cover, its notes and its metadata."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tracker import __version__
from tracker.models.records.handing_in import ReturnKind, ReturnState, SignOffRole
from tracker.reports.checksum import ALGORITHM
from tracker.reports.collation.national import National
from tracker.reports.collation.register import FileVerdict, Registered
from tracker.reports.collation.register_sheets import ACTION, KEY
from tracker.reports.collation.reporting import Reporting
from tracker.reports.finding import Finding, Severity
from tracker.reports.front_sheets import NOTES_ON_THE_COVER, notes_sheet, sign_off_sheet
from tracker.reports.rules import ATTRIBUTION, RULES_VERSION, SCHEMA_VERSION
from tracker.reports.sheet import Cell, Column, Formula, Sheet

NATIONAL_SCHEMA = "nz.partnership-tracker.return.national"
ABOUT = (
    "All returns that came to head office, checked and put together: each result counted once, whoever had a part in "
    "it; what each agency and each accountability line had a part in; which returns are missing; and what to decide."
)
_STEPS = (
    "1. Missing and Returns_register: who has reported, and which files were not taken and why. 2. Conflicts: choose "
    "an action for each line and type who decided; save, and collate again. 3. Totals_once: the figures to use. 4. "
    "Agency_view, Line_view, Outcome_view and Overlap: who had a part in them."
)

_STATEMENTS = {
    SignOffRole.PREPARED.label: "I collated the returns that came, and looked at each check and each difference.",
    SignOffRole.HEAD_OFFICE.label: "The differences are decided, and these are the national figures.",
}


@dataclass(frozen=True)
class NationalHeading:
    """What the national workbook says of itself. `first` and `last` are ISO days, "" where nothing was taken."""

    identity: str
    made_at: datetime
    periods: tuple[str, ...]
    first: str
    last: str

    @property
    def period(self) -> str:
        """The periods in words."""
        years = {each for each in self.periods if "-Q" not in each}
        told = [each for each in self.periods if each in years or each.partition("-Q")[0] not in years]
        if len(told) <= 3:
            return ", ".join(told) or "no period"
        return f"{told[0]} to {told[-1]}"

    @property
    def title(self) -> str:
        return f"Partnership Tracker: {ReturnKind.NATIONAL.label}, New Zealand, {self.period}"


def national_cover(
    heading: NationalHeading,
    checks: Sheet,
    conflicts: Sheet,
    found: Sequence[Finding],
    entries: Sequence[Registered],
    reported: Reporting,
) -> Sheet:
    """What this is, how complete it is, and where to begin."""
    severity = checks.span("Severity")
    errors = sum(each.severity is Severity.ERROR for each in found)
    undecided = f'COUNTIFS({conflicts.span(KEY)},"?*",{conflicts.span(ACTION)},"=")'
    place = [column.heading for column in conflicts.columns].index(ACTION)
    open_now = sum(row[place] is None for row in conflicts.rows)
    verdicts = {verdict: sum(each.verdict is verdict for each in entries) for verdict in FileVerdict}
    drafts = sum(each.counted and each.read.state == ReturnState.DRAFT for each in entries)
    told: list[tuple[str, Cell]] = [
        ("What this is", ABOUT),
        ("Where to begin", _STEPS),
        ("Periods", heading.period),
        ("Made on", heading.made_at.astimezone().date()),
        ("State", "Draft: a working file, rebuilt by each collation"),
        ("Files", _verdict_words(len(entries), verdicts)),
        ("Drafts among the returns counted", drafts),
        ("Reporting rate", _rate_words(reported)),
        ("Errors", Formula(f'=COUNTIFS({severity},"error")', errors)),
        ("Differences to decide", Formula(f"={undecided}", open_now)),
        ("Sensitivity", "In confidence"),
        *NOTES_ON_THE_COVER,
        ("Sign-off", "Who stands behind these figures, and how they were checked, is on the sheet Sign_off."),
        ("Attribution", ATTRIBUTION),
    ]
    return Sheet(
        name="Cover",
        title=heading.title,
        about="Made from the offices' returns, none of which is ever edited here: what is wrong is put right in the "
        "office and sent as a new revision.",
        columns=(Column("About this workbook", 34), Column("Answer", 96)),
        rows=tuple(told),
    )


def national_notes(undecided: str, spilled: Sequence[str]) -> Sheet:
    """The notes of every return, after those that head office needs."""
    own = (
        ("Still to decide", undecided),
        (
            "What is counted",
            "Of each group return (R1) the latest revision that was accepted, from whichever office. Of each result "
            "the row of the office that reports it first, in its highest revision. Agency and region returns (R2, R3) "
            "feed no figure: they are held against the group returns, and differences are listed.",
        ),
        (
            "Verdicts",
            "Accepted: counted. Queried: counted, while its office explains a question. Rejected: not counted, the "
            "reason stands in the register and in the office's answer. Replaced: a later revision stands in its "
            "place. Repeated: the same return came twice. Drafts are counted and marked; a withdrawn return takes "
            "back all of it.",
        ),
        (
            "Decisions",
            "Typed on Conflicts and kept in the file beside this workbook whose name ends in .collation.json. A "
            "decision holds as long as the difference is the same; when a new revision brings another value, it is "
            "asked anew.",
        ),
        (
            "Received at",
            "When the file was first seen, or saved in its folder if that was earlier. On time is by that day.",
        ),
        (
            "Latest values",
            "Where the latest counts, each group's last value stands in a row of its own: those of several groups are "
            "never added up.",
        ),
        *(("Continued in a file", sentence) for sentence in spilled),
    )
    sheet = notes_sheet()
    texts = [(about, words) for about, words in own] + [(str(row[1]), str(row[2])) for row in sheet.rows]
    rows = tuple((f"[note {number}]", about, words) for number, (about, words) in enumerate(texts, start=1))
    return replace(sheet, rows=rows)


def national_sign_off() -> Sheet:
    """Who stands behind the national figures: whoever collated them, and head office."""
    sheet = sign_off_sheet(())
    place = [column.heading for column in sheet.columns].index("Statement")
    rows = tuple(
        (*row[:place], _STATEMENTS[str(row[0])], *row[place + 1 :]) for row in sheet.rows if row[0] in _STATEMENTS
    )
    about = sheet.about.replace("this return", "these figures")
    return replace(sheet, title="Sign-off of the national figures", about=about, rows=rows)


def national_metadata(heading: NationalHeading, figures: National, raw: Iterable[Sheet], checksum: str) -> Sheet:
    """The same for machines: one key a row."""
    told: list[tuple[str, Cell, str]] = [
        ("schema_id", NATIONAL_SCHEMA, "text"),
        ("schema_version", SCHEMA_VERSION, "text"),
        ("return_id", heading.identity, "id"),
        ("kind", ReturnKind.NATIONAL.value, "text"),
        ("scope_type", "nation", "text"),
        ("scope_id", "NZ", "id"),
        ("period_from", heading.first, "date"),
        ("period_to", heading.last, "date"),
        ("state", ReturnState.DRAFT.value, "text"),
        ("generated_at", heading.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "time"),
        ("app_version", __version__, "text"),
        ("locale", "en-NZ", "text"),
        ("rules_version", RULES_VERSION, "text"),
        ("sensitivity", "in_confidence", "text"),
        *((f"rows.{sheet.name}", len(sheet.rows), "integer") for sheet in raw),
        *_totals(figures),
        ("checksum_algorithm", ALGORITHM, "text"),
        ("content_checksum", checksum, "text"),
    ]
    return Sheet(
        name="Metadata",
        title="Machine-readable metadata",
        about="What a program needs to know of this workbook. A blank value means that there is none.",
        columns=(Column("Key", 44), Column("Value", 76), Column("Type", 12)),
        rows=tuple(told),
    )


def _totals(figures: National) -> Iterable[tuple[str, Cell, str]]:
    for total in figures.totals:
        if total.counted_once is not None:
            key = ".".join(filter(None, ("total", total.like.unit, total.like.count_basis, total.like.level)))
            yield key, round(total.counted_once, 6), "decimal"


def _verdict_words(files: int, verdicts: dict[FileVerdict, int]) -> str:
    told = ", ".join(f"{count} {verdict.label.lower()}" for verdict, count in verdicts.items() if count)
    return f"{files:,}: {told}" if told else "None"


def _rate_words(reported: Reporting) -> str:
    if not reported.listed:
        return f"No list of expected returns was given; {reported.accepted} accepted."
    if not reported.expected:
        return "No return was expected."
    rate = reported.accepted * 100 // reported.expected
    told = f"{rate}%: {reported.accepted} of {reported.expected} expected returns accepted, {reported.on_time} on time"
    return f"{told}; {reported.unexpected} more came that are not on the list." if reported.unexpected else f"{told}."
