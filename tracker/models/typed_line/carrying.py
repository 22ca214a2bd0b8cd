"""To which home agencies a lesson is to be carried back: "… tell CYF", "… Housing should hear this"."""

import re

from tracker.models.typed_line.credit import Credit, without
from tracker.models.typed_line.flat import just_before
from tracker.models.typed_line.name_lists import NameList, listed
from tracker.models.typed_line.names import Named

_IT = r"(?: it| this| that| the lesson| on| about (?:it|this|that))*"
_BACK = r"(?: back| home| on| up| along)*"
# Before the names. After `to` it is said to whom; `apart` must open the clause, or it is the lesson itself.
_CARRY = re.compile(
    r"(?P<apart>^|[,;:.(-]\s*|\band\s+)?\b(?:(?:(?:this is |it is |it's |that's |needs |one |is |also |should |must "
    r"|worth |please |pls |someone "
    r"|somebody |can (?:we|someone) |we(?:'ll)? |i(?:'ll)? |need to |will )*"
    r"(?:to )?)?(?:be |been )?"
    r"(?:(?:carr(?:y|ied)|carrying|take|taken|taking|bring|brought|bringing|report(?:ed|ing)?|go|goes|going|feed|fed"
    r"|feeding|feedback|pass|passed|passing|hand|handed|told|said|sent|send|mention(?:ed)?|relay(?:ed)?|return(?:ed)?"
    rf"|explain(?:ed)?|show|shown|message|word|heads[- ]up){_IT}{_BACK} (?P<to>to)"
    rf"|(?:share|shared|sharing|raise|raised|discuss(?:ed)?|talk(?: about)?){_IT} (?P<share>with)"
    r"|(?:let|make sure|ensure|see that)(?: that)? (?=.{2,60} (?:know|knows|hear|hears|get|gets|see|sees)\b)"
    r"|(?P<tell>(?:tell(?:ing)?|remind(?:ing)?|inform(?:ing)?|brief(?:ing)?|warn(?:ing)?|teach|advise)\b)"
    r"|(?P<for>for|message for|one for|heads[- ]up for|(?:something|worth something|a note|note"
    r"|news) for)(?=[^,.;]{2,60}$)))"
)
_HEAR = re.compile(
    r"\s+(?:all |both |also |really |too )*(?:(?:should|needs? to|must|ought to|has to|have to|would (?:want|like) to"
    r"|want(?:s)? to|will want to|could do to|is to|are to|to)(?: also| both| all)? (?:be told|hear|know|learn|see"
    r"|be aware|take note|note|get)|please note|take note|to note)(?: of| about)?(?: this| that| it| too| as well)*"
)
_KNOW = re.compile(r"\s+(?:know|knows|hear|hears|get|gets|see|sees)(?: about| of)?(?: this| that| it)?")
# "Mele to feed back to her lot".
_OWN = re.compile(
    r"\s+(?:(?:will|to|can|should|must|'ll|is to|is going to|gonna|needs to|has to)\s+)(?:please )?(?:feed|take"
    r"|pass|bring|carry|report"
    rf"|share|tell|let|explain|raise|mention|relay|talk){_IT}{_BACK}(?: to| with)? (?:her|his|their|its"
    rf"|the rest of (?:her|his|their))"
    r"(?: own)? (?:lot|team|office|people|crew|mob|agency|boss|bosses|managers?|colleagues|staff|side|end|bunch"
    r"|outfit|branch"
    r"|service|home agency|workmates)(?: know)?(?: about (?:it|this|that))?\b"
)
_TO_KNOW = re.compile(
    r"\s+to (?:know|hear|note|learn|remember|think about|take on board|take back|see)\b(?: about)?(?: this| that| it)?"
)
_FOR = re.compile(r"(?:\w+ )*lessons? (?:for|to carry back to) ")
_HEADING = re.compile(r"\s*(?::|,|\s[-–—]+\s|that\s)\s*")
_OPENS = re.compile(r"(?:^|[,;:.(-]|\band)\s*(?:the\s+|our\s+|@|so\s+)*$")
_LAST = re.compile(r"(?:\s+(?:too|as well|please|about (?:this|it|that)|this|that))*[\s.;,!)\]]*$")


def carried_to(text: str, plain: str, names: list[Named]) -> Credit:
    """To which home agencies a lesson goes, and the lesson without these words where they name agencies alone."""
    if (heading := _FOR.match(plain)) and (row := listed(plain, names, heading.end())).names:
        colon = _HEADING.match(plain, row.end)
        rest = text[colon.end() :] if colon and row.only_agencies else text
        return Credit(rest or text, row.agency_ids, row.open)
    found = _told(text, plain, names) or _who_should_hear(text, plain, names) or _their_own(text, plain, names)
    return found or Credit(text)


def _their_own(text: str, plain: str, names: list[Named]) -> Credit | None:
    """ "Mele to feed back to her lot": to the agency of whoever does, as the last words of the line."""
    for named in names:
        own = _OWN.match(plain, named.end)
        last = _LAST.match(plain, own.end()) if own else None
        if last:
            row = listed(plain, [named], named.start)
            return Credit(text, row.agency_ids, row.open)
    return None


def _told(text: str, plain: str, names: list[Named]) -> Credit | None:
    for found in _CARRY.finditer(plain):
        row = listed(plain, names, found.end())
        # "Learned to tell Work and Income early" is the lesson itself; so is "it works for Education".
        said = found["to"] or found["share"] or found["apart"] is not None
        to_know = _TO_KNOW.match(plain, row.end) if found["for"] else None
        if row.names and said and not (found["for"] and not row.whole and not to_know):
            known = to_know or _KNOW.match(plain, row.end)
            return _credit(text, found.start(), row, known.end() if known else row.end, bool(known))
    return None


def _who_should_hear(text: str, plain: str, names: list[Named]) -> Credit | None:
    """The names before "should hear this", where they open a clause."""
    for named in names:
        row = listed(plain, [other for other in names if other.start >= named.start], named.start)
        opens = just_before(_OPENS, plain, named.start)
        if row.names and opens and (hear := _HEAR.match(plain, row.end)):
            return _credit(text, opens.start(), row, hear.end(), True)
    return None


def _credit(text: str, start: int, row: NameList, end: int, said_after: bool) -> Credit:
    """The agencies of a row; the words from `start` to `end` go where nobody else is named in them."""
    agencies = all(named.only and not named.only.person_id for named in row.names)
    heading = _HEADING.match(text, end)
    if not (agencies if said_after else row.only_agencies):
        return Credit(text, row.agency_ids, row.open)
    if heading and not text[:start].strip(" ,;:-(") and text[heading.end() :].strip():
        return Credit(text[heading.end() :], row.agency_ids, row.open)
    last = _LAST.match(text, end)
    return Credit(without(text, start, last.end()) if last else text, row.agency_ids, row.open)
