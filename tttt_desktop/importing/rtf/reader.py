"""RTF files: paragraphs, list numbers as written in the file, rows of tables, text boxes, results of fields.

Headers, footers and notes are set aside; pictures, objects, codes of fields, comments, deletions and hidden text are
left out. An own walk, because text in the fonts before Unicode can only be read run by run, by the font's name.
"""

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.documents import office
from tttt_desktop.importing.documents.package import damaged
from tttt_desktop.importing.draft import Draft
from tttt_desktop.importing.letters import legacy
from tttt_desktop.importing.page import noise
from tttt_desktop.importing.rtf.walk import Walk

_MOST_WORDS = 1_000_000  # and groups: some 10 s; a Word file of 300 pages has half as many


def read(data: bytes) -> Draft:
    """The lines of an RTF file in reading order, each a block.

    Errors: FileRefused when it is nested or made of formatting beyond reading, or cut off before its text.
    """
    if data.count(b"\\") - data.count(b"\\'") + data.count(b"{") > _MOST_WORDS:
        raise FileRefused(
            "Tệp RTF có quá nhiều mã định dạng.", "Hãy mở bằng Word rồi lưu lại dạng .docx."
        )
    walk = Walk(data)
    walk.run()
    body = [*office.blocks(walk.lines())]
    if not body and not data.rstrip(b"\0\r\n\t ").endswith(b"}"):
        raise damaged()
    scheme = legacy.detect("\n".join(block.text for block in body))
    if scheme:  # the text was set in an old font, the file names another
        body = [*office.blocks(legacy.convert(block.text, scheme) for block in body)]
    edges = {
        reason: [*office.blocks(walk.asides(reason), reason)]
        for reason in (noise.HEAD, office.NOTE, noise.FOOT)
    }
    return Draft([*edges[noise.HEAD], *body, *edges[office.NOTE], *edges[noise.FOOT]])
