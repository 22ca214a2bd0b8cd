"""What a collation remembers beside its output: receipts, decisions, closed periods, and what was read of each file."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tracker import __version__
from tracker.models.mistake import Mistake
from tracker.reports.collation.conflict import Decisions, decision_from_json
from tracker.reports.collation.read_return import ReadReturn, from_json
from tracker.reports.saving import in_plain_words, save_whole

_ABOUT = (
    "What head office keeps between two collations: when each return came and what was said of it, what was decided, "
    "and which periods are closed. Delete it to begin again."
)
_BROKEN = (TypeError, KeyError, ValueError, AttributeError)


@dataclass(frozen=True)
class KeptReceipt:
    """That a file came, when, and what was said of it."""

    sha256: str
    received_at: str
    file: str = ""
    return_id: str = ""
    kind: str = ""
    scope_id: str = ""
    scope: str = ""
    office_id: str = ""
    period: str = ""
    revision: int = 0
    checksum: str = ""
    verdict: str = ""
    reason: str = ""


@dataclass
class Memory:
    """The file beside the output, and the one with what was read. `closed` are (office id, kind, period)."""

    path: Path
    receipts: dict[str, KeptReceipt] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    closed: set[tuple[str, str, str]] = field(default_factory=set)

    def save(self) -> None:
        """Writes receipts, decisions and closed periods, in an order that does not change."""
        receipts = sorted(self.receipts.values(), key=lambda each: (each.received_at, each.sha256))
        told: dict[str, Any] = {
            "about": _ABOUT,
            "receipts": [asdict(each) for each in receipts],
            "decisions": [each.as_json() for each in self.decisions.taken],
            "closed": [dict(zip(_CLOSED, each, strict=True)) for each in sorted(self.closed)],
        }
        content = json.dumps(told, ensure_ascii=False, indent=1).encode()
        save_whole(self.path, content, lambda beside: None)


_CLOSED = ("office_id", "kind", "period")


def memory_of(out: Path) -> Memory:
    """What an earlier collation with this output left. Raises Mistake if its file cannot be read."""
    memory = Memory(out.with_name(f"{out.stem}.collation.json"))
    if not memory.path.exists():
        return memory
    try:
        told = json.loads(memory.path.read_text(encoding="utf-8"))
        for receipt in told["receipts"]:
            kept = KeptReceipt(**receipt)
            memory.receipts[kept.sha256] = kept
        memory.decisions = Decisions(filter(None, map(decision_from_json, told["decisions"])))
        memory.closed = {
            (str(each[_CLOSED[0]]), str(each[_CLOSED[1]]), str(each[_CLOSED[2]])) for each in told["closed"]
        }
    except (OSError, *_BROKEN) as error:
        raise Mistake(
            f"{memory.path.name}, with receipts and decisions, cannot be read: put it right, or move it away to begin "
            "again without them."
        ) from error
    return memory


class ReadFiles:
    """What was read of each file, by the file's SHA-256: a run that was stopped goes on from there.

    One line of JSON a file, added as it is read; a line that was not finished is left out.
    """

    def __init__(self, out: Path) -> None:
        self.path = out.with_name(f"{out.stem}.read.jsonl")
        self._kept = self._known()

    def find(self, sha256: str) -> ReadReturn | None:
        """What was read of a file; None if it was not, or by another version of the program."""
        line = self._kept.get(sha256)
        if line is None:
            return None
        try:
            return from_json(json.loads(line)["read"])
        except _BROKEN:
            return None

    def add(self, read: Iterable[ReadReturn]) -> None:
        """Writes what was read at the end of the file. Raises Mistake if it cannot be written."""
        try:
            self._append(read)
        except OSError as error:
            raise Mistake(in_plain_words(error, self.path)) from error

    def _append(self, read: Iterable[ReadReturn]) -> None:
        with self.path.open("a+b") as file:
            # What a run that was stopped left unfinished is ended here, and so is passed over.
            if file.tell() and (file.seek(-1, 2), file.read(1))[1] != b"\n":
                file.write(b"\n")
            for each in read:
                line = {"version": __version__, "sha256": each.sha256, "read": each.as_json()}
                file.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")

    def _known(self) -> dict[str, str]:
        begin = f'{{"version":{json.dumps(__version__)},"sha256":"'
        found: dict[str, str] = {}
        try:
            with self.path.open(encoding="utf-8", newline="\n") as file:
                for line in file:
                    if line.startswith(begin) and line.endswith("\n"):
                        found[line[len(begin) : len(begin) + 64]] = line
        except (OSError, UnicodeDecodeError):
            return {}
        return found
