# Words that stand on every page.
product = Waymark
