"""`tracker return`: a return as an Excel workbook, with its checks said and its departure noted."""

import sys
from pathlib import Path

import click

from tracker.commands.offices import FilePath, group_option, office_file, writing
from tracker.models.fields import Field, FieldType, field_problems
from tracker.models.mistake import Mistake
from tracker.models.period import Period, read_period
from tracker.models.records import Agency, Group, OfficeDetails, Record
from tracker.models.records.handing_in import ReturnKind, ReturnState
from tracker.reports.next_return import next_return, records_of
from tracker.reports.returning import PreparedReturn, write_return
from tracker.store.office import Office

# The word for a return, its kind, and whose it is.
KINDS: dict[str, tuple[ReturnKind, type[Record]]] = {
    "group": (ReturnKind.GROUP, Group),
    "agency": (ReturnKind.AGENCY, Agency),
    "region": (ReturnKind.REGION, OfficeDetails),
}


@click.command()
@office_file
@click.argument("kind", type=click.Choice(tuple(KINDS)))
@group_option
@click.option("--agency", metavar="AGENCY", help="An agency's name, short name, code or id.")
@click.option("--period", required=True, help="A year such as 2007/08 or a quarter such as 2007/08-Q4.")
@click.option("--out", type=FilePath(), required=True, help="The workbook to write, a .xlsx.")
@click.option(
    "--state",
    type=click.Choice([state.value for state in ReturnState if state is not ReturnState.WITHDRAWN]),
    default=ReturnState.DRAFT.value,
    show_default=True,
    help="A certified return has no errors, each query explained, and is never changed, only followed.",
)
@click.option("--to", "to_whom", default="head office", show_default=True, help="Who gets it.")
@click.option("--purpose", default="return", show_default=True, help="What for.")
def return_command(file: Path, kind: str, period: str, out: Path, state: str, **words: str | None) -> None:
    """Save a return as Excel. KIND: group, agency or region, which is the office's own."""
    whose = words.get(kind)
    if whose is None and kind != "region":
        raise click.UsageError(f"Say which {kind}, with --{kind}.")
    if others := [each for each in KINDS if each != kind and words.get(each)]:
        raise click.UsageError(f"Leave --{others[0]} out: this is the return of one {kind}.")
    wanted = read_period(period)
    if out.suffix.lower() != ".xlsx":
        raise Mistake(f"{out.name} is no workbook's name: end it in .xlsx.")
    with writing(file) as office:
        asked, scope = KINDS[kind]
        scope_id = office.find(scope, whose).id if whose else office.details.id
        prepared = _next(office, asked, scope_id, wanted, ReturnState(state))
        rows = save(office, prepared, out, to_whom=words["to_whom"] or "", purpose=words["purpose"] or "")
    _say(prepared, out, rows)


def save_group_return(office: Office, group: Group, period: Period, out: Path) -> int:
    """A draft of a group's return, saved and noted; returns how many rows it has."""
    prepared = prepare(office, group, period, ReturnState.DRAFT)
    return save(office, prepared, out, to_whom="nobody", purpose="a try")


def prepare(office: Office, group: Group, period: Period, state: ReturnState) -> PreparedReturn:
    """The next revision of a group's return."""
    return _next(office, ReturnKind.GROUP, group.id, period, state)


def save(office: Office, prepared: PreparedReturn, out: Path, *, to_whom: str, purpose: str) -> int:
    """Writes the workbook and notes what left; returns how many rows left."""
    # What cannot be entered in the register of what left does not leave.
    for label, words in (("To whom", to_whom), ("Purpose", purpose)):
        if problems := field_problems(Field(label, FieldType.LINE, required=True), words.strip(), "return"):
            raise Mistake(problems[0])
    written = write_return(prepared, out)
    with office.step("save a return", barrier=True):
        office.save(*records_of(written, office.mint(), to_whom.strip(), purpose.strip()))
    return prepared.rows


def _next(office: Office, kind: ReturnKind, scope_id: str, period: Period, state: ReturnState) -> PreparedReturn:
    made_at = office.setting.clock()
    return next_return(kind, office.snapshot(), scope_id, period, state, return_id=office.mint(), made_at=made_at)


def _say(prepared: PreparedReturn, out: Path, rows: int) -> None:
    click.echo(f"{prepared.heading.title}: revision {prepared.heading.revision}, {rows:,} rows, in {out}.")
    for finding in prepared.checks:
        if finding.open:
            about = f", “{finding.item}”" if finding.item else ""
            click.echo(f"tracker: {finding.severity.label.lower()}{about}: {finding.message}", err=True)
    for line in prepared.preview.stays:
        if sys.stderr.isatty():
            click.echo(f"tracker: stays: {line.count} {line.what} ({line.why})", err=True)
