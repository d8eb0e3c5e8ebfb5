"""Pages from templates: the only home of Jinja.

A template has at hand, beside its own context: `site`; `t`, the interface's words (see `duizhao.strings`); `here`, the
page's path below the site's root, and `folder`, that of its folder; `root`, the relative path to the root (`../../../`,
or `./`); `link`, which leads from here to a path below the root; `canonical`, the page's one address (empty where the
site has none); `lang`, which makes ` lang=zh-Hans` of a language's tag, and nothing where it is the page's own.

The filters `zh` and `en` (`plain(side)`, where the side varies) are for headlines, authors and the like, in an element
with that `lang`: they mark each run of the other language with its own. `lines(side)` does so for texts that stand one
below another. For feeds, `printable` makes text what XML may hold, and `address` gives a path its
whole address.

`{% once KEY, … %}…{% endonce %}` is for what is the same on all pages that have the same keys, and is rendered once for
them: it may depend on nothing but its keys, the site and the interface's words.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache, partial
from pathlib import Path
from types import TracebackType

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.ext import Extension
from markupsafe import Markup

from duizhao import markup
from duizhao.editorial import editorial_links, editorial_pages
from duizhao.links import canonical, relative, root
from duizhao.problems import Halt, Problem, problem
from duizhao.render.quick import Once, QuickEnvironment
from duizhao.resources import folders
from duizhao.settings import Site
from duizhao.strings import forget, interface
from duizhao.text import Side, printable

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

# Before these, white space means nothing. It stays before what begins a part, a row or an item of a page, so that
# two versions of a page can be compared line by line.
_BREAK = re.compile(
    r"(?<=>)\n(?=(?:\{%(?:(?!%\}).)*%\}\n)*"
    r"<(?:/?(?:head|header|nav|article|p|form)\b|(?:meta|link|script|title|h1|d[dt]|label)\b"
    r"|/(?:main|div|dl|footer|section|ol|ul|table|tbody|thead|tr)\b))"
)


class _Unindented(Extension):
    """Take the indent of templates away, and line breaks that mean nothing: they are for those who read a template.

    A break becomes a comment that holds one, so that faults are still told by their lines.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        return _BREAK.sub("{#\n#}", _INDENT.sub("", source))


@cache
def environment(site: Site) -> Environment:
    """Make the Jinja environment of a site, once a process: the site's own templates before the package's."""
    made = QuickEnvironment(
        loader=FileSystemLoader(folders(site, "templates")),
        extensions=[_Unindented, Once],
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    words = interface(site)
    made.globals |= {"site": site, "t": words, "editorial": editorial_links(site), "lang": _lang(words.words.tag)}
    made.filters |= _filters(site)
    return made


@lru_cache(maxsize=1)
def renew(build: str) -> None:  # noqa: ARG001 - the cache tells one build from the next
    """Read templates, words and editorial pages anew, once in each process for each `build`, which is any unique name.

    Workers of a cluster outlive a build; without this they would make the next one from the templates of the first.
    """
    environment.cache_clear()
    editorial_pages.cache_clear()
    forget()


def render(site: Site, template: str, path: str, **context: object) -> bytes:
    """Fill a template for the page at `path`, its address below the site's root.

    Raises `Halt` with the template's file and line where the template is wrong.
    """
    ways = {
        "here": path,
        "folder": path.rpartition("/")[0],
        "root": root(site, path),
        "link": partial(relative, here=path),
        "canonical": canonical(site.base_url, path) if site.base_url else "",
    }
    made = environment(site)
    try:
        page = _filled(made, template, {**made.globals, **ways, **context})
    except Exception as error:
        if found := _fault(template, error, folders(site, "templates")):
            raise Halt([found]) from error
        raise
    return page.encode()


def _filled(made: Environment, name: str, context: dict[str, object]) -> str:
    """Do what `Template.render` does, but hand over all names at once: it looks each import up in all of them."""
    template = made.get_template(name)
    try:
        return "".join(template.root_render_func(made.context_class(made, context, name, template.blocks)))
    except Exception:  # noqa: BLE001 - raised again, from the lines of the template
        made.handle_exception()


def _lang(own: str) -> Callable[[str], Markup]:
    """Make what writes the attribute of a language. `own`: the tag of the page's, which is said once, at its root."""

    @cache
    def lang(tag: str) -> Markup:
        return Markup() if tag == own else Markup(" lang={}").format(tag)

    return lang


def _filters(site: Site) -> dict[str, Callable[..., str]]:
    plain = partial(markup.plain, languages=site.languages)

    def lines(texts: Iterable[str], side: Side) -> Markup:
        return Markup("<br>").join([plain(text, side) for text in texts])

    of_pages: dict[str, Callable[..., str]] = {
        "plain": plain,
        "zh": partial(plain, base="zh"),
        "en": partial(plain, base="en"),
        "lines": lines,
    }
    return of_pages | {"printable": printable, "address": partial(canonical, site.base_url)}


def _fault(template: str, error: Exception, templates: tuple[Path, ...]) -> Problem | None:
    """Say what is wrong with a template; None where the fault is not the template's."""
    if isinstance(error, TemplateSyntaxError):
        return problem(error.filename or template, error.lineno, "template", error.message or "a fault of syntax")
    place = _place(error.__traceback__, templates)
    if place is None and not isinstance(error, (TemplateError, UnicodeDecodeError, RecursionError)):
        return None
    path, line = place or (template, 0)
    return problem(path, line, "template", str(error) or type(error).__name__)


def _place(trace: TracebackType | None, templates: tuple[Path, ...]) -> tuple[str, int] | None:
    """Find the innermost line of a template in a traceback."""
    found = None
    while trace:
        path = Path(trace.tb_frame.f_code.co_filename)
        if any(path.is_relative_to(folder) for folder in templates):
            found = (str(path), trace.tb_lineno)
        trace = trace.tb_next
    return found
