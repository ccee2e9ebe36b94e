"""Mẫu báo cáo: the office's own templates, added, corrected, tried and removed."""
