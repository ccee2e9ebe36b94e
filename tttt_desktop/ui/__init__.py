"""The window: Qt and nothing but Qt on top of the services."""
