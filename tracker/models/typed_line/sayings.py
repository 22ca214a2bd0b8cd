"""Sentences that say what they are though no word opens them: a motion carried, good news, and asides in front."""

import re

# "Right, settled: …", "So who's running with it?": the word in front says nothing.
_ASIDE = re.compile(
    r"(?:(?:right|righto|ok|okay|alright|anyway|yep|yeah|yes|cool|sweet|good|hmm|um|ah|oh|hey|also|and|well|now"
    r"|then|plus"
    r"|(?:ok |right |and )?so)(?:\s*,|\s+-|\s*\.{2,})|(?:ok |right |and |so )?(?:so|then)|ok|okay|and)\s+(?=\S)"
)
# Mum moved house, and a teacher was seconded to the school: neither was a motion.
_MOVED = re.compile(r"(?:^|[:.;,(]\s*|\s-+\s+)(?:moved|(?:the )?motion|seconded)\b")
_SECONDED = re.compile(r"(?<!was )(?<!been )(?<!is )\bseconded\b(?! to\b)|[.;,:(-]\s*(?:motion |all )?carried\b")
_CARRIED = re.compile(r"(?:[.;!(]|\s[-–—])\s*(?:motion )?carried(?: unanimously)?[\s.!)]*$")
_SETTLED = re.compile(
    r"(?:[.;!(]|\s[-–—])\s*(?:all agreed|agreed(?: by all)?|all in favour|unanimous|decided|settled)[\s.!)]*$"
)
_WORK = (
    r"(?:full[- ]time |part[- ]time |new |proper |real |paid )*(?:job|apprenticeship|scholarship|licen[cs]e"
    r"|learners?|restricted|driving test|exams?)"
)
_GOOD_NEWS = re.compile(
    rf"(?:'s|has|have|'ve|just| finally)? (?:got|landed|scored|won|passed|been offered) (?:a|an|the|his|her"
    rf"|their) {_WORK}"
    r"(?=\W*$|\s*[,.;:!()]|\s-|\s(?:at|with|as|and|in|after|starting|on)\b)"
)
_SMILE = re.compile(
    r"(?:^|\s)(?::-?\)|=\)|\^\^"
    r"|[\U0001F389\U0001F38A\U0001F973\U0001F44F\U0001F64C\U0001F4AA\U0001F600-\U0001F606\U0001F60A])"
)
# A smile alone says nothing: "see you Friday :)". Something must have come about.
_CAME_ABOUT = re.compile(
    r"\b(?:got|has got|made|passed|won|finished|found|enrolled|fixed|sorted|signed|moved in|came|back (?:on|at|in)"
    r"|turned up"
    r"|paid|done|started|stayed|learn(?:ed|t)|graduated|all (?:there|in|back))\b"
)
_NOT_YET = re.compile(
    r"\b(?:not|n't|never|lost|said|says|no[ -]one|nobody|will|to be|if|until|hope|hopefully|should|could|might"
    r"|need)\b|n't\b|'ll\b|\?"
)


def aside_end(plain: str) -> int:
    """Where a line begins behind a word that only clears the throat; 0 where none stands there."""
    found = _ASIDE.match(plain)
    return found.end() if found else 0


def carried(plain: str) -> bool:
    """Whether a motion was put: "moved Rob, seconded Ana: … Carried"."""
    moved = _MOVED.search(plain)
    return bool((moved and _SECONDED.search(plain, moved.end())) or _CARRIED.search(plain))


def settled(plain: str) -> bool:
    """Whether a line ends with "all agreed"."""
    return bool(_SETTLED.search(plain))


def good_news(plain: str) -> bool:
    """Whether a line tells of a job or a licence, or smiles at what came about."""
    if _GOOD_NEWS.search(plain):
        return not _NOT_YET.search(plain)
    return bool(_SMILE.search(plain) and _CAME_ABOUT.search(plain) and not _NOT_YET.search(plain))
