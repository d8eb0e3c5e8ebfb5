"""Whether a translation names whom the original names: authors in its header, credits in its text.

`authors` compares the two author lines, `credits` the credits of the passages, which `credit_lines` finds;
`lone_credits` knows lines of which the other text has the credit in another place. `names` finds the names of Chinese
people in either language and compares them by their romanisation; `agencies` are news agencies and what they are called
in both languages.
"""

from duizhao.assess.people.authors import author_differs
from duizhao.assess.people.credit_lines import agency_of, dateline_of
from duizhao.assess.people.credits import CreditFault, credits_differ
from duizhao.assess.people.lone_credits import is_credited, is_kept_somewhere

__all__ = [
    "CreditFault",
    "agency_of",
    "author_differs",
    "credits_differ",
    "dateline_of",
    "is_credited",
    "is_kept_somewhere",
]
