"""The process that reads files for the program, and how it is asked: a hostile or broken file costs this process alone."""
