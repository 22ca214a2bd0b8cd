"""What each key of winding up asks for, in a line of the page."""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.models.figures.winding_up import EndingPath
from tracker.models.records import WindingUp
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.ending.ending_deeds import EndingDeeds
from tracker.ui.parts.asking import Asking
from tracker.ui.words import count

Input = tuple[str, str, QWidget]
_WHY = "The group is winding up."


class EndingAsking(Asking):
    """A line that knows the questions; what has been answered before stands in it already."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._deeds = EndingDeeds(desk)

    def ask_for(self, key: str, path: EndingPath) -> None:
        """Asks what a key needs. Raises KeyError for a key that asks for nothing."""
        if key == "P":
            self._ask_release(path)
        elif key == "B":
            self._ask_settle(path)
        elif path.winding is not None:
            {"T": self._ask_thanks, "K": self._ask_papers, "V": self._ask_told, "G": self._ask_give_up}[key](
                path.winding
            )

    def _ask_release(self, path: EndingPath) -> None:
        left = path.step("promises").left
        self.ask(
            f"Release {count(len(left), 'open promise')}, all in one step?",
            "Release",
            [("why", "Why", _line(_WHY)), ("on", "Day", self._day())],
            lambda given: self._deeds.release(path.group.id, given["on"], given["why"]),
        )

    def _ask_settle(self, path: EndingPath) -> None:
        left = path.step("balls").left
        self.ask(
            f"Settle {count(len(left), 'issue')}, all in one step? One that goes on is passed on first.",
            "Settle",
            [("on", "Day", self._day())],
            lambda given: self._deeds.settle(path.group.id, given["on"]),
        )

    def _ask_thanks(self, winding: WindingUp) -> None:
        inputs: list[Input] = [("how", "How", _line(winding.thanked_note)), self._on(winding.thanked_on)]
        self.ask(
            "Members, helpers and those who lent them were thanked",
            "Thanked",
            inputs,
            lambda given: self._deeds.thank(winding, given["on"], given["how"]),
        )

    def _ask_papers(self, winding: WindingUp) -> None:
        inputs: list[Input] = [("where", "Where they are kept", _line(winding.kept_at)), self._on(winding.kept_on)]
        self.ask(
            "The papers were put away",
            "Put away",
            inputs,
            lambda given: self._deeds.put_away(winding, given["on"], given["where"]),
        )

    def _ask_told(self, winding: WindingUp) -> None:
        inputs: list[Input] = [("whom", "Told to whom", _line(winding.told_note)), self._on(winding.told_on)]
        self.ask(
            "All victories were told to the home agencies",
            "Told",
            inputs,
            lambda given: self._deeds.tell(winding, given["on"], given["whom"]),
        )

    def _ask_give_up(self, winding: WindingUp) -> None:
        self.ask(
            "The group goes on after all? That it had decided to end is kept.",
            "Give it up",
            [("on", "Day", self._day())],
            lambda given: self._deeds.give_up(winding, given["on"]),
        )

    def _on(self, day: date | None) -> Input:
        return "on", "Day", self._day(day)

    def _day(self, day: date | None = None) -> DayEdit:
        snapshot = self._desk.snapshot
        return DayEdit("The day", snapshot, day or snapshot.today, past=True)


def _line(words: str) -> QLineEdit:
    return QLineEdit(" ".join(words.split()))
