"""What can be done with promises by one key each, and how each is called where it is offered, done and undone."""

from collections.abc import Callable, Sequence
from datetime import date

from tracker.models.figures.promises import Promise
from tracker.models.promise_changes import backed, kept, missed, released, reopened
from tracker.models.records.commitment import Commitment
from tracker.models.value import Value, value


@value
class Verb(Value):
    """One thing to do with a promise. `word` stands on its button, `done` begins the sentence that confirms it.

    `name` is the step for one promise, `names` for several, with the count in place of "{}". `change` gives the
    promise as it is then; it is None where more than a day must be asked.
    """

    key: str
    word: str
    done: str
    name: str
    names: str
    fits: Callable[[Promise], bool]
    change: Callable[[Commitment, date], Commitment] | None = None
    tip: str = ""

    def step(self, count: int) -> str:
        """The step's name for undo."""
        return self.name if count == 1 else self.names.format(f"{count:,}")


def fitting(verb: Verb, promises: Sequence[Promise]) -> list[Promise]:
    """Those of the promises with which it can be done."""
    return [promise for promise in promises if verb.fits(promise)]


def _unsettled(promise: Promise) -> bool:
    return promise.unsettled


def _settled(promise: Promise) -> bool:
    return not promise.unsettled


def _unbacked(promise: Promise) -> bool:
    return promise.unsettled and promise.commitment.backed_on is None


def _reopened(promise: Commitment, on: date) -> Commitment:
    return reopened(promise)


KEEP = Verb(
    "K",
    "Keep",
    "Kept",
    "keep a commitment",
    "keep {} commitments",
    _unsettled,
    kept,
    "Kept today. With Shift: kept on another day, with a note",
)
RENEGOTIATE = Verb(
    "N",
    "Renegotiate",
    "Renegotiated",
    "renegotiate a commitment",
    "renegotiate {} commitments",
    _unsettled,
    None,
    "Asks for the new date and why; the first date stays",
)
BACK = Verb(
    "B",
    "Backed",
    "Backed by the home agency",
    "back a commitment",
    "back {} commitments",
    _unbacked,
    backed,
    "The home agency stands behind it since today. With Shift: since another day",
)
RELEASE = Verb(
    "R",
    "Release",
    "Released",
    "release a commitment",
    "release {} commitments",
    _unsettled,
    released,
    "The group lets go of it. With Shift: on another day, with a note",
)
MISS = Verb(
    "M",
    "Miss",
    "Given up as missed",
    "miss a commitment",
    "miss {} commitments",
    _unsettled,
    missed,
    "Given up as missed. With Shift: on another day, with a note",
)
REOPEN = Verb(
    "O",
    "Open again",
    "Open again",
    "open a commitment again",
    "open {} commitments again",
    _settled,
    _reopened,
    "To be kept again, whatever had become of it",
)
VERBS = (KEEP, RENEGOTIATE, BACK, RELEASE, MISS, REOPEN)
