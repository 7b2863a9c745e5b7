"""Files that hold one document and are no plain text: PDF, .docx, RTF, e-mail → their text."""

from dprk_events.reading.documents.document import Document
from dprk_events.reading.documents.kinds import read_document

__all__ = ["Document", "read_document"]
