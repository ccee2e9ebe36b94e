"""Soát câu chữ: what to look at in the wording of the report before it is signed."""
