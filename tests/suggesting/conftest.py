"""One article of our own, in the parts and forms of the real ones; persons are invented."""

import pytest

ARTICLE = """Sở Thông tin và Truyền thông triển khai nhiệm vụ năm 2023
09:15, 10/01/2023
Sáng 9/1, Sở Thông tin và Truyền thông (TT&TT) tổ chức hội nghị tổng kết công tác năm 2022. Đồng chí Lò Thanh Bạch, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh dự và chỉ đạo.
Năm 2022, mặc dù còn nhiều khó khăn, Sở đã hoàn thành 31/33 nhiệm vụ được giao. Doanh thu viễn thông đạt 815,2 tỷ đồng, tăng 7,1% so với cùng kỳ; không để xảy ra sự cố mất an toàn thông tin. Chú ý đẩy mạnh tuyên truyền các ngày lễ lớn.
Bên cạnh những kết quả đạt được, vẫn còn một số hạn chế như sau:
- 12 thôn vùng cao chưa có sóng di động do địa hình chia cắt;
- công tác cải cách hành chính ở cấp xã còn lúng túng.
Năm 2023, Sở phấn đấu 60% hồ sơ được nộp trực tuyến.
Giám đốc Sở TT&TT Nông Văn Sếnh đề nghị UBND tỉnh sớm bố trí kinh phí chuyển đổi số.
Phát biểu chỉ đạo, Phó Chủ tịch UBND tỉnh Lò Thanh Bạch ghi nhận, biểu dương nỗ lực của ngành trong năm qua.
Đồng chí yêu cầu Sở TT&TT chủ trì, phối hợp với Sở Tài chính trình Đề án chuyển đổi số trước ngày 30/6, thực hiện nghiêm Chỉ thị số 14/CT-TTg ngày 07/6/2019; Bưu điện tỉnh mở rộng dịch vụ tại các xã vùng sâu trong quý III. Đẩy mạnh thông tin đối ngoại, quảng bá hình ảnh của tỉnh.
Nhân dịp này, 5 tập thể được tặng Bằng khen của UBND tỉnh./.
Hoàng Thị Mẩy"""


@pytest.fixture
def article():
    """An article with every part: opening, results, shortcomings, plan, proposal, praise, tasks, awards, byline."""
    return ARTICLE
