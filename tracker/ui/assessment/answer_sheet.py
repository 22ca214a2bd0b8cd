"""What one rater has answered so far, question by question: kept by the dialog alone until it is saved."""

from collections.abc import Sequence

from tracker.models.value import Value, value
from tracker.ui.words import count


@value
class AskedQuestion(Value):
    """One question, under the key that its answer is kept under."""

    key: str
    words: str


class AnswerSheet:
    """The questions in the order they are asked, and which of them is before the rater.

    An answer is 0 to 4, or None for "don't know"; a question that was passed over has none at all.
    """

    def __init__(self, questions: Sequence[AskedQuestion]) -> None:
        self._questions = tuple(questions)
        self._given: dict[str, int | None] = {}
        self._at = 0

    @property
    def questions(self) -> tuple[AskedQuestion, ...]:
        """All of them, in their order."""
        return self._questions

    @property
    def at(self) -> int:
        """The question before the rater, from 0; as many as there are when all have been gone through."""
        return self._at

    @property
    def question(self) -> AskedQuestion | None:
        """The question before the rater; None past the last."""
        return self._questions[self._at] if self._at < len(self._questions) else None

    @property
    def answers(self) -> tuple[tuple[str, int | None], ...]:
        """What is answered, as a rating keeps it."""
        return tuple(
            (question.key, self._given[question.key]) for question in self._questions if self.answered(question)
        )

    @property
    def left(self) -> int:
        """How many questions have no answer yet."""
        return len(self._questions) - len(self._given)

    @property
    def words(self) -> str:
        """22 of 24 answered, 3 of them don't know."""
        unknown = sum(score is None for score in self._given.values())
        said = f"{len(self._given)} of {count(len(self._questions), 'question')} answered"
        return said + (f", {unknown} of them with don’t know" if unknown else "")

    @property
    def nothing_known(self) -> bool:
        """Whether there are answers, and all say that it is not known."""
        return bool(self._given) and all(score is None for score in self._given.values())

    def answered(self, question: AskedQuestion) -> bool:
        """Whether a question has an answer, "don't know" among them."""
        return question.key in self._given

    def given(self, question: AskedQuestion) -> int | None:
        """The answer to a question; None for "don't know", and where there is none."""
        return self._given.get(question.key)

    def answer(self, score: int | None) -> None:
        """Answers the question before the rater and goes on to the next."""
        if self.question is not None:
            self._given[self.question.key] = score
            self._at += 1

    def go_to(self, place: int) -> None:
        """Goes to a question, as near as there is one; past the last the answers can be saved."""
        self._at = max(0, min(place, len(self._questions)))

    def go_to_open(self) -> None:
        """Goes to the first question without an answer, past the last if there is none."""
        places = range(len(self._questions))
        self._at = next((at for at in places if not self.answered(self._questions[at])), len(self._questions))
