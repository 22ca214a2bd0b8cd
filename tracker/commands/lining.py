"""`tracker lines`: lines from Treasury's workbook, the template of lines and measures, and a new year."""

from pathlib import Path
from typing import Any

import click

from tracker.commands import DONE, REFUSED
from tracker.commands.offices import FilePath, as_json, office_file, reading, writing
from tracker.commands.printing import print_json, print_rows
from tracker.models.fields import Field, FieldType, field_problems
from tracker.models.line_import import EstimatesFrameworks, Fate, LinePlan, Source, plan_lines
from tracker.models.line_template import RowFate, TemplatePlan, plan_template
from tracker.models.mistake import Mistake
from tracker.models.records import Agency
from tracker.models.year_roll import RolledClaim, YearRoll, roll_year
from tracker.store.office import Office

# So many rows are named one by one; the rest are counted, and stand in the JSON.
_NAMED = 20
dry_run_option = click.option("--dry-run", is_flag=True, help="Say what would be kept, and keep nothing.")


@click.group()
def lines_command() -> None:
    """Bring in accountability lines, year by year."""


@lines_command.command("import")
@office_file
@click.argument("source", type=FilePath(), metavar="X.xlsx|X.csv")
@click.option("--year", type=int, help="Only the year ending 30 June of this one, such as 2020.")
@click.option("--amount-type", default="", help="Only amounts of this type, such as “Main Estimates”.")
@click.option("--department", "departments", multiple=True, help="Only this department; may be given several times.")
@dry_run_option
@as_json
def import_command(file: Path, source: Path, *, dry_run: bool, as_json: bool, **chosen: Any) -> int:
    """Bring in lines from Treasury's workbook of expenditure data, or a CSV of it.

    All good rows are kept in one step that undo takes back; a row that cannot be read is named, and the exit status is
    1. The same file again changes nothing.
    """
    from tracker.reports.treasury_lines import read_treasury_lines

    with reading(file) if dry_run else writing(file) as office:
        snapshot = office.snapshot()
        frameworks = EstimatesFrameworks(snapshot, office.mint)
        found = read_treasury_lines(source, frameworks.id_of, office.mint)
        found = found.chosen(chosen["year"], chosen["amount_type"], chosen["departments"])
        about = Source(found.file_name, found.sha256, office.setting.clock())
        plan = plan_lines(snapshot, frameworks, found.lines, found.parents, about)
        if not dry_run:
            keep_lines(office, plan)
    if as_json:
        print_json(_import_object(plan, found, kept=not dry_run))
    else:
        _print_import(plan, found, dry_run=dry_run)
    _warn([(note.row, note.sentence) for note in found.bad_rows], "not read", limit=not as_json)
    return REFUSED if found.bad_rows else DONE


@lines_command.command("template")
@office_file
@click.option("--agency", metavar="AGENCY", help="With the lines of this agency: name, short name, code or id.")
@click.option("--year", type=int, help="Its lines of the year ending 30 June of this one; else the latest.")
@click.option("--out", type=FilePath(), required=True, help="The template to write, a .xlsx.")
@click.option("--to", "to_whom", default="the agency", show_default=True, help="Who gets it.")
@click.option("--purpose", default="lines and measures", show_default=True, help="What for.")
def template_command(file: Path, agency: str | None, year: int | None, out: Path, to_whom: str, purpose: str) -> None:
    """Write the template of lines and measures, empty or with an agency's lines in it."""
    from tracker.reports.lines_template import departure_of, prepare_template, write_template

    if out.suffix.lower() != ".xlsx":
        raise Mistake(f"{out.name} is no workbook's name: end it in .xlsx.")
    for label, said in (("To whom", to_whom), ("Purpose", purpose)):
        if problems := field_problems(Field(label, FieldType.LINE, required=True), said.strip(), "template"):
            raise Mistake(problems[0])
    with writing(file) as office:
        found = office.find(Agency, agency) if agency else None
        prepared = prepare_template(office.snapshot(), office.setting.clock(), found, year)
        with office.step("save a template of lines", barrier=True):
            sha256 = write_template(prepared, out)
            office.save(departure_of(prepared, out, sha256, office.mint(), (to_whom, purpose)))
    filled = f"{len(prepared.rows):,} {'row' if len(prepared.rows) == 1 else 'rows'} filled in"
    click.echo(f"{prepared.title}: {filled}, in {out}.")
    if prepared.stays:
        click.echo(f"tracker: stays: {prepared.stays} lines (restricted to this office)", err=True)


@lines_command.command("read")
@office_file
@click.argument("source", type=FilePath(), metavar="X.xlsx")
@dry_run_option
@as_json
def read_command(file: Path, source: Path, *, dry_run: bool, as_json: bool) -> int:
    """Read a template of lines and measures that came back.

    All rows are kept in one step that undo takes back, or none of them: while a row is rejected nothing is kept, and
    the exit status is 1.
    """
    from tracker.reports.lines_reading import read_lines

    with reading(file) if dry_run else writing(file) as office:
        table, rows = read_lines(source)
        if not rows:
            raise Mistake(f"{source.name} has no row that is filled in: fill in a line, and read it again.")
        plan = plan_template(office.snapshot(), rows, office.mint)
        kept = not dry_run and not plan.rejected
        if kept:
            keep_template(office, plan)
    if as_json:
        print_json(_template_object(plan, table.name, kept=kept))
    else:
        print_rows(
            [["Row", "Line", "What becomes of it"], *([str(row.number), row.name, row.said] for row in plan.rows)], ""
        )
        click.echo(f"\n{plan.words}.{_kept_words(dry_run=dry_run, kept=kept)}")
    for row in plan.rows:
        if row.fate is RowFate.REJECTED:
            click.echo(f"tracker: row {row.number}: {row.said}", err=True)
    return REFUSED if plan.rejected else DONE


@lines_command.command("roll")
@office_file
@click.option("--to", "year", type=int, required=True, help="The year ending 30 June of this one, such as 2021.")
@dry_run_option
@as_json
def roll_command(file: Path, year: int, *, dry_run: bool, as_json: bool) -> int:
    """Go on into a new year whose lines are in: link lines to their successors, and carry claims across.

    One step, which undo takes back. What has no line to go to is named; then the exit status is 1.
    """
    with reading(file) if dry_run else writing(file) as office:
        roll = roll_year(office.snapshot(), year)
        if not dry_run:
            keep_roll(office, roll)
    if as_json:
        print_json(_roll_object(roll, kept=not dry_run))
    else:
        _print_roll(roll, dry_run=dry_run)
    return REFUSED if roll.without else DONE


def keep_lines(office: Office, plan: LinePlan) -> None:
    """Keeps what an import changes, in one step; nothing where it changes nothing."""
    if plan.records:
        with office.step("bring in accountability lines"):
            office.save(*plan.records)


def keep_template(office: Office, plan: TemplatePlan) -> None:
    """Keeps what a template changes, in one step. Raises Mistake while a row is rejected."""
    plan.refuse_rejected()
    if plan.records:
        with office.step("read lines and measures"):
            office.save(*plan.records)


def keep_roll(office: Office, roll: YearRoll) -> None:
    """Keeps a new year, in one step."""
    if roll.records:
        with office.step("go on into a new year"):
            office.save(*roll.records)


def _import_object(plan: LinePlan, found: Any, *, kept: bool) -> dict[str, Any]:
    return {
        "file": found.file_name,
        "sha256": found.sha256,
        "sheet": found.sheet,
        "kept": kept,
        "frameworks": list(plan.framework_names),
        "lines": len(found.lines),
        "parents": len(found.parents),
        "total_000": found.total_000,
        "counts": {fate.value: count for fate, count in plan.counts.items()},
        "votes": [
            {"vote": each.vote, "lines": each.lines, "parents": each.parents, "new": each.new, "changed": each.changed}
            | {"amount_000": each.amount_000}
            for each in plan.votes
        ],
        "changed": [
            {"line_key": each.line.line_key, "name": each.line.shown_name, "changes": list(each.changes)}
            for each in plan.changes
            if each.fate is Fate.CHANGED
        ],
        "missing": [line.line_key for line in plan.missing],
        "bad_rows": [{"row": note.row, "said": note.sentence} for note in found.bad_rows],
        "warnings": [{"row": note.row, "said": note.sentence} for note in found.warnings],
        "lost_characters": found.lost_characters,
        "notes": list(found.notes),
    }


def _print_import(plan: LinePlan, found: Any, *, dry_run: bool) -> None:
    rows = [
        [each.vote, f"{each.lines:,}", f"{each.new:,}", f"{each.changed:,}", f"{each.amount_000:,}"]
        for each in plan.votes
    ]
    print_rows([["Vote", "Lines", "New", "Changed", "$000"], *rows], "")
    click.echo(f"\n{plan.words}; {found.total_000:,} ($000) in all.{_kept_words(dry_run=dry_run, kept=not dry_run)}")
    for note in found.notes:
        click.echo(note)
    changed = [each for each in plan.changes if each.fate is Fate.CHANGED]
    for each in changed[:_NAMED]:
        click.echo(f"Changed: {each.line.code} {each.line.shown_name}: {'; '.join(each.changes)}")
    if len(changed) > _NAMED:
        click.echo(f"… and {len(changed) - _NAMED:,} more; --json names them all.")
    if plan.missing:
        click.echo(f"{len(plan.missing):,} lines of before are not in the file; they stay as they are.")
    _warn([(note.row, note.sentence) for note in found.warnings], "warnings", limit=True)


def _template_object(plan: TemplatePlan, name: str, *, kept: bool) -> dict[str, Any]:
    rows = [{"row": row.number, "line": row.name, "outcome": row.fate.value, "said": row.said} for row in plan.rows]
    return {"file": name, "kept": kept, "rejected": plan.rejected, "rows": rows}


def _roll_object(roll: YearRoll, *, kept: bool) -> dict[str, Any]:
    return {
        "year_end": roll.year_end,
        "kept": kept,
        "linked": [
            {"line_key": each.line.line_key, "successor": each.successor.line_key, "why": each.why}
            for each in roll.offers
        ],
        "carried": [_claim_object(each) for each in roll.carried],
        "without": [_claim_object(each) for each in roll.without],
        "again": [_claim_object(each) for each in roll.again],
        "ended": [line.line_key for line in roll.ended],
    }


def _claim_object(rolled: RolledClaim) -> dict[str, Any]:
    return {
        "mapping_id": rolled.claim.id,
        "result": rolled.result.title,
        "said": rolled.words,
        "line_key": rolled.line.line_key,
        "successor": rolled.successor.line_key if rolled.successor else None,
    }


def _print_roll(roll: YearRoll, *, dry_run: bool) -> None:
    for title, claims in (
        ("Carried across", roll.carried),
        ("Without a line to go to", roll.without),
        ("For the next result of their kind", roll.again),
    ):
        if claims:
            click.echo(f"{title}:")
            for each in claims:
                click.echo(f"  {each.words}: {_named(each)}")
    for line in roll.ended:
        click.echo(f"Goes on as none: {line.code} {line.shown_name} ({line.administering_agency})")
    click.echo(f"{roll.words}.{_kept_words(dry_run=dry_run, kept=not dry_run)}")


def _named(rolled: RolledClaim) -> str:
    line = f"{rolled.line.code} {rolled.line.shown_name}"
    return f"{line} → {rolled.successor.code} {rolled.successor.shown_name}" if rolled.successor else line


def _kept_words(*, dry_run: bool, kept: bool) -> str:
    if dry_run:
        return " Nothing was kept: this was a try."
    return "" if kept else " Nothing was kept."


def _warn(notes: list[tuple[int, str]], what: str, *, limit: bool) -> None:
    if not notes:
        return
    count = f"{len(notes):,} {'row' if len(notes) == 1 else 'rows'}"
    click.echo(f"tracker: {count}: {what}", err=True)
    for row, sentence in notes[: _NAMED if limit else None]:
        click.echo(f"tracker: row {row}: {sentence}", err=True)
    if limit and len(notes) > _NAMED:
        click.echo(f"tracker: and {len(notes) - _NAMED:,} more; --json names them all.", err=True)
