"""Odd and hostile files made on the spot, by kind: each module has its `CASES`."""
