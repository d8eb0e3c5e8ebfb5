"""What can be wrong with a source, an editorial page or a finished page: it never costs the rest of the site."""

from duizhao.codes.kinds import Severity, table

_REFUSES = table(
    Severity.REFUSES,
    {
        "file-unreadable": ("The file cannot be opened.", "give the user who builds the right to read it"),
        "file-outside": (
            "A symbolic link leads out of its folder.",
            "put the file itself where the link stands",
        ),
        "file-name": ("The name of the file is not UTF-8, or holds control characters.", "rename the file"),
        "file-empty": ("The file holds no text.", "write the article into it, or delete it"),
        "file-binary": (
            "The file holds NUL bytes: it is no text.",
            "export the article as plain text in UTF-8, or move the file out of the content folder",
        ),
        "file-encoding": (
            "The file is not UTF-8.",
            "save it as UTF-8: iconv -f GB18030 -t UTF-8 OLD > NEW, then put NEW in place of OLD",
        ),
        "file-large": (
            "The file is larger than an article may be.",
            "split it, or raise “largest_article” in site.yaml",
        ),
        "front-matter": (
            "The front matter between the --- lines is not YAML, or not keys and values.",
            "write each line as “key: value”, with quotes around a value that holds “: ” or “#”",
        ),
        "date-missing": (
            "No date in the header, in the Chinese head or in the file name.",
            "add a line “Date: YYYY-MM-DD” to the header",
        ),
        "date-impossible": (
            "The only date that the file gives is no date of the calendar.",
            "correct it to YYYY-MM-DD",
        ),
        "page-impossible": (
            "The only page that the file gives is no whole number from 1 to 999.",
            "write the number of the newspaper page, for example “Page: 1”, or take the line out",
        ),
        "id-impossible": (
            "The id in the front matter is no permalink.",
            "use 2 to 32 of the letters a to z and digits, or take the line out",
        ),
        "text-missing": (
            "Neither an original nor a translation stands in the file.",
            "add the text, or delete the file",
        ),
        "article-twice": (
            "Another file holds the same article: date, page, headline and text are the same.",
            "delete one of the two",
        ),
        "id-twice": ("Another file asks for the same permalink.", "give one of them another id"),
        "page-file-name": (
            "An editorial page's file name cannot be an address.",
            "use a to z, 0 to 9 and hyphens, and none of: {reserved}",
        ),
    },
)
_WARNS = table(
    Severity.WARNS,
    {
        "original-missing": (
            "No original stands in the file; only the translation is published.",
            "add a line “<hr />”, a line “Original:” and the Chinese text below",
        ),
        "translation-missing": (
            "No translation stands in the file; only the original is published.",
            "add the English text between header and “<hr />”",
        ),
        "separator-odd": (
            "Original and translation are parted by an unusual mark.",
            "write a line “<hr />” and below it a line “Original:”",
        ),
        "headline-missing": (
            "A headline is missing in both languages; the first words of the text stand in.",
            "add “Title:” to the header, or a line “### 标题” to the Chinese head",
        ),
        "page-title": (
            "An editorial page has no title; the name of its file stands in.",
            "add “title:” to its front matter",
        ),
        "value-impossible": (
            "A date or page that cannot be is passed over for one given elsewhere in the file.",
            "correct it, or take it out",
        ),
        "key-unknown": ("A key of the front matter is not known.", "use one of: {known}"),
        "key-value": ("A value of the front matter is not of its key's kind.", "write {expected}"),
        "character-control": (
            "Characters that no page may hold are shown as signs for them.",
            "take them out of the source",
        ),
        "line-long": (
            "A line is longer than any paragraph of a newspaper.",
            "break it into paragraphs",
        ),
        "link-dead": (
            "A link of the built site leads to a page that is not there.",
            "correct it in its source or template, and build again",
        ),
        "fragment-dead": (
            "A link of the built site leads to a place that its page does not have.",
            "correct it in its source or template, and build again",
        ),
        "address-missing": (
            "An address that the ledger pins is not in the output folder.",
            "build again",
        ),
        "published-missing": (
            "An address that the ledger pins is not published.",
            "publish the site; or, where that was never meant to be, see what became of its line",
        ),
        "published-unpinned": (
            "An address is published that the ledger does not pin: it could be given to another article.",
            "put its line back into the ledger, from an older version of the file",
        ),
        "base-url-example": (
            "The site's address is still the example's.",
            "set “base_url” in site.yaml, or build with --base-url, before you publish",
        ),
        "split-path": (
            "The site is split into repositories, but “base_url” has a path.",
            "publish at the root of a host, where the folders of the years stand beside each other",
        ),
        "base-url-missing": (
            "No base_url: the site has no sitemap and its pages no canonical addresses.",
            "set “base_url” in site.yaml, or build with --base-url",
        ),
    },
)
_NOTES = table(
    Severity.NOTES,
    {
        "date-differs": (
            "Front matter, header, Chinese head and file name give different dates; the first that has one counts.",
            "correct the wrong one",
        ),
        "page-differs": (
            "Front matter, header and Chinese head give different pages; the first that has one counts.",
            "correct the wrong one",
        ),
        "folder-differs": (
            "The folder's month is not the article's.",
            "move the file, if the folder is meant to hold its month",
        ),
        "page-missing": (
            "No newspaper page is given; the article stands under “page unknown”.",
            "add a line “Page: 1” to the header",
        ),
        "html-escaped": (
            "HTML in the text is shown as it is written, never run.",
            "nothing, where that is meant; else take it out",
        ),
        "link-unsafe": (
            "A link that is neither http, https nor mailto is shown as text.",
            "use an http, https or mailto address",
        ),
        "id-late": (
            "The front matter asks for a permalink, but the article is published under another.",
            "take the id out; or give the ledger a line for it and set the old line to “redirect {permalink}”",
        ),
        "file-foreign": (
            "The output folder holds a file that this builder did not make; it is left alone.",
            "move it into static/ if it belongs to the site",
        ),
    },
)

OF_ARTICLES = _REFUSES | _WARNS | _NOTES
