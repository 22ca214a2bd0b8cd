"""The list of returns that are expected: a CSV with office_id, office, region, kind, period, due, contact, closed."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.models.dates import read_date
from tracker.models.mistake import Mistake
from tracker.models.period import read_period
from tracker.models.records.handing_in import ReturnKind

COLUMNS = ("office_id", "office", "region", "kind", "period", "due", "contact", "closed")
_NEEDED = ("office_id", "kind", "period")
_YES = ("yes", "y", "1", "true", "closed")
_NO = ("", "no", "n", "0", "false", "open")


@dataclass(frozen=True)
class Expected:
    """One return that an office owes. `due` may be missing; of a closed period nothing more is taken."""

    office_id: str
    office: str
    region: str
    kind: str
    period: str
    due: date | None
    contact: str
    closed: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """Office, kind and period; an office with several groups owes as many returns as it has rows."""
        return self.office_id.casefold(), self.kind, self.period


def read_expected(path: Path) -> tuple[Expected, ...]:
    """The list. Raises Mistake, with the row, for what cannot be read."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Mistake(f"{path} cannot be read: look at its name.") from error
    except UnicodeDecodeError as error:
        raise Mistake(f"{path.name} is no text in UTF-8: save it as “CSV UTF-8”.") from error
    try:
        return tuple(_rows(path.name, text))
    except csv.Error as error:
        raise Mistake(f"{path.name} is no CSV ({error}): save it as “CSV UTF-8”.") from error


def _rows(name: str, text: str) -> Iterator[Expected]:
    delimiter = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    headings = {str(heading).strip().casefold() for heading in reader.fieldnames or ()}
    if missing := [heading for heading in _NEEDED if heading not in headings]:
        raise Mistake(f"{name} has no column {' and '.join(missing)}: its columns are {', '.join(COLUMNS)}.")
    for row in reader:
        told = {str(key).strip().casefold(): str(value or "").strip() for key, value in row.items()}
        if any(told.values()):
            yield _expected(f"{name}, line {reader.line_num}", told)


def _expected(where: str, told: dict[str, str]) -> Expected:
    kind = told["kind"].upper()
    if kind not in (ReturnKind.GROUP, ReturnKind.AGENCY, ReturnKind.REGION):
        raise Mistake(f"{where}: “{told['kind']}” is no kind of return: write R1, R2 or R3.")
    if not told["office_id"]:
        raise Mistake(f"{where}: there is no office_id: give the office's short code.")
    closed = told.get("closed", "").casefold()
    if closed not in (*_YES, *_NO):
        raise Mistake(f"{where}: “{closed}” under closed: write yes or no.")
    try:
        period = read_period(told["period"]).label
        due = read_date(told["due"]) if told.get("due") else None
    except Mistake as mistake:
        raise Mistake(f"{where}: {mistake.sentence}") from mistake
    office = told.get("office") or told["office_id"]
    return Expected(
        told["office_id"], office, told.get("region", ""), kind, period, due, told.get("contact", ""), closed in _YES
    )
