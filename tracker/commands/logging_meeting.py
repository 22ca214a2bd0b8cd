"""`tracker log`: a meeting from text, one item a line, as in the window."""

import sys
from datetime import date
from pathlib import Path

import click

from tracker.commands.offices import Day, group_option, office_file, writing
from tracker.models.dates import shown
from tracker.models.meeting_checks import draft_problems, left_out_note, open_questions
from tracker.models.meeting_draft import MeetingDraft
from tracker.models.meeting_lines import read_lines
from tracker.models.meeting_log import records_of
from tracker.models.mistake import Mistake
from tracker.models.records import Group
from tracker.store.office import Office

# A page of minutes has some thousand characters; ten million is no meeting but a wrong file.
_MOST_BYTES = 10_000_000


@click.command()
@office_file
@group_option
@click.option("--date", "on", type=Day(), required=True, help="The meeting's date, such as 2008-06-12.")
@click.option("--place", default="", help="Where it was.")
def log_command(file: Path, group: str | None, on: date, place: str) -> None:
    r"""Log a meeting from standard input, one item a line.

    \b
    A line begins with one of these letters:
      d  a decision
      c  a commitment, as in: c Police: run the licence course by 27 Jun 2008
      v  a little victory
      l  a lesson
      r  a risk
      b  a ball: who takes an issue forward, as in: b Education: school attendance
      s  what we now see differently
      n  a note

    What stays open in a line is named by its number, and the line is kept.
    """
    if group is None:
        raise click.UsageError("Say which group met, with --group.")
    lines = _lines()
    with writing(file) as office:
        met = office.find(Group, group)
        draft = MeetingDraft(
            group_id=met.id, on=on, place=place.strip(), items=read_lines(lines, office.snapshot(), met.id)
        )
        _keep(office, draft)
    click.echo(f"Kept: {met.name}, {shown(on)}, {len(draft.items)} {'item' if len(draft.items) == 1 else 'items'}.")
    _say_what_is_open(draft)


def _keep(office: Office, draft: MeetingDraft) -> None:
    snapshot = office.snapshot()
    if problems := draft_problems(draft, snapshot):
        raise Mistake(problems[0])
    with office.step("log a meeting"):
        office.save(*records_of(draft, snapshot, office.mint))


def _say_what_is_open(draft: MeetingDraft) -> None:
    for number, sentence in open_questions(draft):
        click.echo(f"tracker: line {number}: {sentence}", err=True)
    if note := left_out_note(draft):
        click.echo(f"tracker: {note}", err=True)


def _lines() -> list[str]:
    content = sys.stdin.buffer.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise Mistake("What was given is larger than any meeting: give the lines of one meeting.")
    try:
        # Not splitlines: it would also split at, and so lose, control characters that are to be counted.
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise Mistake("What was given is not text in UTF-8: save it as such and give it again.") from error
