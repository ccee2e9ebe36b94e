"""Pages and files made for the tests, and the labelled articles read where they lie."""

import io
import json
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"
TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021"
PARAGRAPHS = (
    "Sáng 12/01, Sở Thông tin và Truyền thông tỉnh Hải Dương tổ chức hội nghị tổng kết công tác năm 2020. "
    "Ông Lưu Văn Giả Định, Phó Chủ tịch UBND tỉnh dự hội nghị.",
    "Năm 2020, Sở hoàn thành 30/32 nhiệm vụ được giao. Doanh thu viễn thông đạt 900,5 tỷ đồng, tăng 4% so với cùng kỳ.",
    "Tuy nhiên, vẫn còn một số hạn chế: hạ tầng chưa đồng bộ; nhân lực còn thiếu; dịch vụ công ít hồ sơ phát sinh.",
    "Phó Chủ tịch UBND tỉnh yêu cầu Sở đẩy mạnh chuyển đổi số, hoàn thành trước ngày 30/6; quản lý tốt báo chí.",
)
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def title() -> str:
    return TITLE


@pytest.fixture
def paragraphs() -> tuple[str, ...]:
    return PARAGRAPHS


@pytest.fixture
def page_text() -> str:
    """A whole article as plain text: title, date line, paragraphs, byline."""
    return "\n\n".join((TITLE, "12/01/2021 15:20", *PARAGRAPHS, "Mai Thị Giả"))


@pytest.fixture
def to_1258() -> Callable[[str], bytes]:
    """Windows-1258 as Windows writes it: the tone as a letter of its own behind the vowel."""

    def encode(text: str) -> bytes:
        found = bytearray()
        for letter in text:
            parts = unicodedata.normalize("NFD", letter)
            tones = "".join(part for part in parts if part in _TONES)
            base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
            found += (base + tones).encode("cp1258")
        return bytes(found)

    return encode


@pytest.fixture
def docx() -> Callable[..., bytes]:
    """A Word file whose body is the given XML."""

    def make(body: str, head: str = "", **entries: bytes) -> bytes:
        xml = (
            f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document xmlns:w="{_W}"'
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
            f' xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>'
        )
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", "<Types/>")
            package.writestr("word/document.xml", xml)
            for name, data in entries.items():
                package.writestr(name, data)
        return buffer.getvalue()

    return make


@pytest.fixture
def labelled() -> list[tuple[Path, dict[str, Any]]]:
    """Every labelled article with its labels: five real pages and those of the development set."""
    if not CORPUS.is_dir():
        pytest.skip("the labelled articles are not on this machine")
    found = []
    for folder, labels in (("seeds", "gold"), ("dev", "dev")):
        for path in sorted((CORPUS / labels).glob("*.json")):
            values = json.loads(path.read_text("utf-8"))
            found.append((CORPUS / folder / values["file"], values))
    return found
