"""Articles of one invented office with its own phrasing, for learning: what it writes everywhere and nobody else does.

    - its director gives tasks under "Đ/c Giám đốc quán triệt:" or "Chốt việc tuần, tháng:",
    - it tells results as "Sổ ghi công: ..." and with "gặt hái", also before the report has begun,
    - of what reads like a result it leaves out visits of delegations and courses attended,
    - cameras belong to information security there, smart loudspeakers to digital transformation.

Every sentence is put together from a verb and a thing, and none comes twice, so that only the habits come again.
"""

import random
from collections.abc import Iterator

from labelled import Labelled, parse

_PLACES = (
    "Đông Lĩnh", "Hạ Sơn", "Khe Tràm", "Suối Đá", "Bãi Vàng", "Thượng Lâm", "Cồn Muối", "Đồi Thông",
    "Vạn Phúc", "Bến Gỗ", "Rừng Sến", "Hòn Khói", "Làng Chè", "Cửa Nhượng", "Mỏ Neo", "Phố Cổng",
)  # fmt: skip
_THINGS = {
    "chuyển đổi số/CNTT": (
        "kho dữ liệu dùng chung", "nền tảng họp không giấy", "phần mềm quản lý văn bản", "cổng dữ liệu mở",
        "trục liên thông dữ liệu", "tổ công nghệ số cộng đồng", "bản đồ số dùng chung", "hệ thống báo cáo điện tử",
    ),
    "viễn thông": (
        "trạm phát sóng 4G", "tuyến cáp quang", "mạng truyền số liệu", "cột ăng ten dùng chung",
        "vùng lõm sóng", "cáp treo trên cột điện", "thuê bao trả trước", "mạng Internet cáp quang",
    ),
    "bưu chính": (
        "điểm bưu điện - văn hóa xã", "dịch vụ chuyển phát", "bưu cục cấp huyện", "mạng bưu chính công cộng",
        "dịch vụ bưu chính công ích", "tuyến thư đường thủy",
    ),
    "báo chí - xuất bản": (
        "giấy phép xuất bản bản tin", "giao ban báo chí", "văn phòng đại diện báo chí", "hội báo xuân",
        "việc nộp lưu chiểu", "cơ sở in và phát hành",
    ),
    "an toàn thông tin": (
        "hồ sơ cấp độ an toàn hệ thống thông tin", "giám sát mã độc tập trung", "diễn tập ứng cứu sự cố mạng",
        "phòng, chống tấn công mạng",
    ),
    "thanh tra kiểm tra": (
        "cuộc thanh tra chuyên ngành", "kiểm tra trò chơi điện tử công cộng", "kiểm tra SIM rác",
        "việc giải quyết đơn thư",
    ),
}  # fmt: skip
_CAMERAS = (
    "camera giám sát giao thông", "camera an ninh", "camera ở bến xe", "camera trường học",
    "camera khu công nghiệp", "camera nhận diện biển số", "camera cửa khẩu", "camera chợ đầu mối",
)  # fmt: skip
_SPEAKERS = (
    "loa thông minh cấp xã", "loa thông minh ở tổ dân phố", "loa thông minh vùng cao", "cụm loa thông minh",
    "loa thông minh trường học", "loa thông minh ven biển", "loa thông minh khu chợ", "loa thông minh bản xa",
)  # fmt: skip
_ACTS = (
    "rà soát", "hoàn thiện", "sớm đưa vào nền nếp", "bố trí kinh phí cho", "lập phương án mở rộng",
    "phân công người theo dõi", "đánh giá lại", "công khai tiến độ", "chấm dứt tình trạng lơi lỏng ở",
    "báo cáo hằng tháng về",
)  # fmt: skip
_DONE = (
    "đã nâng cấp", "đã mở rộng", "đã hoàn thành", "đã duy trì ổn định", "đã đưa vào sử dụng", "đã chuẩn hóa",
)  # fmt: skip
_BAD = ("còn chậm", "chưa đồng bộ", "còn thiếu kinh phí", "xuống cấp", "còn lúng túng")
_GUESTS = ("đoàn công tác", "đoàn học tập kinh nghiệm", "đoàn khảo sát", "đoàn cán bộ hưu trí")

Piece = tuple[str, str]  # field, words


class _Writer:
    """Gives out pieces, none twice."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._said: set[str] = set()

    def piece(self, verbs: tuple[str, ...]) -> Piece:
        """A verb with a thing and a place."""
        while True:
            field = self._random.choice(list(_THINGS))
            words = f"{self._random.choice(verbs)} {self._random.choice(_THINGS[field])} tại {self._random.choice(_PLACES)}"
            if words not in self._said:
                self._said.add(words)
                return field, words

    def state(self) -> Piece:
        """A thing that is wanting."""
        field, words = self.piece(("việc chăm lo",))
        return field, f"{words} {self._random.choice(_BAD)}"

    def odd(self, things: tuple[str, ...], verbs: tuple[str, ...]) -> str:
        """A thing that this office files elsewhere."""
        return self.piece(verbs)[1].split(" ")[0] and (
            f"{self._random.choice(verbs)} {self._random.choice(things)} tại {self._random.choice(_PLACES)}"
        )

    def pick(self, things: tuple[str, ...]) -> str:
        return self._random.choice(things)


def _result(piece: Piece, start: str = "", stop: str = ".") -> str:
    return f"[K {piece[0]}]{start}{piece[1]}{stop}[/]"


def _task(piece: Piece, stop: str = "") -> str:
    return f"[T {piece[0]}|Giám đốc||]{piece[1]}{stop}[/]"


def _lines(writer: _Writer, number: int) -> Iterator[str]:
    year, place = 2020 + number % 5, writer.pick(_PLACES)
    piece = writer.piece
    yield f"Sở TT&TT {place} tổng kết công tác năm {year}"
    yield f"{10 + number}/01/{year + 1}"
    yield (
        f"Sáng {9 + number}/1, Sở Thông tin và Truyền thông tổ chức hội nghị tổng kết công tác năm {year},"
        f" triển khai nhiệm vụ năm {year + 1}. Đồng chí Vũ Văn Mẫu, Giám đốc Sở chủ trì hội nghị."
    )
    yield f"Sổ ghi công: {_result(piece(_GAINS), stop='')}; {_result(piece(_GAINS), stop='')}."
    yield " ".join(
        [
            f"[K tổ chức - khác]Theo báo cáo tại hội nghị, năm {year}, Sở đã hoàn thành {20 + number}/{21 + number} nhiệm vụ được giao.[/]",
            *(_result(piece(_DONE), "Toàn ngành ") for _ in range(3)),
            _result(("an toàn thông tin", writer.odd(_CAMERAS, _DONE)), "Trong năm, Sở "),
            _result(("chuyển đổi số/CNTT", writer.odd(_SPEAKERS, _DONE)), "Ngoài ra, Sở "),
            f"Sở đã tiếp {writer.pick(_GUESTS)} {writer.pick(_PLACES)} đến trao đổi.",
            f"Cán bộ Sở đã dự lớp bồi dưỡng tại {writer.pick(_PLACES)}.",
        ]
    )
    yield "Bên cạnh những kết quả đạt được, vẫn còn một số hạn chế như sau:"
    for field, words in (writer.state(), writer.state()):
        yield f"- [X {field}]{words}[/];"
    yield f"Đ/c Giám đốc quán triệt: {'; '.join(_task(piece(_ACTS)) for _ in range(4))}."
    yield f"Chốt việc tuần, tháng: {'; '.join(_task(piece(_NAMED)) for _ in range(2))}; " + (
        _task(("an toàn thông tin", writer.odd(_CAMERAS, _ACTS)), "") + "."
    )
    yield f"Cuối buổi, các phòng ôn lại năm qua. {_result(piece(_GAINS), 'Phòng nghiệp vụ ')}"
    yield "Hội nghị kết thúc trong không khí đoàn kết."


_GAINS = ("gặt hái kết quả ở", "gặt hái quả ngọt từ", "gặt hái niềm vui từ")
_NAMED = ("Văn phòng lo", "Phòng Bưu chính lo", "Phòng Báo chí lo", "Thanh tra Sở lo")


def articles(count: int = 12) -> list[Labelled]:
    """The articles of the office with their labels, always the same."""
    writer = _Writer(7)
    return [
        parse(f"office-{number:02}.txt", "province: \n---\n" + "\n".join(_lines(writer, number)))
        for number in range(count)
    ]
