"""Marks around titles and names, as English books set them."""

import re
from collections.abc import Sequence
from typing import Final

_OPENING: Final = re.compile(r"""(?:^|(?<=[\s(\[—–-]))["'](?=\S)""")
_OPENED: Final = {'"': "“", "'": "‘"}
_CLOSED: Final = str.maketrans({'"': "”", "'": "’"})
_INNER: Final = str.maketrans("“”", "‘’")
_STOPS: Final = ("?", "!", ".", "？", "！", "。")


def typographic(title: str) -> str:
    """Turn straight quotation marks into curly ones."""
    return _OPENING.sub(lambda found: _OPENED[found[0]], title).translate(_CLOSED)


def quoted(title: str, mark: str) -> str:
    """Put a title between quotation marks, those inside it single; `mark`, a comma or a full stop, goes inside, too."""
    return f"“{_with(title.translate(_INNER), mark)}”"


def sentence(title: str) -> str:
    """End a title that has no marks around it with one full stop."""
    return _with(title, ".")


def listed(names: Sequence[str], last: str) -> str:
    """Join names, with a comma before the last: `A, and B`, `A, B, and C`."""
    return f"{', '.join(names[:-1])}, {last} {names[-1]}" if len(names) > 1 else "".join(names)


def _with(title: str, mark: str) -> str:
    """Put a mark behind a title, inside its closing quotation marks; no full stop behind what ends a sentence."""
    bare = title.rstrip("”’")
    if mark == "." and bare.endswith(_STOPS):
        return title
    return bare + mark + title[len(bare) :]
