"""Work across documents, on saved records alone: no model and no text is needed.

A step is a module of this package with a function ``run(records, *, …) -> rows``: the records of
any number of files in, plain dicts out. The program makes a command of it, called as the module:
the first line of the module's docstring is its summary, the keyword arguments are its options.
``names.py`` lists the steps, ``steps.py`` says what one is.
"""
