"""What the office needs from the machine: a clock, who is at the keyboard, and where to keep backups."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from tracker.models.identity import mint
from tracker.models.value import Value, value


@value
class Setting(Value):
    """Given to the office when it is opened, so that a test needs no mock.

    `clock` gives the time in UTC; `who` stands in the history; `data_folder` holds the backups; `today`, where it is
    given, counts as the day on the wall.
    """

    clock: Callable[[], datetime]
    who: str
    data_folder: Path
    today: date | None = None

    @classmethod
    def of_this_machine(cls) -> "Setting":
        """The real clock, the person signed in, and the person's data folder (TRACKER_DATA moves it)."""
        return cls(clock=lambda: datetime.now(UTC), who=_who(), data_folder=_data_folder())

    @classmethod
    def for_reading(cls, today: date | None = None) -> "Setting":
        """For those who only read: nobody writes history, and no folder is needed."""
        return cls(clock=lambda: datetime.now(UTC), who="", data_folder=Path(os.devnull), today=today)

    def mint(self) -> str:
        """A new id."""
        # Loaded when something is first made, so that reading commands do not wait for it.
        import secrets

        return mint(int(self.clock().timestamp() * 1000), secrets.randbits(74))


def _who() -> str:
    import getpass

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
