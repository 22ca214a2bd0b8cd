"""`tracker return`: a return as an Excel workbook, with its checks said and its departure noted."""

import sys
from pathlib import Path

import click

from tracker.commands.offices import FilePath, group_option, office_file, writing
from tracker.models.fields import Field, FieldType, field_problems
from tracker.models.mistake import Mistake
from tracker.models.period import Period, read_period
from tracker.models.records import Group
from tracker.models.records.handing_in import ReturnState
from tracker.reports.finding import Severity
from tracker.reports.next_return import next_group_return, records_of
from tracker.reports.returning import PreparedReturn, write_group_return
from tracker.store.office import Office

# Later returns join here when they can be made.
KINDS = ("group",)


@click.command()
@office_file
@click.argument("kind", type=click.Choice(KINDS))
@group_option
@click.option("--period", required=True, help="A year such as 2007/08 or a quarter such as 2007/08-Q4.")
@click.option("--out", type=FilePath(), required=True, help="The workbook to write, a .xlsx.")
@click.option(
    "--state",
    type=click.Choice([state.value for state in ReturnState if state is not ReturnState.WITHDRAWN]),
    default=ReturnState.DRAFT.value,
    show_default=True,
    help="A certified return has no errors and is never changed, only followed.",
)
@click.option("--to", "to_whom", default="head office", show_default=True, help="Who gets it.")
@click.option("--purpose", default="return", show_default=True, help="What for.")
def return_command(file: Path, kind: str, group: str | None, period: str, out: Path, state: str, **words: str) -> None:
    """Save a return as Excel. KIND: group."""
    if group is None:
        raise click.UsageError("Say which group, with --group.")
    wanted = read_period(period)
    if out.suffix.lower() != ".xlsx":
        raise Mistake(f"{out.name} is no workbook's name: end it in .xlsx.")
    with writing(file) as office:
        prepared = prepare(office, office.find(Group, group), wanted, ReturnState(state))
        rows = save(office, prepared, out, to_whom=words["to_whom"], purpose=words["purpose"])
    _say(prepared, out, rows)


def save_group_return(office: Office, group: Group, period: Period, out: Path) -> int:
    """A draft of a group's return, saved and noted; returns how many rows it has."""
    prepared = prepare(office, group, period, ReturnState.DRAFT)
    return save(office, prepared, out, to_whom="nobody", purpose="a try")


def prepare(office: Office, group: Group, period: Period, state: ReturnState) -> PreparedReturn:
    """The next revision of a group's return."""
    made_at = office.setting.clock()
    return next_group_return(office.snapshot(), group.id, period, state, return_id=office.mint(), made_at=made_at)


def save(office: Office, prepared: PreparedReturn, out: Path, *, to_whom: str, purpose: str) -> int:
    """Writes the workbook and notes what left; returns how many rows left."""
    # What cannot be entered in the register of what left does not leave.
    for label, words in (("To whom", to_whom), ("Purpose", purpose)):
        if problems := field_problems(Field(label, FieldType.LINE, required=True), words.strip(), "return"):
            raise Mistake(problems[0])
    written = write_group_return(prepared, out)
    with office.step("save a return", barrier=True):
        office.save(*records_of(written, office.mint(), to_whom.strip(), purpose.strip()))
    return prepared.rows


def _say(prepared: PreparedReturn, out: Path, rows: int) -> None:
    click.echo(f"{prepared.heading.title}: revision {prepared.heading.revision}, {rows:,} rows, in {out}.")
    for finding in prepared.checks:
        if finding.severity in (Severity.ERROR, Severity.QUERY):
            about = f", “{finding.item}”" if finding.item else ""
            click.echo(f"tracker: {finding.severity.label.lower()}{about}: {finding.message}", err=True)
    for line in prepared.preview.stays:
        if sys.stderr.isatty():
            click.echo(f"tracker: stays: {line.count} {line.what} ({line.why})", err=True)
