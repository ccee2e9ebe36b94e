"""Where searched words stand."""

import pytest

from tttt_desktop.domain.text import fold
from tttt_desktop.ui.editor.hits import find_hits

TEXT = "Tờ trình về đường dây; đã trình tờ trình thứ hai. Mất trinh tiết (1+1)."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("to trinh", ["Tờ trình", "tờ trình"]),
        ('"TỜ TRÌNH"', ["Tờ trình", "tờ trình"]),
        ("d", ["đ", "d", "đ"]),
        ("đuong  day", ["đường dây"]),
        ("trinh dây", ["trình", "dây", "trình", "trình", "trinh"]),
        ("1+1", ["1+1"]),
        ("rình", []),
        ("", []),
        (" ", []),
    ],
)
def test_hits(query: str, found: list[str]) -> None:
    assert [hit.of(TEXT) for hit in find_hits(fold(TEXT), query)] == found
