"""A report edited by a real word processor's own commands: typed over, split, joined, cut, copied, tracked."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tttt_desktop.domain.records import Kind, ParsedArticle, Span
from tttt_desktop.services import briefing, returned, review
from tttt_desktop.services.briefing import Options
from tttt_desktop.services.dossier import Dossier
from tttt_desktop.services.returned import Fate
from tttt_desktop.storage.articles import add_article

MACRO = Path(__file__).resolve().parents[2] / "data" / "returned" / "edits.xba"
SAID = (
    "đã phủ sóng di động tại 12 thôn vùng sâu, đạt 98,5 % kế hoạch",
    "đã đào tạo kỹ năng số cho 300 cán bộ cấp xã",
    "mọi sở, ngành đều dùng chữ ký số",
    "mọi xã đã gửi văn bản qua trục liên thông",
    "đã cung cấp 1.125 dịch vụ trực tuyến mức độ 4",
    "mỗi thôn có một tổ công nghệ số cộng đồng",
    "đã nâng cấp trung tâm tích hợp dữ liệu",
    "chỉ số chuyển đổi số xếp thứ 32/63",
)
TEXT = "\n".join(("Hội nghị tổng kết", *(f"Sở {words}." for words in SAID)))
pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


@pytest.fixture
def report(dossier: Dossier, parsed: Callable[..., ParsedArticle], tmp_path: Path) -> Path:
    """A report of eight lines under one heading."""
    with dossier.store.change("Nhập 1 bài viết"):
        article = add_article(dossier.store, parsed(TEXT, plan_year=2023), ())
    for words in SAID:
        span = Span(TEXT.index(words), TEXT.index(words) + len(words))
        review.annotate(dossier, article, span, Kind.ACHIEVEMENT, field="Viễn thông")
    return briefing.write(dossier, tmp_path / "a.docx", Options(scope="all")).path


def edited(path: Path, folder: Path) -> Path:
    """What LibreOffice makes of it, by the commands of its menus and keys."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    profile, out, error = folder / "profile", folder / "b.docx", folder / "error.txt"
    start = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    first = [*start, "--convert-to", "txt", "--outdir", str(folder / "txt"), str(path)]
    subprocess.run(first, check=True, capture_output=True, timeout=110)  # makes the profile
    text = MACRO.read_text(encoding="utf-8")
    for sign, value in (("@FROM@", path.as_uri()), ("@TO@", out.as_uri()), ("@ERROR@", str(error))):
        text = text.replace(sign, value)
    (profile / "user" / "basic" / "Standard" / "Module1.xba").write_text(text, encoding="utf-8")
    macro = [*start, "macro:///Standard.Module1.Main"]
    subprocess.run(macro, check=True, capture_output=True, timeout=110)
    assert not error.exists(), error.read_text(encoding="utf-8")
    return out


def test_each_edit_is_understood(dossier: Dossier, report: Path, tmp_path: Path) -> None:
    out = edited(report, tmp_path)
    came = returned.read(out)
    assert came.revised
    held = returned.find_report(dossier, came, out)
    found = returned.compare(held).findings
    assert [
        (one.fate, one.wording or one.text or (one.line and one.line.said)) for one in found
    ] == [
        (Fate.CHANGED, SAID[0].replace("98,5 %", "99,5 %")),
        (Fate.DROPPED, SAID[2]),
        (Fate.REORDERED, f"- “{SAID[5]}”."),  # stands before the one that was cut and pasted
        (Fate.ADDED, "- Câu mới của lãnh đạo."),
        (Fate.ADDED, "- “đã nâng cấp trung tâm tích hợp dữ liệu”."),
        (Fate.CHANGED, SAID[7].replace("32/63", "31/63")),
    ]
    assert returned.compare(held).same == 4
