"""The headers of TEI files: what an article is, where it stood, and what its translation is."""

from collections.abc import Iterator
from html import escape

from duizhao.article_page import ArticleWork
from duizhao.imprint import archive_name, newspaper_name, translation_notice
from duizhao.links import canonical
from duizhao.model import Bilingual, Notice
from duizhao.settings import Site
from duizhao.text import printable


def corpus_header(site: Site) -> str:
    """Write the header of a corpus."""
    source = f'<bibl><title level="j">{_escaped(newspaper_name(site))}</title></bibl>'
    return _file(site, f"<title>{_escaped(archive_name(site))}</title>", site.base_url, "", source)


def header(site: Site, work: ArticleWork, name: str) -> str:
    """Write the header of an article. `name`: its `xml:id`."""
    entry = work.entry
    titles = "".join(_both("title", entry.headline, site)) or f"<title>{_escaped(entry.permalink)}</title>"
    people = "".join(_both("author", entry.author, site))
    place = "".join(
        (
            f'<title level="j">{_escaped(newspaper_name(site))}</title>',
            f'<date when="{entry.date}">{entry.date}</date>',
            f'<biblScope unit="page">{entry.page}</biblScope>' if entry.page else "",
            *_both('biblScope unit="column"', entry.column, site),
        )
    )
    address = canonical(site.base_url, entry.permalink)
    sides = {passage.number: "zh" if passage.zh else "en" for passage in work.passages}
    notes = "".join(_notice(notice, name, sides.get(notice.passage)) for notice in work.notices)
    return _file(site, titles + people, address, notes, f"<bibl>{place}</bibl>")


def _file(site: Site, title: str, address: str, notes: str, source: str) -> str:
    said = "".join(_both('note type="translation"', translation_notice(site), site)) + notes
    licence = f'<licence target="{escape(site.license)}"/>' if site.license else ""
    rights = "".join(_both("p", site.rights, site)) + licence
    published = "".join(
        (
            f"<publisher>{_escaped(archive_name(site))}</publisher>",
            f'<idno type="URI">{_escaped(address)}</idno>' if address else "",
            f"<availability>{rights}</availability>" if rights else "",
        )
    )
    return (
        f"<teiHeader><fileDesc><titleStmt>{title}</titleStmt>"
        f"<publicationStmt>{published}</publicationStmt>"
        f"{f'<notesStmt>{said}</notesStmt>' if said else ''}"
        f"<sourceDesc>{source}</sourceDesc></fileDesc></teiHeader>\n"
    )


def _notice(notice: Notice, name: str, side: str | None) -> str:
    """Say what is to be said of a translation. `side`: one that the passage has; None: it is of the whole article."""
    target = f"#{name}.{side}.p{notice.passage}" if side else f"#{name}"
    said = " ≠ ".join(filter(None, (notice.zh, notice.en)))
    return f'<note type="notice" subtype="{notice.code}" target="{target}">{_escaped(said)}</note>'


def _both(tag: str, text: Bilingual[str], site: Site) -> Iterator[str]:
    """Write a text in each language that has it."""
    for said, language in ((text.zh, site.languages.original), (text.en, site.languages.translation)):
        if said:
            yield f'<{tag} xml:lang="{escape(language)}">{_escaped(said)}</{tag.partition(" ")[0]}>'


def _escaped(text: str) -> str:
    return escape(printable(text), quote=False)
