"""`tracker log-template` and `tracker log-import`: the log for staff without the program, given out and read back."""

from pathlib import Path
from typing import Any

import click

from tracker.commands import DONE, REFUSED
from tracker.commands.offices import Day, FilePath, as_json, office_file, reading, writing
from tracker.commands.printing import print_json, print_rows
from tracker.models.fields import Field, FieldType, field_problems
from tracker.models.log_entry import CellProblem
from tracker.models.log_import import LogImport, RowOutcome, RowReport, plan_import
from tracker.models.mistake import Mistake
from tracker.reports.log_marking import checked_path, save_checked
from tracker.reports.log_reading import read_log
from tracker.store.office import Office


@click.command()
@office_file
@click.option("--out", type=FilePath(), required=True, help="The log to write, a .xlsx.")
@click.option("--on", type=Day(), help="The day that counts as today.")
@click.option("--to", "to_whom", default="staff", show_default=True, help="Who gets it.")
@click.option("--purpose", default="log of meetings", show_default=True, help="What for.")
def log_template_command(file: Path, out: Path, on: Any, to_whom: str, purpose: str) -> None:
    """Write a log for somebody without the program.

    It is for one person to fill in; `tracker log-import` reads it. The lists in it name the open groups, their agencies
    and people, but for what is restricted to the office.
    """
    from tracker.reports.log_template import departure_of, prepare_template, write_log

    if out.suffix.lower() != ".xlsx":
        raise Mistake(f"{out.name} is no workbook's name: end it in .xlsx.")
    for label, said in (("To whom", to_whom), ("Purpose", purpose)):
        if problems := field_problems(Field(label, FieldType.LINE, required=True), said.strip(), "log"):
            raise Mistake(problems[0])
    with writing(file, on) as office:
        prepared = prepare_template(office.snapshot(), office.mint(), office.setting.clock())
        with office.step("save a log form", barrier=True):
            sha256 = write_log(prepared, out)
            office.save(departure_of(prepared, out, sha256, office.mint(), to_whom, purpose))
    click.echo(f"The log, with {prepared.rows} rows to fill in, is in {out}.")


@click.command()
@office_file
@click.argument("log", type=FilePath(), metavar="X.xlsx")
@click.option("--on", type=Day(), help="The day that counts as today.")
@click.option("--dry-run", is_flag=True, help="Say what would be kept, and keep nothing.")
@as_json
def log_import_command(file: Path, log: Path, on: Any, *, dry_run: bool, as_json: bool) -> int:
    """Read a log, or a meeting logged on another machine.

    All rows are kept in one step that undo takes back, or none of them: while a row is rejected nothing is kept, the
    exit status is 1, and a copy X_checked.xlsx says beside each row what is wrong and what to do. A row that is sent
    again updates what it became.
    """
    with reading(file, on) if dry_run else writing(file, on) as office:
        plan = plan_import(office.snapshot(), read_log(log), office.mint)
        kept = not dry_run and not plan.rejected and plan.changes_anything
        if kept:
            keep_log(office, plan)
    marked = _mark(log, plan)
    if as_json:
        print_json(document(plan, kept=kept, marked=marked))
    else:
        _print(plan, dry_run=dry_run, kept=kept)
    if marked:
        click.echo(f"tracker: what is wrong stands beside each row in {marked}", err=True)
    for row in plan.rows:
        for note in row.notes if row.outcome is RowOutcome.REJECTED else ():
            click.echo(f"tracker: row {row.line.number}: {note}", err=True)
    return REFUSED if plan.rejected else DONE


def keep_log(office: Office, plan: LogImport) -> None:
    """Keeps what a log changes, in one step. Raises Mistake while a row is rejected."""
    plan.refuse_rejected()
    with office.step(plan.step_name):
        office.remove(*plan.removes)
        office.save(*plan.saves)


def document(plan: LogImport, *, kept: bool, marked: Path | None) -> dict[str, Any]:
    """The dry run for programs."""
    return {
        "log": plan.log.facts.template_id,
        "kept": kept,
        "words": plan.words,
        "rows": [_object(row) for row in plan.rows],
        "meetings": list(plan.meetings),
        "notes": list(plan.log.notes),
        "marked_copy": str(marked) if marked else None,
    }


def _object(row: RowReport) -> dict[str, Any]:
    return {
        "row": row.line.number,
        "row_ref": row.line.ref,
        "outcome": row.outcome.value,
        "said": row.said,
        "changes": list(row.changes),
        "problems": [_problem(each) for each in row.problems],
        "warnings": [_problem(each) for each in row.warnings],
        "notes": list(row.line.notes),
    }


def _problem(problem: CellProblem) -> dict[str, str]:
    return {
        "column": problem.column.value,
        "value": problem.value,
        "reason": problem.reason,
        "advice": problem.advice,
    }


def _mark(log: Path, plan: LogImport) -> Path | None:
    """The marked copy, where there is something to put right; where it cannot be written, that is said."""
    if not plan.rejected:
        return None
    to = checked_path(log)
    try:
        save_checked(log, plan.rows, to)
    except Mistake as mistake:
        click.echo(f"tracker: {mistake.sentence}", err=True)
        return None
    return to


def _print(plan: LogImport, *, dry_run: bool, kept: bool) -> None:
    rows = [[str(row.line.number), row.line.ref, row.outcome.label, row.said] for row in plan.rows]
    print_rows([["Row", "Ref", "What becomes of it", "What it says"], *rows], "The log is empty.")
    click.echo("")
    for sentence in (*plan.meetings, *plan.log.notes):
        click.echo(sentence)
    for row in plan.rows:
        for note in () if row.outcome is RowOutcome.REJECTED else (*row.notes, *row.changes):
            click.echo(f"Row {row.line.number}: {note.rstrip('.')}.")
    nothing = " Nothing was kept: this was a try." if dry_run else "" if kept else " Nothing was kept."
    click.echo(f"{plan.words}.{nothing}")
