"""What several rooms are put together from: layouts, rows of words, stacked lists, lines of text that fit."""
