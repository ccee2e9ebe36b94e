"""The rules of the trade: text, spans, records, changes, errors. Standard library only."""
