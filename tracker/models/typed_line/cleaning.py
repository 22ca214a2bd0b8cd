"""Text as it comes from a keyboard, a file or the clipboard, made fit to keep: nothing that can be read is lost."""

import re

_CANNOT_BE_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Word's own line break and page break stand between words.
_BREAKS = "\x0b\x0c"
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_BULLET = re.compile(r"\s*(?:[•‣◦▪●·*\-–—‒]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
# A line that opens as a kind does begins a new item, though it has a small letter.
_OPENS = re.compile(r"[dcvlrbsn][\s:]")
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
    before = ""
    for line in _LINE_ENDS.split(text):
        if line.strip() and before and _continues(before, line):
            found[-1] = f"{found[-1]} {line.strip()}"
        elif line.strip():
            found.append(unbulleted(line).strip())
        before = line.rstrip()
    return [line for line in found if line]


def _continues(before: str, line: str) -> bool:
    """Whether a line goes on from the one before, where a program wrapped it."""
    start = line.lstrip()
    if _BULLET.match(line) or _OPENS.match(start) or _ENDS_A_SENTENCE.search(before):
        return False
    wrapped = len(before) >= _WRAPPED
    hangs = line[:1] in (" ", "\t") and bool(_BULLET.match(before))
    return (wrapped and (start[0].islower() or bool(_GOES_ON.search(before)))) or hangs
