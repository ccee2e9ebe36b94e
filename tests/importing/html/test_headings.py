"""What stands around the text of a page, make by make: dates beside other things, named values, authors, banners, folds."""

import pytest

from tttt_desktop.importing.read import read_bytes

TEXT = "Sáng 05/01/2024, Sở Thông tin và Truyền thông họp tổng kết năm 2023, bàn nhiệm vụ năm 2024 của ngành."


def page(head: str) -> bytes:
    told = "".join(f"<p>{TEXT} Đoạn {at}.</p>" for at in range(4))
    return f"<html><body><div class=bai>{head}<div>{told}</div></div></body></html>".encode()


def test_a_category_beside_the_date_is_set_aside() -> None:
    head = "<h1>Sở họp tổng kết công tác năm 2023</h1><div><i>08/01/2024</i> <i>Tin hoạt động</i></div>"
    article = read_bytes("a.html", page(head))
    assert str(article.published_on) == "2024-01-08"
    assert "Tin hoạt động" not in article.text


@pytest.mark.parametrize(
    ("time", "read"), [("4:15 chiều", "16:15"), ("lúc 9 giờ 05", "09:05"), ("11:30 sáng", "11:30")]
)
def test_a_time_on_a_line_of_its_own(time: str, read: str) -> None:
    head = f"<h1>Sở họp tổng kết công tác năm 2023</h1><div>08/01/2024</div><div>{time}</div>"
    assert read_bytes("a.html", page(head)).published_time == read


def test_a_head_of_names_and_values() -> None:
    rows = (
        ("Người gửi:", "Phòng Tổng hợp"),
        ("Tiêu đề:", "Sở họp tổng kết công tác năm 2023"),
        ("Ngày gửi:", "08/01/2024 08:02"),
        ("Độ khẩn:", "Thường"),
    )
    table = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in rows)
    article = read_bytes("a.html", page(f"<table>{table}</table>"))
    assert article.title == rows[1][1]
    assert article.byline == "Phòng Tổng hợp"
    assert (str(article.published_on), article.published_time) == ("2024-01-08", "08:02")
    assert not {"Thường", *(name for name, _ in rows)} & set(article.text.split("\n"))


@pytest.mark.parametrize("named", ['class="author"', 'itemprop="author"'])
def test_an_author_above_the_title(named: str) -> None:
    head = f"<div {named}>Trần Thị Thử</div><h1>Sở họp tổng kết công tác năm 2023</h1>"
    article = read_bytes("a.html", page(head))
    assert article.byline == "Trần Thị Thử"
    assert article.title == "Sở họp tổng kết công tác năm 2023"


def test_the_banner_in_a_picture_names_the_outlet() -> None:
    head = '<img alt="CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN MẪU"><h1>Huyện Mẫu họp tổng kết năm 2023</h1>'
    assert read_bytes("a.html", page(head)).outlet == "Cổng thông tin điện tử huyện Mẫu"


def test_parts_that_fold_away_are_all_text() -> None:
    parts = "".join(
        f"<div class=item><h2><button>Phần {at}</button></h2><div class=open><p>Việc {at} chậm hai tháng so với"
        f" kế hoạch được giao.</p></div></div>"
        for at in range(5)
    )
    head = "<h1>Sở họp tổng kết công tác năm 2023</h1>"
    article = read_bytes("a.html", f"<body><div>{head}{parts}</div></body>".encode())
    assert all(f"Phần {at}" in article.text for at in range(5))
    assert all(f"Việc {at} chậm" in article.text for at in range(5))


def test_plain_numbers_of_a_list_stay_outside_and_chosen_ones_stay() -> None:
    lists = "<ol><li>Việc thứ nhất</ol><ol start=4><li>Việc thứ tư</ol>"
    lines = read_bytes("a.html", page(f"<h1>Sở họp tổng kết năm 2023</h1>{lists}")).blocks
    assert {"Việc thứ nhất", "4. Việc thứ tư"} <= {block.text for block in lines}


@pytest.mark.parametrize(
    ("title", "province"),
    [
        ("Bộ Thông tin và Truyền thông tổng kết công tác năm 2023", ""),
        ("Hội nghị báo chí toàn quốc năm 2023", ""),
        ("Cục Thuế tỉnh tổng kết công tác năm 2023", "Quảng Nam"),
        ("Ngành thông tin tổng kết công tác năm 2023", "Quảng Nam"),
    ],
)
def test_a_page_on_the_whole_country_has_no_province(title: str, province: str) -> None:
    told = f"{TEXT}\nUBND tỉnh Quảng Nam dự. Tỉnh Quảng Nam và các địa phương có ý kiến."
    assert read_bytes("a.txt", f"{title}\n08/01/2024 10:00\n{told}".encode()).province == province
