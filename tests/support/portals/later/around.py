"""What stands around the later articles: teasers as long as paragraphs, and notices."""

TEASERS = (
    (
        "Đoàn giám sát của HĐND tỉnh làm việc tại huyện vùng cao",
        "Chiều qua, Đoàn giám sát của HĐND tỉnh đã có buổi làm việc với UBND huyện về việc thực hiện chương trình mục tiêu "
        "quốc gia. Đoàn đề nghị huyện khẩn trương hoàn thành giải ngân vốn trước ngày 31/12, khắc phục tình trạng chậm "
        "quyết toán ở 5 xã; đồng thời ghi nhận kết quả giảm nghèo đạt 4,2%, vượt kế hoạch đề ra.",
    ),
    (
        "Ngành Y tế tổng kết chiến dịch tiêm chủng mở rộng",
        "Sở Y tế vừa tổ chức hội nghị tổng kết chiến dịch tiêm chủng mở rộng. Theo báo cáo, 97,6% trẻ em trong độ tuổi được "
        "tiêm đủ mũi, tăng 1,9% so với năm trước. Tuy nhiên, công tác bảo quản vắc xin ở một số trạm còn hạn chế do thiếu tủ "
        "lạnh chuyên dụng, cần được bổ sung trong thời gian tới.",
    ),
    (
        "Bí thư Tỉnh ủy kiểm tra tiến độ khu tái định cư",
        "Sáng nay, đồng chí Bí thư Tỉnh ủy kiểm tra thực địa khu tái định cư bờ bắc. Đồng chí yêu cầu chủ đầu tư tập trung "
        "máy móc, nhân lực thi công ba ca bốn kíp, hoàn thành hạ tầng điện, nước, viễn thông trước mùa mưa, sớm bàn giao đất "
        "cho 128 hộ dân ổn định cuộc sống.",
    ),
    (
        "Khối thi đua các cơ quan tham mưu ký giao ước năm mới",
        "Khối thi đua số 2 tổ chức hội nghị ký giao ước thi đua. Các đơn vị thống nhất 6 nhóm chỉ tiêu, trong đó phấn đấu 100% "
        "văn bản được xử lý trên môi trường mạng, không để hồ sơ quá hạn; đề nghị cơ quan thường trực sớm ban hành bảng chấm "
        "điểm để các đơn vị chủ động thực hiện ngay từ đầu năm.",
    ),
    (
        "Giao lưu cựu chiến binh nhân ngày thành lập quân đội",
        "Hơn 200 cựu chiến binh đã có buổi giao lưu đầy xúc động tại hội trường huyện. Nhiều kỷ vật được các bác mang theo, kể "
        "lại cho lớp trẻ những năm tháng hành quân, những lá thư viết vội gửi về hậu phương và tình đồng đội không phai sau "
        "hơn nửa thế kỷ.",
    ),
)
COOKIES = (
    "Trang thông tin này sử dụng cookie để ghi nhớ lựa chọn của bạn và thống kê lượt truy cập. Khi tiếp tục sử dụng trang, bạn "
    "đồng ý với Chính sách quyền riêng tư của chúng tôi. Bạn có thể thay đổi thiết lập bất cứ lúc nào."
)


def teasers(form: str, count: int = 5) -> str:
    """`form` filled with title and text of each of the first `count` teasers."""
    return "\n".join(form.format(title=title, text=told) for title, told in TEASERS[:count])
