"""The ways out of a dossier besides its reports: files for other programs."""
