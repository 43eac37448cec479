"""Dutch: one analysis that serves the index, the question and the marking of words."""

# Raise this when a change below makes other terms out of the same text: older indexes rebuild themselves.
ANALYSIS_VERSION = 7
