"""Text broken into lines of a width: by words, and by letters where a word is longer than a line.

A list has thousands of short texts, many of them the same. Each is measured once; laying each out as a paragraph would
take many times as long.
"""

import unicodedata

from PySide6.QtGui import QFont, QFontMetricsF

from tracker.ui.printing.paper import paper_font

# More letters than this to a line there never are.
_LETTERS_A_LINE = 300


class Wrapping:
    """Lines in one size of text, in units of paper."""

    def __init__(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        self.font = paper_font(size, weight)
        self._metrics = QFontMetricsF(self.font)
        self._widths: dict[str, float] = {}

    @property
    def height(self) -> float:
        """From one line to the next."""
        return float(self._metrics.height())

    @property
    def ascent(self) -> float:
        """From a line's upper edge to where its letters stand."""
        return float(self._metrics.ascent())

    def width(self, text: str) -> float:
        """The width of a text on one line."""
        if text not in self._widths:
            self._widths[text] = float(self._metrics.horizontalAdvance(text))
        return self._widths[text]

    def lines(self, text: str, width: float, most: int) -> list[str]:
        """The text in up to so many lines; the last ends in … if it is longer."""
        found: list[str] = []
        for part in text[: most * _LETTERS_A_LINE].split("\n"):
            line = " ".join(part.split())
            found += [line] if self.width(line) <= width else self._broken(line, width)
            if len(found) > most:
                break
        if len(found) > most or len(text) > most * _LETTERS_A_LINE:
            found = found[:most]
            found[-1] = self._ending(found[-1], width)
        return found

    def _broken(self, text: str, width: float) -> list[str]:
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(line) + self.width(f" {word}") <= width or (not line and self.width(word) <= width):
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = self._pieces(word, width)
            lines += whole
        return [*lines, line]

    def _pieces(self, word: str, width: float) -> list[str]:
        """The word, cut where a line is full."""
        pieces: list[str] = []
        while self.width(word) > width and len(word) > 1:
            fits = self._letters(word, width)
            pieces.append(word[:fits])
            word = word[fits:]
        return [*pieces, word]

    def _letters(self, word: str, width: float) -> int:
        """How many of the word's first letters fit, at least one; a letter keeps its accent."""
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._metrics.horizontalAdvance(word[:middle]) <= width else (low, middle - 1)
        while low > 1 and unicodedata.combining(word[low]):
            low -= 1
        return low

    def _ending(self, line: str, width: float) -> str:
        """The line with … at its end, as much of it as has room then."""
        while line and self.width(f"{line}…") > width:
            line = line[:-1].rstrip()
        return f"{line}…"
