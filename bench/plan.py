"""Which figures there are: where each is measured, and on which data."""

from typing import NamedTuple


class Figure(NamedTuple):
    """`measured`: module and function of this package; `data`: what must lie in the folder that it is given."""

    measured: str
    data: str = ""
    long: bool = False  # run twice at most


FIGURES = {
    "start_offscreen": Figure("figures.start_offscreen"),
    "start_xcb": Figure("figures.start_xcb"),
    "sample": Figure("windows.sample"),
    "import_texts": Figure("figures.import_texts", "texts"),
    "import_many": Figure("figures.import_many", "many", long=True),
    "import_pages": Figure("figures.import_pages", "pages", long=True),
    "importing": Figure("windows.importing", "texts"),
    "suggesting": Figure("windows.suggesting", "unsuggested.tttt"),
    "one_article": Figure("figures.one_article"),
    "openings": Figure("calm.openings", "few.tttt"),
    "bulk": Figure("calm.bulk", "bulk.tttt"),
    "long_correction": Figure("calm.long_correction", "correction.tttt"),
    "learning": Figure("learning.figure"),
    "saved_pages": Figure("pages.figure"),
    "duplicates": Figure("duplicates.figure", "stored.tttt"),
    "listing": Figure("windows.listing", "many.tttt"),
    "long_list": Figure("lists.long_list", "long.tttt"),
    "reading": Figure("windows.reading"),
    "reader": Figure("reader.reader"),
    "edit": Figure("figures.edit", "many.tttt"),
    "consolidation": Figure("windows.consolidation", "marked.tttt"),
    "grouping": Figure("figures.grouping", "marked.tttt"),
    "following": Figure("following.figure", "marked.tttt"),
    "tasks_in_window": Figure("tasks.tasks_in_window", "tasks.tttt"),
    "proofing": Figure("proofing.figure", "marked.tttt"),
    "briefing": Figure("reports.briefing", "marked.tttt"),
    "briefing_few": Figure("reports.briefing_few", "few.tttt"),
    "preview": Figure("reports.preview", "few.tttt"),
    "report_dialog": Figure("dialogs.report_dialog", "few.tttt"),
    "long_report_dialog": Figure("dialogs.long_report_dialog", "marked.tttt"),
    "preflight": Figure("preflight.preflight", "marked.tttt"),
    "preflight_few": Figure("preflight.preflight_few", "few.tttt"),
    "own_few": Figure("own_template.own_few", "few.tttt"),
    "own_many": Figure("own_template.own_many", "marked.tttt"),
    "returned": Figure("returned.returned", "marked.tttt"),
    "figures_view": Figure("numbers.figures_view", "figures.tttt"),
    "ways_out": Figure("numbers.ways_out", "marked.tttt"),
}
# What lies in the folder: module and function that make it there, and what they are given besides its path.
DATA: dict[str, tuple[str, tuple[int, ...]]] = {
    "texts": ("data.write_texts", (1000, 3000)),
    "many": ("data.write_texts", (10_000, 3000)),
    "pages": ("data.write_pages", (1000, 60_000)),
    "unsuggested.tttt": ("data.make_unsuggested", (1000, 2_200)),
    "many.tttt": ("data.make_dossier", (10_000, 3000)),
    "long.tttt": ("data.make_dossier", (100_000, 600)),
    "marked.tttt": ("data.make_marked_dossier", (250, 3000, 20)),
    "few.tttt": ("data.make_marked_dossier", (10, 3000, 20)),
    "figures.tttt": ("data.make_marked_dossier", (450, 3000, 20)),
    "bulk.tttt": ("data.make_marked_dossier", (1_000, 3_000, 5)),
    "correction.tttt": ("data.make_marked_dossier", (1, 200_000, 2_000)),
    "stored.tttt": ("duplicates.make_dossier", ()),
    "tasks.tttt": ("tasks.make_dossier", ()),
}
