"""Opening a workbook that came from elsewhere: it is looked at before any of it is read."""

import io
import re
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from tracker.models.mistake import Mistake

_MOST_BYTES, _MOST_UNPACKED, _MOST_PARTS, _MOST_RATIO = 20_000_000, 200_000_000, 500, 200
# Ratios of small parts say nothing; more rows than this has nothing that an office is sent.
_SMALL_PART, _MOST_ROWS = 1_000_000, 100_000
_PIECE = 1 << 18
# How a workbook of an older Excel, and one with a password, begins.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1
_NO_ZIP = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
_BROKEN = (*_NO_ZIP, ParseError, KeyError, TypeError, IndexError, AttributeError)


@dataclass(frozen=True)
class Wanted:
    """What a file should have been: `thing` as in "larger than any form", `again` is what to do if it is damaged."""

    thing: str = "form"
    choose: str = "choose the .xlsx that came back"
    again: str = "ask for the form to be saved and sent again"


FORM = Wanted()


def opened_workbook(path: Path, wanted: Wanted = FORM, *, values: bool = False) -> Any:
    """The workbook, by openpyxl, with its formulas as they stand.

    With `values` it is read as it goes and holds what formulas came to, for files with many rows. Raises Mistake, with
    what to do, if it cannot be read.
    """
    refuse_unsound(path, wanted)
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    # Without it a few lines of XML can grow to all the memory there is.
    assert openpyxl.DEFUSEDXML
    try:
        with warnings.catch_warnings():
            # What it leaves out of lists and pictures is nothing that is read.
            warnings.simplefilter("ignore")
            # From memory: of a broken workbook openpyxl would leave the file open.
            whole = io.BytesIO(path.read_bytes())
            return openpyxl.load_workbook(whole, keep_links=False, read_only=values, data_only=values)
    except (InvalidFileException, *_BROKEN) as error:
        raise damaged(wanted) from error


def damaged(wanted: Wanted) -> Mistake:
    """What to say of a workbook that turns out broken while it is read."""
    return Mistake(f"The workbook is damaged: {wanted.again}.")


def refuse_unsound(path: Path, wanted: Wanted = FORM) -> None:
    """Raises Mistake unless the file is a plain .xlsx: told by its content, unpacked in pieces and kept nowhere."""
    try:
        if path.is_dir():
            raise Mistake(f"This is a folder: name the {wanted.thing}s in it.")
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4)
    except FileNotFoundError as error:
        raise Mistake("There is no such file: look at its name.") from error
    except OSError as error:
        raise Mistake("The file cannot be read: look whether it is open in another program.") from error
    if size > _MOST_BYTES:
        raise Mistake(f"The file is far larger than any {wanted.thing}: choose the {wanted.thing} itself.")
    if start == _COMPOUND:
        raise Mistake(
            "The workbook has a password, or is of an Excel before 2007: save it as .xlsx without a password, and read "
            "it again."
        )
    if start[:2] != b"PK":
        raise Mistake(f"This is no Excel workbook: {wanted.choose}.")
    try:
        with zipfile.ZipFile(path) as whole:
            _refuse_parts(whole, wanted)
    except _NO_ZIP as error:
        raise damaged(wanted) from error


def _refuse_parts(whole: zipfile.ZipFile, wanted: Wanted) -> None:
    entries = whole.infolist()
    if len(entries) > _MOST_PARTS:
        raise Mistake(f"The workbook has more than {_MOST_PARTS} parts, more than any {wanted.thing}: {wanted.choose}.")
    for entry in entries:
        _refuse_strange(entry)
    if "xl/workbook.xml" not in whole.namelist():
        raise Mistake(f"This is no Excel workbook: {wanted.choose}.")
    left = _MOST_UNPACKED
    for entry in entries:
        left -= _measured(whole, entry, left, wanted)


def _refuse_strange(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/").casefold()
    if name.startswith("/") or ".." in name.split("/") or ":" in name:
        raise Mistake("A part of the workbook names a place outside it: do not open it, and ask who sent it.")
    if "vbaproject" in name:
        raise Mistake("The workbook holds macros: save it as .xlsx, which holds none, and read that.")
    if name.startswith("xl/externallinks/"):
        raise Mistake("The workbook links to other files: break the links in it, save it, and read it again.")
    if entry.flag_bits & _ENCRYPTED:
        raise Mistake("The workbook is encrypted: save it as .xlsx without a password, and read it again.")


def _measured(whole: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, wanted: Wanted) -> int:
    """How many bytes a part has, whatever it says of itself."""
    most = min(left, max(_SMALL_PART, entry.compress_size * _MOST_RATIO))
    is_sheet = entry.filename.startswith("xl/worksheets/")
    size = rows = 0
    with whole.open(entry) as part:
        while piece := part.read(_PIECE):
            size += len(piece)
            rows += piece.count(b"<row ") if is_sheet else 0
            if size > most or rows > _MOST_ROWS:
                raise Mistake(
                    f"The workbook is far larger than any {wanted.thing} when it is unpacked: "
                    f"choose the {wanted.thing} itself."
                )
    return size


_SHEETS = re.compile(rb"<(?:\w+:)?sheet\s[^>]*>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")


def sheet_text(path: Path, place: int) -> bytes:
    """A sheet as it lies in a sound workbook, by its place from 0; b"" if the book's own list cannot be followed."""
    try:
        with zipfile.ZipFile(path) as whole:
            sheets = [dict(_ATTRIBUTE.findall(tag)) for tag in _SHEETS.findall(whole.read("xl/workbook.xml"))]
            links = [
                dict(_ATTRIBUTE.findall(tag)) for tag in _RELATION.findall(whole.read("xl/_rels/workbook.xml.rels"))
            ]
            targets = {each[b"Id"]: each[b"Target"].decode() for each in links}
            wanted = next(value for name, value in sheets[place].items() if name.endswith(b":id"))
            target = targets[wanted]
            return whole.read(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
    except (*_NO_ZIP, KeyError, IndexError, StopIteration):
        return b""
