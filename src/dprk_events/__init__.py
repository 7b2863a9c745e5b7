"""Find the events in French press articles about North Korea.

The packages stand in the order in which an article goes through them:
``reading`` → ``language`` → ``entities`` → ``dates`` → ``events`` → ``records`` → ``output``,
and ``cli`` calls them. A stage imports only what stands before it (see ARCHITECTURE.md).
"""

__version__ = "0.1.0"
