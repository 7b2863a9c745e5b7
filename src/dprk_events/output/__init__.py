"""Stage 7, records → what is seen: lines of JSON, and the summary for people.

Nothing is imported here, so that the command line starts quickly: rich is loaded for a summary,
and only then.
"""
