"""Where the numbers and dates of a translation disagree with the original's.

`places` says it of the passages of an article, by `disagreements` of two texts. `han_amounts` and `english_amounts`
find what a text names: the one in `han_runs` of signs with their `han_values` and `han_dates`, the other in
`english_words`, put together to `english_phrases` and `english_dates`; both make `amounts`. `agreement` tells what both
sides say, `units` what was converted, and `partners` what stands in whose place.
"""

from duizhao.assess.numbers.places import Located, located

__all__ = ["Located", "located"]
