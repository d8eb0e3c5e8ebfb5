"""What can be wrong with corrections by hand: it never costs the article."""

from duizhao.codes.kinds import Severity, table

OF_CORRECTIONS = table(
    Severity.WARNS,
    {
        "corrections-unreadable": (
            "The file of an article's corrections cannot be read; the article is paired without it.",
            "save it as YAML in UTF-8, with quotes around a text that holds “: ” or “#”",
        ),
        "corrections-key": ("A correction says something that is not known, or lacks a part.", "write {expected}"),
        "corrections-quote": (
            "A correction quotes words that begin no paragraph or sentence, or more than one.",
            "quote more of its first words, as the article has them; of equal texts, “… [2]” is the second",
        ),
        "corrections-clash": (
            "A correction contradicts another, or the order of the texts; it is passed over.",
            "take it out, or correct it or the other",
        ),
        "corrections-orphan": (
            "A file of corrections has no article beside it.",
            "give it the whole name of its article's file with “.corrections.yaml” behind, or delete it",
        ),
    },
)
