"""The steps on which a group ends, each done as one step of the office and said in the line on top of the page."""

from collections.abc import Sequence
from datetime import date

from tracker.models.records import Record, Result, WindingUp
from tracker.models.winding_up_changes import all_released, all_settled, given_up, put_away, thanked, told
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count


class EndingDeeds:
    """What can be done. Each raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def release(self, group_id: str, on: date, why: str) -> None:
        """Every open promise is released on that day, with the reason."""
        saves = all_released(self._desk.snapshot, group_id, on, why)
        self._step(f"release {count(len(saves), 'promise')}", f"{count(len(saves), 'promise')} released", saves)

    def settle(self, group_id: str, on: date) -> None:
        """Every open issue is settled on that day."""
        saves = all_settled(self._desk.snapshot, group_id, on)
        self._step(f"settle {count(len(saves), 'issue')}", f"{count(len(saves), 'issue')} settled", saves)

    def tell(self, winding: WindingUp, on: date, whom: str) -> None:
        """All victories were told to the home agencies on that day."""
        saves = told(self._desk.snapshot, winding, on, whom)
        number = sum(isinstance(save, Result) for save in saves)
        also = f", {count(number, 'victory', 'victories')} with it" if number else ""
        self._step("tell the victories at home", f"Told to the home agencies{also}", saves)

    def thank(self, winding: WindingUp, on: date, how: str) -> None:
        """Members and helpers were thanked on that day."""
        self._step("say thanks", "Thanks are noted", [thanked(winding, on, how, self._desk.snapshot.today)])

    def put_away(self, winding: WindingUp, on: date, where: str) -> None:
        """The papers lie in one place since that day."""
        saves = [put_away(winding, on, where, self._desk.snapshot.today)]
        self._step("put the papers away", "Where the papers are is noted", saves)

    def give_up(self, winding: WindingUp, on: date) -> None:
        """The group goes on after all; what was done on the way stays."""
        saves = [given_up(winding, on, self._desk.snapshot.today)]
        self._step("give up winding up", "The group goes on: that it had decided to end is kept", saves)

    def _step(self, name: str, done: str, saves: Sequence[Record]) -> None:
        with self._desk.office.step(name):
            self._desk.office.save(*saves)
        self._desk.said.emit(f"{done}. {UNDO_HINT}")
