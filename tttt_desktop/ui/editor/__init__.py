"""The reading view of one article."""
