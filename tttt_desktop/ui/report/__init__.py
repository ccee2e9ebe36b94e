"""The report: its form, pages as they will be printed, office, and the ways out of the dossier."""
