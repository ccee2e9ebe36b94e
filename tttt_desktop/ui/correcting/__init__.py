"""Correcting the text of an article and looking at its earlier versions."""
