"""`tracker brief`: one page for a group's next meeting, as PDF, noted as having left."""

from pathlib import Path
from typing import Any

import click

from tracker.commands.offices import Day, FilePath, group_option, office_file, writing
from tracker.models.dates import shown
from tracker.models.figures.brief import brief
from tracker.models.figures.handout_words import ADDRESSEES, stays_words
from tracker.models.mistake import Mistake
from tracker.models.records import Group
from tracker.store.office import Office


@click.command()
@office_file
@group_option
@click.option("--out", type=FilePath(), required=True, help="The page to write, a .pdf.")
@click.option("--on", type=Day(), help="The day that counts as today.")
@click.option("--to", "to_whom", default=ADDRESSEES, show_default=True, help="Who gets it.")
@click.option("--purpose", default="The next meeting", show_default=True, help="What for.")
def brief_command(file: Path, group: str | None, out: Path, on: Any, to_whom: str, purpose: str) -> None:
    """Save the page for a group's next meeting as PDF."""
    if group is None:
        raise click.UsageError("Say which group, with --group.")
    if out.suffix.lower() != ".pdf":
        raise Mistake(f"{out.name} is no PDF's name: end it in .pdf.")
    with writing(file, on) as office:
        said = save_brief(office, office.find(Group, group), out, to_whom, purpose)
    click.echo(said)


def save_brief(office: Office, group: Group, out: Path, to_whom: str, purpose: str) -> str:
    """Writes the page and notes that it left; returns what to say of it."""
    told = brief(office.snapshot(), group.id)
    try:
        from tracker.ui.pictures import without_screen
        from tracker.ui.printing.brief_page import brief_handout
        from tracker.ui.printing.hand_out import Errand, save_file
        from tracker.ui.printing.pdf import pdf_bytes
        from tracker.ui.style import load_fonts
    except ImportError as error:
        raise Mistake(f"A page needs Qt, which cannot be loaded here ({error}).") from error
    load_fonts(without_screen())
    handout = brief_handout(told)
    errand = Errand(told.title, to_whom, purpose, handout.rows, "save the brief")
    save_file(office, errand, pdf_bytes(handout, told.title, told.office), out)
    coming = f" of {shown(told.next_meeting.on)}" if told.next_meeting else ""
    return f"The brief of {group.called} for the meeting{coming} is in {out}. {stays_words(told.stays)}"
