"""Text that a report must survive: markup, control characters, other scripts, what XML forbids."""

from dataclasses import replace

from tttt_desktop.domain.records import Page
from tttt_desktop.domain.text import normalise

HOSTILE = (
    "R&D <b>\"x\"</b> 'y' ]]> &amp; 😀 \x00\x07\x0b a\u200bb\u00adc\u202e مرحبا שלום "
    + "x" * 300
    + " \ud800 \uf0b7 e\u0301 \u2028 \ufeff 漢字"
)


def hostile_page(page: Page) -> Page:
    """The page with hostile text in everything that a report prints."""
    text = normalise(HOSTILE)
    about = dict.fromkeys(("title", "outlet", "byline", "source_name", "province"), HOSTILE)
    marks = [
        replace(
            mark,
            quote=text,
            statement=HOSTILE * (number % 2),
            cause=HOSTILE,
            cause_span=None,
            remedy=HOSTILE,
            field=HOSTILE[:60],
            task=mark.task
            and replace(mark.task, assigner=HOSTILE, lead=HOSTILE, deadline_text=HOSTILE),
        )
        for number, mark in enumerate(page.annotations)
    ]
    return Page(replace(page.article, **about), 1, text, tuple(marks))
