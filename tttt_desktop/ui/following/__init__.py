"""The view "Theo dõi nhiệm vụ"."""
