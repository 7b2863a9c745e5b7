"""A document record → annotations in brat's stand-off format, and their configuration."""

from dprk_events.formats.standoff.configuration import configuration
from dprk_events.formats.standoff.document import annotate
from dprk_events.formats.standoff.lines import Annotations, type_name

__all__ = ["Annotations", "annotate", "configuration", "type_name"]
