"""Single lines that are no part of an article, told by their own words. All patterns meet folded text."""

import re

VIEWS = "Lượt xem"
COUNTER = "Bộ đếm"
MEDIA = "Tên tệp ảnh, video"
LEFTOVER = "Chữ thừa của trang"
TOOLS = "Nút bấm của trang"
TAGS = "Từ khóa"
ATTACHMENT = "Tệp đính kèm"
CAPTION = "Chú thích ảnh"
RELATED = "Tin liên quan"
HEAD = "Đầu trang"
FOOT = "Chân trang"
TRAIL = "Đường dẫn trang"
SUMMARY = "Tóm tắt của trang"

_TOOLS = re.compile(
    r"(?>in tin bai|luu tin bai|luu bai viet|in bai viet|in bai|in trang|ban in|in\b|gui (?:email"
    r"|mail|cho ban be|bai viet|phan hoi"
    r"|binh luan|y kien)|quay lai|tro ve|tro lai|(?:ve |len )?dau trang|chia se(?: bai viet)?"
    r"|facebook|twitter|zalo|messenger|google(?: news|\+)?"
    r"|email|linkedin|sao chep(?: lien ket| link)?|copy link|(?:xem )?(?:voi )?co chu(?: (?:nho|lon"
    r"|vua|to))?(?:\W*\ba\b *[+-]?)*|mac dinh|\ba *[+-](?=\W|$)|phong to|thu nho|phan hoi"
    r"|y kien ban doc|y kien cua ban|(?:viet )?binh luan|danh gia(?: bai viet)?|xep hang"
    r"|(?:so )?luot(?: xem| danh gia)?|sao\b"
    r"|dang nhap|dang ky|so do (?:cong|trang|website)|lien he|trang chu|rss|(?:tin|bai) (?:moi hon"
    r"|cu hon|truoc|sau)"
    r"|skip to (?:main )?content|nghe (?:doc bai|bai viet|doc)|giong (?:doc|nam"
    r"|nu)(?: ?[-/,] ?(?:nam|nu))?|mien (?:bac|nam|trung)"
    r"|tuong phan|doc bai viet|che do (?:ban dem|doc)|o(?:n|ff)\b|binh chon|ho va ten"
    r"|ma (?:xac nhan|bao mat)|tim kiem"
    r"|danh muc|thong ke(?: truy cap)?|english|tieng viet|thich|like|share|print|theo doi(?: tren)?"
    r"|xem them|tin tuc|e-paper|[\W\d_])++"
)
_PAGES = re.compile(r"(?:\b(?:trang|truoc|sau|tiep(?: theo)?|dau|cuoi)\b|[\W\d_])++")
_NUMBERED = re.compile(r"\btrang\b.*\d|\d\W+\d")
_LETTER = re.compile(r"[^\W\d_]")
_VIEWS = re.compile(
    r"\W*(?:(?:so |tong )*(?:luot |lan |nguoi )?(?:xem|doc|truy cap|views?)(?: bai"
    r"| tin)?\s*:?\s*[\d.,]+"
    r"|da (?:xem|doc)\s*:\s*[\d.,]+|[\d.,]+ ?(?:luot|lan)? ?(?:xem|doc|truy cap|views?)"
    r"|cms-view-count\W*\d+"
    r"|dang (?:online|truy cap)\W*[\d.,]+)\W*"
)
_MEDIA = re.compile(
    r"\W*(?:(?:video|clip|audio|anh|hinh)\s*:?\s*)?[\w() -]+\.(?:mp4|mp3|flv|avi|mov|wmv|m4a|wav"
    r"|jpe?g|png|gif|bmp|webp)\W*"
    r"|\W*(?:dsc|im(?:g|age))[_ -]?\d*\W*|[\d:]+ ?/ ?[\d:]*\d:\d\d\W*"
)
_LEFTOVER = re.compile(
    r"leftcenterrightdel|chi tiet|(?:boi|by)\W*(?:admin\w*|quan ?tri\w*)?|admin\w*|quan ?tri(?: vien)?"
    r"|quang cao|advertisement|cms-\S+|\w+controller|loading\W*|\d+ (?:thu|messages?)|android apk|undefined|null|[^\w]+"
)
_MAILBOX = re.compile(
    r"(?:(?:den|toi|to|cc|bcc|tu|from)\s*:\s*)[^@]{0,60}@[\w.-]+>?\W*|[^@<]{0,60}<[\w.+-]+@[\w.-]+>\W*"
)
_TAGS = re.compile(r"\W*(?:tu khoa|tags?|the tu khoa)\s*(?::.*)?\W*")
_ATTACHMENT = re.compile(
    r"\W*(?:(?:tep|file|tai lieu|van ban) )?(?:tep |file )?(?:dinh kem|tai ve|tai xuong)(?:\W.*)?"
    r"|[\w .()-]+\.(?:docx?|pdf|xlsx?|zip|rar)(?: \([^)]*\))?"
)
_IMPRINT = re.compile(
    r"\W*(?:ban quyen|copyright|giay phep|dia chi\s*:|dien thoai\s*:|d[tđ]\s*:|fax\s*:|e-?mail\s*:"
    r"|hotline|duong day nong"
    r"|thiet ke|phat trien boi|co quan chu quan|chiu trach nhiem|tong bien tap|ghi ro nguon"
    r"|(?:truc tuyen|hom nay|hom qua|tong so"
    r"|tong|trong (?:tuan|thang))(?: (?:truy cap|so truy cap))?\s*:\s*[\d.,]+"
    r"|(?:tong )?so (?:luot )?truy cap)\b.*|[©®].*"
)
_TRAILS = re.compile(r"\W*(?:chuyen muc|danh muc|the loai)\s*:.{1,60}")
_OTHERS = re.compile(
    r"\W*(?:(?:cac |nhung )?(?:tin tuc|tin bai|tin, bai|tin/bai|tin|bai viet|bai"
    r"|thong tin) (?:viet )?"
    r"(?:khac|cu hon|moi hon|moi nhat|da dua(?: ngay)?|da dang|cung chuyen muc|cung loai"
    r"|cung chu de|lien quan|cung muc|doc nhieu)"
    r"|cung (?:chuyen muc|chu de|tac gia|su kien)|xem them|doc them|doc nhieu(?: nhat)?"
    r"|co the ban quan tam|(?:tin|bai|bai viet|bai dang) noi bat|luu tru(?: blog)?|blog archive)\W*(?:\(?\d+\)?)?\W*"
)
_AGO = re.compile(
    r"\W*(?:cap nhat |dang )?(?:\d{1,3} (?:giay|phut|gio|ngay|tuan|thang) truoc|vua xong)\W*"
)
_MORE = re.compile(
    r"\W*(?:moi (?:ban |quy vi )?)?(?:doc|xem) (?:them|tiep|lai)\s*(?::|»|>).+|\W*>{2,}.+"
)
_CALL = re.compile(
    r"\W*(?:(?:kinh )?moi (?:quy )?(?:doc gia|ban doc|cac ban)\b.{0,20}\b(?:theo doi|don doc|don xem|dat mua|tai)\b.*"
    r"|moi (?:thong tin|y kien)\b.{0,40}\bgui ve\b.*(?:toa soan|@).*)"
)
_SUMMARY = re.compile(r"\W*tom tat(?: nhanh| bai viet| noi dung| tin| bai bao)?(?: \(?ai\)?)?\W*")
_READERS = re.compile(
    r"\W*(?:(?:y kien|binh luan)(?: (?:cua )?(?:ban doc|doc gia|ban))?|(?:gui|viet|de lai)(?: mot)? (?:binh luan|y kien))"
    r"\W*(?:\(?\d+\)?)?\W*"
)
_CREDIT = re.compile(
    r"\W*(?:(?:tin|bai|tin bai|bai viet)(?:\s*(?:,|va|-|&|/)?\s*anh)?\s*(?::|-(?=\s))"
    r"|(?:tin|bai|tin bai)\s*(?:,|va|&|/)\s*anh\b\W*|(?:nguoi (?:dang|viet)|tac gia(?: bai viet)?)\s*:"
    r"|viet boi\b\W*)\s*"
)
_PICTURE_CREDIT = re.compile(
    r"\W*(?:anh|hinh)(?: minh hoa)?\s*:.{3,150}|.{8,190}\W\W?anh(?: minh hoa)?\s*:[^:;]{2,45}"
)
_MARKED_PICTURE = re.compile(
    r".{8,190}\(\s*(?:anh|hinh|clip|nguon)(?: (?:minh hoa|tu lieu|anh))\s*[^()]{0,30}\)\W*"
    r"|\W*(?:clip|video|do hoa|infographic)\s*:.{3,150}"
)
_PICTURE_WORD = re.compile(r"(?:anh|hinh)(?: minh hoa)?\s*:")
_PLACE = r"(?:hoi nghi|buoi lam viec|phien hop|cuoc hop|buoi le|le \w+ \w+|hoi thao)"
_PERSON = r"(?:cac )?(?:dong chi|d/c|ong|ba|pho|chu tich|bi thu|giam doc|lanh dao|dai dien|thu truong|bo truong)\b"
_PICTURE = re.compile(
    r"\W*(?:(?:quang|toan|khung) canh|(?:cac )?dai bieu (?:du|tham du|chup)|anh minh hoa"
    r"|chup anh luu niem)\b[^;:]{0,110}"
    rf"|{_PERSON}[^.;:]{{0,110}}\b(?:phat bieu|chu tri|trao doi|dieu hanh|ket luan)"
    rf"(?: (?:y kien|chi dao|ket luan|khai mac|be mac|tong ket))*(?: tai)? {_PLACE}\W*"
)
_SHOWN_ACT = re.compile(
    rf"(?:thua uy quyen[^,]*, )?{_PERSON}[^.;:\d]*\b(?:trao|tang|tham quan|chup anh|phat bieu"
    rf"|cat bang|bam nut)\b[^.;:\d]*"
)
_END = re.compile(r"[.!?…:;][\"”’)/]*$")


def own_reason(folded: str) -> str:
    """Why a folded line is no part of any article; "" when the line alone does not tell."""
    if len(folded) > 200:
        return ""
    if len(folded) <= 90:
        if _VIEWS.fullmatch(folded):
            return VIEWS
        if _MEDIA.fullmatch(folded):
            return MEDIA
        if _LEFTOVER.fullmatch(folded):
            return LEFTOVER
        is_pager = _PAGES.fullmatch(folded) and _NUMBERED.search(folded)
        if (is_pager or _TOOLS.fullmatch(folded)) and _LETTER.search(folded):
            return TOOLS
        if "@" in folded and _MAILBOX.fullmatch(folded):
            return HEAD
        if _TRAILS.fullmatch(folded):
            return TRAIL
        if _AGO.fullmatch(folded):
            return HEAD
    if _TAGS.fullmatch(folded) and folded[-1] != ".":
        return TAGS
    if _MORE.fullmatch(folded) and folded[-1] != ".":
        return RELATED
    if _CALL.fullmatch(folded):
        return FOOT
    return ATTACHMENT if _ATTACHMENT.fullmatch(folded) and folded[-1] != "." else ""


def is_imprint(folded: str) -> bool:
    """Whether a folded line says who runs the site ("Bản quyền thuộc về ...")."""
    return len(folded) <= 300 and bool(_IMPRINT.match(folded))


def opens_summary(folded: str) -> bool:
    """Whether a folded line is the heading of what a machine made of the article ("Tóm tắt nhanh")."""
    return len(folded) <= 40 and bool(_SUMMARY.fullmatch(folded))


def opens_foot(folded: str) -> bool:
    """Whether a folded line is the heading of a list of other articles ("CÁC TIN KHÁC")."""
    return len(folded) <= 50 and bool(_OTHERS.fullmatch(folded))


def opens_comments(folded: str) -> bool:
    """Whether a folded line is the heading of what readers wrote ("Bình luận (3)")."""
    return len(folded) <= 50 and bool(_READERS.fullmatch(folded))


def is_bare_number(folded: str) -> bool:
    """Whether a line has no letter at all."""
    return len(folded) <= 60 and not _LETTER.search(folded)


def is_credit(folded: str) -> int:
    """Where the name begins in "Tin, ảnh: Hồng Hà"; 0 when a line has no such words before a name."""
    found = _CREDIT.match(folded) if len(folded) <= 80 else None
    return found.end() if found else 0


def is_caption(folded: str) -> bool:
    """Whether a line is worded as the words under a picture."""
    if len(folded) > 220 or is_credit(folded):
        return False
    if _PICTURE.fullmatch(folded) or _MARKED_PICTURE.fullmatch(folded):
        return True
    if _PICTURE_WORD.search(folded) and _PICTURE_CREDIT.fullmatch(folded):
        return True
    return not _END.search(folded) and bool(_SHOWN_ACT.fullmatch(folded))


def is_prose(line: str) -> bool:
    """Whether a line reads like a paragraph of an article, not like a title, a name or a link."""
    return len(line) >= 200 or (len(line) >= 90 and bool(_END.search(line)))


def ends_like_prose(line: str) -> bool:
    """Whether a line closes as a sentence or a list item does."""
    return bool(_END.search(line))
