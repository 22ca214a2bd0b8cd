"""What a rater has answered so far: a split of 100 points for each question, and whether it is meant."""

from collections.abc import Iterable, Mapping, Sequence

from tracker.models.mistake import Mistake
from tracker.models.points_split import PointsSplit
from tracker.models.reading_taking import Points
from tracker.models.records.reading import Question, Reading


class ReadingAnswers:
    """A question begins with an equal split, which is no answer until somebody moves a point or says that it is."""

    def __init__(self, agency_ids: Sequence[str]) -> None:
        self.agency_ids = tuple(agency_ids)
        self._splits: dict[Question, PointsSplit] = {}
        self._answered: set[Question] = set()
        # Whether anything was given here, and not read from before.
        self.touched = False

    @property
    def answered(self) -> frozenset[Question]:
        """The questions that are answered."""
        return frozenset(self._answered)

    @property
    def given(self) -> Mapping[Question, Points]:
        """The points by question, of those that are answered."""
        return {
            question: tuple(zip(self.agency_ids, self._splits[question].points, strict=True))
            for question in self._answered
        }

    def split(self, question: Question) -> PointsSplit:
        """The points of a question. Raises Mistake if there are no agencies."""
        return self._splits.get(question) or PointsSplit.equal(len(self.agency_ids))

    def answer(self, question: Question, split: PointsSplit) -> None:
        """Takes an answer."""
        self._splits[question] = split
        self._answered.add(question)
        self.touched = True

    def leave_out(self, question: Question) -> None:
        """Takes an answer back."""
        self._splits.pop(question, None)
        self._answered.discard(question)

    def next_after(self, question: Question) -> Question | None:
        """The question that is asked next; None after the last."""
        questions = list(Question)
        return questions[question.rank + 1] if question.rank + 1 < len(questions) else None

    def load(self, readings: Iterable[Reading]) -> None:
        """Takes what was kept before; points that cannot be shared out over these agencies are asked anew."""
        for reading in readings:
            kept = dict(reading.points)
            try:
                split = PointsSplit.given([kept.get(agency_id) or 0 for agency_id in self.agency_ids])
            except Mistake:
                continue
            if reading.question:
                self._splits[reading.question] = split
                self._answered.add(reading.question)
