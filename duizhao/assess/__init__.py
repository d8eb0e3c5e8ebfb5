"""What an editor should look at in an article that is published all the same.

`oddities` names what of a source is not shown as its writer may have meant it. `notices` says what a careful reader
should know of a translation: `lacking` what only one of the texts has; `noted` holds all notices of an archive.

`numbers` says where the numbers and dates of two texts disagree, and `number_places` where that is in an article.
`han_amounts` and `english_amounts` find what a text names: the one in `han_runs` of signs with their `han_values` and
`han_dates`, the other in `english_words`, put together to `english_phrases` and `english_dates`; both make `amounts`.
`agreement` tells what both sides say, `units` what was converted, and `partners` what stands in whose place.
"""

from duizhao.assess.noted import Noted, Packed, packed, told
from duizhao.assess.notices import notices
from duizhao.assess.oddities import SHOWN, assess, odd_marks

__all__ = ["SHOWN", "Noted", "Packed", "assess", "notices", "odd_marks", "packed", "told"]
