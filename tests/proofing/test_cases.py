"""Wordings as they are typed, and as they should be; and wordings that are right."""

from collections.abc import Callable

import pytest

from tttt_desktop.proofing.finding import Fault, Finding

Look = Callable[[str], tuple[Finding, ...]]

MENDED = """
# short names, documents, quantities
Chủ tịch ubnd tỉnh giao Sở → Chủ tịch UBND tỉnh giao Sở
Phủ sóng 5g tại 12 điểm → Phủ sóng 5G tại 12 điểm
Thực hiện Nghị Quyết số 57-NQ/TW → Thực hiện Nghị quyết số 57-NQ/TW
Kinh phí 18450000000 đồng → Kinh phí 18.450.000.000 đồng
Tổng số 1.50 triệu bưu gửi → Tổng số 1,50 triệu bưu gửi
Đã ngầm hóa 21km cáp → Đã ngầm hóa 21 km cáp
Sở đã tổ trức 18 lớp → Sở đã tổ chức 18 lớp
Kết quả dã vượt kế hoạch → Kết quả đã vượt kế hoạch
Đã nắp đặt 112 trạm → Đã lắp đặt 112 trạm
# no syllables, lost marks, Telex keys
Sở đã thưc hiện tốt nhiệm vụ → Sở đã thực hiện tốt nhiệm vụ
Sở đã thực hiên tốt nhiệm vụ → Sở đã thực hiện tốt nhiệm vụ
Sở đã thưc hiên tốt → Sở đã thực hiện tốt
Kế hoạch đưọc phê duyệt → Kế hoạch được phê duyệt
Kế hoạch ddược phê duyệt → Kế hoạch được phê duyệt
Các nghành cùng phối hợp → Các ngành cùng phối hợp
Hoàn thành nhieemj vụ → Hoàn thành nhiệm vụ
Hoàn thành nhiêmj vụ → Hoàn thành nhiệm vụ
Đã thuwcj hiện xong → Đã thực hiện xong
Công tác tuyên truyềnn được chú trọng → Công tác tuyên truyền được chú trọng
Kiểm tra ngiêm túc → Kiểm tra nghiêm túc
Đạt kết qủa tốt → Đạt kết quả tốt
Kế hoặch năm 2023 → Kế hoạch năm 2023
Đã tổngkết công tác năm → Đã tổng kết công tác năm
Cần tăng cưòng kiểm tra → Cần tăng cường kiểm tra
Xây dựng nông thôn mơi → Xây dựng nông thôn mơi
Các doanh nghiêp tham gia → Các doanh nghiệp tham gia
Đây mạnh cải cách hành chính → Đẩy mạnh cải cách hành chính
Nâng cao chât lượng dịch vụ → Nâng cao chất lượng dịch vụ
Nhân dân được hương dẫn → Nhân dân được hướng dẫn
Chuyên đổi sô → Chuyển đổi sô
Cơ sơ hạ tầng → Cơ sở hạ tầng
Thông tin tuyên truyên → Thông tin tuyên truyền
Đã kiêm tra 12 đơn vị → Đã kiểm tra 12 đơn vị
Có sự phôi hợp tốt → Có sự phối hợp tốt
THƯC HIỆN NHIỆM VỤ → THỰC HIỆN NHIỆM VỤ
Tiêp tục đôn đốc → Tiếp tục đôn đốc
Tỷ lệ đat được còn thấp → Tỷ lệ đạt được còn thấp
Hệ thông tin nhắn hoạt động → Hệ thông tin nhắn hoạt động
# one word for another
Đã xử dụng hết kinh phí → Đã sử dụng hết kinh phí
Cần sử lý nghiêm vi phạm → Cần xử lý nghiêm vi phạm
Bổ xung biên chế → Bổ sung biên chế
Trỉnh sửa văn bản → Chỉnh sửa văn bản
Nội dung xúc tích → Nội dung súc tích
Do sơ xuất của cán bộ → Do sơ suất của cán bộ
Năng xuất lao động tăng → Năng suất lao động tăng
Đã xát nhập 3 đơn vị → Đã sáp nhập 3 đơn vị
Rà xoát lại thủ tục → Rà soát lại thủ tục
Sắp sếp lại bộ máy → Sắp xếp lại bộ máy
Công tác xây giựng cơ bản → Công tác xây dựng cơ bản
Còn sảy ra sai sót → Còn xảy ra sai sót
Khắc phục thiếu xót → Khắc phục thiếu sót
Phát huy xáng kiến → Phát huy sáng kiến
Chia sẽ dữ liệu → Chia sẻ dữ liệu
Hổ trợ doanh nghiệp → Hỗ trợ doanh nghiệp
Củng như các năm trước → Cũng như các năm trước
Cũng cố tổ chức → Củng cố tổ chức
Giử vững an ninh → Giữ vững an ninh
Đẫy mạnh chuyển đổi số → Đẩy mạnh chuyển đổi số
Nổ lực của toàn ngành → Nỗ lực của toàn ngành
Kỹ cương hành chính → Kỷ cương hành chính
Ứng dụng khoa học kỷ thuật → Ứng dụng khoa học kỹ thuật
Triễn khai kế hoạch → Triển khai kế hoạch
Chuyễn đổi số → Chuyển đổi số
Phát triễn hạ tầng → Phát triển hạ tầng
Trú trọng đào tạo → Chú trọng đào tạo
Tập chung nguồn lực → Tập trung nguồn lực
Chậm chễ trong báo cáo → Chậm trễ trong báo cáo
Thực hiện chương chình công tác → Thực hiện chương trình công tác
Chủ chì cuộc họp → Chủ trì cuộc họp
Theo chủ chương của tỉnh → Theo chủ trương của tỉnh
Quy chình nội bộ → Quy trình nội bộ
Trất lượng dịch vụ → Chất lượng dịch vụ
Dải quyết thủ tục → Giải quyết thủ tục
Dải ngân vốn đầu tư → Giải ngân vốn đầu tư
Giành cho người dân → Dành cho người dân
Giữ liệu dân cư → Dữ liệu dân cư
Dự án bị giàn trải → Dự án bị dàn trải
Cần rễ dàng tra cứu → Cần dễ dàng tra cứu
Lông thôn mới → Nông thôn mới
Lâng cao năng lực → Nâng cao năng lực
Nĩnh vực bưu chính → Lĩnh vực bưu chính
Mặt dù còn khó khăn → Mặc dù còn khó khăn
Còn vướng mắt về vốn → Còn vướng mắc về vốn
Khắc phục hạng chế → Khắc phục hạn chế
Đúng thời hạng → Đúng thời hạn
Hạ tần viễn thông → Hạ tầng viễn thông
Kinh nghiệp quản lý → Kinh nghiệm quản lý
Trách nghiệm người đứng đầu → Trách nhiệm người đứng đầu
Vô hình chung gây khó → Vô hình trung gây khó
Đi thăm quan mô hình → Đi tham quan mô hình
Thăm quan mô hình → Tham quan mô hình
Chuẩn đoán sự cố → Chẩn đoán sự cố
Suôn sẽ hơn trước → Suôn sẻ hơn trước
SỬ LÝ VI PHẠM → XỬ LÝ VI PHẠM
Đề suất giải pháp → Đề xuất giải pháp
Kiểm xoát thủ tục → Kiểm soát thủ tục
Thường suyên kiểm tra → Thường xuyên kiểm tra
Khảo xát thực địa → Khảo sát thực địa
Hiệu xuất làm việc → Hiệu suất làm việc
Duy chì hoạt động → Duy trì hoạt động
Quãng bá hình ảnh → Quảng bá hình ảnh
Lảng phí nguồn lực → Lãng phí nguồn lực
Tiêu trí đánh giá → Tiêu chí đánh giá
Báo trí trong tỉnh → Báo chí trong tỉnh
Bố chí kinh phí → Bố trí kinh phí
Đẩy mạnh truyên truyền → Đẩy mạnh tuyên truyền
Kinh phí chưa đươc cấp → Kinh phí chưa được cấp
# written twice
Kết quả của của năm → Kết quả của năm
Các đơn vị và và cá nhân → Các đơn vị và cá nhân
Đã được được phê duyệt → Đã được phê duyệt
# blanks and marks
Hạ tầng  phát triển → Hạ tầng phát triển
Hạ tầng , dịch vụ → Hạ tầng, dịch vụ
Hạ tầng ,dịch vụ → Hạ tầng, dịch vụ
Hạ tầng,dịch vụ → Hạ tầng, dịch vụ
Kết quả tốt .Tỷ lệ cao → Kết quả tốt .Tỷ lệ cao
Kết quả tốt.Tỷ lệ cao → Kết quả tốt. Tỷ lệ cao
Kết quả tốt . Tỷ lệ cao → Kết quả tốt. Tỷ lệ cao
Các đơn vị ( trừ một xã ) đã xong → Các đơn vị (trừ một xã) đã xong
Các đơn vị(trừ một xã) đã xong → Các đơn vị (trừ một xã) đã xong
Gồm:hạ tầng;dịch vụ → Gồm: hạ tầng; dịch vụ
Đã xong,, chờ duyệt → Đã xong, chờ duyệt
Đã xong.. → Đã xong.
Đã xong ; chờ duyệt → Đã xong; chờ duyệt
Kinh tế- xã hội → Kinh tế - xã hội
Kinh tế -xã hội → Kinh tế - xã hội
Kinh tế – xã hội → Kinh tế - xã hội
Chủ đề "Dữ liệu số" được chọn → Chủ đề “Dữ liệu số” được chọn
# tones
Công tác hoà giải → Công tác hòa giải
Uỷ ban nhân dân tỉnh → Ủy ban nhân dân tỉnh
Số hoá hồ sơ → Số hóa hồ sơ
Tuỳ tình hình → Tùy tình hình
Sức khoẻ người dân → Sức khỏe người dân
# capitals
sở đã hoàn thành → Sở đã hoàn thành
Đã xong. tiếp tục rà soát → Đã xong. Tiếp tục rà soát
Trên địa bàn Tỉnh → Trên địa bàn tỉnh
Các Huyện đã xong → Các huyện đã xong
Của toàn Ngành trong năm → Của toàn ngành trong năm
Cấp Xã chưa có cán bộ → Cấp xã chưa có cán bộ
UBND Tỉnh giao → UBND tỉnh giao
Ủy Ban Nhân Dân tỉnh → Ủy ban nhân dân tỉnh
Trình ủy ban nhân dân tỉnh → Trình Ủy ban nhân dân tỉnh
Trình hội đồng nhân dân tỉnh → Trình Hội đồng nhân dân tỉnh
Phục vụ nhân dân → Phục vụ Nhân dân
Chính sách của nhà nước → Chính sách của Nhà nước
Đảng và nhà nước quan tâm → Đảng và Nhà nước quan tâm
Giao sở khoa học và công nghệ chủ trì → Giao Sở Khoa học và Công nghệ chủ trì
Sở Khoa Học và Công Nghệ chủ trì → Sở Khoa học và Công nghệ chủ trì
Sở thông tin và truyền thông chủ trì → Sở Thông tin và Truyền thông chủ trì
Bộ thông tin và truyền thông ban hành → Bộ Thông tin và Truyền thông ban hành
Phó chủ tịch UBND tỉnh chỉ đạo → Phó Chủ tịch UBND tỉnh chỉ đạo
Đồng chí chủ tịch UBND tỉnh → Đồng chí Chủ tịch UBND tỉnh
Giao giám đốc Sở Tài chính → Giao Giám đốc Sở Tài chính
Đồng chí giám đốc Nguyễn Văn Mẫu → Đồng chí Giám đốc Nguyễn Văn Mẫu
Chào mừng ngày quốc khánh → Chào mừng ngày Quốc khánh
Nhân ngày chuyển đổi số quốc gia → Nhân ngày Chuyển đổi số quốc gia
Dịp tết nguyên đán → Dịp tết Nguyên đán
Theo điều 5 Luật Báo chí → Theo Điều 5 Luật Báo chí
Theo khoản 2 điều 5 Luật Báo chí → Theo khoản 2 Điều 5 Luật Báo chí
Tại Khoản 2 Điều 5 → Tại khoản 2 Điều 5
Tại Điểm a khoản 2 Điều 5 → Tại điểm a khoản 2 Điều 5
Theo quyết định số 139/QĐ-UBND → Theo Quyết định số 139/QĐ-UBND
Thực hiện nghị quyết số 05-NQ/TU → Thực hiện Nghị quyết số 05-NQ/TU
Được tặng huân chương lao động → Được tặng Huân chương Lao động
Tại thành phố Hồ Chí Minh → Tại Thành phố Hồ Chí Minh
# dates
Ngày 5/1/2023 đã xong → Ngày 05/01/2023 đã xong
Ngày 5-1-2023 đã xong → Ngày 05/01/2023 đã xong
Ngày 05.01.2023 đã xong → Ngày 05/01/2023 đã xong
Ngày 2023-01-05 đã xong → Ngày 05/01/2023 đã xong
Ngày 5 tháng 1 năm 2023 → Ngày 05 tháng 01 năm 2023
Ngày 15 tháng 2 năm 2023 → Ngày 15 tháng 02 năm 2023
Ngày 5 tháng 10 năm 2023 → Ngày 05 tháng 10 năm 2023
Trước ngày 5/1 → Trước ngày 05/01
Sáng 5.1 đã họp → Sáng 05/01 đã họp
Trong tháng 1/2023 → Trong tháng 01/2023
Trong tháng 2 năm 2023 → Trong tháng 02 năm 2023
Ngày 5/10/2023 đã xong → Ngày 05/10/2023 đã xong
# numbers and units
Đạt 742.67 tỷ đồng → Đạt 742,67 tỷ đồng
Tăng 6.4% so với cùng kỳ → Tăng 6,4% so với cùng kỳ
Chỉ số đạt 0.725 điểm → Chỉ số đạt 0,725 điểm
Thu 1,234,567 đồng → Thu 1.234.567 đồng
Thu 1,234.5 tỷ đồng → Thu 1.234,5 tỷ đồng
Có 12345 hồ sơ → Có 12.345 hồ sơ
Có 5600 hồ sơ → Có 5.600 hồ sơ
Có 1,946 hồ sơ → Có 1.946 hồ sơ
Đạt 100 % kế hoạch → Đạt 100% kế hoạch
Thu 50tỷ đồng → Thu 50 tỷ đồng
Thu 742,67tỷ đồng → Thu 742,67 tỷ đồng
"""

RIGHT = """
Thư gửi về ubnd@quangtri.gov.vn hoặc trang ubnd.quangtri.gov.vn/cntt.
Theo biểu số 1.5 kèm theo; tài khoản 1023456789 mở tại Kho bạc Nhà nước.
Tổ chức dã ngoại buổi trưa; đã bàn giao 5G cho 3 khu công nghiệp.
BÁO CÁO SỐ 12/BC-SKHCN CỦA SỞ.
Sở đã thực hiện tốt nhiệm vụ, đạt 742,67 tỷ đồng, tăng 6,4% so với cùng kỳ.
Thành công xuất sắc nhiệm vụ năm 2023.
Ban tổ chức đã học tập chung quanh chủ đề này.
Ngày 05/01/2023, UBND tỉnh ban hành Quyết định số 139/QĐ-UBND.
Ngày 05/3/2023 và ngày 15/03/2023 đều được.
Ngày 05 tháng 01 năm 2023, ngày 29 tháng 6 năm 2023.
Tỷ lệ phủ sóng 4G đạt 99,8%; công nghiệp 4.0; Wi-Fi 6.
Cổng thông tin quangtri.gov.vn, địa chỉ so.tttt@quangtri.gov.vn và https://dichvucong.gov.vn/p/home.
Sở TT&TT, UBND, HĐND, CNTT, KT-XH, QP-AN, VNPT, BTS.
Ủy ban nhân dân tỉnh Quảng Trị; Hội đồng nhân dân tỉnh; Tòa án nhân dân.
Quản lý nhà nước về báo chí; cơ quan nhà nước; ngân sách nhà nước.
Tỉnh ủy, Huyện ủy, Tỉnh đoàn phối hợp.
Sở Khoa học và Công nghệ; Bộ Khoa học và Công nghệ; Sở Y tế.
Cơ sở y tế và cán bộ y tế tại các xã.
Điểm a khoản 2 Điều 5 Chương II Luật Báo chí.
Huyện Đắk Glong, thị trấn Krông Kmar, xã Ea Kao, tỉnh Bắc Kạn.
Đồng bào Khmer, Ê-đê, Ba-na, Xơ-đăng, Mnông.
Website, internet, email, camera, robot, blockchain và smartphone.
Máy vi tính, xe buýt, pa-nô, áp-phích, ăng-ten, ki-lô-mét.
Giai đoạn 2021-2025, tầm nhìn 2030; quý I, quý II/2023; khóa XIII.
Phó Chủ tịch UBND tỉnh Hoàng Nam; Giám đốc Nguyễn Văn Mẫu.
Các giám đốc doanh nghiệp và chủ tịch hội đồng thành viên.
Đạt 9/17 chỉ tiêu, đứng thứ 46/63 tỉnh, thành phố.
Dần dần, ngày ngày, luôn luôn, xanh xanh, người người, nhà nhà.
Theo thứ tự dòng, kích cỡ phần đầu và đồi núi.
Gồm: hạ tầng (cáp quang, trạm phát sóng), dịch vụ...
Thanh tra, kiểm tra 12 cuộc; xử phạt 03 trường hợp với số tiền 45.000.000 đồng.
Phố Nguyễn Trãi qua cầu mới.
Ông Vi Thế Quyền, bà Néang Sa Rươne và ông Y Thanh Hà Niê Kdăm.
Gò Công Đông, Cần Giuộc, Thủ Thừa.
Nghị quyết 57-NQ/TW; Chỉ thị 05-CT/TW; Thông tư 22/2009/TT-BTTTT.
Sáng 05/01, chiều 06/01 hội nghị diễn ra trực tuyến.
Mức độ 3, 4; cấp độ 2; phiên bản 2.1; mục 1.2.
Đề án 06, Chương trình 30a, đường 9D.
Năm 2023 có 2.023 hồ sơ; năm 2022 có 1.999 hồ sơ.
Lực lượng vũ trang nhân dân, quỹ tín dụng nhân dân, quân đội nhân dân, công an nhân dân.
Bộ đội Biên phòng; toàn bộ báo chí trong tỉnh; cán bộ viễn thông.
Từ ngày 01/7/2025, bỏ cấp huyện; sắp xếp 125 xã.
Hòa giải ở cơ sở, khóa học, tùy nghi, thủy lợi, xóa bỏ.
Việc quy hoạch, quyết định, quý vị, quan tâm, quốc tế.
Đạt 95% - 100% kế hoạch.
Điện thoại 0277.3888.999, tổng đài 1900.0368.
Thanh tra Sở xây dựng kế hoạch năm 2023.
Hội thao của tổng công ty; gửi đi sửa chưa về.
Chương trình tiếng Êđê, tiếng Khmer.
- Hoàn thành nhiệm vụ.
"""


def cases() -> list[tuple[str, str]]:
    """The lines of the table, without its headings."""
    lines = [line for line in MENDED.strip().split("\n") if not line.startswith("#")]
    return [(typed, right) for typed, _, right in (line.partition(" → ") for line in lines)]


@pytest.mark.parametrize(("typed", "right"), cases())
def test_mended(typed: str, right: str, mend: Callable[[str], str]) -> None:
    assert mend(typed) == right


@pytest.mark.parametrize("text", RIGHT.strip().split("\n"))
def test_nothing_is_said_of_what_is_right(text: str, look: Look) -> None:
    assert look(text) == ()


ASKED = (
    ("Ngày 31/02/2023 đã xong", Fault.DATE, "31/02/2023"),
    ("Ngày 05/13/2023 đã xong", Fault.DATE, "05/13/2023"),
    ("Thu 12.34.567 đồng", Fault.NUMBER, "12.34.567"),
    ("Hạ tầng (cáp, trạm đã xong", Fault.QUOTE, "("),
    ("Chủ đề “Dữ liệu số được chọn", Fault.QUOTE, "“"),
    ("Xây dựng xuyệc bưu điện", Fault.SYLLABLE, "xuyệc"),
    (" ".join(["Sở", *["làm"] * 81]) + ".", Fault.LENGTH, " ".join(["Sở", *["làm"] * 81]) + "."),
)


@pytest.mark.parametrize(("text", "fault", "wrong"), ASKED)
def test_what_only_the_person_can_mend_is_shown_without_a_proposal(
    text: str, fault: Fault, wrong: str, look: Look
) -> None:
    (found,) = (one for one in look(text) if one.fault is fault)
    assert found.span.of(text) == wrong
    assert found.replacement is None
    assert found.why.endswith(".")
