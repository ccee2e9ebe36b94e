"""What `ui/theme.py` makes the look of: colours, style sheet, icons."""
