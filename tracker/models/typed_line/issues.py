"""The issue of a ball, in the words of the open ball that it is about."""

from collections import defaultdict

from tracker.models.folding import folded
from tracker.models.records.ball import Ball
from tracker.models.snapshot import Snapshot

_ARTICLES = frozenset(("a", "an", "the", "our", "this", "that", "te", "nga"))


class OpenIssues:
    """The issues of a group's open balls, found by their words without the articles."""

    def __init__(self, snapshot: Snapshot, group_id: str) -> None:
        self._by_words: dict[str, list[str]] = defaultdict(list)
        for ball in snapshot.of(Ball, group_id=group_id):
            if ball.closed_on is None:
                self._by_words[_words(ball.issue)].append(ball.issue)

    def has(self, issue: str) -> bool:
        """Whether an open ball has these very words."""
        return issue in self._by_words.get(_words(issue), [])

    def named(self, text: str) -> str:
        """The words of the open ball on the same issue, whatever articles were typed; else the text as it is."""
        same = self._by_words.get(_words(text), [])
        return same[0] if len(same) == 1 else text


def _words(issue: str) -> str:
    words = [word for word in folded(issue).split() if word not in _ARTICLES]
    return " ".join(words) or folded(issue)
