"""A workbook just written is opened again and held against the list of what may be there."""

import re
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from tracker.models.mistake import Mistake
from tracker.reports.workbook import AUTHOR, Book

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(workbook|styles|sharedStrings|theme/theme1)\.xml|xl/worksheets/sheet\d+\.xml"
    r"|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/tables/table\d+\.xml|xl/charts/chart\d+\.xml"
    r"|xl/drawings/drawing\d+\.xml|xl/drawings/_rels/drawing\d+\.xml\.rels"
)
_TABLE_NAME = re.compile(rb'<table [^>]*?displayName="([^"]*)"')
_CREATOR = re.compile(rb"<(dc:creator|cp:lastModifiedBy)>([^<]*)<")


def hold_against(path: Path, plan: Book) -> None:
    """Opens a saved workbook and compares it with what was planned.

    Raises Mistake if the disk did not keep it, AssertionError if it holds anything that was not meant to be there.
    """
    try:
        with zipfile.ZipFile(path) as parts:
            names = parts.namelist()
            # Reading a part holds it against its own checksum.
            texts = {name: parts.read(name) for name in names}
    except (zipfile.BadZipFile, zlib.error) as error:
        raise Mistake("The workbook did not reach the disk whole: save it again, or in another folder.") from error
    strange = [name for name in names if not _PARTS.fullmatch(name)]
    _must(not strange, f"parts: {strange}")
    _hold_sheets(texts["xl/workbook.xml"], plan)
    tables = {
        found[1].decode()
        for name in names
        if name.startswith("xl/tables/")
        for found in _TABLE_NAME.finditer(texts[name])
    }
    _must(tables == plan.table_names, f"tables: {sorted(tables ^ plan.table_names)}")
    people = {found[2].decode() for found in _CREATOR.finditer(texts["docProps/core.xml"])}
    _must(people <= {AUTHOR}, f"people: {people}")


def _hold_sheets(text: bytes, plan: Book) -> None:
    root = ElementTree.fromstring(text)
    sheets = root.findall(f"{_MAIN}sheets/{_MAIN}sheet")
    names = tuple(sheet.get("name") for sheet in sheets)
    _must(names == plan.sheet_names, f"sheets: {names}")
    _must(all(sheet.get("state", "visible") == "visible" for sheet in sheets), "a hidden sheet")
    defined = {name.get("name") for name in root.iter(f"{_MAIN}definedName")}
    _must(defined <= {"_xlnm.Print_Titles"}, f"names: {defined}")


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(f"The workbook holds what was not planned: {what}")
