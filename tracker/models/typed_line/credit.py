"""Whose the credit of a victory is: "thanks to Education and the whānau", "ka pai Police"."""

import re
from dataclasses import dataclass

from tracker.models.typed_line.name_lists import thanked
from tracker.models.typed_line.names import Named

_THANKS = re.compile(
    r"(?:[,;:.(-]\s*)?\b(?P<cut>(?:(?:all |big |huge |special |many |with )*(?:thanks|thank you|thx"
    r"|ta)(?: so much| very much| again)?(?: also)? to"
    r"|(?:the )?credit(?: goes)?(?: to|:)|credits?:|with (?:the |lots of |great )?(?:help"
    r"|support) (?:of|from)|kudos to|cheers to|props to))"
)
_PRAISE = re.compile(
    r"\b(?:well done(?: to| by)?|good on(?: you)?|(?:great|nice|good|awesome|fantastic) (?:work|job"
    r"|effort)(?: by| from| to)?|congrat\w*(?: to)?|big ups(?: to)?"
    r"|ka pai(?: te mahi)?(?: to| rawa| e| a| o| nga)?|tau ke|ka mau te wehi(?: to)?"
    r"|(?:nga )?mihi(?: nui)?(?: to| ki a| ki)?"
    r"|shout ?-?out to|hats off to|props to|cheers(?: to)?|chur|proud of|thanks|thank you|kudos|together with"
    r"|alongside)[,:!]?(?=\s)"
)
# "The whānau said thanks to Police" is no sentence without it.
_NEEDS_IT = re.compile(r"\b(?:said|say|says|sent|sends|gave|give|gives|send|with|a|is|are|was)\s*$")
_END = re.compile(r"[\s.;,!)\]]*$")


@dataclass(frozen=True)
class Credit:
    """The agencies named, the text without them where nothing else stood there, and a name that fits several."""

    text: str
    agency_ids: tuple[str, ...] = ()
    open: str = ""


def credit_of(text: str, plain: str, names: list[Named]) -> Credit:
    """Who is thanked. The words go where they end or begin the line and name agencies alone."""
    agencies: dict[str, None] = {}
    unclear, cut = "", None
    for found in (*_THANKS.finditer(plain), *_PRAISE.finditer(plain)):
        row = thanked(plain, names, found.end())
        agencies |= dict.fromkeys(row.agency_ids)
        unclear = unclear or row.open
        if row.names and row.only_agencies and found.re is _THANKS and not _NEEDS_IT.search(plain, 0, found.start()):
            cut = (found.start(), row.end)
    return Credit(without(text, *cut) if cut else text, tuple(agencies), unclear)


def thanks_named(plain: str, names: list[Named]) -> bool:
    """Whether somebody who is known is thanked: "fell thanks to the strike" thanks nobody."""
    return any(
        thanked(plain, names, found.end()).names for found in (*_THANKS.finditer(plain), *_PRAISE.finditer(plain))
    )


def without(text: str, start: int, end: int) -> str:
    """The text without the words from `start` to `end` at its end or its beginning; elsewhere they stay."""
    before, after = text[:start].rstrip(" ,;:-–—("), text[end:]
    if _END.match(after):
        return before or text
    return after.lstrip(" ,;:-–—!.") if not before else text
