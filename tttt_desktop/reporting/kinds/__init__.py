"""The kinds of reports: what each says, in which order."""
