"""`tracker search`: finding something by its words."""

from pathlib import Path

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
    """Find by words, macrons and case ignored: mangere finds Māngere."""
    with reading(file) as office:
        hits = office.search(text, limit)
        if as_json:
            print_json(
                [
                    {
                        "kind": hit.kind.table,
                        "id": hit.id,
                        "title": hit.title,
                        "excerpt": hit.excerpt,
                        "group": _group(office, hit),
                    }
                    for hit in hits
                ]
            )
            return
        rows = [[hit.kind.noun, _short(hit.title), _group(office, hit)] for hit in hits]
        print_rows([["Kind", "Title", "Group"], *rows] if rows else [], f"Nothing holds “{text}”.")


def _group(office: Office, hit: Hit) -> str:
    snapshot = office.snapshot()
    record = snapshot.find(hit.kind, hit.id)
    group = snapshot.find(Group, group_of(snapshot, record)) if record else None
    return group.name if group else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else line[:89] + "…"
