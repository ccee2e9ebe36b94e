"""What the readers of Word, RTF and LibreOffice documents share."""
