"""Saved pages in the style of real portals and papers, built from invented texts: for the tests and for `bench`."""

from portals import government, papers, systems
from portals.article import Ideal, SavedPage

__all__ = ["PAGES", "Ideal", "SavedPage"]
PAGES = (*government.PAGES, *systems.PAGES, *papers.PAGES)
