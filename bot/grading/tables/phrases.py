"""What people put round an answer, or say instead of one."""

import re

from bot.grading.tables import listed

SHRUGS = frozenset(
    """idk|dunno|i dunno|i do not know|do not know|no idea|i have no idea|i have no clue|no clue
    |not sure|i am not sure|i forgot|forgot|forget|pass|skip|none|nothing|n a|na|nope|no|yes|ok
    |okay|yeah|yep|hmm|hm|huh|help me|please|hello|hi|hey|asdf|lol|haha|whatever
    |no answer|no response|no submission|empty|empty submission|blank|not answered|unknown|unsure
    |i have not studied this|no comment|can not say|i can not remember|can not remember|do not care
    |i give up|give up|beats me|who knows|no thoughts|sorry|sorry no idea|not known|i am lost
    |i do not remember|do not remember|i do not understand|do not understand|what|why|tbd|todo|xxx
    |the answer|it depends|all of them|all of the above|everything|all|any|anything|something
    |some|both|none of them|none of the above|either|neither""".replace("\n", "").replace("  ", "")
    .split("|")
)  # fmt: skip
"""Normalised responses that say nothing, unless the sheet's answer says the same."""

LEADERS = listed(
    """um umm uh uhh er erm hmm hm well ok okay so oh hi hey yes yeah easy sure ah i i'd my pretty
    fairly imo imho afaik iirc maybe perhaps possibly probably presumably surely definitely the
    answer answers right correct a ans it that this they these those there it's that's they're
    there's"""
)
"""Words that may begin a lead-in; where another stands first, none is looked for."""

LEAD_IN = re.compile(
    r"""^\s*(?:(?:um+|uh+|er+m?|hmm+|well|ok(?:ay)?|so|oh|hi|hey|yes|yeah|easy|sure|ah+)\b[\s,.!:…-]+)*
    (?:(?:i\s+(?:would\s+|do\s+|'d\s+)?(?:think|believe|guess|say|suppose|reckon|assume|am\s+(?:fairly|pretty|quite)\s+sure)
        |i'd\s+(?:say|guess|go\s+with)|i\s+am\s+going\s+with|my\s+(?:guess|answer|best\s+guess)\s*(?:is|would\s+be|:)?
        |(?:pretty|fairly)\s+sure|imo|imho|afaik|iirc|maybe|perhaps|possibly|probably|presumably|surely|definitely
        |(?:the\s+)?(?:right\s+|correct\s+)?answers?\s*(?:is|are|would\s+be|should\s+be|:|=|-)
        |a\s*[:.=)](?=\s)|ans(?:wer)?\s*[:.=])
     [\s,.:…-]*(?:that\s+|is\s+|are\s+)?)*
    (?:(?:it|that|this|they|these|those|there)(?:'s|'re|\s+(?:is|are|was|were|would\s+be|should\s+be|must\s+be|could\s+be|might\s+be|may\s+be|will\s+be))
        (?:\s+(?:called|known\s+as|probably|maybe|perhaps|definitely|likely|likely\s+to\s+be))?\s+
      |(?:it|that|this|they)\s+(?:is|are)\s+)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words before the answer proper: "I think it's …", "the answer is …", "maybe …"."""

TRAILING = listed(
    """think guess believe suppose hope right probably maybe something that so sure though correctly
    it iirc afaik imo please thanks thank you lol haha"""
)
"""Words that may end a trailer."""

TRAILERS = re.compile(
    r"""[\s,;.–—-]*(?:\(\??\)|\bis(?:n't|nt|\s+not)\s+it|\bdoes(?:n't|nt)\s+it|\bi\s+(?:think|guess|believe|suppose|hope)|(?<=[,;.–—-])\s*right|\bright(?=\s*\?)|\bprobably|\bmaybe|\bor\s+something(?:\s+like\s+that)?
    |\bor\s+so|\bnot\s+(?:100%\s+|so\s+|too\s+|entirely\s+|quite\s+|really\s+)?sure|\bno\s+idea\s+though|\bif\s+i\s+remember\s+(?:correctly|right)
    |\biirc|\bafaik|\bimo|\bplease|\bthanks?|\bthank\s+you|\blol|\bhaha)[\s?!.…]*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words after the answer proper: "…, I think", "… or something"."""

CORRECTION = re.compile(
    r"""(?:[?,;.!…–—-]+\s*|\s+|^)(?:(?:oh\s+|ah\s+|hm+\s+|uh+\s+)?(?:no|nope|wait|scratch\s+that|strike\s+that|correction|sorry|oops|whoops)
      (?:[\s,.!;:…–—-]+(?:no|wait|actually|sorry|i\s+mean(?:t)?|rather|make\s+that|it(?:'s|\s+is)|that(?:'s|\s+is)\s+wrong))*\s*[,.!:;…–—-]+\s*
      |(?<=[.?!…]\s)(?:no|nope)\s+(?=\S)|(?<=\s-\s)(?:no|nope)\s+(?=\S)
      |(?:no\s+)?wait\s+(?=\S)
      |(?:no\s*,?\s+)?(?:actually|i\s+mean(?:t)?|or\s+rather|make\s+that|let\s+me\s+correct(?:\s+that)?)[\s,:]+)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where a member takes back what they said: "cloudwatch? no, cloudtrail"."""
