"""Mails and web archives, which are saved as mails are."""
