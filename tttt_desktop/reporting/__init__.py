"""From accepted annotations to the Word briefing."""
