"""Processing across documents, from saved records alone: needs neither model nor text.

A step is a module of this package with a function ``run(records, *, …) -> rows``: the records of
any number of files in, plain dicts out. The command line turns each step into a command with the
name of the module: the first line of the module's docstring is its summary, the keyword arguments
are its options. It also has ``heading(**options)``, a row with the columns of its result, and
``is_heading(names)``, which tells such a table from another. ``names.py`` lists the steps,
``steps.py`` defines what a step is.
"""
