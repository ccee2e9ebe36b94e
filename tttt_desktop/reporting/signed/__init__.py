"""Reports made in the document of a report that was signed before: its fields by rule, and their filling."""
