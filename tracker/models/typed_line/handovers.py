"""A ball without the word: "Hana's handed transport over to Rob", "transport stays with Police"."""

import re

from tracker.models.typed_line.holding import Holding
from tracker.models.typed_line.name_lists import listed
from tracker.models.typed_line.names import Named
from tracker.models.typed_line.subject import Who, leading_names, whose

_HANDS = re.compile(
    r"(?:'s|'ve|s)?\s+(?:has |have |is |are |now |just |also )*(?:handed|hands|handing|passed|passes|passing|turned"
    r"|turning|given"
    r"|gave|giving|flicked|signed|moved|moving)\s+(?:over |on )?(?P<issue>[^,.;:?]{3,70}?)\s+(?:over|across|on"
    r"|back) to\s+"
)
# Of these it is the thing itself that changes hands.
_A_THING = re.compile(
    r"\b(?:keys?|forms?|letters?|phone|money|cash|papers?|paperwork|documents?|books?|message|news|word|van|car|bus"
    r"|clothes"
    r"|food|kai|box(?:es)?|cheques?|gifts?|photos?|bab(?:y|ies)|kids?|child(?:ren)?|boys?|girls?|him|her|them|it"
    r"|reports?"
    r"|list|number|details|file|info|information|copy|copies|uniforms?|laptop|mum|dad|nan|thanks|mihi|bond|house"
    r"|taonga"
    r"|man|woman|ones?|twins?|brothers?|sisters?|eldest|youngest|cousins?|nephews?|nieces?|teen\w*|lad|lass|dog"
    r"|cat|students?"
    r"|pupils?|clients?|tenants?|nurse|tamariki|rangatahi|mokopuna|moko|pepi|family|whanau|rent|bill|card|bags?"
    r"|shoes|heater|gun|knife|attention)$"
)
_STAYS = re.compile(r"\s+(?:still )?(?:stays?|sits|rests|lies|is still) with\s+(?:the\s+)?")
_ISSUE = re.compile(r"(?:the |our )?(?P<issue>[\w'/&-]+(?: [\w'/&-]+){0,5})$")
_ASKED = re.compile(
    r"(?:who(?:'s| is| has|'ve| have|s)? (?:got|has|running with|running|holding|leading|carrying|picking up"
    r"|driving"
    r"|owning|owns|leads|holds)|whose ball is) (?P<issue>[^?]{3,80}?)\s*\?+\s*[-:,.]*\s*"
)
_NOBODY = re.compile(
    r"(?:(?:still )?(?:no[ -]?one|nobody|none of us|no agency|unclear|not clear|no idea|tba|tbc|don't know)\b)"
)
_NOBODY_RUNS = re.compile(
    r"(?:still )?(?:nobody|no[ -]?one|no agency|none of us)(?:'s| is| has| are)?(?: still| yet"
    r"| now)? (?:running with|carrying"
    r"|picked up|picking up|on to|onto|leading on) (?P<issue>[^?]{3,80}?)(?: yet| now"
    r"| at the moment)?[\s.!]*$"
)
_REST = re.compile(r"\s*(?:now|for now|for the time being|then|until then)?[\s.;,!)\]]*$")


def asked_who_holds(text: str, plain: str, names: list[Named]) -> Holding | None:
    """ "Who's running with the dental thing? No one yet": the issue, and who is answered; None for other lines."""
    if nobody := _NOBODY_RUNS.match(plain):
        return Holding(_part(text, nobody, "issue"), Who())
    if not (asked := _ASKED.match(plain)):
        return None
    if _NOBODY.match(plain, asked.end()):
        return Holding(_part(text, asked, "issue"), Who())
    row = listed(plain, names, asked.end())
    if row.names and _REST.match(plain, row.end):
        return Holding(_part(text, asked, "issue"), whose(list(row.names), text[row.names[0].start : row.end]))
    return None


def handed_over(text: str, plain: str, names: list[Named]) -> Holding | None:
    """A matter that one hands to another, or that stays with one; None where it is a thing or somebody."""
    if (leading := leading_names(plain, names)) and (hands := _HANDS.match(plain, leading[-1].end)):
        return _to(text, plain, names, hands)
    stays = _STAYS.search(plain)
    return _with(text, plain, names, stays) if stays else None


def _with(text: str, plain: str, names: list[Named], stays: re.Match[str]) -> Holding | None:
    holder = next((named for named in names if named.start == stays.end()), None)
    issue = _ISSUE.match(plain, 0, stays.start())
    # "Tama stays with Police", "the boys stay with the whānau": who stays somewhere is no matter that is held.
    if issue is None or names[0] is not holder or _A_THING.search(issue["issue"]):
        return None
    if not _REST.match(plain, holder.end):
        return None
    # "Kiri stays with CYF" may be anybody: a matter has an article, or a second word without a capital.
    words = text[: stays.start()].split()
    if len(words) < 2 or not words[-1][:1].islower():
        return None
    agency = holder.only and not holder.only.person_id and holder.sure
    return Holding(_part(text, issue, "issue"), whose([holder], holder.words)) if agency else None


def _to(text: str, plain: str, names: list[Named], hands: re.Match[str]) -> Holding | None:
    row = listed(plain, names, hands.end())
    if not row.names or not _REST.match(plain, row.end) or _A_THING.search(hands["issue"]):
        return None
    return Holding(_part(text, hands, "issue"), whose(list(row.names), text[row.names[0].start : row.end]))


def _part(text: str, found: re.Match[str], name: str) -> str:
    return text[found.start(name) : found.end(name)].strip()
