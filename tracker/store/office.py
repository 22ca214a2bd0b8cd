"""The office: the one door to the file. Everything that is kept goes through a step here."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from tracker.models.identity import minting_in_order
from tracker.models.mistake import Mistake
from tracker.models.records.office import OfficeDetails
from tracker.models.records.record import Record
from tracker.models.snapshot import Indexes, Snapshot
from tracker.store import steps
from tracker.store.connection import after_failure, connect, connect_to_read
from tracker.store.header import read_header
from tracker.store.lock import Lock, refuse_if_held
from tracker.store.referrers import refuse_if_led_to
from tracker.store.rows import read_again, read_all, read_part
from tracker.store.setting import Setting
from tracker.store.trouble import in_plain_words, reading

if TYPE_CHECKING:
    # Loaded when somebody searches or looks back.
    from tracker.models.past_step import PastStep
    from tracker.store.history import PastChange
    from tracker.store.search import Hit

R = TypeVar("R", bound=Record)


class Office:
    """An open office file.

    `listener` is called after each change with the kinds of records that changed. Made by `create`, `open` or `read`.
    """

    def __init__(self, path: Path, setting: Setting, connection: sqlite3.Connection, lock: Lock | None) -> None:
        self.path = path
        self.listener: Callable[[frozenset[type[Record]]], None] | None = None
        self._setting = setting
        self._connection = connection
        self._lock = lock
        self._mint = minting_in_order(setting.mint)
        self._step: int | None = None
        self._changed: set[type[Record]] = set()
        self._loaded: dict[type[Record], tuple[Record, ...]] = {}
        # Of what a step has changed: the records as they were read, and the ids that may be others now.
        self._outdated: dict[type[Record], tuple[tuple[Record, ...], set[str]]] = {}
        self._indexes = Indexes()
        self._before_step: dict[type[Record], tuple[Record, ...]] = {}
        self._snapshot: Snapshot | None = None

    @classmethod
    def create(cls, path: Path, details: OfficeDetails, setting: Setting) -> "Office":
        """A new office with its details. Raises Mistake if the file is there already or cannot be written."""
        from tracker.store.files import discard
        from tracker.store.opening import make_new

        make_new(path)
        try:
            office = cls.open(path, setting)
            try:
                with office.step("make the office", barrier=True):
                    office.save(details)
            except BaseException:
                office.close()
                raise
        except BaseException:
            # Made by this call, so there is nothing in it that anybody would miss.
            discard(path)
            raise
        return office

    @classmethod
    def open(cls, path: Path, setting: Setting) -> "Office":
        """Opens an office to read and write; an older file is backed up and brought up to date first.

        Raises Mistake if it is not an office, newer, damaged, open elsewhere, or cannot be written.
        """
        header = read_header(path)
        if not os.access(path, os.W_OK):
            raise Mistake(f"{path.name} may only be read: save a copy in a folder of your own and open that.")
        lock = Lock(path, setting.who)
        try:
            cut_off = lock.unclean or os.path.lexists(f"{os.path.realpath(path)}-journal")
            if cut_off or header.older:
                from tracker.store.opening import bring_up_to_date, refuse_if_damaged

                if cut_off:
                    refuse_if_damaged(path)
                if header.older:
                    bring_up_to_date(path, setting)
            return cls(path, setting, connect(path), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def read(cls, path: Path, setting: Setting) -> "Office":
        """Opens an office to read alone; not a byte of it changes. Raises Mistake as `open` does."""
        header = read_header(path)
        if header.older:
            raise Mistake(f"{path.name} was written by an older Partnership Tracker: open it in the window once.")
        refuse_if_held(path)
        return cls(path, setting, connect_to_read(path, writes_ahead=header.writes_ahead), None)

    @property
    def read_only(self) -> bool:
        """Whether the office was opened to read alone."""
        return self._lock is None

    @property
    def details(self) -> OfficeDetails:
        """Name, code and region."""
        return self.snapshot().office

    @property
    def today(self) -> date:
        """The day on the wall; for the sample, the day it is seen as at; or what the setting says."""
        return self.snapshot().today

    @property
    def setting(self) -> Setting:
        """The clock, the person and the data folder."""
        return self._setting

    @property
    def undo_name(self) -> str:
        """What undo would take back, or ""."""
        found = steps.undoable(self._connection)
        return found[1] if found else ""

    @property
    def redo_name(self) -> str:
        """What redo would bring back, or ""."""
        found = steps.redoable(self._connection)
        return found[1] if found else ""

    def close(self) -> None:
        """Closes the file in good order."""
        self._connection.close()
        if self._lock:
            self._lock.release()

    def mint(self) -> str:
        """A new id; later than all those before it."""
        return self._mint()

    @contextmanager
    def step(self, name: str, *, barrier: bool = False) -> Iterator[None]:
        """One transaction: all that is saved and removed inside is kept together, or none of it.

        `name` completes "Undo: …". Undo stops at a step that is a barrier. A step that changes nothing leaves no trace.
        Raises Mistake if the disk refuses, or if at the end something would not fit together.
        """
        if self._lock is None:
            raise Mistake(f"{self.path.name} is open to read alone: nothing can be changed.")
        if self._step is not None:
            raise RuntimeError("a step was begun inside another step")
        with self._transaction():
            self._step = steps.begin_step(
                self._connection, name, self._setting.clock(), self._setting.who, barrier=barrier
            )
            yield
            self._refuse_misfits()
        self._tell()

    def save(self, *records: Record) -> None:
        """Keeps new and changed records; inside a step. Raises Mistake with the first thing that is wrong."""
        step = self._current_step()
        for record in records:
            if problems := record.problems():
                raise Mistake(problems[0])
        for kind in dict.fromkeys(map(type, records)):
            self._keep_as_before(kind)
        for kind in steps.write_many(self._connection, step, records):
            self._note_change(kind, {record.id for record in records if type(record) is kind})

    def remove(self, *records: Record) -> None:
        """Takes records out; inside a step. Raises Mistake if something else still leads to one of them."""
        step = self._current_step()
        for record in records:
            refuse_if_led_to(self._connection, record)
            self._keep_as_before(type(record))
            steps.erase(self._connection, step, record)
            self._note_change(type(record), {record.id})

    def undo(self) -> str:
        """Takes back the last step, and names it. Raises Mistake if there is none or the values have moved on."""
        found = steps.undoable(self._connection)
        if found is None:
            raise Mistake("There is nothing to undo.")
        with self._transaction():
            self._changed |= steps.take_back(self._connection, found[0], self._setting.clock())
        self._forget(self._changed)
        self._tell()
        return found[1]

    def redo(self) -> str:
        """Brings back the last step undone, and names it. Raises Mistake if there is none."""
        found = steps.redoable(self._connection)
        if found is None:
            raise Mistake("There is nothing to redo.")
        with self._transaction():
            self._changed |= steps.bring_back(self._connection, found[0])
        self._forget(self._changed)
        self._tell()
        return found[1]

    def snapshot(self) -> Snapshot:
        """The records as they stand, a step's own changes among them; kinds are read when first asked for.

        After a change there is a new snapshot; one taken before stays as it was.
        """
        if self._snapshot is None:
            self._snapshot = Snapshot(self._today(), self._load, self._load_part, self._indexes)
        return self._snapshot

    def find(self, kind: type[R], text: str, group_id: str | None = None) -> R:
        """The one record that people call that: name, short name, code or id. Raises Mistake with what is nearest."""
        # Loaded with the first name that somebody gives: the first page asks for none.
        from tracker.models.finding import find

        return find(self.snapshot(), kind, text, group_id)

    def search(self, text: str, limit: int = 50, each: int | None = None) -> list["Hit"]:
        """What holds these words, best first; macrons and case ignored, the last word may be unfinished.

        `each` is how many there may be of one kind.
        """
        from tracker.store.search import search

        with reading(self.path):
            return search(self._connection, text, limit, each)

    def ranked(self, kind: type[Record], beginnings: Iterable[str], limit: int = 50) -> list[str]:
        """Ids of the records of a kind that hold a word which begins with any of these, the best first."""
        from tracker.store.search_ranking import ranked

        with reading(self.path):
            return ranked(self._connection, kind.table, beginnings, limit)

    def single_records(self) -> Snapshot:
        """The records as they stand, read one by one when asked for by their id: for who needs a handful of them."""
        from tracker.store.single import SingleRecords

        return SingleRecords(self.today, self._connection)

    def history(self, record_id: str | None = None) -> list["PastChange"]:
        """Every change, newest first: of one record, or of the whole office."""
        from tracker.store.history import past_changes

        with reading(self.path):
            return past_changes(self._connection, record_id)

    def steps_since(self, moment: datetime, most: int) -> tuple[list["PastStep"], int]:
        """The latest steps after a moment, newest first, at most so many; and how many there are in all."""
        from tracker.store.history import steps_since

        with reading(self.path):
            return steps_since(self._connection, moment, most)

    def image(self) -> bytes:
        """The whole file as it stands between two steps, for a backup."""
        with in_plain_words(self.path):
            return self._connection.serialize()

    def findings(self) -> list[str]:
        """What `tracker check` finds, each a sentence with a count; empty when all is well."""
        from tracker.store.check import findings

        return findings(self._connection, self.snapshot, self.path)

    def _current_step(self) -> int:
        if self._step is None:
            raise RuntimeError("records are saved and removed inside a step")
        return self._step

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._changed.clear()
        with in_plain_words(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT" if self._changed else "ROLLBACK")
            except BaseException as error:
                self._connection = after_failure(self._connection, self.path, error)
                # What was read inside the step has never been.
                self._forget(self._changed)
                self._changed.clear()
                raise
            finally:
                self._step = None
                self._before_step.clear()

    def _tell(self) -> None:
        changed = frozenset(self._changed)
        self._changed.clear()
        if changed and self.listener:
            self.listener(changed)

    def _keep_as_before(self, kind: type[Record]) -> None:
        # Loaded with the first change: to look at an office it is not needed.
        from tracker.models.invariants import could_break

        if kind not in self._before_step and could_break(kind):
            self._before_step[kind] = self._load(kind)

    def _refuse_misfits(self) -> None:
        from tracker.models.invariants import broken

        changed = frozenset(self._changed)
        if misfits := broken(self.snapshot(), changed):
            # What was amiss before, from a version that let it pass, must not stand in the way of putting it right.
            known = set(broken(Snapshot(self._today(), self._load_as_before), changed))
            if made := [misfit for misfit in misfits if misfit not in known]:
                raise Mistake(made[0])

    def _load_as_before(self, kind: type[Record]) -> tuple[Record, ...]:
        return self._before_step[kind] if kind in self._before_step else self._load(kind)

    def _note_change(self, kind: type[Record], ids: set[str]) -> None:
        self._changed.add(kind)
        if kind in self._loaded:
            self._outdated[kind] = (self._loaded.pop(kind), ids)
        elif kind in self._outdated:
            self._outdated[kind][1].update(ids)
        self._snapshot = None

    def _forget(self, kinds: Iterable[type[Record]]) -> None:
        for kind in kinds:
            self._loaded.pop(kind, None)
            self._outdated.pop(kind, None)
        self._snapshot = None

    def _today(self) -> date:
        details = cast(tuple[OfficeDetails, ...], self._load(OfficeDetails))
        seen_as_at = details[0].seen_as_at if details else None
        return self._setting.today or seen_as_at or self._setting.clock().astimezone().date()

    def _load(self, kind: type[Record]) -> tuple[Record, ...]:
        if kind not in self._loaded:
            with reading(self.path):
                if kind in self._outdated:
                    self._loaded[kind] = read_again(self._connection, kind, *self._outdated[kind])
                else:
                    self._loaded[kind] = read_all(self._connection, kind)
            self._outdated.pop(kind, None)
        return self._loaded[kind]

    def _load_part(self, kind: type[Record], name: str, value: str) -> tuple[Record, ...] | None:
        if kind in self._loaded or kind in self._outdated:
            return None
        with reading(self.path):
            return read_part(self._connection, kind, name, value)
