"""The leaders an article names, with their posts."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.text import fold
from tttt_desktop.importing.facts.officials import find_officials
from tttt_desktop.importing.read import read_file


def people(text: str) -> list[tuple[str, str]]:
    return [(one.official.name, one.official.post) for one in find_officials(text)]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Ông Lê Văn Giả, Phó Chủ tịch UBND tỉnh dự.", "Lê Văn Giả", "Phó Chủ tịch UBND tỉnh"),
        ("Đ/c Lò Văn Inh - Ủy viên BTV Tỉnh ủy dự.", "Lò Văn Inh", "Ủy viên BTV Tỉnh ủy"),
        ("Đồng trí Lê Văn Giả, Phó chủ tịch UBND tỉnh.", "Lê Văn Giả", "Phó chủ tịch UBND tỉnh"),
        ("Đại tá Tạ Văn Đẹt (Giám đốc Công an tỉnh) dự.", "Tạ Văn Đẹt", "Giám đốc Công an tỉnh"),
        ("ông A Nhớ - Giám đốc Sở chủ trì.", "A Nhớ", "Giám đốc Sở"),
        ("TS. Lê Văn Giả – Quyền Giám đốc Sở phát biểu.", "Lê Văn Giả", "Quyền Giám đốc Sở"),
        ("Đồng chí Lê Văn Giả - TUV, PBT Huyện ủy dự.", "Lê Văn Giả", "TUV, PBT Huyện ủy"),
        (
            "Ông Lê Văn Giả - Uỷ viên Ban thường vụ Tỉnh ủy - Phó Chủ tịch UBND tỉnh đến dự.",
            "Lê Văn Giả",
            "Uỷ viên Ban thường vụ Tỉnh ủy - Phó Chủ tịch UBND tỉnh",
        ),
        ("Phó Chủ tịch UBND tỉnh Lê Thị Giả dự.", "Lê Thị Giả", "Phó Chủ tịch UBND tỉnh"),
        ("Bộ trưởng Lê Văn Giả chủ trì.", "Lê Văn Giả", "Bộ trưởng"),
        (
            "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh Lê Thị Mỹ Giả dự.",
            "Lê Thị Mỹ Giả",
            "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh",
        ),
        (
            "dưới sự chủ trì của Chủ tịch UBND tỉnh Lê Hoài Giả, Trưởng Ban Chỉ đạo, đánh giá",
            "Lê Hoài Giả",
            "Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo",
        ),
        (
            "Phó Giám đốc Sở Thông tin và Truyền thông Lê Công Giả tiếp thu.",
            "Lê Công Giả",
            "Phó Giám đốc Sở Thông tin và Truyền thông",
        ),
        (
            "Giám đốc Sở Thông tin - Truyền thông Lê Công Giả nói.",
            "Lê Công Giả",
            "Giám đốc Sở Thông tin - Truyền thông",
        ),
        (
            "Phó Chủ tịch UBND huyện Ba Tơ Phạm Thị Giả kể.",
            "Phạm Thị Giả",
            "Phó Chủ tịch UBND huyện Ba Tơ",
        ),
        (
            "Bí thư Đảng ủy xã Sơn Kim Võ Trọng Giả cho biết",
            "Võ Trọng Giả",
            "Bí thư Đảng ủy xã Sơn Kim",
        ),
        (
            "Chủ tịch UBND huyện Trần Văn Thời Lê Hải Giả nói.",
            "Lê Hải Giả",
            "Chủ tịch UBND huyện Trần Văn Thời",
        ),
        ("Chủ tịch UBND phường Cao Đình Giả dự.", "Cao Đình Giả", "Chủ tịch UBND phường"),
        (
            "Giám đốc VNPT Phú Yên Bùi Xuân Giả cho biết",
            "Bùi Xuân Giả",
            "Giám đốc VNPT Phú Yên",
        ),
        ("Giám đốc Sở TT-TT Bon Yô Soan giải đáp.", "Bon Yô Soan", "Giám đốc Sở TT-TT"),
        ("Phó Giám đốc Sở TT&TT Néang Sa Rươne nói", "Néang Sa Rươne", "Phó Giám đốc Sở TT&TT"),
        ("Phó Chủ tịch UBND tỉnh H'Yiam Niê dự.", "H'Yiam Niê", "Phó Chủ tịch UBND tỉnh"),
        ("Phó Giám đốc Sở, bà Lê Thị Giả cho biết.", "Lê Thị Giả", "Phó Giám đốc Sở"),
        ("Ông Lê Đình Giả, giám đốc sở, trình bày báo cáo.", "Lê Đình Giả", "giám đốc sở"),
        (
            "Phó chủ tịch UBND TP.HCM Lê Đình Giả chỉ đạo.",
            "Lê Đình Giả",
            "Phó chủ tịch UBND TP.HCM",
        ),
    ],
)
def test_one_leader(text: str, name: str, post: str) -> None:
    assert people(text) == [(name, post)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Dự có các đồng chí: Lê Văn Giả, TUV, Giám đốc Sở; Mùa A Giả - Chánh Văn phòng; lãnh đạo các sở.",
            ["Lê Văn Giả", "Mùa A Giả"],
        ),
        (
            "Phó Chủ tịch UBND tỉnh Đặng Hữu Giả và Giám đốc Sở Lê Thị Giả chủ trì.",
            ["Đặng Hữu Giả", "Lê Thị Giả"],
        ),
        (
            "Bí thư Tỉnh ủy, đồng chí Phan Xuân Giả, Giám đốc Sở báo cáo.",
            ["Phan Xuân Giả"],
        ),
        (
            "Ông Lê Văn Giả, Giám đốc Sở Nội vụ và Nguyễn Văn Giả, Phó Giám đốc Sở dự.",
            ["Lê Văn Giả", "Nguyễn Văn Giả"],
        ),
    ],
)
def test_several_leaders(text: str, names: list[str]) -> None:
    assert [name for name, _ in people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch UBND tỉnh Quảng Trị giao các sở.",
        "Đồng chí Phó Chủ tịch UBND tỉnh yêu cầu Sở thực hiện.",
        "UBND huyện Ba Tơ, Chủ tịch Hội Nông dân cùng dự.",
        "Chị Lê Thị Giả ở phường 7 kể lại.",
        "Luật sư Đỗ Phú Giả cho rằng quy định đã chặt.",
        "Bí thư Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh dự.",
        "Phó Trưởng Ban Chỉ đạo chuyển đổi số tỉnh chủ trì.",
        "Giám đốc Bưu điện Tuy Hòa cho biết",
        "Tốc độ tăng trưởng doanh thu Viễn Thông Miền Trung",
        "",
    ],
)
def test_nobody(text: str) -> None:
    assert people(text) == []


def test_posts_do_not_run_on_into_the_next_line() -> None:
    text = "Ông Lê Văn Giả, Giám đốc Sở\n- Phó Giám đốc Sở Lê Thị Giả dự"
    assert people(text) == [("Lê Văn Giả", "Giám đốc Sở"), ("Lê Thị Giả", "Phó Giám đốc Sở")]


def test_a_leader_named_twice_has_the_fullest_post() -> None:
    text = "Giám đốc Sở Lê Văn Giả chủ trì. Ông Lê Văn Giả, Tỉnh ủy viên, Giám đốc Sở kết luận."
    assert people(text) == [("Lê Văn Giả", "Tỉnh ủy viên, Giám đốc Sở")]


def test_against_the_labels(labelled: list[tuple[Path, dict[str, Any]]]) -> None:
    right = found = wanted = posts = 0
    for path, values in labelled:
        labels = {fold(one["name"]): fold(one["title"]) for one in values["metadata"]["officials"]}
        officials = {fold(one.name): fold(one.post) for one in read_file(path).officials}
        both = labels.keys() & officials.keys()
        right, found, wanted = right + len(both), found + len(officials), wanted + len(labels)
        posts += sum(labels[name] == officials[name] for name in both)
    assert right / found >= 0.97
    assert right / wanted >= 0.97
    assert posts / right >= 0.9


@given(st.text(st.sampled_from("AĐÔng bàLê ,.-–('’ChủtịchUBNDtỉnhGiámđốcSở\n"), max_size=200))
def test_spans_stay_in_the_text_and_names_in_their_spans(text: str) -> None:
    for one in find_officials(text):
        assert " ".join(one.span.of(text).split()).find(one.official.name) >= 0
