"""Each kind of evidence alone: cue words, speakers, agencies, deadlines, lists."""

import pytest

from tttt_desktop.domain.lists import word_list
from tttt_desktop.suggesting.agencies import cooperating, department, in_full, lead, written_out
from tttt_desktop.suggesting.causes import cause_of
from tttt_desktop.suggesting.cues import find_cues, lowered
from tttt_desktop.suggesting.deadlines import deadline_words
from tttt_desktop.suggesting.fields import names
from tttt_desktop.suggesting.passage import passages
from tttt_desktop.suggesting.speech import People, Speaker, mentions, speaking


def kinds(text):
    """The groups of the cues of a text."""
    return {cue.kind for cue in find_cues(lowered(text))}


def words(text, kind):
    """The words of one group found in a text."""
    return [text[c.start : c.stop] for c in find_cues(lowered(text)) if c.kind == kind]


def the(text):
    """The only unit of a text."""
    (passage,) = passages(text)
    return passage


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Đồng chí yêu cầu Sở làm ngay.", True),
        ("Mạng lưới đáp ứng yêu cầu nhiệm vụ.", False),
        ("Phát triển theo yêu cầu của tỉnh.", False),
        ("Chủ tịch UBND tỉnh giao Sở Tài chính bố trí vốn.", True),
        ("Hoàn thành nhiệm vụ được giao.", False),
        ("Hoàn thành nhiệm vụ do UBND tỉnh giao.", False),
        ("Tổ chức giao ban báo chí.", False),
        ("Hạ tầng giao thông phát triển.", False),
    ],
)
def test_a_word_is_a_cue_only_beside_the_right_neighbours(text, order):
    assert ("order" in kinds(text)) is order


def test_cues_are_told_by_their_diacritics():
    assert "bad" not in kinds("chăm lo đời sống con em, chua ngọt")
    assert "award" not in kinds("tăng cường quản lý")


def test_old_and_new_seats_of_tone_marks_are_one():
    for text in ("số hoá hồ sơ", "số hóa hồ sơ"):
        assert "Chuyển đổi số, CNTT" in kinds(text)


def test_a_cue_is_whole_words_at_any_case_over_line_ends():
    assert words("ĐỀ NGHỊ Sở", "order") == ["ĐỀ NGHỊ"]
    assert words("cầnthiết", "must") == []
    assert words("đáp ứng\nyêu cầu", "order") == []


def test_of_one_group_only_the_longest_at_a_place_is_taken():
    assert words("cần phải làm ngay", "must") == ["cần phải", "phải"]
    assert words("đứng thứ hai, nhiều đổi mới", "done") == ["đứng thứ", "nhiều đổi mới"]


def test_a_cue_may_stand_at_the_very_end():
    assert words("các địa phương cần phải", "must") == ["cần phải", "phải"]
    assert words("bao nhiêu việc hạn chế tối", "bid") == []


def test_lowering_keeps_the_length():
    assert len(lowered("İSTANBUL Đẹp")) == len("İSTANBUL Đẹp")


@pytest.mark.parametrize(
    ("text", "label", "rank"),
    [
        ("Phó Chủ tịch UBND tỉnh Lê Khắc Bình phát biểu.", "Phó Chủ tịch UBND tỉnh Lê Khắc Bình", 4),
        ("Ông Lê Khắc Bình - Uỷ viên Ban Thường vụ Tỉnh uỷ - Phó Chủ tịch UBND tỉnh phát biểu.",
         "Phó Chủ tịch UBND tỉnh Lê Khắc Bình", 4),
        ("Lê Khắc Bình - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh dự.", "Chủ tịch UBND tỉnh Lê Khắc Bình", 4),
        ("Chủ tịch UBND huyện Ba Sao Phạm Thị Hạnh nêu ý kiến.", "Chủ tịch UBND huyện Ba Sao Phạm Thị Hạnh", 3),
        ("Giám đốc Sở TT&TT Bàn Yô Sán báo cáo.", "Giám đốc Sở TT&TT Bàn Yô Sán", 2),
        ("Thứ trưởng Lê Khắc Bình phát biểu.", "Thứ trưởng Lê Khắc Bình", 5),
        ("Chủ tịch UBND tỉnh Quảng Trị phát biểu.", "Chủ tịch UBND tỉnh Quảng Trị", 4),
        ("Bí thư Đảng ủy xã Sơn Kim Võ Trọng Hải cho biết.", "Bí thư Đảng ủy xã Sơn Kim Võ Trọng Hải", 1),
    ],
)  # fmt: skip
def test_a_person_has_name_post_and_rank(text, label, rank):
    found = mentions(text, the(text))[-1].speaker
    assert (found.label, found.rank) == (label, rank)


def test_who_is_named_by_post_or_pronoun_later_is_the_same_person():
    people = People()
    text = (
        "Đồng chí Lê Khắc Bình, Chủ tịch UBND tỉnh phát biểu. Phó Chủ tịch UBND tỉnh Vừ A Páo cho biết việc này. "
        "Đồng chí Chủ tịch UBND tỉnh yêu cầu làm ngay. Ông nhấn mạnh thêm."
    )
    heard = []
    for passage in passages(text):
        for turn in speaking(text, passage, people):
            people.heard.append(turn.speaker)
            heard.append(turn.speaker.name)
    assert heard == ["Lê Khắc Bình", "Vừ A Páo", "Lê Khắc Bình", "Lê Khắc Bình"]


def test_who_only_attends_does_not_speak():
    text = "Đồng chí Lê Khắc Bình, Chủ tịch UBND tỉnh đến dự."
    assert list(speaking(text, the(text), People())) == []


def test_nobody_has_no_label():
    assert Speaker().label == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ông giao Sở TT&TT chủ trì, phối hợp với Sở Nội vụ rà soát.", "Sở Thông tin và Truyền thông"),
        ("Đồng chí đề nghị Sở Thông tin và truyền thông cần làm ngay.", "Sở Thông tin và Truyền thông"),
        ("UBND các huyện, thành phố bố trí kinh phí.", "UBND các huyện, thành phố"),
        ("Các cơ quan báo chí tuyên truyền sâu rộng.", "Các cơ quan báo chí"),
        ("Bưu điện tỉnh soát từng điểm phục vụ.", "Bưu điện tỉnh"),
        ("Người đứng đầu các sở, ngành phải trực tiếp chỉ đạo.", "Người đứng đầu các sở, ngành"),
        ("Sở Tài nguyên và Môi trường, Sở Y tế mở kết nối dữ liệu.", "Sở Tài nguyên và Môi trường, Sở Y tế"),
        ("Đài Phát thanh - Truyền hình tỉnh điều chuyển máy.", "Đài Phát thanh - Truyền hình tỉnh"),
        ("Đẩy mạnh tuyên truyền.", ""),
        ("Giao các phòng, ban mỗi quý làm một việc khó.", "các phòng, ban"),
        ("Giao các phòng, ban hành quy chế mới.", "các phòng"),
        ("Cục Chuyển đổi số chủ trì làm dữ liệu.", "Cục Chuyển đổi số"),
        ("Vụ Kế hoạch - Tài chính đôn đốc các dự án.", "Vụ Kế hoạch - Tài chính"),
        ("Ngành khoa học và công nghệ gắn với doanh nghiệp.", "Ngành khoa học và công nghệ"),
        ("Thanh tra, kiểm tra các đại lý.", ""),
        ("Báo cáo kết quả trước tháng 6.", ""),
        ("Tổ chức tập huấn cho cán bộ.", ""),
    ],
)  # fmt: skip
def test_the_lead_is_the_one_the_order_names(text, name):
    assert lead(text, the(text)) == name


def test_those_who_cooperate_are_parted():
    text = "Sở KH&CN chủ trì, phối hợp với Sở Tài chính, Sở Nội vụ và các doanh nghiệp viễn thông lập đề án."
    assert cooperating(text, the(text)) == (
        "Sở Tài chính",
        "Sở Nội vụ",
        "các doanh nghiệp viễn thông",
    )
    assert cooperating("Sở làm ngay.", the("Sở làm ngay.")) == ()


def test_abbreviations_are_written_out_only_as_whole_words():
    assert (
        written_out("Sở TT&TT và Trung tâm XTT&TT")
        == "Sở Thông tin và Truyền thông và Trung tâm XTT&TT"
    )


def test_the_department_is_the_first_one_named():
    assert (
        department("Sở mở hội nghị. Sở KH&CN báo cáo. Sở TT&TT dự.") == "Sở Khoa học và Công nghệ"
    )
    assert department("Hội nghị kết thúc.") == ""
    assert department("Bộ Nội vụ họp. Cục Chuyển đổi số báo cáo.") == "Bộ Nội vụ"


def test_the_rest_of_a_name_ends_where_it_acts():
    text = "Chiều 30/12, Trung tâm Thử nghiệm Bạc Liêu tổ chức hội nghị."
    assert in_full(text, "Trung tâm") == "Trung tâm Thử nghiệm Bạc Liêu"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("xong trước ngày 30/9", "trước ngày 30/9"),
        ("trình UBND tỉnh trong quý II/2024.", "trong quý II/2024"),
        ("thực hiện chậm nhất là tháng 6", "chậm nhất là tháng 6"),
        ("báo cáo trước 15/3/2016.", "trước 15/3/2016"),
        ("hoàn thành trong 6 tháng đầu năm", "trong 6 tháng đầu năm"),
        ("từ nay đến hết quý I phải xong", "đến hết quý I"),
        ("xong trước mùa mưa bão, chậm nhất ngày 31/7.", "trước mùa mưa bão, chậm nhất ngày 31/7"),
        ("gửi báo cáo trước ngày 10 hằng tháng", "trước ngày 10 hằng tháng"),
        ("phát hành trước Tết Nguyên đán.", "trước Tết Nguyên đán"),
        ("sửa xong hai trạm trước Tết.", "trước Tết"),
        ("thúc nhà thầu, hạn cuối là 30/4, quá hạn thì thôi", "hạn cuối là 30/4"),
        ("có sóng trong mùa khô năm nay.", "trong mùa khô năm nay"),
        ("áp dụng từ ngày 01/7", None),
        ("thực hiện kế hoạch năm 2023", None),
        ("trả lời trong 5 ngày làm việc", None),
        ("theo Quyết định ngày 10/01/2014", None),
        ("", None),
    ],
)
def test_the_words_of_a_deadline(text, due):
    found = deadline_words(lowered(text))
    assert (text[slice(*found)] if found else None) == due


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Nhiều thôn chưa có sóng do địa hình chia cắt.", "địa hình chia cắt"),
        ("Hồ sơ trực tuyến còn ít vì người dân chưa quen;", "người dân chưa quen"),
        ("Nguyên nhân chủ yếu là quy trình rườm rà.", "quy trình rườm rà"),
        ("Nhiệm vụ do UBND tỉnh giao chưa xong.", ""),
        ("Do đó, tiến độ chậm.", ""),
        ("Tiến độ chậm.", ""),
    ],
)
def test_a_cause_is_what_follows_its_word(text, cause):
    assert cause_of(text, lowered(text)) == cause


def test_every_cue_list_is_plain_words_in_lower_case():
    for name, group in word_list("cues").items():
        assert set(group) <= {"kind", "words", "not_after", "not_before"}, name
        for word in group["words"]:
            assert word == word.lower().strip(), (name, word)
            assert word[0].isalnum(), (name, word)
            assert word[-1].isalnum(), (name, word)


def test_the_fields_are_the_ten_of_the_program():
    assert len(names()) == 10
    assert "Tổ chức, khác" in names()


def test_nothing_a_list_promises_is_lost():
    for group in word_list("cues").values():
        for word in group["words"][:5]:
            assert group.get("kind") in (None, "order", "speech")
            assert kinds(f"... {word} ..."), word
