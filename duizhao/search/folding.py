"""One form for what reads the same: width, case, accents, traditional and simplified characters.

Text is folded sign by sign, so that the scripts of a site, which fold queries and pages, need no more than the same
table, and know for each letter of the result where it comes from.
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parent / "simplified.json"
"""Traditional characters and the simplified ones that stand for them: one for one, in the same order."""

_ALIKE: Final = {
    "’": "'", "‘": "'", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "þ": "th",
    "ß": "ss", "æ": "ae", "œ": "oe", "ς": "σ",
}  # fmt: skip
"""Letters that the decomposition of Unicode leaves whole, and signs that are written in several ways."""

_ACCENTED = re.compile("[\u00c0-\u1fff]")
_MARK = re.compile("[\u0300-\u036f]")

_FOLDED_ALONE: Final = (
    "‘’\u00aa-\u1fff\u2070-\u24ff\u2c00-\u2fdf\u3036-\u303a\u309b-\u309f\u30ff\u3131-\u318f\u3192-\u33ff\ua640-\uab6f\uf900-\ufdff\ufe70-\ufefc"
    "\uff07\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00010400-\U0001fbff\U0002f800-\U0002fa1f"
)
"""Where signs lie, beside the table, that become letters, digits or Han characters, or lose what they have on them.

What is a mark of punctuation before and after is left alone: it parts words all the same.
"""


def fold(text: str) -> str:
    """Bring a text to the form in which it is searched."""
    if text.isascii():
        return text.lower()
    return _changed().sub(lambda found: fold_sign(found[0]), text).lower()


@cache
def fold_sign(sign: str) -> str:
    """Fold one sign, which may become several, or none."""
    lower = unicodedata.normalize("NFKC", sign).lower()
    bare = _ACCENTED.sub(lambda found: _MARK.sub("", unicodedata.normalize("NFD", found[0])), lower)
    table = simplified()
    return "".join(_ALIKE.get(one) or table.get(one, one) for one in bare)


@cache
def simplified() -> dict[str, str]:
    """Map traditional characters to simplified ones."""
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    return dict(zip(table["traditional"], table["simplified"], strict=True))


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(f"[{_FOLDED_ALONE}{''.join(simplified())}]")
