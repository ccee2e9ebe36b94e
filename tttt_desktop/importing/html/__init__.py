"""Saved web pages: their lines, and which of them are the article."""
