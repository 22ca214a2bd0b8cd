"""`tracker trajectory`: the stages of one group or all, as words, as JSON or as a picture."""

from pathlib import Path
from typing import Any

import click

from tracker.commands.offices import Day, FilePath, as_json, group_option, office_file, reading
from tracker.commands.printing import print_json, print_rows
from tracker.models.dates import shown
from tracker.models.figures.trajectory import Trajectory, trajectory
from tracker.models.mistake import Mistake
from tracker.models.records import Group


@click.command()
@office_file
@group_option
@click.option("--on", type=Day(), help="The day that counts as today.")
@click.option("--out", type=FilePath(), help="A picture: .png, .svg or .pdf; needs --group.")
@as_json
def trajectory_command(file: Path, group: str | None, on: Any, out: Path | None, *, as_json: bool) -> None:
    """Show how far groups have come."""
    with reading(file, on) as office:
        snapshot = office.snapshot()
        wanted = [office.find(Group, group)] if group else list(snapshot.of(Group))
        paths = [trajectory(snapshot, found.id) for found in wanted]
    if out is not None:
        _draw(paths, group, out)
    if as_json:
        print_json([_object(path) for path in paths])
    elif out is not None:
        click.echo(f"The trajectory of {paths[0].name} is in {out}.")
    else:
        rows = [row for path in paths for row in _rows(path)]
        print_rows(
            [["Group", "From", "Stage", "Months", "Why"], *rows] if rows else [], "No stage has been judged yet."
        )


def _draw(paths: list[Trajectory], group: str | None, out: Path) -> None:
    if group is None:
        raise click.UsageError("A picture shows one group: say which with --group.")
    if out.suffix.lower() not in (".png", ".svg", ".pdf"):
        raise Mistake(f"{out.name} is no picture the program can draw: end the name in .png, .svg or .pdf.")
    try:
        from tracker.ui.pictures import draw_trajectory
    except ImportError as error:
        raise Mistake(f"A picture needs Qt, which cannot be loaded here ({error}).") from error
    draw_trajectory(paths[0], out)


def _object(path: Trajectory) -> dict[str, Any]:
    return {
        "group": path.name,
        "group_id": path.group_id,
        "until": path.until.isoformat(),
        "points": [
            {
                "on": point.on.isoformat(),
                "stage": point.lane.value if point.lane else "",
                "months": point.months,
                "crossover": point.judgement.crossover,
                "why": point.judgement.why,
                "judged_by": point.judgement.judged_by,
            }
            for point in path.points
        ],
        "marks": [{"on": mark.on.isoformat(), "kind": mark.kind.value, "title": mark.title} for mark in path.marks],
    }


def _rows(path: Trajectory) -> list[list[str]]:
    return [
        [
            path.name,
            shown(point.on),
            point.lane.label if point.lane else "Not clear",
            str(point.months),
            _short(point.judgement.why),
        ]
        for point in path.points
    ]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69] + "…"
