"""RTF files."""
