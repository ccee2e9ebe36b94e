"""Suggestions that follow in the background and what the program learns from decisions."""
