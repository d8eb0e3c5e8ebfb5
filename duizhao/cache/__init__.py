"""What earlier builds have found out, so that only what changed is made again.

Nothing in here is worth keeping: whatever is lost, or cannot be read, is found out anew. The rule is one: a thing that
was made has a key, which is a digest of everything that it was made from (`keys`); the same key, and a file that was
not touched since (`stamps`), means that it need not be made. `store` keeps keys in an SQLite file.
"""

from duizhao.cache.keys import Key, key_of, key_of_files, program_key
from duizhao.cache.stamps import stamp_of
from duizhao.cache.store import Broken, Cache, Made, Read, opened

__all__ = [
    "Broken",
    "Cache",
    "Key",
    "Made",
    "Read",
    "key_of",
    "key_of_files",
    "opened",
    "program_key",
    "stamp_of",
]
