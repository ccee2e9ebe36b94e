"""Saved pages in the style of real portals and papers, built from invented texts: for the tests and for `bench`."""

from portals import further, government, later, papers, recent, systems, unseen
from portals.article import Ideal, SavedPage

__all__ = ["FURTHER", "LATER", "PAGES", "RECENT", "UNSEEN", "Ideal", "SavedPage"]
PAGES = (*government.PAGES, *systems.PAGES, *papers.PAGES)
UNSEEN = unseen.PAGES
LATER = later.PAGES
FURTHER = further.PAGES
RECENT = recent.PAGES
