"""What of a page is the article, by its lines alone."""
