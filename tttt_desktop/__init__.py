"""Mark what was achieved, what fell short and what was assigned in saved articles; hand in a Word briefing."""

__version__ = "0.1.0"
