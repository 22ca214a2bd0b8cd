"""Where the details of a crash go: what went wrong and where in the program, never what anybody typed."""

import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from tracker import __version__


def crash_text(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of error and the places in the program it went through; no values, since those may be personal."""
    places = "".join(
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}\n" for frame in traceback.extract_tb(trace)
    )
    return f"Partnership Tracker {__version__}\n{kind.__name__}\n{places}"


def write_crash_log(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Path:
    """Writes the details into the temporary folder; returns where."""
    stamp = f"{datetime.now(UTC):%Y%m%d-%H%M%S}"
    path = Path(tempfile.gettempdir()) / f"partnership-tracker-crash-{stamp}.txt"
    path.write_text(crash_text(kind, trace), encoding="utf-8")
    return path
