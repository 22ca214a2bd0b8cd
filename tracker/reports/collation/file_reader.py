"""Reading many files: what is known already is not read again, and several processes share the rest."""

import hashlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.reports.collation.incoming_file import file_bytes
from tracker.reports.collation.memory import ReadFiles
from tracker.reports.collation.read_return import ReadReturn
from tracker.reports.collation.reading import read_return

Progress = Callable[[int, int], None]
_Reader = Callable[[Sequence[Path]], Iterator[ReadReturn]]
# What was read is kept this often, so that a run that is stopped loses little.
_KEEP_EVERY = 20
# Below this a further process costs more than it saves.
_WORTH_SHARING = 100


def read_files(
    files: Sequence[Path], known: ReadFiles, progress: Progress | None, workers: int
) -> tuple[list[ReadReturn], int]:
    """Every file as it was read now or before, and how many were read now. `progress` may raise to stop.

    `workers` is how many processes may read; 1 is this one alone.
    """
    found = [_known(path, known) for path in files]
    missing = [path for path, each in zip(files, found, strict=True) if each is None]
    done = len(files) - len(missing)
    fresh: list[ReadReturn] = []
    anew: dict[Path, ReadReturn] = {}
    try:
        with _reader(workers if len(missing) >= _WORTH_SHARING else 1) as reader:
            for path, each in zip(missing, reader(missing), strict=True):
                if progress:
                    progress(done + len(anew), len(files))
                anew[path] = each
                fresh.append(each)
                if len(fresh) >= _KEEP_EVERY:
                    known.add(fresh)
                    fresh.clear()
    finally:
        known.add(fresh)
    if progress:
        progress(len(files), len(files))
    return [anew[path] if each is None else each for path, each in zip(files, found, strict=True)], len(anew)


def _known(path: Path, known: ReadFiles) -> ReadReturn | None:
    """What is known of a file, or why it cannot be read at all; None if it is to be read."""
    try:
        sha256 = hashlib.sha256(file_bytes(path)).hexdigest()
    except Mistake as mistake:
        # Nothing to know it by but its name: it is looked at again next time.
        return ReadReturn(hashlib.sha256(os.fsencode(path)).hexdigest(), path.name, mistake.sentence)
    kept = known.find(sha256)
    return replace(kept, file=path.name) if kept else None


@contextmanager
def _reader(workers: int) -> Iterator[_Reader]:
    if workers <= 1:
        yield lambda paths: map(_read, paths)
        return
    # Started afresh: a copy of a process with threads may hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_leave_stopping_to_the_parent) as pool:
        try:
            yield lambda paths: pool.map(_read, paths, chunksize=10)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _read(path: Path) -> ReadReturn:
    try:
        content = file_bytes(path)
    except Mistake as mistake:
        return ReadReturn(hashlib.sha256(os.fsencode(path)).hexdigest(), path.name, mistake.sentence)
    return read_return(path.name, hashlib.sha256(content).hexdigest(), content)


def _leave_stopping_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
