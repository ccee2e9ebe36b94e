"""Word files since 2007."""
