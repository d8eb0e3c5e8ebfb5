"""Lines that credit somebody and stand alone, because the other text has the credit in another place."""

import re
from typing import Final

from duizhao.assess.people import agencies
from duizhao.assess.people.credit_lines import credits_of
from duizhao.assess.people.names import chinese_names, find, stands_in

_LONGEST: Final = 90
"""Letters of a line that is nothing but a credit."""
_LONGEST_HAN: Final = 30
# Where a text or a picture was published first.
_REPRINTED: Final = re.compile("(?:原载|转载自?|选自)(?:《[^《》]+》|[^，。；！？]{2,12}报)")
_REPRINTED_EN: Final = re.compile(r"(?i)\b(?:original|re-?print|re-?publish|first (?:published|printed|appear))")


def is_credited(english: str, original: str) -> bool:
    """Tell whether a line of a translation names agencies or Chinese people, and the original has them all."""
    if len(english) > _LONGEST:
        return False
    names = [english[name.start : name.end] for name in chinese_names(english)]
    known = agencies.named(english)
    return bool(names or known) and all(
        (*(stands_in(name, original) for name in names), *(agency in original for agency in known))
    )


def is_kept_somewhere(original: str, english: str) -> bool:
    """Tell whether a Chinese line is a credit or names agencies, and the translation has all whom it names.

    Of a line that names the newspaper a text was taken from, it is enough that the translation says that it was.
    """
    if len(original) > _LONGEST_HAN:
        return False
    if _REPRINTED.search(original) and _REPRINTED_EN.search(english):
        return True
    people = [person for credit in credits_of(original) for person in credit.people]
    known = agencies.in_chinese(original)
    return bool(people or known) and all(
        (*(find(person, english) for person in people), *(agencies.is_kept(agency, english) for agency in known))
    )
