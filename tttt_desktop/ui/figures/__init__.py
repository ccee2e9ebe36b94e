"""The view "Số liệu"."""
