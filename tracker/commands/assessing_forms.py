"""`tracker assess-form` and `tracker assess-import`: a self-assessment by file, sent out and read back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from tracker.commands import DONE, REFUSED
from tracker.commands.offices import Day, FilePath, as_json, group_option, office_file, reading, writing
from tracker.commands.printing import print_json, print_rows
from tracker.models.dates import shown
from tracker.models.fields import Field, FieldType, field_problems
from tracker.models.mistake import Mistake
from tracker.models.records import Group
from tracker.models.records.stage import Asked
from tracker.reports.assessment_reading import (
    ReadForm,
    forms_in,
    ratings_to_keep,
    read_forms,
    step_words,
    summary_words,
)
from tracker.store.office import Office


@click.command()
@office_file
@group_option
@click.option("--out", type=FilePath(), required=True, help="The form to write, a .xlsx.")
@click.option("--health", is_flag=True, help="Ask the health check, and not the signs of the stages.")
@click.option("--on", type=Day(), help="The day that counts as today.")
@click.option("--to", "to_whom", default="the agencies asked", show_default=True, help="Who gets it.")
@click.option("--purpose", default="self-assessment", show_default=True, help="What for.")
def assess_form_command(file: Path, group: str | None, out: Path, on: Any, *, health: bool, **words: str) -> None:
    """Write an Excel form of a self-assessment.

    Each agency fills in a copy and sends it back; `tracker assess-import` reads them. It is the form of today's round,
    which is started if there is none.
    """
    if group is None:
        raise click.UsageError("Say which group, with --group.")
    if out.suffix.lower() != ".xlsx":
        raise Mistake(f"{out.name} is no workbook's name: end it in .xlsx.")
    with writing(file, on) as office:
        _refuse_empty(words)
        said = _send(office, office.find(Group, group), Asked.HEALTH if health else Asked.SIGNS, out, words)
    click.echo(said)


@click.command()
@office_file
@click.argument("forms", nargs=-1, required=True, type=FilePath(), metavar="X.xlsx ...")
@group_option
@click.option("--on", type=Day(), help="The day that counts as today.")
@click.option("--dry-run", is_flag=True, help="Say what would be kept, and keep nothing.")
@as_json
def assess_import_command(
    file: Path, forms: tuple[Path, ...], group: str | None, on: Any, *, dry_run: bool, as_json: bool
) -> int:
    """Read forms of a self-assessment that came back.

    A folder stands for all forms in it. Those that can be read are kept in one step, and of each other it is said why
    not. With --group only the forms of that group are taken. The exit status is 1 if any was not read.
    """
    paths = [each for path in forms for each in (forms_in(path) if path.is_dir() else (path,))]
    with _opened(file, on, to_read=dry_run) as office:
        group_id = office.find(Group, group).id if group else ""
        read = read_forms(office.snapshot(), paths, office.mint, group_id=group_id)
        if not dry_run:
            _keep(office, read)
    if as_json:
        print_json([_object(form) for form in read])
    else:
        _print(read, dry_run=dry_run)
    for form in read:
        if form.refused:
            click.echo(f"tracker: {form.file_name}: {form.sentence}", err=True)
    return REFUSED if any(form.refused for form in read) else DONE


def _keep(office: Office, forms: tuple[ReadForm, ...]) -> None:
    """Keeps what was read, in one step that undo takes back."""
    ratings = ratings_to_keep(forms)
    if ratings:
        with office.step(step_words(ratings)):
            office.save(*ratings)


def _send(office: Office, group: Group, asks: Asked, out: Path, words: dict[str, str]) -> str:
    """Writes the form, entered in the register in the step that lets it go; says what was done."""
    from tracker.reports.assessment_form import departure_of, form_bytes, prepare_form, round_to_send, write_form

    snapshot = office.snapshot()
    assessment, is_new = round_to_send(snapshot, group.id, asks, office.mint)
    form = prepare_form(snapshot, assessment, office.setting.clock())
    content = form_bytes(form)
    departure = departure_of(form, content, out, office.mint(), words["to_whom"], words["purpose"])
    with office.step("save a self-assessment form", barrier=True):
        office.save(*([assessment] if is_new else []), departure)
        # Last, so that nothing leaves that is not in the register.
        write_form(form, content, out)
    began = "a round begun today" if is_new else "the round"
    agencies = len(form.facts.agencies)
    asked = f"{agencies} {'agency' if agencies == 1 else 'agencies'} asked"
    return f"The form of {began}, {group.name}, {shown(assessment.on)} ({asked}), is in {out}."


def _refuse_empty(words: dict[str, str]) -> None:
    """What cannot be entered in the register of what left does not leave."""
    for label, said in (("To whom", words["to_whom"]), ("Purpose", words["purpose"])):
        if problems := field_problems(Field(label, FieldType.LINE, required=True), said.strip(), "form"):
            raise Mistake(problems[0])


@contextmanager
def _opened(file: Path, on: Any, *, to_read: bool) -> Iterator[Office]:
    with reading(file, on) if to_read else writing(file, on) as office:
        yield office


def _object(form: ReadForm) -> dict[str, Any]:
    return {
        "file": str(form.path),
        "outcome": form.outcome.value,
        "said": form.sentence,
        "group": form.group,
        "group_id": form.group_id,
        "agency": form.agency,
        "agency_id": form.agency_id,
        "rater": form.mark,
        "answered": form.answered,
        "asked": form.asked,
        "assessment_id": form.assessment_id,
    }


def _print(forms: tuple[ReadForm, ...], *, dry_run: bool) -> None:
    rows = [
        [
            form.file_name,
            form.group,
            f"{form.agency} {form.mark}".strip(),
            form.answered_words,
            form.outcome.label if dry_run else form.outcome.done,
        ]
        for form in forms
    ]
    print_rows([["File", "Group", "Agency", "Answered", "What becomes of it"], *rows], "No form was given.")
    click.echo("")
    for form in forms:
        if not form.refused:
            click.echo(f"{form.file_name}: {form.sentence.rstrip('.')}.")
    nothing = " Nothing was kept: this was a try." if dry_run else ""
    click.echo(f"{summary_words(forms, done=not dry_run)}.{nothing}")
