"""Documents that an office made, as templates: taken apart, made fit to be kept, and what is put into them."""
