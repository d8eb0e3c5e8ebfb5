"""Pages from templates: the only home of Jinja.

A template has at hand, beside its own context: `site`, `t` (the interface's words, see `duizhao.strings`) and `root`,
the relative path to the site's root (`../../../`, or `./`). The filters `zh` and `en` (`plain(side)`, where the side
varies) are for headlines, authors and the like, in an element with that `lang`: they mark each run of the other
language with its own.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.ext import Extension
from markupsafe import Markup

from duizhao import markup
from duizhao.editorial import editorial_pages
from duizhao.problems import Halt, Problem, problem
from duizhao.resources import folders
from duizhao.settings import Site
from duizhao.strings import interface

NOT_FOUND = "404.html"
"""The one page that a host shows at addresses of any depth."""

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class _Unindented(Extension):
    """Take the indent of templates away before they are compiled: it is for those who read them, not for every page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        return _INDENT.sub("", source)


@cache
def environment(site: Site) -> Environment:
    """Make the Jinja environment of a site, once a process: the site's own templates before the package's."""
    made = Environment(
        loader=FileSystemLoader(folders(site, "templates")),
        extensions=[_Unindented],
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"site": site, "t": interface(site), "editorial": editorial_pages(site)[0]}
    made.filters |= _filters(site)
    return made


@lru_cache(maxsize=1)
def renew(build: str) -> None:  # noqa: ARG001 - the cache tells one build from the next
    """Read templates, words and editorial pages anew, once in each process for each `build`, which is any unique name.

    Workers of a cluster outlive a build; without this they would make the next one from the templates of the first.
    """
    for kept in (environment, interface, editorial_pages):
        kept.cache_clear()


def render(site: Site, template: str, path: str, **context: object) -> bytes:
    """Fill a template for the page at `path`, its address below the site's root.

    Raises `Halt` with the template's file and line where the template is wrong.
    """
    try:
        page = environment(site).get_template(template).render(root=root(site, path), **context)
    except (TemplateError, LookupError, TypeError) as error:
        raise Halt([_fault(template, error, folders(site, "templates"))]) from error
    return page.encode()


def root(site: Site, path: str) -> str:
    """Return the way from a page to the site's root.

    The 404 page does not know how deep the address is at which it is shown, so its links start from the host's root;
    without a base_url nobody knows where on its host the site stands, and they stay relative.
    """
    if path == NOT_FOUND and site.base_url:
        return urlsplit(site.base_url).path
    return "../" * path.count("/") or "./"


def _filters(site: Site) -> dict[str, Callable[..., Markup]]:
    plain = partial(markup.plain, languages=site.languages)
    return {"plain": plain, "zh": partial(plain, base="zh"), "en": partial(plain, base="en")}


def _fault(template: str, error: Exception, templates: tuple[Path, ...]) -> Problem:
    if isinstance(error, TemplateSyntaxError):
        return problem(error.filename or template, error.lineno, "template", error.message or "a fault of syntax")
    path, line = _place(error.__traceback__, templates) or (template, 0)
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
