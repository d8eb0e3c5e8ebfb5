"""What makes pages cheap: a tag for what many pages have in common, and less ado about each value."""

from typing import Any, Final

from jinja2 import Environment, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup, escape

MOST_KEPT: Final = 1_000
"""How much is kept that was rendered once: of an issue's articles, that is some four pieces for each newspaper page."""


class Once(Extension):
    """`{% once KEY, … %}…{% endonce %}`: rendered once for all that have the same keys.

    What stands in it may depend on its keys, the site and the interface's words, and on nothing else.
    """

    tags = {"once"}  # noqa: RUF012 - as Jinja's own extensions have it

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._kept: dict[object, Markup] = {}
        environment.filters |= {"once_find": self._find, "once_keep": self._keep}

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """Read the tag as if its author had written this, with `place` for where the tag stands.

        `{% set x = (place, KEY, …)|once_find %}{% if x is none %}{% set x|once_keep((place, KEY, …)) %}…{% endset %}
        {% endif %}{{ x }}`: a page has a dozen of these, and a `call` block, shorter here, would make a macro of each.
        """
        line = next(parser.stream).lineno
        keys: list[nodes.Expr] = [nodes.Const(f"{parser.name}:{line}")]
        while parser.stream.current.type != "block_end":
            keys.append(parser.parse_expression())
            parser.stream.skip_if("comma")
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        made = self._written(nodes.Tuple(keys, "load"), f"_once_{line}", body)
        return [node.set_lineno(line) for node in made]

    def _written(self, key: nodes.Tuple, name: str, body: list[nodes.Node]) -> list[nodes.Node]:
        keep = nodes.Filter(None, "once_keep", [key], [], None, None)
        return [
            nodes.Assign(nodes.Name(name, "store"), nodes.Filter(key, "once_find", [], [], None, None)),
            nodes.If(
                nodes.Test(nodes.Name(name, "load"), "none", [], [], None, None),
                [nodes.AssignBlock(nodes.Name(name, "store"), keep, body)],
                [],
                [],
            ),
            nodes.Output([nodes.Name(name, "load")]),
        ]

    @pass_context  # without it, the compiler would ask once and for all where there are no keys
    def _find(self, _: Context, key: object) -> Markup | None:
        return self._kept.get(key)

    def _keep(self, made: Markup, key: object) -> Markup:
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[key] = made
        return made


class _Quick(CodeGenerator):
    """Writes templates as Jinja does, but has `shown` escape what they put out."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's own
        if frame.eval_ctx.volatile or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.shown(")


def shown(value: object) -> str:
    """Escape a value. Most are HTML already or numbers, about which `escape` makes as much ado as about any other."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]  # mypy does not know
    return str(value) if kind is int else escape(value)


class QuickEnvironment(Environment):
    """Jinja's, with `autoescape` always on."""

    code_generator_class = _Quick
    shown = staticmethod(shown)
