"""Articles kept as Markdown: what is seen of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.importing.page import noise
from tttt_desktop.importing.plain.txt import read

TITLE = "Sở Thông tin và Truyền thông tổng kết công tác năm 2020"


def lines(text: str) -> list[str]:
    return [block.text for block in read(text.encode()).blocks]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (f"# {TITLE}", [TITLE]),
        (f"## {TITLE} ##\nHội nghị", [TITLE, "Hội nghị"]),
        (f"# {TITLE}\n\n**Kết quả** đạt _khá_, *tốt*.", [TITLE, "Kết quả đạt khá, tốt."]),
        ("Xem [báo cáo](https://so.example/a?b=1 'x') và [kế hoạch](b.html).", None),
        (f"# {TITLE}\n\n---\n\n> Trích lời\n", [TITLE, "Trích lời"]),
        (f"{TITLE}\n=====\n# Hai", [TITLE, "Hai"]),
        (
            "| Chỉ tiêu | Đạt |\n|---|:---:|\n| Thuê bao | **90%** |",
            ["Chỉ tiêu | Đạt", "Thuê bao | 90%"],
        ),
        ("# A\n1. một\n2. hai\n- ba", ["A", "1. một", "2. hai", "- ba"]),
        ("# A\nsố 12\\*, 30\\_x `mã`", ["A", "số 12*, 30_x mã"]),
        ("# A\n```\nnguyên văn\n```", ["A", "nguyên văn"]),
    ],
)
def test_markup_is_taken_off(written: str, seen: list[str] | None) -> None:
    assert lines(written) == (seen or ["Xem báo cáo và kế hoạch."])


def test_lines_broken_by_a_narrow_window_are_joined() -> None:
    paragraph = (
        "Đồng chí Phó Chủ tịch yêu cầu ngành khắc phục những tồn tại,\nhạn chế trong năm qua."
    )
    assert lines(f"# {TITLE}\n\n{paragraph}\n\nHết.") == [
        TITLE,
        paragraph.replace("\n", " "),
        "Hết.",
    ]
    assert lines(f"# {TITLE}\n{'dài ' * 40}\nsau") == [TITLE, ("dài " * 40).strip(), "sau"]


def test_a_picture_leaves_its_caption_aside() -> None:
    blocks = read(f"# {TITLE}\n\n![Quang cảnh hội nghị](file:///c/anh.jpg)\n".encode()).blocks
    assert [(block.text, block.reason) for block in blocks] == [
        (TITLE, ""),
        ("Quang cảnh hội nghị", noise.CAPTION),
    ]


def test_the_head_of_a_note_gives_title_and_date() -> None:
    draft = read(f'---\ntitle: "{TITLE}"\ndate: 2021-01-12\ntags: [a]\n---\nNội dung.\n'.encode())
    assert (draft.title, draft.published) == (TITLE, "2021-01-12")
    assert [block.text for block in draft.blocks] == ["Nội dung."]


@pytest.mark.parametrize(
    "text",
    [
        "#chuyendoiso #hanoi\nHội nghị *** tổng kết",
        "Ghi chú (**) và (*)\n- một\n* hai",
        "Tăng 5*6*7 lần, tệp a_b_c\n-----\nhết",
        "Điều 1 [1] (xem sau) > 5",
    ],
)
def test_plain_texts_stay_as_they_are(text: str) -> None:
    assert lines(text) == text.split("\n")


@given(st.text(st.sampled_from("#*_[]()!`|>- \n\\~aế<:"), max_size=300))
def test_any_signs_end_in_lines(text: str) -> None:
    assert all(line == line.strip() != "" for line in lines(f"# A\n{text}"))
