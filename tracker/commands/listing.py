"""`tracker list`: what an office holds, kind by kind."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.commands.offices import as_json, group_option, office_file, reading
from tracker.commands.printing import print_json, print_rows, shown_moment
from tracker.models.belonging import belongs_to_groups, of_group
from tracker.models.fields import fields_of
from tracker.models.listing import as_object, as_words
from tracker.models.mistake import Mistake
from tracker.models.records import KIND_BY_TABLE, Group, Record
from tracker.store.office import Office

if TYPE_CHECKING:
    # Loaded when somebody looks back.
    from tracker.store.history import PastChange

# Belong to no group of their own, yet can be narrowed to one.
_NARROWED = frozenset({"agencies", "people", "lines", "frameworks", "returns", "groups"})


class What(click.ParamType[str]):
    """The name of a kind, as in `tracker list FILE groups`."""

    name = "what"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        names = [*KIND_BY_TABLE, "history"]
        if value in names:
            return str(value)
        # Loaded only when something was mistyped.
        import difflib

        near = difflib.get_close_matches(str(value), names, n=3)
        hint = f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(sorted(names))}."
        raise click.BadParameter(f"An office holds no “{value}”. {hint}", ctx, param)


@click.command()
@office_file
@click.argument("what", type=What(), metavar="WHAT")
@group_option
@as_json
def list_command(file: Path, what: str, group: str | None, *, as_json: bool) -> None:
    """List what an office holds.

    WHAT: groups, agencies, people, members, roles, requisites, meetings, decisions, commitments, balls, contributions,
    readings, results, outcomes, indicators, frameworks, lines, mappings, stages, assessments, reviews, lessons,
    supports, risks, barriers, events, former_names, successions, returns, or history. A word that is none of these is
    answered with all there are.
    """
    with reading(file) as office:
        if what == "history":
            changes = _changes(office, group)
            document: list[Any] = [_change_object(change) for change in changes] if as_json else []
            rows = [] if as_json else _change_rows(changes)
        else:
            records, snapshot = _records(office, KIND_BY_TABLE[what], group), office.snapshot()
            document = [as_object(snapshot, record) for record in records] if as_json else []
            rows = [] if as_json else as_words(snapshot, records)
    # Printed when the file is closed: who pages through a list keeps nobody out.
    if as_json:
        print_json(document)
    else:
        nothing = "Nothing has been changed yet." if what == "history" else f"No {KIND_BY_TABLE[what].nouns} yet."
        print_rows(rows, nothing)


def _records(office: Office, kind: Any, group: str | None) -> list[Record]:
    snapshot = office.snapshot()
    if group is None:
        return list(snapshot.of(kind))
    if kind.table not in _NARROWED and not belongs_to_groups(kind):
        raise Mistake(f"{kind.nouns.capitalize()} belong to no single group: leave --group out.")
    return of_group(snapshot, kind, office.find(Group, group).id)


def _changes(office: Office, group: str | None) -> list["PastChange"]:
    """The history, newest first; of a group also what has been removed since."""
    changes = office.history()
    if group is None:
        return changes
    wanted, snapshot = office.find(Group, group).id, office.snapshot()
    known = {record.id for kind in {change.kind for change in changes} for record in of_group(snapshot, kind, wanted)}
    known |= {
        change.record_id
        for change in changes
        for row in (change.before, change.after)
        if row and row.get("group_id") == wanted
    }
    return [change for change in changes if change.record_id in known]


def _change_object(change: "PastChange") -> dict[str, Any]:
    return {
        "step": change.step,
        "number": change.number,
        "at": change.at.isoformat(),
        "by": change.by,
        "kind": change.kind.table,
        "id": change.record_id,
        "before": change.before,
        "after": change.after,
        "undone": change.undone,
    }


def _change_rows(changes: list["PastChange"]) -> list[list[str]]:
    rows = [[shown_moment(change.at), change.step, change.by, change.kind.noun, _what(change)] for change in changes]
    return [["When", "Step", "By", "What", "How"], *rows] if rows else []


def _what(change: "PastChange") -> str:
    if change.before is None:
        how = "added"
    elif change.after is None:
        how = "removed"
    else:
        labels = {part.name: part.label.lower() for part in fields_of(change.kind)}
        how = "changed: " + ", ".join(labels.get(name, name) for name in change.after)
    return f"{how} (undone)" if change.undone else how
