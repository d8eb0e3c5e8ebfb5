"""Where the index pages stand below the site's root. Each prefix of an article's address is one of them."""

from datetime import date

HOME = "index.html"
PAGES = "pages/index.html"
FEED = "feed.xml"
ON_THIS_DAY = "on-this-day/index.html"


def year_path(year: int) -> str:
    """Name the page of a year: `1954/index.html`."""
    return f"{year:04d}/index.html"


def month_path(year: int, month: int) -> str:
    """Name the page of a month: `1954/12/index.html`."""
    return f"{year:04d}/{month:02d}/index.html"


def issue_path(day: date) -> str:
    """Name the page of a day's issue: `1954/12/24/index.html`."""
    return f"{day.isoformat().replace('-', '/')}/index.html"


def quality_path(*parts: int | str) -> str:
    """Name the page of what is to be said of translations: of all, of a kind, of a year, a month, a day."""
    return (
        "".join(f"{part:02d}/" if isinstance(part, int) else f"{part}/" for part in ("quality", *parts)) + "index.html"
    )


def newspaper_page_path(number: int, year: int | None = None, month: int | None = None) -> str:
    """Name the page that lists a newspaper page (0: not known), of all years, of one, or of one month of it."""
    folders = f"pages/{number}/"
    if year is not None:
        folders += f"{year:04d}/"
    if month is not None:
        folders += f"{month:02d}/"
    return folders + "index.html"


def on_this_day_path(month: int) -> str:
    """Name the page of a month of all years: `on-this-day/12/index.html`."""
    return f"on-this-day/{month:02d}/index.html"


def on_this_day_feed(month: int) -> str:
    """Name the feed of a month of all years: `on-this-day/12.xml`."""
    return f"on-this-day/{month:02d}.xml"
