"""What was done, and how to get back: the list of changes and the bin of removed articles."""
