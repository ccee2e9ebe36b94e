"""The review of an import: its table, preview, comparison with what the dossier has, and the flow around them."""
