"""Every kind of record. All are read when one is first asked for here.

What has to be quick imports a kind from its own file: the first page and a listing need a third of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.models.records.every import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """A kind by its name, or one of the lists of all kinds (PEP 562)."""
        from importlib import import_module

        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(import_module("tracker.models.records.every"), name)
