"""From a file on the disk to a clean, dated article."""
