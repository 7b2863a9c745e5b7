"""Stage 9, records → output: JSON Lines, and summaries and explanations for people.

Nothing is imported here, so that the command line starts quickly: rich is only loaded for a
summary.
"""
