"""What a page says about itself: title, dates, names, places, years."""
