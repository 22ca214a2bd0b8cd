"""The one entry to head office's collation: files in, the national workbook and an answer to each office out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.reports.collation.answer import answers
from tracker.reports.collation.conflict import Conflict, Decision
from tracker.reports.collation.expected import Expected
from tracker.reports.collation.file_reader import Progress, read_files
from tracker.reports.collation.memory import KeptReceipt, Memory, ReadFiles, memory_of
from tracker.reports.collation.national import National, national
from tracker.reports.collation.national_workbook import MOST_ROWS, national_workbook
from tracker.reports.collation.read_return import ReadReturn
from tracker.reports.collation.register import Register, Registered, now_text
from tracker.reports.collation.reporting import Reporting, reporting
from tracker.reports.collation.typed_decisions import typed_decisions
from tracker.reports.collation.union import union
from tracker.reports.reopening import hold_against
from tracker.reports.saving import in_plain_words, refuse_bad_place, save_whole
from tracker.reports.workbook import workbook_bytes


@dataclass(frozen=True)
class Collation:
    """What was made: where, what was said of each file, the figures, and the answers' files by name."""

    out: Path
    entries: tuple[Registered, ...]
    conflicts: tuple[Conflict, ...]
    figures: National
    reporting: Reporting
    checksum: str
    answers: tuple[Path, ...]
    read_anew: int

    @property
    def refused(self) -> tuple[Registered, ...]:
        return tuple(entry for entry in self.entries if entry.refused)

    @property
    def undecided(self) -> tuple[Conflict, ...]:
        return tuple(conflict for conflict in self.conflicts if conflict.action is None)


def returns_in(paths: Iterable[Path], out: Path) -> tuple[Path, ...]:
    """The files to collate: those named, and in folders, however deep, every file that might be a return.

    What this program wrote beside the output, and what other programs leave for a while, is passed over. Raises Mistake
    for a name that is not there.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if _is(Path.is_dir, path):
            found |= dict.fromkeys(each for each in sorted(path.rglob("*")) if _may_be_return(each, out))
        elif _is(Path.is_file, path):
            found[path] = None
        else:
            raise Mistake(f"There is no file or folder {path}: look at its name.")
    return tuple(found)


def collate(  # noqa: PLR0913 - each is asked for by its name
    paths: Iterable[Path],
    out: Path,
    *,
    now: datetime,
    expected: Sequence[Expected] | None = None,
    progress: Progress | None = None,
    most_rows: int = MOST_ROWS,
    workers: int = 1,
    decisions: Iterable[Decision] = (),
) -> Collation:
    """Collates files and folders into `out`, with the answers in a folder beside it.

    `progress(done, of)` counts files and may raise to stop: then nothing but what was read is kept, and the next run
    goes on from there. `workers` is how many processes may read. Files that cannot be read or trusted are listed and
    stop nothing. Raises Mistake if nothing can be written, or if a path is not there.
    """
    folder = out.with_name(f"{out.stem}-answers")
    _refuse_bad_places(out, folder)
    files = returns_in(paths, out)
    memory = memory_of(out)
    # What was decided in the window now is later than what was typed in the workbook before.
    for decision in (*typed_decisions(out, now), *decisions):
        memory.decisions.add(decision)
    memory.closed |= {(each.office_id, each.kind, each.period) for each in expected or () if each.closed}
    read, anew = read_files(files, ReadFiles(out), progress, workers)
    came = [(each, _received(memory, each, path, now)) for each, path in zip(read, files, strict=True)]
    register = Register(memory, expected)
    entries = register.register(came)
    united = union((entry.read for entry in entries if entry.counted), memory.decisions)
    figures = national(united)
    conflicts = _in_order((*register.conflicts, *united.conflicts))
    reported = reporting(entries, expected, now.astimezone().date())
    made = national_workbook(figures, entries, conflicts, reported, now, stem=out.stem, most_rows=most_rows)
    content = workbook_bytes(made.book)
    books = answers(entries, now)
    replies = {name: workbook_bytes(book) for name, book in books.items()}
    # From here on all is ready, and only put in place.
    for name, rows in made.spilled.items():
        save_whole(out.with_name(name), rows, lambda beside: None)
    save_whole(out, content, lambda beside: hold_against(beside, made.book))
    _make(folder)
    for name, reply in replies.items():
        book = books[name]
        save_whole(folder / name, reply, lambda beside, book=book: hold_against(beside, book))  # type: ignore[misc]
    _remember(memory, entries)
    return Collation(
        out, entries, conflicts, figures, reported, made.checksum, tuple(folder / name for name in replies), anew
    )


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    """A name that no file can have is that of none."""
    try:
        return kind(path)
    except OSError:
        return False


def _refuse_bad_places(out: Path, folder: Path) -> None:
    """Before anything is read: nothing can be written beside an output that cannot be."""
    for place in (out, out.with_name(f"{out.stem}.collation.json")):
        refuse_bad_place(place)
    if folder.exists() and not folder.is_dir():
        raise Mistake(f"{folder.name}, where the answers go, is a file: move it away, or choose another name.")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Mistake(in_plain_words(error, folder)) from error


def _may_be_return(path: Path, out: Path) -> bool:
    if not path.is_file() or path.name.startswith((".", "~$")):
        return False
    beside = path.parent == out.parent and path.name.startswith((f"{out.stem}.", f"{out.stem}-"))
    own = path == out or beside or path.parent == out.with_name(f"{out.stem}-answers")
    return not own and path.suffix.lower() not in _NEVER


# Files that lie about in folders and are plainly something else.
_NEVER = (
    ".csv",
    ".json",
    ".jsonl",
    ".txt",
    ".md",
    ".pdf",
    ".eml",
    ".msg",
    ".ini",
    ".db",
    ".ds_store",
    ".png",
    ".jpg",
    ".jpeg",
    ".part",
    ".tracker",
)


def _received(memory: Memory, read: ReadReturn, path: Path, now: datetime) -> str:
    """When the file came: as remembered, or when it was saved in its folder, and never before it was made."""
    if read.sha256 in memory.receipts:
        return memory.receipts[read.sha256].received_at
    try:
        saved = now_text(datetime.fromtimestamp(path.stat().st_mtime, UTC))
    except OSError:
        saved = now_text(now)
    return min(max(saved, read.made_at), now_text(now))


def _in_order(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Each once, the undecided first."""
    found = {conflict.key: conflict for conflict in conflicts}
    order = lambda each: (each.action is not None, each.type.rank, each.about, each.key)  # noqa: E731
    return tuple(sorted(found.values(), key=order))


def _remember(memory: Memory, entries: Iterable[Registered]) -> None:
    for receipt in _receipts(entries):
        memory.receipts[receipt.sha256] = receipt
    memory.save()


def _receipts(entries: Iterable[Registered]) -> Iterator[KeptReceipt]:
    seen: set[str] = set()
    for entry in sorted(entries, key=lambda each: each.verdict == "repeated"):
        read = entry.read
        if read.sha256 in seen:
            continue
        seen.add(read.sha256)
        yield KeptReceipt(
            read.sha256,
            entry.received_at,
            read.file,
            read.return_id,
            read.kind,
            read.scope_id,
            read.scope,
            read.office_id,
            read.period,
            read.revision,
            read.checksum,
            entry.verdict.value,
            entry.reason,
        )
