"""A file that came from an office: looked at as bytes before any of it is read as a workbook."""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracker.models.mistake import Mistake

_MOST_BYTES, _MOST_UNPACKED, _MOST_PARTS, _MOST_RATIO = 20_000_000, 200_000_000, 500, 200
# Ratios of tiny parts say nothing.
_SMALL_PART = 100_000
# How a workbook of an older Excel, and one with a password, begins.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
# Parts that nobody unpacks here.
_NOT_READ = (
    "xl/charts/",
    "xl/drawings/",
    "xl/tables/",
    "xl/theme/",
    "xl/media/",
    "xl/printerSettings/",
    "xl/worksheets/_rels/",
    "docProps/",
)
_NO_ZIP = (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, NotImplementedError, IndexError, KeyError)
_DAMAGED = "The workbook is damaged: ask the office to save and send it again."
_NO_WORKBOOK = "This is no Excel workbook (.xlsx): ask the office for the return as it was saved."
# Entities are declared within one, and XML knows the word in capitals only.
_DECLARATIONS = b"<!DOCTYPE"


@dataclass(frozen=True)
class IncomingFile:
    """One file: its name, its SHA-256, its bytes and the parts of the workbook that are read."""

    name: str
    sha256: str
    content: bytes
    parts: dict[str, bytes]


def file_bytes(path: Path) -> bytes:
    """The bytes of a file of at most 20 MB. Raises Mistake if it is larger or cannot be read."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Mistake("The file is larger than 20 MB, which no return is: ask the office for the return itself.")
        return path.read_bytes()
    except OSError as error:
        raise Mistake("The file cannot be read: look whether it is open in another program.") from error


def incoming_file(name: str, content: bytes) -> IncomingFile:
    """The file taken apart. Raises Mistake, with what to do, for whatever is no sound workbook without macros."""
    if content[:4] == _COMPOUND:
        raise Mistake(
            "The workbook has a password, or is of an Excel before 2007: ask for it as .xlsx without a password."
        )
    if content[:2] != b"PK":
        raise Mistake(_NO_WORKBOOK)
    try:
        parts = dict(_parts(content))
    except _NO_ZIP as error:
        raise Mistake(_DAMAGED) from error
    if "xl/workbook.xml" not in parts:
        raise Mistake(_NO_WORKBOOK)
    if any(_DECLARATIONS in part for part in parts.values()):
        raise Mistake("The workbook declares entities, which no return does: ask the office how it was made.")
    return IncomingFile(name, hashlib.sha256(content).hexdigest(), content, parts)


def _parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        entries = whole.infolist()
    if len(entries) > _MOST_PARTS:
        raise Mistake("The workbook has more than 500 parts, which no return has: ask the office how it was made.")
    left = _MOST_UNPACKED
    for entry in entries:
        _refuse_strange(entry)
        if entry.filename.startswith(_NOT_READ):
            continue
        part = _unpacked(content, entry, left)
        left -= len(part)
        yield entry.filename, part


def _refuse_strange(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or ":" in name:
        raise Mistake("A part of the workbook names a place outside it: do not open it, and ask the office.")
    if "vbaproject" in name.casefold():
        raise Mistake("The workbook holds macros, which no return does: ask for it as .xlsx.")
    if name.casefold().startswith("xl/externallinks/"):
        raise Mistake("The workbook links to other files, which no return does: ask the office how it was made.")
    if entry.flag_bits & _ENCRYPTED:
        raise Mistake("The workbook is encrypted: ask for it without a password.")


def _unpacked(content: bytes, entry: zipfile.ZipInfo, left: int) -> bytes:
    """A part as it is and not as long as it says to be. Raises Mistake if it swells, zlib.error if it is damaged."""
    header = entry.header_offset
    name_length, extra_length = struct.unpack_from("<HH", content, header + 26)
    begin = header + _LOCAL_HEADER + name_length + extra_length
    packed = content[begin : begin + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise NotImplementedError
    most = min(left, max(_SMALL_PART, len(packed) * _MOST_RATIO))
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    part = unpacking.decompress(packed, most + 1)
    if len(part) > most:
        raise Mistake("The workbook swells to far more than any return when it is unpacked: ask how it was made.")
    if not unpacking.eof or zlib.crc32(part) != entry.CRC:
        raise zlib.error
    return part
