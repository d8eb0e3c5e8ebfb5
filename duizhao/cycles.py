"""How often Python looks for objects that are held by nothing but each other."""

import gc
from typing import Final

NEW_OBJECTS: Final = 50_000
"""So many objects more than before, and Python looks for such cycles. Each process makes 60,000 when the program is
loaded, and as many again for the readings of Han characters, hardly any in cycles; with Python's own 700, a build of a
few articles spends a tenth of its time on looking."""


def look_seldom() -> None:
    """Have Python look for cycles seldom in this process."""
    gc.set_threshold(NEW_OBJECTS)
