"""`tracker bring-in`: groups, agencies, people and open promises from a table that the office has."""

from pathlib import Path
from typing import Any

import click

from tracker.commands import DONE, REFUSED
from tracker.commands.offices import Day, FilePath, as_json, office_file, reading, writing
from tracker.commands.printing import print_json, print_rows
from tracker.models.bring_fields import Part, Source, Sources, Thing, guessed
from tracker.models.bring_in import BringPlan, FileTable, plan_bringing
from tracker.models.folding import folded
from tracker.models.log_import import RowOutcome
from tracker.models.mistake import Mistake
from tracker.reports.bringing_in import read_table
from tracker.store.office import Office


@click.command()
@office_file
@click.argument("what", type=click.Choice([thing.value for thing in Thing]))
@click.argument("table", type=FilePath(), metavar="X.csv")
@click.option("--map", "mapped", multiple=True, metavar="COLUMN=FIELD", help="Which column is which; else guessed.")
@click.option("--all", "same", multiple=True, metavar="FIELD=WORDS", help="Words that hold for all rows.")
@click.option("--on", type=Day(), help="The day that counts as today.")
@click.option("--dry-run", is_flag=True, help="Say what would be kept, and keep nothing.")
@as_json
def bring_in_command(file: Path, what: str, table: Path, on: Any, *, dry_run: bool, as_json: bool, **pairs: Any) -> int:
    """Bring in groups, agencies, people or promises.

    They stand in a CSV or an .xlsx.

    What is here already by its name is left as it is. All rows are kept in one step that undo takes back, or none of
    them: while a row is rejected nothing is kept, and the exit status is 1. The columns are matched by their headings;
    --map "Owner=agency" says otherwise, and --all "sector=Central government" gives every row the same.
    """
    thing = Thing(what)
    read = read_table(table)
    sources = _sources(thing, read, pairs["mapped"], pairs["same"])
    with reading(file, on) if dry_run else writing(file, on) as office:
        plan = plan_bringing(office.snapshot(), thing, read, sources, office.mint)
        kept = not dry_run and not plan.rejected and bool(plan.saves)
        if kept:
            _keep(office, plan)
    if as_json:
        print_json(_document(plan, kept=kept))
    else:
        _print(plan, read, sources, dry_run=dry_run, kept=kept)
    for row in plan.rows:
        for note in row.notes if row.outcome is RowOutcome.REJECTED else ():
            click.echo(f"tracker: row {row.number}: {note}", err=True)
    return REFUSED if plan.rejected else DONE


def _keep(office: Office, plan: BringPlan) -> None:
    with office.step(plan.step_name):
        office.save(*plan.saves)


def _sources(thing: Thing, table: FileTable, mapped: tuple[str, ...], same: tuple[str, ...]) -> Sources:
    sources = guessed(thing, table.headings)
    for pair in mapped:
        heading, _, name = pair.rpartition("=")
        part, column = _part(thing, name), _column(table, heading)
        sources = {each: source for each, source in sources.items() if source.column != column}
        sources[part] = Source(column)
    for pair in same:
        name, _, words = pair.partition("=")
        sources[_part(thing, name)] = Source(words=words.strip())
    return sources


def _part(thing: Thing, name: str) -> Part:
    wanted = folded(name.replace("_", " "))
    for part in thing.parts:
        if wanted in (folded(part.label), part.value.replace("_", " ")):
            return part
    raise Mistake(f"“{name}” is no part of these: {', '.join(part.value for part in thing.parts)}.")


def _column(table: FileTable, heading: str) -> int:
    for place, each in enumerate(table.headings):
        if folded(each) == folded(heading):
            return place
    raise Mistake(f"There is no column “{heading}”; there are: {', '.join(filter(None, table.headings))}.")


def _document(plan: BringPlan, *, kept: bool) -> dict[str, Any]:
    return {
        "what": plan.thing.value,
        "kept": kept,
        "words": plan.words,
        "rows": [
            {"row": row.number, "outcome": row.outcome.value, "said": row.said, "notes": list(row.notes)}
            for row in plan.rows
        ],
        "notes": list(plan.notes),
    }


def _print(plan: BringPlan, table: FileTable, sources: Sources, *, dry_run: bool, kept: bool) -> None:
    told = [f"{part.label}: {_said(table, source)}" for part, source in sources.items()]
    click.echo(f"Columns: {'; '.join(told)}.")
    rows = [[str(row.number), row.outcome.label, row.said] for row in plan.rows]
    print_rows([["Row", "What becomes of it", "What it says"], *rows], "There is no row.")
    click.echo("")
    for note in plan.notes:
        click.echo(note)
    for row in plan.rows:
        for note in () if row.outcome is RowOutcome.REJECTED else row.notes:
            click.echo(f"Row {row.number}: {note.rstrip('.')}.")
    nothing = " Nothing was kept: this was a try." if dry_run else "" if kept else " Nothing was kept."
    click.echo(f"{plan.words}.{nothing}")


def _said(table: FileTable, source: Source) -> str:
    return f"“{table.headings[source.column]}”" if source.column is not None else f"all “{source.words}”"
