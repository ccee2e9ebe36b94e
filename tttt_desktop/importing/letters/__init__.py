"""The letters of the fonts before Unicode, and what a Vietnamese syllable can be."""
