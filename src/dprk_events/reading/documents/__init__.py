"""Extract the text of files that hold one document: PDF, .docx, RTF, e-mail."""

from dprk_events.reading.documents.document import Document
from dprk_events.reading.documents.kinds import read_document

__all__ = ["Document", "read_document"]
