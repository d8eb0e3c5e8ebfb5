"""Characters that no page may hold, in articles and in editorial pages."""

from duizhao.model import Source
from duizhao.problems import Problem, problem
from duizhao.text import FORBIDDEN, printable


def shown(source: Source) -> tuple[str, list[Problem]]:
    """Return a source's text with signs for the characters that no page may hold, and the note that there are such."""
    first = FORBIDDEN.search(source.text)
    if not first:
        return source.text, []
    line = source.text.count("\n", 0, first.start()) + 1
    found = FORBIDDEN.findall(source.text)
    message = f"{len(found):,} in the file, the first here: U+{ord(first[0]):04X}"
    return printable(source.text), [problem(source.path, line, "character-control", message)]
