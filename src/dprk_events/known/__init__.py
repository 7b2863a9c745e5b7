"""Tell which known happening an article means by "le sommet de Hanoï".

:func:`load_known` reads the register, ``happenings/*.toml`` and a user's own files;
:meth:`Register.named` gives the happenings that the words of an event can mean. ``docs/known.md``
describes the files.
"""

from dprk_events.known.days import days_of
from dprk_events.known.errors import KnownError
from dprk_events.known.happening import Known, Participant
from dprk_events.known.load import BESIDE_RULES, load_known, load_known_beside
from dprk_events.known.register import Meant, Register, stems
from dprk_events.known.wording import tells_another

__all__ = [
    "BESIDE_RULES",
    "Known",
    "KnownError",
    "Meant",
    "Participant",
    "Register",
    "days_of",
    "load_known",
    "load_known_beside",
    "stems",
    "tells_another",
]
