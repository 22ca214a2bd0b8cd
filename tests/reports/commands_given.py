"""The commands on one office, as a person would give them, for tests of what returns come to."""

import json
from pathlib import Path
from typing import Any

import pytest

from tracker.cli import main

YEAR = ("--period", "2007/08")


class Commands:
    """The commands on one office, its returns in a folder of their own."""

    def __init__(self, office: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.office, self._capsys = office, capsys
        self.inbox = office.parent / "inbox"
        self.national = office.parent / "national.xlsx"
        self.inbox.mkdir()

    def run(self, *words: object) -> tuple[int, str, str]:
        """The status, what was printed and what was said beside it."""
        self._capsys.readouterr()
        status = main([str(word) for word in words])
        return status, *self._capsys.readouterr()

    def returned(self, kind: str, code: str = "", name: str = "", *more: str) -> Path:
        """A return of 2007/08, saved."""
        path = self.inbox / (name or f"{kind}-{code}.xlsx")
        whose = (f"--{kind}", code) if code else ()
        status, _, said = self.run("return", self.office, kind, *whose, *YEAR, "--out", path, *more)
        assert status == 0, said
        return path

    def collated(self, *paths: Path) -> Any:
        """The national figures of some files, as JSON."""
        return json.loads(self.run("collate", *(paths or (self.inbox,)), "--out", self.national, "--json")[1])
