"""Reads typed lines of one meeting: what each is, whose, by when, and whose the credit is.

A line says what it is by how it begins: a letter, a word such as "decided" or "risk:", or somebody who will do
something. What does not say it is a note, and its kind stays open. Nothing is guessed: a name that fits several, and
a day that cannot be told, are left open with their words.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.snapshot import Snapshot
from tracker.models.typed_line.cleaning import capitalised, cleaned, unbulleted
from tracker.models.typed_line.completing import Completion
from tracker.models.typed_line.flat import composed
from tracker.models.typed_line.items import ItemReader
from tracker.models.typed_line.kinds import letter_of
from tracker.models.typed_line.library import DayLibrary
from tracker.models.typed_line.moment import Moment

_SPACES = re.compile(r"\s{2,}")
# Marks that a file or a web page leaves in front of a line, and that show nothing.
_UNSEEN = "\ufeff\u200b\u2060"


class LineReader:
    """Reads the lines of one group's meeting on one day; the index of names is made once."""

    def __init__(self, snapshot: Snapshot, group_id: str, on: date) -> None:
        self._moment = Moment(on, group_id, snapshot, DayLibrary(on))

    def read(self, line: str, kind: ItemKind | None = None) -> DraftItem:
        """What a line is read as; a `kind` that was chosen stands, whatever the line begins with."""
        text, left_out = cleaned(line)
        text = typed = composed(unbulleted(_SPACES.sub(" ", text).strip().lstrip(_UNSEEN))).strip()
        if letter := letter_of(text):
            kind = kind or letter.kind
            text = text[letter.end :]
        item = self._items.item(text, kind) if kind else self._items.item_by_its_words(text)
        # Where words were cut off in front, a sentence begins anew; an open ball keeps the words it has.
        begins = typed.startswith(item.text) or (item.kind is ItemKind.BALL and self._items.is_open_issue(item.text))
        return replace(item, text=item.text if begins else capitalised(item.text), left_out=left_out)

    def read_all(self, lines: Iterable[str]) -> tuple[DraftItem, ...]:
        """One item a line, each with its number from 1; empty lines count and give none."""
        read = (replace(self.read(line), line=number) for number, line in enumerate(lines, start=1))
        return tuple(item for item in read if item.text)

    def names(self, beginning: str) -> tuple[str, ...]:
        """Names that begin so, for completing: agencies of the group first, then its people, then all others."""
        return self._completion.of(beginning)

    def make_ready(self) -> None:
        """Loads what reads days, which takes a quarter of a second, so that the first line with one need not wait."""
        self.read("c ring by 27 June")

    @cached_property
    def _items(self) -> ItemReader:
        return ItemReader(self._moment)

    @cached_property
    def _completion(self) -> Completion:
        return Completion(self._moment.snapshot, self._moment.group_id, self._moment.on)
