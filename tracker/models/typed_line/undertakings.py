"""The words with which somebody takes something on: "will", "offered to", "promised a …", "signed up for".

Each pattern stands right after a name, in a flat line.
"""

import re

ADVERB = r"(?:\s+(?:also|then|both|each|all|now|therefore|hopefully|definitely|kindly|jointly|together))?"
_THEY = r"(?:they|it|he|she|we)"
_WILL = r"(?:will(?! not\b)|'ll|would|'d|can)"
_HAS = r"(?:has |have |'s |'ve )?"
_GAVE_WORD = (
    r"(?:promise[ds]?|undertook|undertakes?|undertaken|agreed?s?|committed|commits?|offered|offers?|volunteered"
    r"|volunteers?|pledged|pledges?|plans?|aims?|intends?|guarantee[ds]?|confirmed|said|says?)"
)
_THAT_THEY = (
    rf"(?: (?:that )?{_THEY}(?:'ll| will)| (?:he|she|they)'d| that {_THEY} (?:will|would|can)| to(?=,? \w)"
    rf"|(?= not to \w))"
)
_NO_DOING = (
    r"(?:be|not|need|lose|miss|struggle|run out|have to|only|never|see|feel|hear|understand|understood|retire"
    r"|leave)\b"
)
# What somebody may do, and what others may do to them, is no word given.
_MAY_DO = r"(?:move|stay|go|return|expect|apply|live|keep|choose|then|now|no|get|have|still|and|or|become|wait|start)\b"
_READY = r"(?:happy|willing|prepared|ready|keen|committed|glad)"
_HAND_UP = (
    r"(?:put|puts|putting) (?:their|his|her|its|a) (?:hands?|names?) (?:up|down|forward|in)|stepped (?:up|forward)"
)
_SIGNED_UP = r"(?:signed|signs|signing|stepped|put \w+ name) (?:up|on)"
_MODAL = (
    r"will(?! not\b)|shall(?! not\b)|'ll|'s going to|(?:is|are|was|were)(?: all)? (?:now )?(?:going )?to"
    r"|(?:is |are |'s |'re )?(?:going to|g[ou]nna|gona)|(?:has|have) (?:got )?to|needs? to|must"
    rf"|{_HAS}{_GAVE_WORD}(?:, [^,]{{2,60}},)?{_THAT_THEY}"
    rf"|(?:is|are|'s|'re)(?: (?:very|quite|also|all|now))? {_READY} to(?= \w)"
    rf"|{_HAS}(?:{_HAND_UP}|{_SIGNED_UP}) to(?= \w)"
    r"|to(?! (?:the|a|an|this|that|these|his|her|their|our|be fair|blame)\b)"
)
_UNTIL = r"(?:has|have|had) (?:until|till|to the) [\w ]{2,40}? to(?= \w)"
_TO_SOMEBODY = (
    r"(?:has |have )?(?:promised?|promises|offered|told|assured) (?:to )?[\w&' -]{2,40}? (?:to"
    r"|(?:that )?(?:they|it|he|she)(?:'ll| will| would))(?= \w)"
)
# "Promised nothing", "offered before": no word was given.
_SOMETHING = (
    r"(?!(?:before|again|but|and|last|earlier|nothing|no|none|in|on|at|so|too|much|yesterday|when|if|as|or|with|by"
    r"|already|never|anything|that|this time|to|not|because|since|from|until)\b)(?=[\w$'@])"
)
_GIVES_WORD = r"promised|promises|pledged|pledges|offered|offers|offering|volunteered|undertook|undertakes|guaranteed"
_A_THING = (
    rf"(?P<cut>{_HAS}(?:{_GIVES_WORD}|undertaken|committed(?: to)?) {_SOMETHING})"
    rf"|{_HAS}(?:promised|pledged|guaranteed|undertook|undertaken)(?: \w+){{0,3}} that "
    rf"|{_HAS}(?:{_SIGNED_UP}|{_HAND_UP}|(?:taken|took|takes|taking) on|gave (?:their|its|his|her) word"
    r"|given (?:their|its|his|her) word) "
)
# These tell as much of what is done already: only a day by which makes a promise of them.
_BY_A_DAY = rf"{_HAS}(?:confirmed|agreed|accepted|approved|secured|okayed|reckons?) {_SOMETHING}"
_BY_A_DAY += r"|(?:is|are|'s|'re) (?:able|set|due|down|lined up|booked in|up) (?:to|for)(?= \w)"
_BY_A_DAY += r"|(?:is|are|'s|'re) (?:on to|onto|on the hook|in charge|responsible|on point|across|all over) |on (?=\w)"
# With any day these are promises too: "Rewi's onto the notice", "the trust reckon they'll have a driver".
_BY_SOME_DAY = (
    r"(?:is|are|'s|'re) (?:on to|onto)(?= (?:it|that|this|the|a|an|his|her|their|our|getting|sorting|fixing)\b)"
    rf"|{_HAS}reckon(?:s|ed)? (?:that )?(?:they|it|he|she|we)(?:'ll|'d| will| would| can| could)"
    rf"(?= (?:\w+ly )?(?!{_NO_DOING}))"
    rf"|can(?= (?:\w+ly |also |both |all )?(?!{_NO_DOING}|{_MAY_DO}))"
)
# "Mele will be away" is no promise.
GOES_WITHOUT = re.compile(
    r"(?:\w+ly |also |both |all )?(?:be (?:a bit |very |quite |still |also |all )?(?:away|late|off|sick|ill|absent"
    r"|overseas|out of|out until|out all|unavailable"
    r"|short|busy|tied up|in (?:hospital|court|town|wellington|auckland)|on (?:leave|holiday|maternity|parental"
    r"|call|a course)"
    r"|closed|shut|gone|retired|leaving|retiring|missed|disappointed|glad|happy)"
    r"|miss (?:the|this|next|us|our)|not be\b|lose\b|run (?:out|short|late)|struggle|retire|resign"
    r"|leave (?:us|cyf|the (?:group|job|agency|service|district|force))|have (?:left|gone|moved)|go on (?:leave"
    r"|holiday|maternity))"
)
_BY_A_DAY += r"|can(?= (?!not\b|only\b|be\b|then\b|now\b|no\b)\w)"
# What stands between commas: "Education, with the school, will …".
_ASIDE = (
    r"(?:\s*,\s+(?:with|as|from|along with|together with|alongside|subject to|through|for|who|if|our|the|our own)\b"
    r"[^,:;]{2,70},|\s+\([^()]{2,60}\),?)?"
)
_TRUE_NO_MORE = re.compile(
    r"\b(?:but (?:did|didn't|never|has|have|hasn't|haven't|nothing|then)|never (?:came|happened|did|has)|last "
    r"(?:week|month|year|term|time|meeting)|years? ago|months? ago|(?:has|have|was|were) (?:declined|withdrawn))\b"
)

TAKES_ON = re.compile(
    rf"{_ASIDE}{ADVERB}(?:\s*[:,-]+)?\s*(?:{_MODAL}|{_UNTIL}"
    rf"|{_TO_SOMEBODY})(?:,[^,]{{2,60}},)?{ADVERB}(?=,?\s+\w),?\s*"
)
TAKES_A_THING = re.compile(rf"{_ASIDE}{ADVERB}\s*(?:{_A_THING})")
BY_A_DAY = re.compile(rf"{_ASIDE}{ADVERB}\s*(?:{_BY_A_DAY})")
BY_SOME_DAY = re.compile(rf"{_ASIDE}{ADVERB}\s*(?:{_BY_SOME_DAY})")
# "Ms Fonoti says she will", wherever it stands.
SAYS_SO = re.compile(
    r"\s+(?:has |have |also )?(?:said|says|promised|offered|reckons?) (?:that )?(?:he|she|they|it)(?:'ll| will|'d"
    r"| would)(?! not\b|n't)"
)
ANYBODY = re.compile(
    r"(?P<who>we|i|they|he|she|someone|somebody|everyone|everybody|all agencies|all of us|both"
    r"|each agency|the group|members|all members|all|tatou|matou)"
    rf"(?:{ADVERB}\s+(?:all )?(?:will(?! not\b)|shall|are going to|is going to|am going to|need to|must|have to"
    rf"|has to|are to|to|agreed to|promised to|offered to){ADVERB}(?=\s+\w)"
    rf"|'(?:ll|m going to|re going to){ADVERB}(?=\s+\w))\s*"
)
ANYBODY_CAN = re.compile(r"(?P<who>we|i|someone|somebody|one of us)\s+(?:can|could|might|'m|am)\s+(?=\w)")
# "Housing's tenancy manager will": a name that is not known stands between.
MORE_WORDS = re.compile(
    r"(?:'s)?(?:\s+(?!(?:reckon|think|thought|say|said|hope|hoping|know|knew|feel|felt|believe|expect|want|worr"
    r"|hear|told"
    r"|tell|see|saw|understand|is|are|was|were|if|when|that|which|because|but|so)(?:s|d|ies|ied"
    r"|y)?\b)[\w-]+){1,3}?(?=\s+(?:will|shall|undertook to|promised to|agreed to|are going to|is going to)\b)"
)


# "DHB nurse can", "CYF social worker's onto".
POST = re.compile(
    r"(?:'s)? (?:(?:social|case|youth|family|community|support|health|whanau|public|school|truancy|attendance|duty"
    r"|liaison|area"
    r"|practice|senior|new) ){0,2}"
    r"(?:worker|nurse|officer|manager|team|lady|guy|coordinator|co-ordinator|advis[eo]r|teacher|staff|doctor|driver"
    r"|counsellor"
    r"|psychologist|principal|constable|sergeant|people|lot|crew)s?(?![\w])"
)


def taken_back(plain: str) -> bool:
    """Whether a line tells that what was promised once was not done, or was long ago."""
    return bool(_TRUE_NO_MORE.search(plain))
