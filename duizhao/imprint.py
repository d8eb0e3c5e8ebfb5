"""What every file of an archive says of itself, as bare text: its name, and who or what translated."""

from duizhao.model import Bilingual
from duizhao.settings import Site
from duizhao.strings import Words, interface
from duizhao.text import Side


def archive_name(site: Site) -> str:
    """Name the archive, in English where it has an English name."""
    return site.title.en or site.title.zh or ""


def newspaper_name(site: Site) -> str:
    """Name the newspaper; the archive, where the settings do not name it."""
    return site.publication.name.en or site.publication.name.zh or archive_name(site)


def translation_notice(site: Site) -> Bilingual[str]:
    """Say who or what translated, when, and whether anyone checked it; nothing where the settings do not say."""
    said = site.translation
    if not (said.machine or said.by.en or said.by.zh):
        return Bilingual()
    words = interface(site)
    return Bilingual(zh=_notice(site, words.zh, "zh"), en=_notice(site, words.en, "en"))


def _notice(site: Site, words: Words, side: Side) -> str:
    said = site.translation
    by = (said.by.zh if side == "zh" else said.by.en) or ""
    note = (said.note.zh if side == "zh" else said.note.en) or ""
    kind = f"translation.{'machine' if said.machine else 'human'}{'.by' if by else ''}"
    checked = words.text("translation.checked" if said.checked else "translation.unchecked")
    line = " · ".join(filter(None, (words.text(kind) + by, said.date, checked)))
    return f"{line}{'。' if side == 'zh' else '. '}{note}" if note else line
