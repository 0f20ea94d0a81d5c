"""What data.py's windows are of, and the label of what has none."""
KINDS = ('gold', 'news', 'names', 'told', 'dev')
NONE = 255
