"""Every command: as data, as action, in the menus and in the palette."""
