"""Printing for people and for programs."""

import json
import unicodedata
from datetime import datetime
from typing import Any

import click

from tracker.models.dates import shown


def print_json(document: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def shown_moment(at: datetime) -> str:
    """A point in time as the clock on the wall showed it: 12 Jun 2008 14:05."""
    here = at.astimezone()
    return f"{shown(here.date())} {here:%H:%M}"


def print_rows(rows: list[list[str]], when_empty: str) -> None:
    """Rows in columns, the first of them the headings."""
    if not rows:
        click.echo(when_empty)
        return
    widths = [max(_width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        click.echo("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in text
    )
