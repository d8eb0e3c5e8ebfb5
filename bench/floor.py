"""The floor below every builder: one process that reads all sources and writes files of the same number and size.

`python -m bench.floor CONTENT SIZES FOLDER`: SIZES is a JSON list of paths and bytes. No builder can be faster in one
process, so paths are plain text here, and the system is called without Python's own files in between.
"""

import json
import os
import sys
from pathlib import Path

_AT_ONCE = 1 << 22  # longer than any file


def main(content: str, sizes: str, target: str) -> None:
    """Read every file below `content`, then write files of the given paths and sizes below `target`."""
    read = sum(_read(f"{folder}/{name}") for folder, _, names in os.walk(content) for name in names)
    wanted: list[tuple[str, int]] = json.loads(Path(sizes).read_text(encoding="utf-8"))
    for parent in sorted({path.rpartition("/")[0] for path, _ in wanted}):
        Path(target, parent).mkdir(parents=True, exist_ok=True)
    data = memoryview(bytes(max(size for _, size in wanted)))
    for path, size in wanted:
        _write(f"{target}/{path}", data[:size])
    sys.stdout.write(f"{read} bytes read, {len(wanted)} files written\n")


def _read(path: str) -> int:
    file = os.open(path, os.O_RDONLY)
    size = len(os.read(file, _AT_ONCE))
    os.close(file)
    return size


def _write(path: str, data: memoryview) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    os.write(file, data)
    os.close(file)


if __name__ == "__main__":
    main(*sys.argv[1:])
