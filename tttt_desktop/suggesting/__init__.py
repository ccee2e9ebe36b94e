"""From the text of an article to proposals with reasons."""
