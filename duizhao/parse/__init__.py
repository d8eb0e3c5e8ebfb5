"""Source to article: the text of a file taken apart into header, original, translation and apparatus.

The steps, in their order: `characters` for the whole, `front_matter` and `header` at the top, `separator` between the
texts, `head` of the original, `claims` and `headlines` for what several places say, `apparatus` with its `rows`, and
`paragraphs` and `blocks` for the texts themselves. All but the first read the numbered `lines`. `corrections` reads
what an editor corrects by hand.
"""

from duizhao.parse.article import parse_article
from duizhao.parse.characters import shown
from duizhao.parse.corrections import parse_corrections
from duizhao.parse.front_matter import split_front_matter

__all__ = ["parse_article", "parse_corrections", "shown", "split_front_matter"]
