"""What real pages hold beside the article: menus, other headlines, scripts, style sheets, forms, feet."""

import random
from collections.abc import Iterator

_SUBJECTS = (
    "UBND tỉnh", "Sở Y tế", "Huyện ủy", "Công an tỉnh", "Ban Chỉ đạo 35", "Hội Nông dân", "Đoàn Thanh niên",
    "Sở Giáo dục và Đào tạo", "Mặt trận Tổ quốc", "Bưu điện tỉnh", "Sở Xây dựng", "Thành phố", "Liên đoàn Lao động",
)  # fmt: skip
_ACTS = (
    "tổ chức hội nghị tổng kết", "triển khai nhiệm vụ", "kiểm tra tiến độ", "tập huấn", "phát động phong trào",
    "yêu cầu khắc phục hạn chế trong", "ra mắt mô hình", "ký kết quy chế phối hợp về", "đẩy mạnh", "sơ kết",
)  # fmt: skip
_MATTERS = (
    "chuyển đổi số", "cải cách hành chính", "phòng, chống thiên tai", "an toàn giao thông", "xây dựng nông thôn mới",
    "quản lý đất đai", "bảo vệ rừng", "giải phóng mặt bằng", "an sinh xã hội", "phòng cháy, chữa cháy",
)  # fmt: skip
_TIMES = (
    "năm 2023",
    "quý I",
    "6 tháng đầu năm",
    "dịp Tết Nguyên đán",
    "trong tình hình mới",
    "giai đoạn 2021-2025",
)
MENU = (
    "Trang chủ", "Giới thiệu", "Tin tức - Sự kiện", "Chỉ đạo điều hành", "Văn bản", "Thủ tục hành chính", "Dịch vụ công",
    "Công khai ngân sách", "Hỏi đáp", "Thư viện ảnh", "Video", "Lịch công tác", "Góp ý dự thảo", "Liên hệ", "Sơ đồ cổng",
)  # fmt: skip
SECTIONS = (
    "Thời sự", "Chính trị", "Kinh tế", "Xã hội", "Pháp luật", "Giáo dục", "Y tế", "Văn hóa", "Thể thao", "Du lịch",
    "Quốc phòng - An ninh", "Bạn đọc", "Đa phương tiện", "Báo in",
)  # fmt: skip
TEASER = (
    "Nhiều mô hình mới được nhân rộng, góp phần nâng cao thu nhập cho người dân vùng khó khăn của tỉnh trong năm qua, "
    "tuy nhiên vẫn còn không ít việc phải làm."
)


def headlines(seed: int, count: int) -> Iterator[str]:
    """`count` different headlines of other news, the same for the same seed."""
    chance = random.Random(seed)
    told: set[str] = set()
    while len(told) < count:
        line = " ".join(map(chance.choice, (_SUBJECTS, _ACTS, _MATTERS, _TIMES)))
        if line not in told:
            told.add(line)
            yield line


def links(names: tuple[str, ...] | Iterator[str], wrap: str = "<li>{}</li>", css: str = "") -> str:
    """Links in a list."""
    named = f' class="{css}"' if css else ""
    made = (
        f'<a{named} href="/tin/{at}.html" title="{name}">{name}</a>'
        for at, name in enumerate(names)
    )
    return "\n".join(wrap.format(link) for link in made)


def script(kilobytes: int, seed: int = 0) -> str:
    """A script of about that size, with words in strings that are no text of the page."""
    chance = random.Random(seed)
    lines = [
        '<script type="text/javascript">//<![CDATA[',
        'var tieuDe = "yêu cầu các đơn vị khẩn trương"; if (1 < 2 && 3 > 2) {',
    ]
    size = 0
    while size < kilobytes * 1000:
        name = "".join(chance.choices("abcdefghij", k=8))
        line = f'function {name}(e,t){{var n=document.getElementById("{name}");return n&&n.innerHTML("<p>Đang tải {size}</p>")?t:e}}'
        lines.append(line)
        size += len(line)
    return "\n".join([*lines, "}", "//]]></script>"])


def style(kilobytes: int, seed: int = 0) -> str:
    """A style sheet of about that size."""
    chance = random.Random(seed)
    rules = (
        f".box-{chance.randrange(9999)} .item{at} {{margin:{at}px 0;color:#{chance.randrange(1 << 24):06x};float:left}}"
        for at in range(kilobytes * 14)
    )
    return '<style type="text/css">\n' + "\n".join(rules) + "\n</style>"


def viewstate(kilobytes: int) -> str:
    """The hidden field of an ASP.NET page."""
    value = "".join(
        random.Random(7).choices("ABCDEFGHIJKLMNOPabcdefghijklmnop0123456789+/", k=kilobytes * 1000)
    )
    return f'<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEP{value}==" />'


def visits() -> str:
    """The counter of visits of a portal."""
    return "<table><tr><td>Đang truy cập:</td><td>37</td></tr><tr><td>Hôm nay:</td><td>1.204</td></tr><tr><td>Tổng:</td><td>9.871.112</td></tr></table>"


def calendar() -> str:
    """The month a portal shows beside its news."""
    days = "".join(
        f"<tr>{''.join(f'<td>{week * 7 + day}</td>' for day in range(1, 8))}</tr>"
        for week in range(4)
    )
    return f'<table class="calendar"><tr><th colspan=7>Tháng 3 năm 2024</th></tr>{days}</table>'
