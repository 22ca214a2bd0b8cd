"""A backup asked for by a command while the window has the office: two small files beside it carry the question."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.store.files import discard

_WAIT_SECONDS = 15.0
_PAUSE_SECONDS = 0.1


def ask_window(office_path: Path, out: Path | None) -> Path:
    """Asks whoever has the office open for a backup, and waits for it.

    Returns where it lies. Raises Mistake with the window's own, or if nobody answers within 15 seconds.
    """
    question, answer = _question(office_path), _answer(office_path)
    try:
        answer.unlink(missing_ok=True)
        question.write_text(json.dumps({"out": str(out.resolve()) if out else ""}), encoding="utf-8")
        for _ in range(int(_WAIT_SECONDS / _PAUSE_SECONDS)):
            if answer.exists() and (said := _read(answer)):
                if said.get("mistake"):
                    raise Mistake(said["mistake"])
                return Path(said.get("made", ""))
            time.sleep(_PAUSE_SECONDS)
    except OSError as error:
        raise Mistake(
            f"{office_path.name} is open in a window, and its folder takes no request ({error.strerror}): "
            "make the backup in the window."
        ) from error
    finally:
        discard(question)
        discard(answer)
    raise Mistake(f"{office_path.name} is open in a window that does not answer: make the backup there, or close it.")


def answer_request(office_path: Path, make: Callable[[Path | None], Path]) -> bool:
    """For the window: makes the backup that a command has asked for; returns whether one had."""
    question = _question(office_path)
    if not question.exists() or not (asked := _read(question)):
        return False
    question.unlink(missing_ok=True)
    try:
        said = {"made": str(make(Path(asked["out"]) if asked.get("out") else None))}
    except Mistake as mistake:
        said = {"mistake": mistake.sentence}
    made = _answer(office_path).with_suffix(".part")
    made.write_text(json.dumps(said), encoding="utf-8")
    made.replace(_answer(office_path))
    return True


def _question(office_path: Path) -> Path:
    return Path(os.path.realpath(office_path) + ".backup-wanted")


def _answer(office_path: Path) -> Path:
    return Path(os.path.realpath(office_path) + ".backup-made")


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
