"""The draft of a meeting on disk, so that a crash or a closed window loses nothing that was typed."""

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from tracker.models.dates import shown
from tracker.models.meeting_draft import DraftAttendance, DraftItem, ItemKind, MeetingDraft
from tracker.models.mistake import Mistake
from tracker.models.records.meeting import Feeling, Presence
from tracker.models.records.person import Level
from tracker.models.records.risk import RiskLevel


@dataclass(frozen=True, kw_only=True)
class Typed:
    """All that was typed on the page: the meeting so far, the date as it stands in its field, and the open line.

    `by_hand` holds what was put right beside the open line, by part and as text; `edited` is the place, from 0, of the
    kept line that is being changed, -1 for a new one.
    """

    meeting: MeetingDraft
    day_text: str = ""
    line: str = ""
    line_kind: ItemKind | None = None
    by_hand: Mapping[str, str] = field(default_factory=dict)
    edited: int = -1

    @property
    def blank(self) -> bool:
        """Whether nothing would be lost."""
        return self.meeting.blank and not self.line.strip()

    @property
    def words(self) -> str:
        """What it is in a sentence: "the meeting of 12 Jun 2008 with 3 lines"."""
        number = len(self.meeting.items) + (self.edited < 0 and bool(self.line.strip()))
        day = f" of {shown(self.meeting.on)}" if self.meeting.on else ""
        return f"the meeting{day} with {number} {'line' if number == 1 else 'lines'}"


class DraftFolder:
    """One file for each unfinished meeting of an office, by group or by the meeting that is corrected."""

    def __init__(self, data_folder: Path, office: Path) -> None:
        name = hashlib.sha256(str(office.resolve()).encode()).hexdigest()[:16]
        self._folder = data_folder / "drafts" / name

    def write(self, key: str, typed: Typed) -> None:
        """Keeps a draft, written beside and put in place. Raises Mistake if the disk refuses."""
        text = json.dumps(asdict(typed), default=_as_text, ensure_ascii=False)
        path = self._path(key)
        beside = path.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError as error:
            reason = error.strerror or "the disk refuses"
            raise Mistake(f"The draft cannot be kept on disk ({reason}): save the meeting soon.") from error

    def read(self, key: str, begun: MeetingDraft | None = None) -> Typed | None:
        """The draft that is there; None if there is none, or none that can be read.

        What a draft of an older version does not know yet of a saved line is taken from `begun`, the meeting as kept;
        what one of a newer version knows besides is passed over.
        """
        known = {item.record_id: item for item in begun.items if item.record_id} if begun else {}
        try:
            return _typed(json.loads(self._path(key).read_text(encoding="utf-8")), known)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            # A draft that a failing disk has damaged is no reason to stop anybody from logging a meeting.
            return None

    def set_aside(self, key: str) -> Path | None:
        """Moves a draft that cannot be read out of the way of the next one; returns where it is, None without one."""
        path = self._path(key)
        aside = path.with_suffix(".unread")
        try:
            path.replace(aside)
        except OSError:
            return None
        return aside

    def remove(self, key: str) -> None:
        """Forgets a draft."""
        with contextlib.suppress(OSError):
            self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _typed(kept: dict[str, Any], known: Mapping[str, DraftItem]) -> Typed:
    meeting = _known(MeetingDraft, kept["meeting"])
    meeting["on"] = _day(meeting["on"])
    meeting["felt"] = Feeling(meeting["felt"]) if meeting["felt"] else None
    meeting["items"] = tuple(_item(item, known.get(item["record_id"])) for item in meeting["items"])
    meeting["attendances"] = tuple(_attendance(came) for came in meeting["attendances"])
    return Typed(
        meeting=MeetingDraft(**meeting),
        day_text=str(kept["day_text"]),
        line=str(kept["line"]),
        line_kind=ItemKind(kept["line_kind"]) if kept["line_kind"] else None,
        by_hand={str(part): str(text) for part, text in kept.get("by_hand", {}).items()},
        edited=int(kept.get("edited", -1)),
    )


def _item(kept: dict[str, Any], known: DraftItem | None) -> DraftItem:
    values = {part.name: getattr(known, part.name) for part in fields(DraftItem)} if known else {}
    read: dict[str, Any] = {"kind": ItemKind(kept["kind"]), "due": _day(kept["due"]), "level": RiskLevel(kept["level"])}
    if "agency_ids" in kept:
        read["agency_ids"] = tuple(map(str, kept["agency_ids"]))
    return DraftItem(**{**values, **_known(DraftItem, kept), **read})


def _attendance(kept: dict[str, Any]) -> DraftAttendance:
    level = Level(kept["level"]) if kept["level"] else None
    known = _known(DraftAttendance, kept)
    return DraftAttendance(**{**known, "presence": Presence(kept["presence"]), "level": level})


def _known(kind: type, kept: dict[str, Any]) -> dict[str, Any]:
    """The values of a draft that this version knows. Raises TypeError for one that is not what it was written as."""
    plain = {part.name: part.type for part in fields(kind)}
    for name, value in kept.items():
        if plain.get(name) in (str, int, bool) and type(value) is not plain[name]:
            raise TypeError(name)
    return {name: value for name, value in kept.items() if name in plain}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
