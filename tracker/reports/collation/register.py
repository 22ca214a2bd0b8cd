"""The flow on receipt: each file is registered, verified, validated, and accepted, questioned or rejected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tracker.models.choice import Choice
from tracker.models.records.handing_in import ReturnState
from tracker.reports.collation.conflict import Action, Conflict, ConflictType
from tracker.reports.collation.expected import Expected
from tracker.reports.collation.memory import KeptReceipt, Memory
from tracker.reports.collation.read_return import ReadReturn
from tracker.reports.collation.return_problems import return_problems


class FileVerdict(Choice):
    """What is said of a file. Accepted and queried returns are counted, the others are not."""

    ACCEPTED = "accepted"
    QUERIED = "queried"
    REJECTED = "rejected"
    REPLACED = "replaced"
    REPEATED = "repeated"


@dataclass(frozen=True)
class Registered:
    """One file in the register, with what its office is told."""

    read: ReadReturn
    received_at: str
    verdict: FileVerdict
    reasons: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether its rows are among those put together."""
        return self.verdict in (FileVerdict.ACCEPTED, FileVerdict.QUERIED)

    @property
    def refused(self) -> bool:
        return self.verdict is FileVerdict.REJECTED

    @property
    def reason(self) -> str:
        """Why it is not counted or what is asked, in sentences; "" where there is nothing to say."""
        return " ".join((*self.reasons, *self.queries, *self.notes))


class Register:
    """All files of one collation. What is found to differ between returns is in `conflicts`."""

    def __init__(self, memory: Memory, expected: Iterable[Expected] | None) -> None:
        self._memory = memory
        self._offices = None if expected is None else {each.office_id.casefold() for each in expected}
        self._closed = {(office.casefold(), kind, period) for office, kind, period in memory.closed}
        self.conflicts: list[Conflict] = []
        self._taken: dict[tuple[str, str, str, str], list[KeptReceipt]] = {}
        for kept in memory.receipts.values():
            if kept.verdict in _TAKEN:
                key = (kept.office_id.casefold(), kept.kind, kept.scope_id, kept.period)
                self._taken.setdefault(key, []).append(kept)

    def register(self, files: Iterable[tuple[ReadReturn, str]]) -> tuple[Registered, ...]:
        """What is said of each file, given with the time that it came; the same in whatever order they are given."""
        ordered = sorted(files, key=lambda pair: (pair[0].sha256, pair[0].file))
        said: list[Registered] = []
        sound: dict[tuple[str, str, str, str], list[Registered]] = {}
        first: dict[str, str] = {}
        for read, at in ordered:
            if read.sha256 in first:
                note = f"The same file as {first[read.sha256]}: it is counted once."
                said.append(Registered(read, at, FileVerdict.REPEATED, (note,)))
                continue
            first[read.sha256] = read.file
            entry = self._verified(read, at)
            if entry.counted:
                sound.setdefault((read.office_id.casefold(), *read.key), []).append(entry)
            else:
                said.append(entry)
        for key in sorted(sound):
            said.extend(self._revisions(sound[key]))
        return tuple(sorted(said, key=_in_order))

    def _verified(self, read: ReadReturn, at: str) -> Registered:
        reasons, notes = self._distrust(read)
        if not reasons:
            errors = tuple(f"Error: {each.sentence}" for each in read.errors)
            # What the office's own checks found is not told again in other words.
            reasons = errors or return_problems(read)
        if reasons:
            return Registered(read, at, FileVerdict.REJECTED, tuple(reasons), notes=notes)
        queries = tuple(f"Query: {each.sentence}" for each in read.queries)
        if read.state == ReturnState.DRAFT:
            notes = (*notes, "It is a draft: it is counted, and marked.")
        if read.withdrawn:
            notes = (*notes, "It is withdrawn: nothing of this return is counted.")
            queries = ()
        return Registered(read, at, FileVerdict.QUERIED if queries else FileVerdict.ACCEPTED, (), queries, notes)

    def _distrust(self, read: ReadReturn) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Why a file is not taken, and what is noted of it although it is."""
        if read.problem:
            if read.checksum_ok is not False:
                return (read.problem,), ()
            decided = self._decided(_of_one(ConflictType.CHECKSUM, read))
            if decided is not Action.ACCEPT:
                return (read.problem,), ()
            return (), ("Its checksum differs, and head office decided to take it as it is.",)
        if self._offices is not None and read.office_id.casefold() not in self._offices:
            return (f"The office {read.office_id} is not on the list of offices: ask who sent it.",), ()
        if (read.office_id.casefold(), read.kind, read.period) in self._closed and not self._accepted(read):
            sentence = f"The period {read.period} is closed for {read.office_id}."
            decided = self._decided(_of_one(ConflictType.PERIOD_CLOSED, read))
            if decided is not Action.ACCEPT:
                return (sentence,), ()
            return (), (f"{sentence} Head office decided to take it.",)
        return (), ()

    def _decided(self, conflict: Conflict) -> Action | None:
        conflict = self._memory.decisions.on(conflict)
        self.conflicts.append(conflict)
        return conflict.action

    def _accepted(self, read: ReadReturn) -> bool:
        """Whether this very file was accepted before."""
        kept = self._memory.receipts.get(read.sha256)
        return kept is not None and kept.verdict in _TAKEN

    def _revisions(self, entries: list[Registered]) -> Iterator[Registered]:
        """Of the revisions of one return the latest is counted."""
        single, again = _one_of_each(entries)
        yield from again
        by_revision: dict[int, list[Registered]] = {}
        for entry in single:
            by_revision.setdefault(entry.read.revision, []).append(entry)
        standing: list[Registered] = []
        for revision in sorted(by_revision):
            kept, others = self._one_revision(by_revision[revision])
            standing.extend(kept)
            yield from others
        if not standing:
            return
        before = self._last_accepted(standing[0].read)
        *earlier, last = standing
        if before and before.revision > last.read.revision:
            yield from (_overtaken(entry, before.revision, self._accepted(entry.read)) for entry in standing)
            return
        for entry in earlier:
            came_before = self._accepted(entry.read) or entry.read.made_at <= last.read.made_at
            yield _overtaken(entry, last.read.revision, came_before)
        known = {entry.read.revision for entry in standing} | self._known_revisions(last.read)
        yield _with_gap(last, known)

    def _one_revision(self, entries: list[Registered]) -> tuple[list[Registered], list[Registered]]:
        """Different files that say they are the same revision: nobody but head office can tell which is right."""
        if len(entries) == 1:
            return entries, []
        accepted = [entry for entry in entries if self._accepted(entry.read)]
        ordered = sorted(entries, key=lambda entry: (entry.read.made_at, entry.read.checksum))
        chosen = accepted[:1]
        for other in ordered[1:]:
            one, two = ordered[0].read, other.read
            conflict = Conflict(
                ConflictType.DUPLICATE_ID,
                f"Two different files are revision {one.revision} of {one.called.rsplit(',', 1)[0]}.",
                return_a=one.return_id,
                return_b=two.return_id,
                named_a=one.file,
                named_b=two.file,
                value_a=f"made {one.made_at}, checksum {one.checksum[:12]}",
                value_b=f"made {two.made_at}, checksum {two.checksum[:12]}",
            )
            action = self._decided(conflict)
            if action in (Action.USE_A, Action.USE_B):
                chosen = [ordered[0] if action is Action.USE_A else other]
        reason = f"Another file is revision {entries[0].read.revision} of the same return, with other contents."
        refused = [
            replace(entry, verdict=FileVerdict.REJECTED, reasons=(reason,)) for entry in ordered if entry not in chosen
        ]
        return chosen, refused

    def _last_accepted(self, read: ReadReturn) -> KeptReceipt | None:
        return max(self._earlier(read), key=lambda each: each.revision, default=None)

    def _known_revisions(self, read: ReadReturn) -> set[int]:
        return {each.revision for each in self._earlier(read)}

    def _earlier(self, read: ReadReturn) -> list[KeptReceipt]:
        return self._taken.get((read.office_id.casefold(), *read.key), [])


_TAKEN = (FileVerdict.ACCEPTED, FileVerdict.QUERIED, FileVerdict.REPLACED)


def _of_one(kind: ConflictType, read: ReadReturn) -> Conflict:
    """A difference about one file."""
    return Conflict(
        kind,
        f"{read.called}: {read.file}",
        return_a=read.return_id,
        named_a=read.file,
        value_a=f"checksum {read.checksum[:12]}",
    )


def _one_of_each(entries: list[Registered]) -> tuple[list[Registered], list[Registered]]:
    """Files with the same contents are one, whichever program saved them."""
    single: dict[tuple[int, str, str], Registered] = {}
    again: list[Registered] = []
    for entry in sorted(entries, key=lambda each: (each.received_at, each.read.file)):
        key = (entry.read.revision, entry.read.checksum, entry.read.state)
        if key in single:
            note = f"The same return as {single[key].read.file}, saved again: it is counted once."
            again.append(replace(entry, verdict=FileVerdict.REPEATED, reasons=(note,), queries=(), notes=()))
        else:
            single[key] = entry
    return list(single.values()), again


def _overtaken(entry: Registered, by: int, came_before: bool) -> Registered:
    if came_before:
        note = f"Revision {by} stands in its place."
        return replace(entry, verdict=FileVerdict.REPLACED, reasons=(note,), queries=(), notes=())
    reason = f"Revision {entry.read.revision} came after revision {by}, which stands: ask for a revision {by + 1}."
    return replace(entry, verdict=FileVerdict.REJECTED, reasons=(reason,), queries=(), notes=())


def _with_gap(entry: Registered, known: set[int]) -> Registered:
    # A gap is asked about once: the revisions that come after the one that was queried for it are not.
    before = max((each for each in known if each < entry.read.revision), default=0)
    missing = [str(each) for each in range(before + 1, entry.read.revision)]
    if not missing:
        return entry
    shown = ", ".join(missing[:5]) + (" and more" if len(missing) > 5 else "")
    told = f"Revision {shown} has" if len(missing) == 1 else f"Revisions {shown} have"
    query = f"Query: {told} not come: say what became of {'it' if len(missing) == 1 else 'them'}."
    verdict = FileVerdict.QUERIED if not entry.read.withdrawn else entry.verdict
    return replace(entry, verdict=verdict, queries=(*entry.queries, query))


def _in_order(entry: Registered) -> tuple[str, ...]:
    read = entry.read
    return (
        "known" if read.known else "unknown",
        read.region,
        read.office_id,
        read.kind,
        read.period,
        read.scope,
        f"{read.revision:06d}",
        read.return_id,
        read.sha256,
        read.file,
    )


def now_text(now: datetime) -> str:
    """A time as the file beside the output keeps it."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
