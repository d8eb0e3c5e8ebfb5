"""Side by side: which paragraphs of original and translation say the same, and inside them which sentences.

`sentences` cuts a paragraph. `numerals` finds the numbers that a text names and `lexicon` its words, `features` what
else both sides name alike; `readings` puts all this together as `items`. `lengths` compares how long items are,
`evidence` what they name, and `misfits` weighs both for one bead; `costs` adds what its shape costs, of those in
`shapes`, and what an item that is alone. `beads` finds the cheapest row of beads: by a `search`, which asks `least` how
much a way must still cost. `passages` makes passages of an article's blocks and `inside` beads of a passage's
sentences, by the same means. What an editor
corrects goes before all this: `by_hand` looks it up among the items, as `limits` for beads. `explain` says what each
bead rests on.

`vocabulary` puts together the words that are known: with those of the lexicon, an archive's own, whose form is in
`lexicon_file`, and those of the dictionary in `cedict`. `learning` finds an archive's own in what was paired.
"""

from duizhao.align.by_hand import ByHand
from duizhao.align.explain import Explanation, explain
from duizhao.align.lengths import RATIO, han_length
from duizhao.align.passages import breaks_off, is_head, is_repeated_original, pair, sides
from duizhao.align.sentences import sentences
from duizhao.align.vocabulary import BUILT_IN, Vocabulary, vocabulary_of

__all__ = [
    "BUILT_IN",
    "RATIO",
    "ByHand",
    "Explanation",
    "Vocabulary",
    "breaks_off",
    "explain",
    "han_length",
    "is_head",
    "is_repeated_original",
    "pair",
    "sentences",
    "sides",
    "vocabulary_of",
]
