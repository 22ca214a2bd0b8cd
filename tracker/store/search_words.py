"""The words that somebody typed to search: as the index's own query, and held against a name or a text."""

import re
import unicodedata

from tracker.models.folding import unmarked

# A phrase between quotation marks, or a word; and the words that the index knows.
_TERM = re.compile(r'["“„]([^"“”„]*\w[^"“”„]*)["”“]|(\w+)')
_WORD = re.compile(r"[^\W_]+")
# Nobody types more words than this; a page that is pasted is searched by its beginning.
_MOST_WORDS = 24
# So many words stand around the first one that was found.
_BEFORE, _AFTER = 4, 9


class SearchWords:
    """What was typed, read once. Macrons and case are ignored; a bare word at the end may be unfinished."""

    def __init__(self, text: str) -> None:
        # A macron may have been typed as a mark of its own.
        found = _TERM.findall(unicodedata.normalize("NFC", text))[:_MOST_WORDS]
        terms = [_WORD.findall(phrase or word) for phrase, word in found]
        # One in quotation marks is whole, and so is one that is nothing but signs.
        unfinished = bool(found) and bool(found[-1][1]) and bool(terms[-1])
        self._unfinished = terms.pop() if unfinished else []
        self._whole = [term for term in terms if term]
        self._folded = [_WORD.findall(_folded(" ".join(term))) for term in self._whole]
        self._beginning = _WORD.findall(_folded(" ".join(self._unfinished)))
        self._typed = [word for term in (*self._folded, self._beginning) for word in term]

    @property
    def query(self) -> str:
        """The words in the index's own language; "" without any."""
        whole = [f'"{" ".join(term)}"' for term in self._whole]
        return " ".join([*whole, *([f'"{" ".join(self._unfinished)}"*'] if self._unfinished else [])])

    @property
    def just_begun(self) -> bool:
        """Whether there is no more of them than one letter."""
        return len(self._typed) == 1 and len(self._typed[0]) == 1

    def rank(self, name: str, others: str) -> int | None:
        """How well something is called so: 0 by one of its short names or codes, 1 if its name begins so, 2 within it.

        None if it is not called so.
        """
        text = _folded(f"{name} {others}")
        # Nearly all names end here, which keeps the search quick.
        if self._typed[-1] not in text:
            return None
        called = _WORD.findall(_folded(name))
        short = _WORD.findall(text)[len(called) :]
        if len(self._typed) == 1 and self._typed[0] in short:
            return 0
        if not self._all_in([*called, *short]):
            return None
        return 1 if called and called[0].startswith(self._typed[0]) else 2

    def stand_in(self, title: str) -> bool:
        """Whether a text has all of them."""
        text = _folded(title)
        return self._typed[-1] in text and self._all_in(_WORD.findall(text))

    def excerpt(self, title: str, body: str) -> str:
        """The text around the first of the words, each of them between « and »."""
        for text in (title, body):
            words = text.split()
            first = next((place for place, word in enumerate(words) if self._marked(word)), None)
            if first is not None:
                start, end = max(0, first - _BEFORE), first + _AFTER
                shown = [self._marked(word) or word for word in words[start:end]]
                return ("…" if start else "") + " ".join(shown) + ("…" if end < len(words) else "")
        return " ".join(title.split())

    def _all_in(self, words: list[str]) -> bool:
        if self._beginning and not any(word.startswith(self._beginning[-1]) for word in words):
            return False
        return all(_contains(words, term) for term in self._folded)

    def _marked(self, word: str) -> str | None:
        """The word with its marks, if it is one of those that were typed."""
        for part in _WORD.findall(_folded(word)):
            whole = any(part in term for term in self._folded)
            if whole or (self._beginning and part.startswith(self._beginning[-1])):
                return f"«{word}»"
        return None


def _contains(words: list[str], term: list[str]) -> bool:
    return any(words[place : place + len(term)] == term for place in range(len(words) - len(term) + 1))


def _folded(text: str) -> str:
    # Most names have no macron, and taking marks off is what takes time.
    return (text if text.isascii() else unmarked(text)).casefold()
