"""Files in files, opened in memory."""
