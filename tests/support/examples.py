"""How many examples a property is tried with: all in the slow set, a quarter in the quick one."""

from hypothesis import settings

FULL = 100  # hypothesis' own number, that of the profile "project"
FEWEST = 5


def examples(full: int) -> int:
    """The examples for a test that tries `full` in the slow set, by the profile that is loaded."""
    return max(FEWEST, full * settings().max_examples // FULL)
