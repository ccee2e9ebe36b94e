"""The dossier file: schema, store, queries. The only package that knows SQLite."""
