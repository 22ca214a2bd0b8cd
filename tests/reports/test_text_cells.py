"""Text goes into a workbook as text, whole, and by one helper alone."""

import ast
from pathlib import Path

import openpyxl
import pytest

import tracker
from tests.builders import a_result
from tests.reports.conftest import Maker
from tracker.reports.sheet import LONGEST_CELL
from tracker.reports.sound_text import begins_like_a_formula, sound, unsound_characters

TRACKER = Path(tracker.__file__).parent
CELL_WRITERS = {"write", "write_string", "write_number", "write_formula", "write_url", "write_row", "write_column"}
CELL_WRITERS |= {"write_blank", "write_boolean", "write_datetime", "write_rich_string", "write_array_formula"}
HELPER = TRACKER / "reports" / "text_cells.py"
AWKWARD = [
    "=1+1",
    "+64 9 123",
    "-5 degrees",
    "@home",
    "\t=1",
    " =1",
    "\u00a0=1",
    "#N/A",
    "https://x.nz",
    "_x000D_",
    "007",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_text_stays_text_whatever_it_begins_with(maker: Maker, text: str) -> None:
    maker.keep(a_result(maker.group, name=text))
    book = openpyxl.load_workbook(maker.write().path)
    cell = book["Results"]["C5"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix is begins_like_a_formula(text)


def test_text_beyond_a_cell_goes_on_in_the_next_row(maker: Maker) -> None:
    text = "".join(f"{number:08d}" for number in range(5000))
    maker.keep(a_result(maker.group, name=text))
    (first, *_), (second, *marked) = [
        [row[2], row[0], row[7]]
        for row in openpyxl.load_workbook(maker.write().path, read_only=True)["Results"].iter_rows(5, values_only=True)
    ]
    assert first + second == text
    assert len(first) == LONGEST_CELL
    assert marked == ["continued", None]


def test_a_character_that_counts_twice_in_a_cell_is_not_cut(maker: Maker) -> None:
    text = "𝄞" * 20_000
    maker.keep(a_result(maker.group, name=text))
    rows = openpyxl.load_workbook(maker.write().path, read_only=True)["Results"].iter_rows(5, values_only=True)
    assert "".join(row[2] for row in rows) == text


def test_control_characters_are_replaced_and_counted(maker: Maker) -> None:
    maker.keep(a_result(maker.group, name="One\x0btwo\x01three\r\nfour\ud800"))
    prepared = maker.prepare()
    (check,) = [each for each in prepared.checks if each.check_id == "control_characters"]
    assert check.message == "3 such characters were replaced by a space or a line end."
    book = openpyxl.load_workbook(maker.write(prepared).path)
    assert book["Results"]["C5"].value == "One\ntwo three\nfour "


def test_macrons_and_emoji_stay_as_they_are() -> None:
    text = "Māngere, Ōtara 👍 e\u0301"
    assert sound(text) == text
    assert unsound_characters(text) == 0


def test_nothing_but_the_one_helper_writes_cells() -> None:
    writers = {
        f"{path.relative_to(TRACKER)}:{node.lineno}"
        for path in (TRACKER / "reports").rglob("*.py")
        if path != HELPER
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in CELL_WRITERS and not _is_a_file(node)
    }
    assert writers == set()


def _is_a_file(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "file" and node.attr == "write"
