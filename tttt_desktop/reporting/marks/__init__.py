"""Documents edited in Word that carry `{{ }}` marks: what they may say, what is wrong in them, and their filling."""
