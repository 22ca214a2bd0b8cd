"""`tracker search`: finding something by its words."""

from pathlib import Path
from typing import Any

import click

from tracker.commands.offices import as_json, office_file, reading
from tracker.commands.printing import print_json, print_rows
from tracker.models.belonging import group_of
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.store.search import Hit


@click.command()
@office_file
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="At most so many.")
@as_json
def search_command(file: Path, text: str, limit: int, *, as_json: bool) -> None:
    """Find by words: mangere finds Māngere.

    Macrons and case are ignored, the last word may be unfinished, and words in quotation marks must stand together.
    """
    with reading(file) as office:
        found = [_object(office, hit) for hit in office.search(text, limit)]
    if as_json:
        print_json([{name: value for name, value in each.items() if name != "noun"} for each in found])
        return
    rows = [[each["noun"], _short(each["title"] or each["excerpt"]), each["group"]] for each in found]
    print_rows([["Kind", "Title", "Group"], *rows] if rows else [], f"Nothing holds “{_short(text)}”.")


def _object(office: Office, hit: Hit) -> dict[str, Any]:
    snapshot = office.snapshot()
    record = snapshot.find(hit.kind, hit.id)
    group = snapshot.find(Group, group_of(snapshot, record)) if record else None
    return {
        "kind": hit.kind.table,
        "noun": hit.kind.noun,
        "id": hit.id,
        "title": hit.title,
        "excerpt": hit.excerpt,
        "group": group.name if group else "",
        "group_id": group.id if group else None,
    }


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else line[:89] + "…"
