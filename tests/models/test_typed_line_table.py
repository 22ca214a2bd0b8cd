"""Every line of the table is read as the table says, or asked about."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.models.typed_line_office import GROUP, MET, office, terms
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.typed_line.reader import LineReader

LINES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).parent.parent.joinpath("data", "typed-lines.toml").read_text(encoding="utf-8")
)["lines"]


@pytest.fixture(scope="module")
def reader() -> LineReader:
    return LineReader(office(*terms()), GROUP.id, MET)


def reading(item: DraftItem) -> dict[str, Any]:
    """An item in the words of the table."""
    said = {
        "agency": item.agency_id,
        "person": item.person_id,
        "to": item.to,
        "to_agency": item.to_agency_id,
        "credit": list(item.agency_ids),
        "due": item.due,
        "level": item.level.name if item.kind is ItemKind.RISK and item.level.name != "MEDIUM" else "",
        "ask_kind": item.kind_open,
        "ask_due": item.due_open,
        "ask_who": item.who_open,
    }
    return {"kind": item.kind.name, "text": item.text} | {name: value for name, value in said.items() if value}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["typed"])
def test_a_line_is_read_as_the_table_says(line: dict[str, Any], reader: LineReader) -> None:
    expected = {name: value for name, value in line.items() if name != "typed"}
    assert reading(reader.read(line["typed"])) == {"text": line["typed"]} | expected


def test_the_table_has_lines_enough() -> None:
    assert len({line["typed"] for line in LINES}) == len(LINES) >= 150
    assert sum("due" in line or "ask_due" in line for line in LINES) >= 60
