"""The sheets of a workbook as they lie in its file: where formulas stand, whether cells are merged, how far it goes."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from posixpath import join, normpath
from xml.etree.ElementTree import ParseError

from tracker.models.mistake import Mistake
from tracker.reports.collation.incoming_file import IncomingFile
from tracker.reports.sheet import FIRST_ROW

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DAMAGED = "The workbook's list of sheets is damaged: ask the office to save and send it again."
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_FORMULA_CELL = re.compile(rb'<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?f[ />]')
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s")
# Beyond column AZ and row 99,999 no return goes; a reader would make room for every cell between.
_PLACE = rb"(?:[B-Z][A-Z]\d|[A-Z]{3}|[A-Z]{0,3}\d{6})"
_FAR = re.compile(rb'r="' + _PLACE)
# As no program writes it, and XML allows.
_FAR_OTHERWISE = re.compile(rb"""r\s*=\s*["']""" + _PLACE)


@dataclass(frozen=True)
class SheetPart:
    """One sheet as it lies in the file."""

    name: str
    text: bytes

    @property
    def merged(self) -> bool:
        return b"mergeCell" in self.text and _MERGED.search(self.text) is not None

    @property
    def far(self) -> bool:
        """Whether a cell stands where no return has any."""
        plain = b"='" not in self.text and b" =" not in self.text and b"= " not in self.text
        return (_FAR if plain else _FAR_OTHERWISE).search(self.text) is not None

    @cached_property
    def formulas(self) -> frozenset[tuple[str, int]]:
        """The cells with formulas from the first row on, each as letters and row number."""
        if not _FORMULA.search(self.text):
            return frozenset()
        found = ((letters.decode(), int(row)) for letters, row in _FORMULA_CELL.findall(self.text))
        return frozenset(cell for cell in found if cell[1] >= FIRST_ROW)


def sheet_parts(file: IncomingFile) -> dict[str, SheetPart]:
    """The sheets by name, in the workbook's order. Raises Mistake if the workbook's own list cannot be read."""
    try:
        places = _places(file.parts["xl/workbook.xml"], file.parts["xl/_rels/workbook.xml.rels"])
        return {name: SheetPart(name, file.parts[place]) for name, place in places}
    except KeyError as error:
        raise Mistake(_DAMAGED) from error


@lru_cache(maxsize=64)
def _places(workbook: bytes, relations: bytes) -> tuple[tuple[str, str], ...]:
    """Each sheet's name and part. Returns of one kind have the same list, which is read once."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        targets = {each.get("Id"): str(each.get("Target")) for each in fromstring(relations)}
        sheets = fromstring(workbook).iter(f"{{{_MAIN}}}sheet")
        found = [(str(sheet.get("name")), targets[sheet.get(_RELATION)]) for sheet in sheets]
    except (ParseError, KeyError, ValueError, DefusedXmlException) as error:
        raise Mistake(_DAMAGED) from error
    if len({name for name, _ in found}) < len(found):
        raise Mistake("The workbook has two sheets of the same name: ask the office to save and send it again.")
    return tuple(
        (name, target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))) for name, target in found
    )
