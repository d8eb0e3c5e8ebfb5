"""Real articles to test with. They are no part of the project; tests that need them are skipped without."""

from pathlib import Path

_FOLDER = Path(__file__).parent.parent.parent / "shared" / "corpus"

CORPUS: Path | None = _FOLDER if _FOLDER.is_dir() else None
