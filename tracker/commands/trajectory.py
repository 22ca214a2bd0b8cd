"""`tracker trajectory`: the stages of one group or all, as words, as JSON or as a picture."""

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from tracker.commands.offices import Day, FilePath, as_json, group_option, office_file, reading
from tracker.commands.printing import print_json, print_rows
from tracker.models.dates import shown
from tracker.models.figures.trajectories import trajectories
from tracker.models.figures.trajectory import Trajectory, trajectory
from tracker.models.mistake import Mistake
from tracker.models.records import Group, StageJudgement
from tracker.models.snapshot import Snapshot


@click.command()
@office_file
@group_option
@click.option("--on", type=Day(), help="The day that counts as today.")
@click.option("--out", type=FilePath(), help="A picture: .png, .svg or .pdf; of all groups without --group.")
@click.option("--since-start", is_flag=True, help="All groups by months since each began, and not by calendar.")
@click.option("--multiples", is_flag=True, help="All groups, each in a small picture of its own.")
@as_json
def trajectory_command(
    file: Path, group: str | None, on: Any, out: Path | None, *, since_start: bool, multiples: bool, as_json: bool
) -> None:
    """Show how far groups have come."""
    _check(group, out, since_start=since_start, multiples=multiples)
    with reading(file, on) as office:
        snapshot = office.snapshot()
        wanted = [office.find(Group, group)] if group else list(snapshot.of(Group))
        # On an earlier day a group that began later is not there yet.
        there = [found for found in wanted if group or _begun(snapshot, found)]
        paths = [trajectory(snapshot, found.id) for found in there]
        told, name = trajectories(snapshot), snapshot.office.name
    if out is not None and not there:
        raise Mistake(f"No group had begun by {shown(snapshot.today)}: there is nothing to draw. Give a later day.")
    if out is not None and group:
        _pictures().draw_trajectory(paths[0], out)
    elif out is not None:
        draw = _pictures().draw_office_multiples if multiples else _pictures().draw_office
        draw(told, name, out, **({} if multiples else {"since_start": since_start}))
    if as_json:
        print_json([_object(path) for path in paths])
    elif out is not None:
        whose = f"trajectory of {paths[0].name} is" if group else f"trajectories of {name} are"
        click.echo(f"The {whose} in {out}.")
    else:
        rows = [row for path in paths for row in _rows(path)]
        print_rows(
            [["Group", "From", "Stage", "Months", "Why"], *rows] if rows else [], "No stage has been judged yet."
        )


def _check(group: str | None, out: Path | None, *, since_start: bool, multiples: bool) -> None:
    if (since_start or multiples) and (group or out is None):
        raise click.UsageError("--since-start and --multiples are for a picture of all groups: --out without --group.")
    if since_start and multiples:
        raise click.UsageError("Choose one of --since-start and --multiples: small pictures begin with their groups.")
    if out is not None and out.suffix.lower() not in (".png", ".svg", ".pdf"):
        raise Mistake(f"{out.name} is no picture the program can draw: end the name in .png, .svg or .pdf.")


def _pictures() -> ModuleType:
    try:
        return import_module("tracker.ui.pictures")
    except ImportError as error:
        raise Mistake(f"A picture needs Qt, which cannot be loaded here ({error}).") from error


def _begun(snapshot: Snapshot, group: Group) -> bool:
    first = min((each.on for each in snapshot.of(StageJudgement, group_id=group.id) if each.on), default=None)
    return any(day <= snapshot.today for day in (group.started_on, first) if day)


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
