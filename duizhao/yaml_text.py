r"""YAML, as settings, interface strings and front matter use it: keys and values, each with the line it stands on.

The only module that knows PyYAML. Its safe loader alone is used, without YAML's own dates (`1954-02-30` is then a text
that its reader can name, not an error), without aliases (a few lines of them make gigabytes), without keys that
stand twice (PyYAML keeps the last and says nothing) and without characters that no page may hold, which escapes like
`"\ud800"` can write. The loader written in C is faster, but deep nesting kills it.
"""

from dataclasses import dataclass, field
from typing import Final, TypeAlias

import yaml

from duizhao.problems import Problem, problem
from duizhao.text import FORBIDDEN

Place: TypeAlias = tuple[str, ...]

DEEPEST: Final = 20
"""Levels that a document may have: a hundred times what anyone writes by hand would still overflow the stack."""


_NOT_ALLOWED = "the character U+{:04X} is not allowed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Keys and values, and the line of each key: `lines[("rights", "name")]` is that of `name` below `rights`.

    A member of a list has its number, from 0, for a key.
    """

    values: dict[str, object] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)


class _Loader(yaml.SafeLoader):
    """PyYAML's safe loader without dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own table, which it reads from the class
        first: [(tag, pattern) for tag, pattern in rules if tag != "tag:yaml.org,2002:timestamp"]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class _Written(_Loader):
    """The same, with every value but an empty one as it is written: `007` and `No` are text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - likewise
        first: [(tag, pattern) for tag, pattern in rules if tag == "tag:yaml.org,2002:null"]
        for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(slots=True, kw_only=True)
class _Reader:
    loader: _Loader
    first_line: int
    lines: dict[Place, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, object]:
        """Read a mapping; its keys are taken as written, so that `on` and `1954` are words."""
        found: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _fault(key, "a key is no word")
            _refuse_forbidden(key, key.value)
            if key.value in found:
                raise _fault(key, f"the key “{key.value}” stands twice")
            self.lines[(*place, key.value)] = self.first_line + key.start_mark.line
            found[key.value] = self.value(value, (*place, key.value))
        return found

    def value(self, node: yaml.Node, place: Place) -> object:
        """Read a value of any kind."""
        if len(place) > DEEPEST:
            raise _fault(node, "it is nested too deeply")
        if id(node) in self.seen:
            raise _fault(node, "aliases are not allowed")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            return [self.member(item, (*place, str(n))) for n, item in enumerate(node.value)]
        value = self.loader.construct_object(node)
        _refuse_forbidden(node, value)
        return value

    def member(self, node: yaml.Node, place: Place) -> object:
        """Read a member of a list; its number, from 0, stands for a key."""
        self.lines[place] = self.first_line + node.start_mark.line
        return self.value(node, place)


def load(text: str, path: str, code: str, first_line: int = 1) -> Document | Problem:
    """Read keys and values, numbers and truth values as such.

    Args:
        text: The YAML; nothing but white space and comments is a document without keys.
        path: The file's name, for the problem.
        code: The problem's code, where this is no YAML or no mapping.
        first_line: The line of the file on which `text` starts.
    """
    return _load(_Loader, text, path, code, first_line)


def load_written(text: str, path: str, code: str, first_line: int = 1) -> Document | Problem:
    """Read keys and values, every value as the text that is written; an empty one is None."""
    return _load(_Written, text, path, code, first_line)


def _load(kind: type[_Loader], text: str, path: str, code: str, first_line: int) -> Document | Problem:
    line = first_line
    try:
        loader = kind(text)
        node = loader.get_single_node()
        if node is None:
            return Document()
        if not isinstance(node, yaml.MappingNode):
            raise _fault(node, "these are no keys and values")
        reader = _Reader(loader=loader, first_line=first_line)
        return Document(values=reader.mapping(node, ()), lines=reader.lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line += mark.line if mark else 0
        message = error.problem or error.context or "it is no YAML"
    except yaml.reader.ReaderError as error:
        line += text.count("\n", 0, error.position)
        message = _NOT_ALLOWED.format(error.character)
    except (ValueError, RecursionError) as error:
        message = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
    return problem(path, line, code, message)


def _refuse_forbidden(node: yaml.Node, value: object) -> None:
    if isinstance(value, str) and (found := FORBIDDEN.search(value)):
        raise _fault(node, _NOT_ALLOWED.format(ord(found[0])))


def _fault(node: yaml.Node, message: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=message, problem_mark=node.start_mark)
