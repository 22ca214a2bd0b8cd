"""`tracker collate`: head office puts the returns of all offices together."""

import contextlib
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import click

from tracker.commands import DONE, REFUSED
from tracker.commands.offices import FilePath, as_json
from tracker.commands.printing import print_json
from tracker.models.mistake import Mistake
from tracker.reports.collation.collating import Collation, collate
from tracker.reports.collation.expected import read_expected
from tracker.reports.collation.file_reader import Progress
from tracker.reports.collation.national import Total
from tracker.reports.collation.register import FileVerdict

# More read faster than their answers can be taken in.
_MOST_WORKERS = 4


@click.command()
@click.argument("paths", nargs=-1, required=True, type=FilePath(), metavar="PATH ...")
@click.option("--out", type=FilePath(), required=True, help="The national workbook to write, a .xlsx.")
@click.option(
    "--expected",
    "expected_file",
    type=FilePath(),
    help="A CSV of the returns that offices owe: office_id, office, region, kind, period, due, contact, closed.",
)
@as_json
def collate_command(paths: tuple[Path, ...], out: Path, expected_file: Path | None, *, as_json: bool) -> int:
    """Put returns together, each result counted once.

    PATH is a return or a folder of returns. What cannot be read or trusted is listed with its reason and stops nothing.
    Beside the output stand an answer to each office, and a file with receipts and decisions that the next run uses;
    decisions are typed on the sheet Conflicts of the output. The exit status is 1 if any file was refused.
    """
    if out.suffix.lower() != ".xlsx":
        raise Mistake(f"{out.name} is no workbook's name: end it in .xlsx.")
    expected = read_expected(expected_file) if expected_file else None
    with _progress() as progress:
        now = datetime.now(UTC)
        done = collate(paths, out, now=now, expected=expected, progress=progress, workers=_workers())
    if as_json:
        print_json(_object(done))
    else:
        _say(done)
    for entry in done.refused:
        click.echo(f"tracker: {entry.read.file}: {entry.reason}", err=True)
    return REFUSED if done.refused else DONE


def _workers() -> int:
    """A packaged program cannot start itself again for reading alone."""
    return 1 if getattr(sys, "frozen", False) else min(_MOST_WORKERS, os.cpu_count() or 1)


@contextlib.contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Reading returns", file=sys.stderr) as bar:

        def show(done: int, of: int) -> None:
            bar.length = max(of, 1)
            bar.update(done - bar.pos)

        yield show


def _object(done: Collation) -> dict[str, object]:
    return {
        "files": [
            {
                "file": entry.read.file,
                "verdict": entry.verdict.value,
                "checksum_ok": entry.read.checksum_ok,
                "reason": entry.reason,
            }
            for entry in done.entries
        ],
        "totals": [_total(total) for total in done.figures.totals],
        "undecided": len(done.undecided),
        "missing": len(done.reporting.missing),
        "checksum": done.checksum,
    }


def _total(total: Total) -> dict[str, object]:
    return {
        "unit": total.like.unit,
        "count_basis": total.like.count_basis,
        "level": total.like.level,
        "results": len(total.results),
        "counted_once": _number(total.counted_once),
        "contributed_sum": _number(total.contributed_sum),
        "overlap_factor": _number(total.overlap),
        "apportioned_sum": _number(total.apportioned_sum),
        "unallocated": _number(total.unallocated),
        "withheld": total.withheld,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else round(float(value), 6)


def _say(done: Collation) -> None:
    counts = {verdict: sum(entry.verdict is verdict for entry in done.entries) for verdict in FileVerdict}
    told = ", ".join(f"{count} {verdict.label.lower()}" for verdict, count in counts.items() if count)
    click.echo(f"{_count(len(done.entries), 'file')}: {told or 'none'}. The national workbook is {done.out}.")
    results = sum(len(total.results) for total in done.figures.totals)
    click.echo(f"{_count(results, 'result')} counted once. Checksum {done.checksum[:16]}…")
    if done.undecided:
        click.echo(
            f"{_count(len(done.undecided), 'difference')} to decide: type on its sheet Conflicts, and collate again."
        )
    if done.reporting.missing:
        missing = _count(len(done.reporting.missing), "return")
        click.echo(f"{missing} missing of {done.reporting.expected:,} expected: see Missing.")
    if done.answers:
        click.echo(f"Answers to {_count(len(done.answers), 'office')} are in {done.answers[0].parent}.")


def _count(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count:,} {noun}s"
