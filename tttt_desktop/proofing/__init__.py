"""The wording of a report looked over: spelling, spacing, capitals, dates and numbers. Pure: text in, findings out."""
