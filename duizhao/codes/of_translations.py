"""What a reader should know of a translation: kinds of notices. They never cost anything."""

from duizhao.codes.kinds import Severity, table

_WARNS = table(
    Severity.WARNS,
    {
        "author-differs": (
            "The header names another author than the Chinese head.",
            "correct “Author:” in the header",
        ),
        "title-caption": (
            "The English title is not the Chinese headline's: it says what the text says.",
            "translate the headline in “Title:”",
        ),
        "text-untranslated": (
            "A paragraph or a sentence of the original has no translation.",
            "translate it; or, where its translation stands elsewhere, pair the two in a file of corrections",
        ),
        "text-cut": (
            "The translation breaks off before the end of the original.",
            "translate the rest",
        ),
        "text-added": (
            "The translation says what the original does not.",
            "take it out; or, where its original stands elsewhere, pair the two in a file of corrections",
        ),
        "text-number": (
            "A number of the original is another one in the translation, or missing from it.",
            "compare both texts and correct the translation",
        ),
        "text-date": (
            "A date of the original is another one in the translation, or missing from it.",
            "compare both texts and correct the translation",
        ),
        "credit-differs": (
            "The translation credits somebody else, or another news agency.",
            "correct the credit in the translation",
        ),
    },
)
_NOTES = table(
    Severity.NOTES,
    {
        "text-repeated": (
            "The original is repeated in the translation; it is folded on the page.",
            "take it out of the translation",
        ),
        "credit-work": (
            "The translation names a photographer or a translator without saying what his work was.",
            "write “photograph by” or “translated by” in the translation",
        ),
        "credit-lost": (
            "A credit or a dateline of the original is missing from the translation.",
            "add it to the translation",
        ),
        "text-chinese": (
            "Chinese is left in the translation.",
            "translate it, or put it in brackets behind its translation",
        ),
        "text-length": (
            "The translation is far shorter or longer than such a text becomes.",
            "compare both texts",
        ),
    },
)

OF_TRANSLATIONS = _WARNS | _NOTES
