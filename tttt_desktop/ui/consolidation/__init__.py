"""The view "Tổng hợp": what is marked in all articles as the lines of the report."""
