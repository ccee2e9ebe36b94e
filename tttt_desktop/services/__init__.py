"""The use cases, in the user's words: they join the siblings. No Qt."""
