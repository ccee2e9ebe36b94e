"""The program's speed and memory, measured: `python -m bench`, or `make bench`."""
