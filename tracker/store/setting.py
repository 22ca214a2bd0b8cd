"""What the office needs from the machine: a clock, who is at the keyboard, and where to keep backups."""

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Given to the office when it is opened, so that a test needs no mock.

    `clock` gives the time in UTC; `who` stands in the history; `data_folder` holds the backups.
    """

    clock: Callable[[], datetime]
    who: str
    data_folder: Path

    @classmethod
    def of_this_machine(cls) -> "Setting":
        """The real clock, the person signed in, and the person's data folder (TRACKER_DATA moves it)."""
        return cls(clock=lambda: datetime.now(UTC), who=_who(), data_folder=_data_folder())


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def _data_folder() -> Path:
    if chosen := os.environ.get("TRACKER_DATA"):
        return Path(chosen)
    # platformdirs is loaded here and not at the top: reading commands never need it.
    from platformdirs import user_data_path

    return user_data_path("partnership-tracker", appauthor=False)
