"""`tracker list`: what an office holds, kind by kind."""

from pathlib import Path
from typing import Any

import click

from tracker.commands.offices import as_json, group_option, office_file, reading
from tracker.commands.printing import print_json, print_rows
from tracker.models.belonging import belongs_to_groups, of_group
from tracker.models.listing import as_object, as_words
from tracker.models.mistake import Mistake
from tracker.models.records import KIND_BY_TABLE, Group, Record
from tracker.store.office import Office

# Belong to no group of their own, yet can be narrowed to one.
_NARROWED = frozenset({"agencies", "people", "lines", "groups"})


@click.command()
@office_file
@click.argument("what", type=click.Choice([*KIND_BY_TABLE, "history"]), metavar="WHAT")
@group_option
@as_json
def list_command(file: Path, what: str, group: str | None, *, as_json: bool) -> None:
    """List what an office holds. WHAT: groups, agencies, people, members, meetings, commitments … history."""
    with reading(file) as office:
        if what == "history":
            _list_history(office, group, as_json=as_json)
            return
        records = _records(office, KIND_BY_TABLE[what], group)
        snapshot = office.snapshot()
        if as_json:
            print_json([as_object(snapshot, record) for record in records])
        else:
            print_rows(as_words(snapshot, records), f"No {KIND_BY_TABLE[what].nouns} yet.")


def _records(office: Office, kind: Any, group: str | None) -> list[Record]:
    snapshot = office.snapshot()
    if group is None:
        return list(snapshot.of(kind))
    if kind.table not in _NARROWED and not belongs_to_groups(kind):
        raise Mistake(f"{kind.nouns.capitalize()} belong to no single group: leave --group out.")
    return of_group(snapshot, kind, office.find(Group, group).id)


def _list_history(office: Office, group: str | None, *, as_json: bool) -> None:
    changes = office.history()
    if group is not None:
        wanted = office.find(Group, group).id
        kinds = {change.kind for change in changes}
        snapshot = office.snapshot()
        known = {record.id for kind in kinds for record in of_group(snapshot, kind, wanted)}
        changes = [change for change in changes if change.record_id in known]
    if as_json:
        print_json(
            [
                {
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
                for change in changes
            ]
        )
        return
    rows = [
        [f"{change.at.astimezone():%d %b %Y %H:%M}", change.step, change.by, change.kind.noun, _what(change)]
        for change in changes
    ]
    print_rows([["When", "Step", "By", "What", "How"], *rows] if rows else [], "Nothing has been changed yet.")


def _what(change: Any) -> str:
    if change.before is None:
        how = "added"
    elif change.after is None:
        how = "removed"
    else:
        how = "changed: " + ", ".join(change.after)
    return f"{how} (undone)" if change.undone else how
