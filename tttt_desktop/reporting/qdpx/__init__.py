"""The dossier as a REFI-QDA project (.qdpx), which QualCoder, MAXQDA, ATLAS.ti and NVivo open."""
