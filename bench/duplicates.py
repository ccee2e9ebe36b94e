"""How surely and how fast an article that is there already is told: the figure `duplicates` of the benchmark, and the
table that the threshold was chosen by, `python -m bench.duplicates`.

The articles share the stock phrases of the genre but not their text. Copies are made of some: words changed, paragraphs
cut, one press release as another paper prints it.
"""

import hashlib
import random
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.data import PROVINCES
from bench.figures import Result, elapsed
from tttt_desktop.domain.likeness import exact_similarity, fingerprint
from tttt_desktop.domain.records import Block, ParsedArticle
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.duplicates import ALIKE, Marker
from tttt_desktop.services.readings import Reading
from tttt_desktop.storage.articles import Incoming, add_articles

Change = Callable[[random.Random, str], str]
STORED, READ = 10_000, 1_000
# What every department writes, word for word.
_STOCK = """Thực hiện sự lãnh đạo, chỉ đạo của Tỉnh ủy, Hội đồng nhân dân, Ủy ban nhân dân tỉnh và Bộ Thông tin và Truyền thông
Phát biểu chỉ đạo tại hội nghị, đồng chí Phó Chủ tịch Ủy ban nhân dân tỉnh ghi nhận và biểu dương những kết quả đạt được
Bên cạnh những kết quả đạt được, công tác quản lý nhà nước vẫn còn một số tồn tại, hạn chế cần khắc phục trong thời gian tới
Tại hội nghị, các đại biểu đã tập trung thảo luận, phân tích những thuận lợi, khó khăn và đề ra nhiệm vụ, giải pháp
Nhân dịp này, nhiều tập thể và cá nhân có thành tích xuất sắc đã được tặng bằng khen và giấy khen
Tiếp tục tham mưu ban hành các văn bản quy phạm pháp luật trong lĩnh vực thông tin và truyền thông trên địa bàn tỉnh
Tăng cường công tác thanh tra, kiểm tra, xử lý nghiêm các hành vi vi phạm trong hoạt động bưu chính, viễn thông
Đẩy mạnh cải cách hành chính, nâng cao chất lượng cung cấp dịch vụ công trực tuyến mức độ 3, mức độ 4
Công tác đảm bảo an toàn, an ninh thông tin được quan tâm; mạng lưới bưu chính, viễn thông hoạt động ổn định
Đề nghị các phòng, đơn vị trực thuộc chủ động xây dựng kế hoạch, tổ chức thực hiện ngay từ những ngày đầu năm""".splitlines()
_SYLLABLES = """báo chí bưu chính viễn thông công nghệ hạ tầng dữ liệu phần mềm chữ ký hồ sơ văn bản đường truyền trạm phát sóng
di động cáp quang thôn bản vùng cao biên giới xã phường huyện thị trường doanh nghiệp khách hàng thuê bao nộp thuế
ngân sách kinh phí đầu tư dự án đề án nghị quyết chương trình mục tiêu quốc gia giảm nghèo nông thôn cơ sở truyền thanh
loa xuất bản phát hành in ấn lễ hội du lịch di sản trang thông tin điện tử cổng tích hợp chia sẻ kết nối liên thông
giám sát điều hành trung tâm thành phố thông minh y tế giáo dục đất đai hộ tịch tư pháp lao động việc làm nông nghiệp
truy xuất nguồn gốc sàn thương mại mã số thẻ thanh toán ví ngân hàng đào tạo tập huấn bồi dưỡng tuyên truyền phổ biến
kiểm tra nhắc nhở xử phạt khiếu nại tố cáo tiếp dân cải cách thủ tục rút ngắn thời gian hài lòng khảo sát đánh giá xếp
hạng chỉ số cạnh tranh sáng kiến nghiên cứu ứng dụng robot cảm biến camera an toàn bảo mật mã độc sao lưu phục hồi sự
cố diễn tập ứng cứu đội ngũ cán bộ chuyên trách tổ cộng đồng thanh niên phụ nữ cựu chiến binh người cao tuổi học sinh
nhà văn hóa thư viện bảo tàng sân vận động cầu đường bến cảng khu công nghiệp cụm làng nghề hợp tác xã"""
_WORDS = _SYLLABLES.split()


def article(number: int, paragraphs: int = 7) -> str:
    """An article of about 3 KB in UTF-8: a third of it stock phrases, the rest its own; the same in every run."""
    chance = random.Random(number)
    province = PROVINCES[number % len(PROVINCES)]
    title = f"Ngành {_own(chance, 2)} {province} tổng kết công tác năm {2011 + number % 12}"
    return "\n".join([title, *(_paragraph(chance) for _ in range(paragraphs))])


def _paragraph(chance: random.Random) -> str:
    stock = f"{chance.choice(_STOCK)}, {_own(chance, 5)}."
    own = f"{_own(chance, 24)} đạt {chance.randint(2, 999)},{chance.randint(0, 9)}%."
    return " ".join([stock, own.capitalize(), f"{_own(chance, 18)}.".capitalize()])


def _own(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))


def changed(share: float) -> Change:
    """Replaces that share of the words, in runs of one to three."""

    def change(chance: random.Random, text: str) -> str:
        return "\n".join(_other_words(chance, line.split(" "), share) for line in text.split("\n"))

    return change


def _other_words(chance: random.Random, words: list[str], share: float) -> str:
    at = 0
    while at < len(words):
        run = chance.randint(1, 3)
        if chance.random() < share:
            words[at : at + run] = [chance.choice(_WORDS) for _ in words[at : at + run]]
        at += run
    return " ".join(words)


def cut(share: float) -> Change:
    """Leaves that share of the paragraphs out."""

    def change(chance: random.Random, text: str) -> str:
        lines = text.split("\n")
        gone = chance.sample(range(1, len(lines)), round(share * (len(lines) - 1)))
        return "\n".join(line for number, line in enumerate(lines) if number not in gone)

    return change


def retold(chance: random.Random, text: str) -> str:
    """One press release in another paper: title, byline, captions and one paragraph of its own, other diacritics."""
    _, *lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), _paragraph(chance))
    lines.insert(chance.randrange(len(lines)), f"Ảnh: {_own(chance, 9)}")
    del lines[chance.randrange(len(lines))]
    told = "\n".join(
        [_own(chance, 12).capitalize(), *lines, f"{_own(chance, 2).title()} (thực hiện)"]
    )
    return told.replace("óa", "oá").replace("ủy", "uỷ")


KINDS: dict[str, Change] = {
    "5 % of the words": changed(0.05),
    "10 %": changed(0.10),
    "20 %": changed(0.20),
    "35 %": changed(0.35),
    "another paper": retold,
    "a quarter cut": cut(0.25),
    "half cut": cut(0.5),
}


def reading(name: str, text: str) -> Reading:
    """A text as it arrives from the child that reads files."""
    raw = text.encode()
    blocks = tuple(Block(line) for line in text.split("\n"))
    digest = hashlib.sha256(raw).hexdigest()
    article = ParsedArticle(name, "txt", digest, raw, blocks, title=blocks[0].text)
    return Reading(name, article, fingerprint=fingerprint(article.text))


def make_dossier(path: Path, count: int = STORED) -> None:
    """A dossier of `count` articles."""
    with Dossier.create(path) as dossier:
        for start in range(0, count, 1000):
            some = (reading(f"{n}.txt", article(n)) for n in range(start, min(start + 1000, count)))
            with dossier.store.change("Nhập"):
                add_articles(dossier.store, (_incoming(one) for one in some))


def _incoming(reading: Reading) -> Incoming:
    assert reading.article is not None
    return Incoming(reading.article, None, reading.fingerprint)


def figure(folder: Path) -> Result:
    """1,000 readings, a tenth of them another paper's copy, marked in a dossier of 10,000 articles."""
    originals = range(0, STORED, STORED // (READ // 10))
    fresh = [reading(f"n{n}", article(STORED + n)) for n in range(READ - len(originals))]
    copies = [reading(f"c{n}", copy(retold, n)) for n in originals]
    with Dossier.open(folder / "stored.tttt", read_only=True) as dossier:
        began = perf_counter()
        marker = Marker(dossier)
        marker.prepare()
        prepared = perf_counter()
        marked = marker.mark([*fresh, *copies])
        done = perf_counter()
    told = [one.duplicate_of for one in marked]
    right = sum(one == n + 1 for one, n in zip(told[len(fresh) :], originals, strict=True))
    return {
        "marking": (done - prepared) / READ,
        "marking_index": prepared - began,
        "marking_print": median(
            elapsed(partial(fingerprint, one.article.text)) for one in fresh if one.article
        ),
        "marking_missed": 1 - right / len(copies),
        "marking_wrong": sum(one is not None for one in told[: len(fresh)]) / len(fresh),
    }


def copy(change: Change, number: int) -> str:
    """A changed copy of an article, the same in every run."""
    return change(random.Random(f"copy {number}"), article(number))


def main() -> None:
    """Print how alike the copies of each kind are to their articles and how many are told, and how alike unlike articles are."""
    count = 1000
    print(f"{'copies':22}{'least':>7}{'median':>8}{'most':>7}{'told':>9}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stored.tttt"
        make_dossier(path, count)
        with Dossier.open(path, read_only=True) as dossier:
            for name, change in KINDS.items():
                texts = [copy(change, n) for n in range(count)]
                marked = Marker(dossier).mark([reading(name, text) for text in texts])
                told = sum(one.duplicate_of == n + 1 for n, one in enumerate(marked))
                _line(name, [exact_similarity(article(n), texts[n]) for n in range(count)], told)
    unlike = [exact_similarity(article(n), article(n + 1)) for n in range(5 * count)]
    _line("unlike articles", unlike, sum(one >= ALIKE for one in unlike))


def _line(name: str, alike: list[float], told: int) -> None:
    shares = f"{min(alike):7.2f}{median(alike):8.2f}{max(alike):7.2f}"
    print(f"{name:22}{shares}{told / len(alike):9.1%}", flush=True)


if __name__ == "__main__":
    main()
