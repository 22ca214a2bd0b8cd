"""A typed line of a meeting, read: its kind, whose it is, and by when.

Read are the letter a line may begin with, an agency of the group before a colon or before "will", and a date written
in full after "by". What is not read stays open, and the text is kept whole.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tracker.models.dates import read_date
from tracker.models.folding import folded
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.membership import Membership
from tracker.models.snapshot import Snapshot

# Small letters alone: "B Smith said" is no ball.
_PREFIX = re.compile(r"([dcvlrbsn])[\s:]\s*(?=\S)")
_CANNOT_BE_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Word's own line break and page break stand between words.
_BREAKS = "\x0b\x0c"
# A name is looked for near the start of a line: beyond it, a colon or "will" belongs to the sentence.
_LONGEST_NAME = 120


def read_lines(lines: Iterable[str], snapshot: Snapshot, group_id: str) -> tuple[DraftItem, ...]:
    """One item a line, each with its number from 1; empty lines count and give none."""
    read = (replace(read_line(text, snapshot, group_id), line=number) for number, text in enumerate(lines, start=1))
    return tuple(item for item in read if item.text)


def read_line(line: str, snapshot: Snapshot, group_id: str, kind: ItemKind | None = None) -> DraftItem:
    """What a line is read as. Without a letter in front and a `kind` chosen it is a note, and its kind stays open."""
    text, left_out = cleaned(line)
    text = text.strip()
    prefix = _PREFIX.match(text)
    if prefix:
        kind = kind or ItemKind(prefix[1])
        text = text[prefix.end() :]
    if kind is None:
        return DraftItem(kind=ItemKind.NOTE, text=text, kind_open=True, left_out=left_out)
    return replace(read_text(kind, text, snapshot, group_id), left_out=left_out)


def read_text(kind: ItemKind, text: str, snapshot: Snapshot, group_id: str) -> DraftItem:
    """What a text is read as when its kind is known."""
    agency_id, due = "", None
    if kind.owned:
        agency_id, text = _read_agency(text, snapshot, group_id)
    if kind is ItemKind.COMMITMENT:
        due, text = _read_due(text)
    return DraftItem(kind=kind, text=text, agency_id=agency_id, due=due)


def cleaned(text: str) -> tuple[str, int]:
    """The text without the characters that cannot be shown, and how many were left out; of a break a space stays."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CANNOT_BE_SHOWN.subn(lambda found: " " if found[0] in _BREAKS else "", text)


def agencies_of(snapshot: Snapshot, group_id: str) -> tuple[Agency, ...]:
    """The agencies that are or were in a group, in the order in which they joined."""
    ids = dict.fromkeys(seat.agency_id for seat in snapshot.of(Membership, group_id=group_id))
    return tuple(agency for agency in (snapshot.find(Agency, identity) for identity in ids) if agency)


def _read_agency(text: str, snapshot: Snapshot, group_id: str) -> tuple[str, str]:
    """The id of the agency named in front, and the text after it; "" and the whole text where none is."""
    head = text[:_LONGEST_NAME]
    for found in re.finditer(r"\s*:\s+|\s+will\s+", head, re.IGNORECASE):
        fitting = [agency for agency in agencies_of(snapshot, group_id) if _is_called(agency, head[: found.start()])]
        rest = text[found.end() :].strip()
        if len(fitting) == 1 and rest:
            return fitting[0].id, rest
    return "", text


def _is_called(agency: Agency, name: str) -> bool:
    names = (agency.name, agency.short_name, agency.code, agency.te_reo_name)
    return folded(name) in {folded(known) for known in names if known}


def _read_due(text: str) -> tuple[date | None, str]:
    """The date written in full after the last "by", and the text before it."""
    *before, after = re.split(r"\s+by\s+", text, flags=re.IGNORECASE)
    if not before:
        return None, text
    try:
        due = read_date(after.strip().rstrip("."))
    except Mistake:
        return None, text
    return due, text[: text.rindex(after)].rstrip()[: -len("by")].rstrip(" ,")
