"""What is done with seats and roles of a group: one step of the office each, said in the line on top of the page."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from tracker.models.agency_change import refuse_to_come
from tracker.models.confirming import confirmed
from tracker.models.dates import shown
from tracker.models.figures.roles_of import emptied_words
from tracker.models.figures.trio import trio
from tracker.models.mistake import Mistake
from tracker.models.records import Membership, Record, Requisite, Role
from tracker.models.seat_end import seat_ended
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count, in_quotes

Held = Membership | Role


class Deeds:
    """Each raises Mistake, with nothing changed, if it cannot be done; what it leaves empty is said at once (§1.1)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def confirm(self, held: Sequence[Held], on: date, who: str) -> None:
        """Notes that somebody said on a day that these seats and roles still hold."""
        refuse_to_come(on, self._desk.snapshot.today, "what was confirmed")
        # Of several, those that do not hold on that day are left as they are.
        there = [one for one in held if one.active_on(on)] or list(held)
        to_do = [one for one in there if one.confirmed_on != on]
        if not to_do:
            raise Mistake(f"Confirmed on {shown(on)} already: Shift+C gives another day.")
        self._save(f"confirm {counted(to_do)}", [_confirmed(one, on) for one in to_do])
        self._say(f"Confirmed {self._when(on)}: {who}.")

    def end_seat(self, seat: Membership, on: date, who: str) -> None:
        """Gives a seat its last day, and with it the person's roles in the group."""
        saves = seat_ended(self._desk.snapshot, seat, on)
        self._end("end a membership", seat.group_id, saves, f"{who} leaves on {shown(on)}.")

    def end_role(self, role: Role, on: date, who: str) -> None:
        """Gives a role its last day."""
        words = f"{who} is {role.title.lower()} until {shown(on)}."
        self._end("end a role", role.group_id, (replace(role, to_on=on),), words)

    def end_need(self, need: Requisite, on: date) -> None:
        """Notes until when something is needed."""
        self._save("end a thing that is needed", [replace(need, until=on)])
        self._say(f"Needed until {shown(on)}: {in_quotes(need.text)}.")

    def told(self, group_id: str, change: Callable[[], object]) -> None:
        """Makes a change, such as a form does, and says what it leaves empty."""
        before = trio(self._desk.snapshot, group_id)
        change()
        if emptied := emptied_words(before, trio(self._desk.snapshot, group_id)):
            self._say(f"{emptied}: R gives a role to somebody else.")

    def _end(self, step: str, group_id: str | None, saves: Sequence[Record], words: str) -> None:
        before = trio(self._desk.snapshot, group_id or "")
        self._save(step, saves)
        emptied = emptied_words(before, trio(self._desk.snapshot, group_id or ""))
        self._say(f"{words} {emptied}: R gives a role to somebody else." if emptied else words)

    def _save(self, step: str, saves: Sequence[Record]) -> None:
        with self._desk.office.step(step):
            self._desk.office.save(*saves)

    def _say(self, words: str) -> None:
        self._desk.said.emit(f"{words} {UNDO_HINT}")

    def _when(self, on: date) -> str:
        return "today" if on == self._desk.snapshot.today else f"on {shown(on)}"


def _confirmed(held: Held, on: date) -> Record:
    # A seat gives a seat, and a role a role: types are told apart for the checker alone.
    if isinstance(held, Membership):
        return confirmed(held, on)
    return confirmed(held, on)


def counted(held: Sequence[Held]) -> str:
    """A seat; 2 seats; 3 seats and roles."""
    nouns = {type(one) for one in held}
    if len(nouns) > 1:
        return f"{len(held):,} seats and roles"
    noun = "seat" if Membership in nouns else "role"
    return f"a {noun}" if len(held) == 1 else count(len(held), noun)
