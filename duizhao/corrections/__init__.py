"""Corrections by hand: what their quotes name in an article, and whether they can hold together.

`quotes` finds a text by its first words, `clashes` tells what contradicts, `corrected` puts both together.
"""

from duizhao.corrections.corrected import corrected

__all__ = ["corrected"]
