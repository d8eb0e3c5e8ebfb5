"""Side by side: which paragraphs of original and translation say the same.

`numerals` finds what a text names, `lengths` compares how long texts are, `evidence` what they name; `costs` weighs
both for one bead, `beads` finds the cheapest row of beads, and `passages` makes passages of an article's blocks. All
but `passages` know only `items`, so that the sentences of a passage can be paired by the same means.
"""

from duizhao.align.passages import pair

__all__ = ["pair"]
