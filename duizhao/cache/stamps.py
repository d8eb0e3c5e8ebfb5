"""What a file looks like from outside: as long as that stays, it need not be read again.

A file that is changed twice within one tick of its file system's clock looks the same after the second change, if its
size stays. So a stamp counts only if it was taken clearly later than the file's last change: then any later change has
another time. This is what git does with files that are “racily clean”. A file too young for a stamp is read again by
the next build, which costs little, and gets its stamp there.
"""

import os
from stat import S_ISREG
from struct import pack
from time import time_ns
from typing import Final

TICK: Final = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT) has ticks of two seconds."""

_MISSING: Final = b"-"


def stamp_of(*files: str) -> bytes:
    """Take the stamp of files together; that one is missing is part of it. Empty: they have none that can be trusted.

    Of each, size, times of the last change of its text and of its record, and number. The time of the record (ctime)
    and the number tell of a file that another was put in place of, and cannot be set back by those who edit. A link
    has no stamp, for what it leads to may change without it.
    """
    parts, now = [], time_ns()
    for file in files:
        try:
            found = os.lstat(file)
        except FileNotFoundError:
            parts.append(_MISSING)
            continue
        except OSError:
            return b""
        if not S_ISREG(found.st_mode) or max(found.st_mtime_ns, found.st_ctime_ns) > now - TICK:
            return b""
        parts.append(pack("<4Q", found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino))
    return b"".join(parts)
