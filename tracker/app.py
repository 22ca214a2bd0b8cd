"""The window's door."""

import gc
from importlib import import_module
from pathlib import Path

from tracker.models.mistake import Mistake


def run(path: Path | None) -> int:
    """Opens the window on a file, or on the last one; returns the exit status when it is closed.

    Raises Mistake if Qt cannot be loaded here.
    """
    # Qt's names are made by the thousand while they load, and none of them is ever thrown away: collecting garbage
    # meanwhile takes a third of the start. The window turns it on again once it has settled.
    gc.disable()
    # PySide6 takes part in every import that comes after it: what needs no Qt is loaded sooner before it.
    import_module("tracker.store.office")
    import_module("tracker.models.figures.needs")
    import_module("tracker.models.figures.today")
    try:
        from tracker.ui.start import start
    except ImportError as error:
        raise Mistake(
            f"The window needs Qt, which cannot be loaded here ({error}): the commands work without it."
        ) from error
    return start(path)
