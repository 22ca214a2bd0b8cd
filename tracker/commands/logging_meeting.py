"""`tracker log`: a meeting from text, one item a line, as in the window."""

import sys
from datetime import date
from pathlib import Path

import click

from tracker.commands.offices import Day, group_option, office_file, writing
from tracker.models.dates import shown
from tracker.models.meeting_checks import draft_problems, left_out_note, open_questions, same_day_note
from tracker.models.meeting_draft import MeetingDraft
from tracker.models.meeting_log import records_of
from tracker.models.mistake import Mistake
from tracker.models.records import Group
from tracker.models.typed_line.reader import LineReader
from tracker.store.office import Office

# A page of minutes has some thousand characters; ten million is no meeting but a wrong file.
_MOST_BYTES = 10_000_000


@click.command()
@office_file
@group_option
@click.option("--date", "on", type=Day(), required=True, help="The meeting's date, such as 2008-06-12.")
@click.option("--place", default="", help="Where it was.")
def log_command(file: Path, group: str | None, on: date, place: str) -> None:
    """Log a meeting from standard input, one item a line.

    \b
    A line is read as in the window, from how it begins:
      Police will run the licence course by 27 June     a commitment
      Decided on one plan for each whānau               a decision
      Well done: five enrolled, thanks to Education     a little victory
      Learned to ring before we call                    a lesson
      Risk: the lease of the hall ends in spring        a risk
      Ball: Education holds school attendance           who takes it forward
      We now see that the house was the worry           seen differently
    or from a letter and a space in front: d c v l r b s, or n for a note.

    By whom, to whom and by when are read as well: "next Friday", "in two weeks" and "before the next meeting" count
    from the meeting's date. What stays open in a line is named by its number, and the line is kept.
    """  # noqa: D301 (click wants the character itself)
    if group is None:
        raise click.UsageError("Say which group met, with --group.")
    lines = _lines()
    with writing(file) as office:
        met = office.find(Group, group)
        snapshot = office.snapshot()
        items = LineReader(snapshot, met.id, on).read_all(lines)
        draft = MeetingDraft(group_id=met.id, on=on, place=place.strip(), items=items)
        questions, twice = open_questions(draft, snapshot), same_day_note(draft, snapshot)
        _keep(office, draft)
    click.echo(f"Kept: {met.name}, {shown(on)}, {len(draft.items)} {'item' if len(draft.items) == 1 else 'items'}.")
    for number, sentence in questions:
        click.echo(f"tracker: line {number}: {sentence}", err=True)
    for note in filter(None, (twice, left_out_note(draft))):
        click.echo(f"tracker: {note}", err=True)


def _keep(office: Office, draft: MeetingDraft) -> None:
    snapshot = office.snapshot()
    if problems := draft_problems(draft, snapshot):
        raise Mistake(problems[0])
    with office.step("log a meeting"):
        office.save(*records_of(draft, snapshot, office.mint))


def _lines() -> list[str]:
    content = sys.stdin.buffer.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise Mistake("What was given is larger than any meeting: give the lines of one meeting.")
    try:
        # Not splitlines: it would also split at, and so lose, control characters that are to be counted.
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise Mistake("What was given is not text in UTF-8: save it as such and give it again.") from error
