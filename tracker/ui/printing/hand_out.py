"""Handing a page out: what leaves the office is entered in its register with the very step that lets it go."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.models.records import Departure
from tracker.models.value import Value, value
from tracker.reports.file_name import safe_part
from tracker.reports.saving import save_whole
from tracker.store.office import Office

# A register's line holds no more; a group's name may be as long alone.
_LONGEST = 280


@value
class Errand(Value):
    """What leaves, to whom and for what, and how many entries that is; `step` names it in the history."""

    what: str
    to_whom: str
    purpose: str
    rows: int
    step: str


def hand_out(
    office: Office, errand: Errand, let_go: Callable[[], object], *, file_name: str = "", sha256: str = ""
) -> None:
    """Enters what leaves in the register and lets it go: both or neither, and undo stops there.

    Raises Mistake if nobody or no purpose is named, if the office may only be read, or if `let_go` cannot.
    """
    if not errand.to_whom.strip():
        raise Mistake("Say to whom it goes: that is noted with what left.")
    if not errand.purpose.strip():
        raise Mistake("Say what it is for: that is noted with what left.")
    if office.read_only:
        raise Mistake(
            "This office is open to read alone. What leaves is entered in its register, so nothing can leave."
        )
    departure = Departure(
        id=office.mint(),
        at=office.setting.clock(),
        what=errand.what if len(errand.what) <= _LONGEST else errand.what[: _LONGEST - 1] + "…",
        to_whom=errand.to_whom.strip(),
        purpose=errand.purpose.strip(),
        rows=errand.rows,
        file_name=file_name,
        file_sha256=sha256,
    )
    with office.step(errand.step, barrier=True):
        office.save(departure)
        let_go()


def save_file(office: Office, errand: Errand, content: bytes, path: Path) -> None:
    """Puts a file in its place, whole, and enters it. Raises Mistake as `hand_out` does, or if it cannot be written."""

    def look(beside: Path) -> None:
        if beside.stat().st_size != len(content):
            raise Mistake(f"{path.name} was not written whole: free some space on the disk, and try again.")

    sha256 = hashlib.sha256(content).hexdigest()
    hand_out(office, errand, lambda: save_whole(path, content, look), file_name=path.name, sha256=sha256)


def page_file_name(what: str, code: str, on: date) -> str:
    """Such as Brief_ICM_2008-07-17.pdf."""
    return f"{what}_{safe_part(code) or 'group'}_{on.isoformat()}.pdf"
