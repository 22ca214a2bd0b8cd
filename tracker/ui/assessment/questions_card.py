"""What the members said to each question of a round: a dot for each agency, those first on which they are split."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from tracker.models.figures.assessment.comparison import Comparison
from tracker.models.figures.assessment.health import HealthRound
from tracker.models.figures.assessment.question_view import QuestionView
from tracker.models.records import Rating
from tracker.ui.assessment.dots import Dots, DotsDelegate
from tracker.ui.assessment.round_columns import RoundSigns, dots_words, question_columns
from tracker.ui.cells import LinesDelegate
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import EmptyState, Muted

_DOTS = 1
_NOTHING = "Nobody has answered yet. A asks on this screen, W writes a form that an agency fills in and sends back."
_HOW = "A dot is an agency, a line the median. Split: somebody says 1 or less, and somebody 3 or more."


class QuestionsCard(TableCard):
    """`key_typed` carries the letters that mean something to the side; the chosen row is told in full below."""

    key_typed = Signal(str, bool)

    def __init__(self, letters: str) -> None:
        # What the columns look up: how the answers to a question moved.
        self._moves: dict[str, str] = {}
        columns = question_columns(RoundSigns(), lambda row: self._moves.get(row.key) or "–")
        table = HeadedTable(columns, lambda row: str(row.key), _heading)
        view = KeyedView(table, "assessment-questions", letters, 10 * UNIT)
        super().__init__("What the members say", view, EmptyState(_NOTHING))
        self.table = table
        self.keyed = view
        self._ratings: tuple[Rating, ...] = ()
        self._told = Muted(_HOW)
        # Behind each row stand single ratings, and these never leave the office.
        table.records = lambda row: self._ratings
        view.setItemDelegate(LinesDelegate(view))
        view.setItemDelegateForColumn(_DOTS, DotsDelegate(_dots, view))
        view.key_typed.connect(self.key_typed)
        view.selectionModel().selectionChanged.connect(self._tell)
        self.body.addWidget(self._told)

    @property
    def told(self) -> str:
        """What is said below the table."""
        return self._told.text()

    def show_signs(
        self, signs: Sequence[QuestionView], ratings: Sequence[Rating], before: Comparison | None = None
    ) -> None:
        """Shows the signs of a round, splits first, and how each moved since the round before."""
        self._show(signs, ratings, before)

    def show_health(self, told: HealthRound, ratings: Sequence[Rating], before: Comparison | None = None) -> None:
        """Shows the questions of a health check under their domains."""
        answered = [question for question in told.questions if question.raters or question.unknowing]
        self._show(sorted(answered, key=lambda question: question.order), ratings, before, headed=True)

    def _show(
        self,
        rows: Sequence[QuestionView],
        ratings: Sequence[Rating],
        before: Comparison | None,
        *,
        headed: bool = False,
    ) -> None:
        self._ratings = tuple(ratings)
        self._moves.clear()
        self._moves.update({change.key: change.words for change in before.questions} if before else {})
        # Signs have no domain: the headings go before other rows come.
        self.table.set_part(None)
        self.table.set_rows(rows)
        if headed:
            self.table.set_part(_domain)
        self.keyed.choose_first()
        self._told.setVisible(bool(rows))
        self._tell()

    def _tell(self) -> None:
        rows = self.keyed.chosen_rows
        if not rows:
            self._told.setText(_HOW)
            return
        row = rows[0]
        moved = self._moves.get(row.key, "")
        named = f" · {dots_words(row)}" if any(dot.agency for dot in row.dots) else ""
        words = f"{row.text}: {row.words}{named}"
        self._told.setText(f"{words}{f' · since the round before {moved}' if moved else ''}. {_HOW}")


def _dots(row: Any) -> Dots | None:
    return ([dot.score for dot in row.dots], row.median) if isinstance(row, QuestionView) else None


def _heading(name: str, rows: Sequence[QuestionView]) -> str:
    """A domain, and how many of its questions members are split on."""
    split = sum(row.split for row in rows)
    return f"{name} · {split} of {len(rows)} split" if split else name


def _domain(row: QuestionView) -> tuple[Any, str]:
    assert row.domain is not None
    return row.domain.rank, row.domain.label
