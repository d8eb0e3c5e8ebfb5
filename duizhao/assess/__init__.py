"""What an editor should look at in an article that is published all the same.

`oddities` names what of a source is not shown as its writer may have meant it. `notices` says what a careful reader
should know of a translation: `attribution` whom both texts name as the author and in credits (`people`), `wording` what
its words show (`titles`, `leftovers`, `proportions`), `lacking` what only one of the texts has, `figures` where their
numbers and dates disagree (`numbers`). What is `doubtful`, since it may belong to the text beside it, and what stands
`elsewhere` in the other text is not lacking. `accepted` leaves out what an editor has looked at.
"""

from duizhao.assess.accepted import open_problems
from duizhao.assess.notices import notices
from duizhao.assess.oddities import SHOWN, assess, odd_marks
from duizhao.assess.people import agency_of, dateline_of

__all__ = ["SHOWN", "agency_of", "assess", "dateline_of", "notices", "odd_marks", "open_problems"]
