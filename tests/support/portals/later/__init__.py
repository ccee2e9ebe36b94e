"""Pages of further makes, written by one who had not read the reader: `YEARS` are the year reviewed and the year planned."""

from portals.later import government, others, papers

__all__ = ["PAGES", "YEARS"]
PAGES = (*government.PAGES, *papers.PAGES, *others.PAGES)
YEARS = {
    "the-tran": (2025, 2026),
    "o-xuong-dong": (2014, 2015),
    "mo-dun": (2016, 2017),
    "xep-mo": (2021, 2022),
    "tin-lien-quan-dai": (2021, 2021),
    "phong-su-anh": (2022, 2023),
    "amp": (2023, 2024),
    "google-sites": (2017, 2018),
    "blogger": (2012, 2013),
    "mang-xa-hoi": (2021, 2022),
    "van-phong-dien-tu": (2019, 2020),
    "ban-in-mat-khoang-trang": (2016, 2017),
}
