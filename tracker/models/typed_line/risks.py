"""How high a risk is, and on whom it falls."""

import re

from tracker.models.records.risk import RiskLevel
from tracker.models.typed_line.name_lists import NameList, listed
from tracker.models.typed_line.names import Named

_FALLS_ON = re.compile(
    r"\b(?:(?:falls?|fall|falling|lands?|landing|sits|rests)(?: back)? (?:on|with)|risk (?:for|to|on)"
    r"|at the cost of|(?P<for>for|on)(?=[^,.;:]{2,60}[.)!]*$))"
)
_SAID = re.compile(
    r"\b(?P<level>very high|high|medium|moderate|low|serious|major|big|huge|minor|small"
    r"|slight)(?:[ -]level)? (?:risk|danger)\b|\brisk (?:is|:) (?P<after>very high|high|medium|low)\b"
    r"|\((?P<brackets>high|medium|low)(?: risk)?\)"
)
_HIGH = frozenset(("very high", "high", "serious", "major", "big", "huge"))
_LOW = frozenset(("low", "minor", "small", "slight"))
_LOSS = re.compile(
    r"\b(?:might|(?:may|could) (?:not\b|lose|miss|drop|fail|fall|leave|close|run|be (?:cut|lost|late"
    r"|gone|evicted|closed|delayed|dropped|moved|too)|get worse|get cut|slip|walk|break|burn|resign"
    r"|stop|go (?:back|under|missing|wrong)|pull out|come to nothing|never))\b"
)
_ARTICLE = re.compile(r"(?:the\s+|our\s+)?")
_HEADING = re.compile(r"(?:a |the )?(?:\w+ )?(?:risk|danger) (?:for|to|on) ")
_COLON = re.compile(r"\s*(?::|\s-+\s)\s*")
_IF = re.compile(
    r"if\b.*(?:\bthen\b|,.*\b(?:will|would|could|might|may|can't|won't|is|are|we)\b|\b(?:will|would"
    r"|could|might|may|can't|won't)\b|,.*\b(?:falls? (?:over|apart|through|down)|fails?|collapses?|stops?|folds?"
    r"|unravels?"
    r"|comes? apart|lose|loses|goes (?:under|bust|backwards|out the window)|(?:back )?to square one|stuffed|stuck"
    r"|all over)\b)|(?:without|unless)\b.*,.*\b(?:falls? (?:over|apart|through)|fails?|collapses?|stops?|folds?"
    r"|unravels?|stuffed|stuck)\b"
)
_WORRIED = re.compile(
    r"\b(?:worried|concerned|anxious|afraid|nervous|scared|frightened|fears?) (?:that|about|if)\b"
    r"|\b(?:is|are|'s|real|high|big|low) (?:a )?(?:real |high |big |low )?(?:risk|danger) (?:of|that|to|for)\b"
    r"|\bat risk of\b"
)
# Who worries is named before these words, what they worry about after them.
_WORRY = re.compile(
    r".{0,60}?\b(?:worr(?:ied|y|ies)|concern(?:ed|s)?|anxious|afraid|nervous|scared|frightened|fearful|uneasy|fears?)\b"
)


def level_of(plain: str, said: str = "") -> RiskLevel:
    """High, low, or where nothing is said medium. `said` is what the line's opening gave."""
    found = _SAID.search(plain)
    word = said or (next(filter(None, found.groups()), "") if found else "")
    return RiskLevel.HIGH if word in _HIGH else RiskLevel.LOW if word in _LOW else RiskLevel.MEDIUM


def falls_on(plain: str, names: list[Named]) -> NameList | None:
    """On whom it falls: "… falls on Housing", "risk for Housing"; None where nobody is named."""
    for found in _FALLS_ON.finditer(plain):
        row = listed(plain, names, found.end())
        if row.names and (found["for"] is None or (row.whole and row.names[0].sure)):
            return row
    return None


def concerns(plain: str, names: list[Named]) -> Named | None:
    """Whom a risk is about: the only agency that it names, or whose people it names; None of several or of none."""
    worry = _WORRY.match(plain)
    told = [named for named in names if not worry or named.start >= worry.end()]
    told = [named for place, named in enumerate(told) if _counts(plain, named, place)]
    known = [named.only for named in told if named.only]
    if len(known) < len(told) or len({someone.agency_id for someone in known}) != 1:
        return None
    return next((named for named in told if named.only and not named.only.person_id), told[0])


def _counts(plain: str, named: Named, place: int) -> bool:
    """A word such as "school" says an agency only where it begins the sentence; a post in small letters is nobody's."""
    if named.loose:
        return not place and bool(_ARTICLE.fullmatch(plain, 0, named.start))
    return not (named.only and named.only.person_id) or not named.words[:1].islower()


def warns(plain: str) -> bool:
    """Whether a line says what could go wrong, though it does not begin so."""
    return bool(_WORRIED.search(plain) or _LOSS.search(plain) or _IF.match(plain))


def heading_end(plain: str, falls: NameList) -> int:
    """Where the risk itself begins in "risk for Housing: the house is sold"; 0 where no such heading stands."""
    heading = _HEADING.match(plain)
    colon = _COLON.match(plain, falls.end)
    return colon.end() if heading and heading.end() >= falls.names[0].start - 4 and colon else 0
