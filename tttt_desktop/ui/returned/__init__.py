"""Reports made, and those that come back from Word."""
