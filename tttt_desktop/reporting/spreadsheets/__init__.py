"""Tables for programs that calculate: an Excel workbook, CSV."""
