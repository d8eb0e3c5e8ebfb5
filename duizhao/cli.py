"""The command line: what a user asks for. What is said in answer is in `duizhao.terminal`.

Each command but `build` loads what it alone needs, so that a build that finds nothing changed waits for none of it.
"""

import gc
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal

from duizhao import __version__
from duizhao.codes import OF_CORRECTIONS
from duizhao.days import read_day
from duizhao.pipeline import Order, build
from duizhao.problems import Halt
from duizhao.publish import refuse_unwritable, write_whole
from duizhao.report import report_json
from duizhao.settings import Site, address, read_site
from duizhao.terminal import Terminal

COMMANDS = ("build", "serve", "check", "search", "align", "learn")
SORTINGS = ("relevance", "newest", "oldest")
LAST_PORT = 65_535

NEW_OBJECTS = 50_000
"""So many objects more than before, and Python looks for some that are held by nothing but each other.

To load the program makes 60,000, and as many again for the readings of Han characters, hardly any of that kind; with
Python's own 700, a build of a few articles spends a tenth of its time on looking.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 done, 1 some articles were refused, 2 nothing could be done."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help", "--version")):
        given.insert(0, "build")
    asked = _parser().parse_args(given)
    signal(SIGTERM, default_int_handler)
    gc.set_threshold(NEW_OBJECTS)
    terminal = Terminal(quiet=getattr(asked, "quiet", False))
    try:
        commands = (_build, _serve, _check, _search, _align, _learn)
        return dict(zip(COMMANDS, commands, strict=True))[asked.command](_site(asked), asked, terminal)
    except Halt as halt:
        terminal.halted(halt, was_building=asked.command == "build")
        return 2
    except KeyboardInterrupt:
        terminal.say("interrupted; the next build puts everything in order")
        return 130


def _build(site: Site, asked: Namespace, terminal: Terminal) -> int:
    order = Order(
        config=str(asked.config), jobs=asked.jobs, scheduler=asked.scheduler, clean=asked.clean, strict=asked.strict
    )
    if asked.report:
        refuse_unwritable(asked.report, [site.content, asked.config, site.ledger_file])
    with terminal.watching() as progress:
        report = build(site, order, progress)
    if asked.report:
        write_whole(asked.report, report_json(report, site.content).encode())
    terminal.built(site, report)
    return report.status


def _serve(site: Site, asked: Namespace, terminal: Terminal) -> int:
    from duizhao.serve import serve  # noqa: PLC0415 - as above

    places = {name: getattr(asked, name) for name in ("config", "content", "output", "ledger", "base_url")}
    again = [f"--{name.replace('_', '-')}={value}" for name, value in places.items() if value]
    terminal.say(f"http://{asked.host}:{asked.port}/ shows {site.output}; every change builds it again. Ctrl-C ends.")
    serve(site, asked.config, asked.host, asked.port, again)
    return 0


def _check(site: Site, asked: Namespace, terminal: Terminal) -> int:
    if asked.published:
        from duizhao.published import compare  # noqa: PLC0415 - as above

        with terminal.watching() as progress:
            compared = compare(site, asked.published, progress)
        terminal.compared(asked.published, compared)
        return 1 if compared.faults else 0
    from duizhao.check import check  # noqa: PLC0415 - as above

    with terminal.watching() as progress:
        found = check(site, str(asked.config), asked.jobs, progress)
    terminal.checked(site, found)
    return 1 if found.faults else 0


def _search(site: Site, asked: Namespace, terminal: Terminal) -> int:
    from duizhao.search import Limits, find, open_index  # noqa: PLC0415 - as above

    limits = Limits(first=asked.first, last=asked.last, page=asked.page, author=asked.author, column=asked.column)
    terminal.found(find(open_index(site.output), " ".join(asked.query), limits, asked.sort, asked.limit))
    return 0


def _align(site: Site, asked: Namespace, terminal: Terminal) -> int:
    from duizhao.align import explain, vocabulary_of  # noqa: PLC0415 - as above
    from duizhao.articles import read_article  # noqa: PLC0415 - as above
    from duizhao.model import Article  # noqa: PLC0415 - as above

    vocabulary = vocabulary_of(site.pairing)
    folder = asked.file.parent
    article = read_article(folder, asked.file.name, site.largest_article)
    found = article.problems if isinstance(article, Article) else article
    problems = [replace(one, path=str(folder / one.path)) for one in found]
    if not isinstance(article, Article):
        raise Halt(problems)
    terminal.explained(explain(article, vocabulary), [one for one in problems if one.code in OF_CORRECTIONS])
    return 0


def _learn(site: Site, asked: Namespace, terminal: Terminal) -> int:
    from duizhao.learn import learn  # noqa: PLC0415 - as above

    file = asked.lexicon or site.pairing.lexicon or asked.config.with_name("lexicon.tsv")
    with terminal.watching() as progress:
        lesson = learn(site, file, asked.jobs, progress)
    terminal.learned(site, file, lesson)
    return 0


def _site(asked: Namespace) -> Site:
    """Read the settings, and put in place of them what the command line says."""
    given = {name: place for name in ("content", "output", "ledger") if (place := getattr(asked, name, None))}
    site = replace(read_site(asked.config), **given)
    return replace(site, base_url=asked.base_url) if asked.base_url else site


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="duizhao",
        description="Build a static site of a bilingual newspaper archive: original and translation side by side.",
        epilog="Without a command: build. The options of each command: duizhao COMMAND --help.",
    )
    parser.add_argument("--version", action="version", version=f"Duizhao {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build_ = commands.add_parser("build", help="build the site")
    serve_ = commands.add_parser("serve", help="build, show on this machine, build again at every change")
    check_ = commands.add_parser("check", help="look over a built site: links, ledger, size; builds nothing")
    search_ = commands.add_parser("search", help="search the full text of a built site")
    search_.add_argument("query", nargs="*", metavar="QUERY", help='words, "a phrase", -without, one OR the other')
    align_ = commands.add_parser("align", help="say how an article's sentences are paired, and why")
    align_.add_argument("file", type=Path, metavar="FILE", help="source file of the article")
    check_.add_argument("--published", metavar="PLACE", help="compare the ledger with a published site: URL or folder")
    learn_ = commands.add_parser("learn", help="learn words from the archive's own translations, for the pairing")
    for command in (build_, serve_, check_, search_, align_, learn_):
        _add_places(command)
    for command in (build_, serve_, check_, search_, align_):
        command.add_argument("--output", type=Path, metavar="DIR", help="folder of the site")
    learn_.add_argument("--output", dest="lexicon", type=Path, metavar="FILE", help="lexicon to add to (lexicon.tsv)")
    _add_building(build_)
    _add_limits(search_)
    for command in (check_, learn_):
        command.add_argument("--jobs", type=_count, metavar="N", help="processes to use (all cores)")
    serve_.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    serve_.add_argument("--port", type=_port, default=5500, metavar="N", help="port to listen on (5500)")
    return parser


def _add_places(command: ArgumentParser) -> None:
    command.add_argument("--content", type=Path, metavar="DIR", help="folder of the articles")
    command.add_argument("--config", type=Path, metavar="FILE", default=Path("site.yaml"), help="settings (site.yaml)")
    command.add_argument("--ledger", type=Path, metavar="FILE", help="ledger of permalinks (permalinks.csv in content)")
    command.add_argument("--base-url", type=_address, metavar="URL", help="address that the site is published at")


def _add_building(command: ArgumentParser) -> None:
    command.add_argument("--jobs", type=_count, metavar="N", help="processes to use (all cores)")
    command.add_argument("--scheduler", metavar="ADDRESS", help="Dask scheduler to use instead of processes")
    command.add_argument("--clean", action="store_true", help="write every file again, even where it is the same")
    command.add_argument("--strict", action="store_true", help="publish nothing when any article is refused")
    command.add_argument("--report", type=Path, metavar="FILE", help="write what happened to a JSON file")
    command.add_argument("--quiet", action="store_true", help="say only what is wrong")


def _add_limits(command: ArgumentParser) -> None:
    command.add_argument("--from", dest="first", type=_day, metavar="DAY", help="first day, as 1954-12-24")
    command.add_argument("--to", dest="last", type=_day, metavar="DAY", help="last day")
    command.add_argument("--page", type=_count, metavar="N", help="newspaper page")
    command.add_argument("--author", default="", metavar="NAME", help="author, in either language")
    command.add_argument("--column", default="", metavar="NAME", help="column, in either language")
    command.add_argument("--sort", choices=SORTINGS, default=SORTINGS[0], metavar="SORT", help=", ".join(SORTINGS))
    command.add_argument("--limit", type=_count, default=10, metavar="N", help="articles to show (10)")


def _day(text: str) -> date:
    try:
        return read_day(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not {error}") from error


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text!r} is no number from 1 up")
    return int(text)


def _port(text: str) -> int:
    if _count(text) > LAST_PORT:
        raise ArgumentTypeError(f"{text!r} is no port: they end at {LAST_PORT}")
    return int(text)


def _address(text: str) -> str:
    try:
        return address(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is not {error}") from error
