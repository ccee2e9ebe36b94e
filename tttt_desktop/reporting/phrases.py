"""The sentences that the program itself writes: trích yếu, opening and closing paragraph."""

from collections.abc import Iterable, Sequence

from tttt_desktop.domain.records import Basis, Kind, Page
from tttt_desktop.reporting.appendices import SOURCE_TITLE
from tttt_desktop.reporting.lines import Entry
from tttt_desktop.reporting.numerals import count, day
from tttt_desktop.reporting.tree import Appendix, Office

OUTLETS_NAMED = 5


def title(pages: Sequence[Page]) -> str:
    """The trích yếu, with the years that the articles name."""
    review = _years(page.article.review_year for page in pages)
    plan = _years(page.article.plan_year for page in pages)
    return (
        f"Tổng hợp kết quả, tồn tại, hạn chế{review and ' ' + review}"
        f" và nhiệm vụ được giao{plan and ' ' + plan} qua các bài viết"
    )


def opening(
    pages: Sequence[Page], entries: Sequence[Entry], office: Office, appendices: Sequence[Appendix]
) -> tuple[str, ...]:
    """Who reports, on which articles of which days and outlets, and what was found; names the appendices."""
    who = f"{office.name} báo cáo kết quả tổng hợp" if office.name else "Báo cáo này tổng hợp"
    label = {appendix.title: appendix.label for appendix in appendices}
    if not pages:
        return (
            f"{who} nội dung các bài viết về hội nghị tổng kết công tác; chưa có bài viết nào được chọn.",
        )
    articles = f"{who} nội dung {count(len(pages))} bài viết về hội nghị tổng kết công tác"
    articles += f"{days(pages)}{outlets(pages)} (danh sách tại {label[SOURCE_TITLE]})."
    others = [name for name in label.values() if name != label[SOURCE_TITLE]]
    details = f" (chi tiết tại {' và '.join(others)})" if others else ""
    return (
        f"{articles} Qua các bài viết, ghi nhận {_findings(entries)}{details}, cụ thể như sau:",
    )


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _findings(entries: Sequence[Entry]) -> str:
    kinds = [entry.annotation.kind for entry in entries]
    own = sum(e.annotation.kind is Kind.TASK and e.task.basis is Basis.OWN_PLAN for e in entries)
    found = [
        f"{count(kinds.count(Kind.ACHIEVEMENT))} kết quả, thành tích",
        f"{count(kinds.count(Kind.SHORTCOMING))} tồn tại, hạn chế",
        f"{count(kinds.count(Kind.TASK) - own)} nhiệm vụ được giao",
    ]
    if own:
        found.append(f"{count(own)} nhiệm vụ tự đề ra")
    return "; ".join(found)


def closing(office: Office) -> str:
    """The last sentence, with "./." at its end."""
    text = "Trên đây là báo cáo tổng hợp kết quả, tồn tại, hạn chế và nhiệm vụ được giao qua các bài viết"
    return f"{text}{handed_to(office)}./."


def handed_to(office: Office) -> str:
    """What the last sentence says to those who get the report."""
    names = ", ".join(office.addressees)
    return f"; kính trình {names} xem xét, chỉ đạo" if names else ""


def _years(years: Iterable[int | None]) -> str:
    known = sorted({year for year in years if year})
    if not known:
        return ""
    return f"năm {known[0]}" if len(known) == 1 else f"các năm {known[0]} - {known[-1]}"


def days(pages: Sequence[Page]) -> str:
    """ ", đăng từ ngày ... đến ngày ..."."""
    known = sorted({page.article.published_on for page in pages if page.article.published_on})
    if not known:
        return ""
    if len(known) == 1:
        return f", đăng ngày {day(known[0])}"
    return f", đăng từ ngày {day(known[0])} đến ngày {day(known[-1])}"


def outlets(pages: Sequence[Page]) -> str:
    """ " trên Báo Mẫu, Báo Thử", or how many they are; nothing while one article does not say where it stood."""
    told = [_told(page) for page in pages]
    names = list(dict.fromkeys(name for one in told for name in one))
    if not names or not all(told):
        return ""
    if len(names) > OUTLETS_NAMED:
        return f" trên {count(len(names))} báo, trang thông tin điện tử"
    return f" trên {', '.join(names)}"


def _told(page: Page) -> list[str]:
    others = (source.outlet for source in page.article.sources)
    return [outlet for outlet in (page.article.outlet, *others) if outlet]
