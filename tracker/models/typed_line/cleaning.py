"""Text as it comes from a keyboard, a file or the clipboard, made fit to keep: nothing that can be read is lost."""

import re

from tracker.models.typed_line.kinds import letter_of

_CANNOT_BE_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Word's own line break and page break stand between words.
_BREAKS = "\x0b\x0c"
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
# Word's own bullets are letters of its symbol fonts, \uf0b7 and its like, "o" with a wide space, and "§"; "§ 27" is
# a section. "1.1" is a number of a list where a sentence follows: "3.5 hours" are hours.
_ROMAN = r"(?=[ivx]{2})x{0,2}(?:ix|iv|v?i{0,3})"
_BULLET = re.compile(
    r"\s*(?:(?:[•‣◦▪▫■□●○·⁃∙➢➤►✓✔❖*\-–—‒]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+"
    r"|[\uf020-\uf0ff]\s*|§\s+(?!\d)|o[\xa0\u2003\t]\s*"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?:[.)]\s+|[\xa0\t]\s*|\s+(?=[A-ZĀĒĪŌŪ][a-zāēīōū]))"
    rf"|\(?{_ROMAN}[.)]\s+)(?=\S)"
)
# "a." opens a list, and "iv." is of one; "v." and "c." are of it only after "iv." and "b.".
_LETTERED = re.compile(r"\s*(?P<letter>[a-z]|[ivx]{1,5})\.\s+(?=\S)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SENTENCE = re.compile(r"(?!\w+[.@]\w)[^\W\d_]+")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;…][”\"')\]]?$")
_GOES_ON = re.compile(
    r"(?:,|\b(?:a|an|and|are|at|by|for|from|in|is|of|on|or|our|the|their|to|until|will|with))$", re.IGNORECASE
)
# A line that a mail program or a PDF wrapped is about this long; a shorter one was ended by a person.
_WRAPPED = 55


def cleaned(text: str) -> tuple[str, int]:
    """The text without the characters that cannot be shown, and how many were left out; of a break a space stays."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CANNOT_BE_SHOWN.subn(lambda found: " " if found[0] in _BREAKS else "", text)


def unbulleted(text: str) -> str:
    """The text without the bullet, dash or number that a list gave it."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else text


def paragraphs(text: str) -> list[str]:
    """A pasted page as lines for the reader: one a paragraph or a bullet, with the lines that were wrapped joined.

    Characters that cannot be shown stay: the reader leaves them out and counts them.
    """
    found: list[str] = []
    before = last_letter = ""
    for line in _LINE_ENDS.split(text):
        lettered = _LETTERED.match(line)
        if lettered and _comes_next(lettered["letter"], last_letter):
            last_letter = lettered["letter"]
            found.append(line[lettered.end() :].strip())
        elif line.strip() and before and _continues(before, line):
            found[-1] = f"{found[-1]} {line.strip()}"
        elif line.strip():
            found.append(unbulleted(line).strip())
        before = line.rstrip()
    return [line for line in found if line]


def capitalised(text: str) -> str:
    """The text with a capital in front, as a sentence begins; iPad, e.g. and web addresses stay as they are."""
    first = _SENTENCE.match(text)
    return text[0].upper() + text[1:] if first and first[0].islower() else text


def _comes_next(letter: str, last: str) -> bool:
    """Whether a letter of a list follows on the last one; a list begins with a or i."""
    if letter in ("a", "i") and last not in ("h",):
        return True
    if last in _ROMANS[:-1] and letter == _ROMANS[_ROMANS.index(last) + 1]:
        return True
    return len(last) == len(letter) == 1 and bool(last) and ord(letter) == ord(last) + 1


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on from the one before, where a program wrapped it."""
    start = line.lstrip()
    if _BULLET.match(line) or letter_of(start) or _ENDS_A_SENTENCE.search(before):
        return False
    wrapped = len(before) >= _WRAPPED
    hangs = line[:1] in (" ", "\t") and bool(_BULLET.match(before))
    return (wrapped and (start[0].islower() or bool(_GOES_ON.search(before)))) or hangs
