"""Running `tracker` as a person would, in this process."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tracker.cli import main
from tracker.store.setting import Setting


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Tracker = Callable[..., Ran]


@pytest.fixture
def tracker(setting: Setting, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """`tracker("list", path, "groups", typed="…")`: runs a command; its files live in the test's own folders."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def run(*words: object, typed: str | bytes = "") -> Ran:
        content = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        capsys.readouterr()
        status = main([str(word) for word in words])
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return run
