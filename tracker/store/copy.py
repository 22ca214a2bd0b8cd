"""The office's own copy: every kind as CSV and JSON in a folder, readable without this program."""

import csv
import hashlib
import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

from tracker.models.dates import shown
from tracker.models.listing import as_object
from tracker.models.mistake import Mistake
from tracker.models.records import KINDS, Departure
from tracker.store.office import Office

_READ_ME = """\
Everything that {office} held on {day}: a .csv and a .json for each kind of thing, and history.json with every change.

The .json files hold each text exactly as it was typed. In the .csv files a text that begins with = + - @ or a tab has
an apostrophe put before it, so that a spreadsheet shows it as text and does not calculate it.
This copy holds what is restricted too: keep it as safe as the office itself.
"""


def write_copy(office: Office, folder: Path, to_whom: str, purpose: str) -> int:
    """Writes the copy, notes it in the register of what left, and returns how many rows it has.

    Raises Mistake if the folder is there already or cannot be written; nothing is left half done.
    """
    if os.path.lexists(folder):
        raise Mistake(f"{folder} is there already: name a folder that is not.")
    made = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        made.mkdir()
        rows, checksum = _fill(office, made)
        departure = Departure(
            id=office.mint(),
            at=office.setting.clock(),
            what="Everything, as CSV and JSON",
            to_whom=to_whom.strip(),
            purpose=purpose.strip(),
            rows=rows,
            file_name=folder.name,
            file_sha256=checksum,
        )
        with office.step("export everything", barrier=True):
            office.save(departure)
            # Last, so that nothing leaves that is not in the register.
            made.rename(folder)
    except FileNotFoundError as error:
        raise Mistake(f"There is no folder {folder.parent}: choose another, or make it first.") from error
    except OSError as error:
        raise Mistake(f"{folder} could not be written ({error.strerror}): choose another place.") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return rows


def _fill(office: Office, folder: Path) -> tuple[int, str]:
    snapshot = office.snapshot()
    checksum, rows = hashlib.sha256(), 0
    for kind in KINDS:
        objects = [as_object(snapshot, record) for record in snapshot.of(kind)]
        rows += len(objects)
        texts = {f"{kind.table}.json": _json(objects), f"{kind.table}.csv": _csv(objects)}
        for name, text in texts.items():
            # The byte-order mark tells Excel that the macrons are UTF-8.
            content = text.encode("utf-8-sig" if name.endswith(".csv") else "utf-8")
            checksum.update(content)
            (folder / name).write_bytes(content)
    history = [
        {"step": past.step, "at": past.at.isoformat(), "by": past.by, "kind": past.kind.table, "id": past.record_id}
        | {"before": past.before, "after": past.after, "undone": past.undone}
        for past in office.history()
    ]
    (folder / "history.json").write_text(_json(history), encoding="utf-8")
    words = _READ_ME.format(office=office.details.name, day=shown(office.today))
    (folder / "READ ME.txt").write_text(words, encoding="utf-8")
    return rows, checksum.hexdigest()


def _json(objects: list[dict[str, Any]]) -> str:
    return json.dumps(objects, ensure_ascii=False, indent=1) + "\n"


def _csv(objects: list[dict[str, Any]]) -> str:
    if not objects:
        return ""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(objects[0])
    for found in objects:
        writer.writerow([_cell(value) for value in found.values()])
    return text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return "" if value is None else value
