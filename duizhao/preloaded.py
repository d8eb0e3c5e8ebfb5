"""What workers have in common, loaded once by the process that they are forked from, so that they share its memory."""

import gc

import duizhao.building  # noqa: F401 - with it comes all that workers do
from duizhao.align.vocabulary import BUILT_IN, lexicon
from duizhao.romanisation import phrases

lexicon(BUILT_IN)
phrases()
gc.collect()
# Whoever looks for garbage writes to all that he passes; and what a worker has written to is from then on its own.
gc.freeze()
