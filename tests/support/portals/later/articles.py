"""The invented articles of the later pages, first half: places are real, persons and figures are not."""

from portals.article import Article

SCIENCE = Article(
    title="Sở Khoa học và Công nghệ Lào Cai: Năm đầu hợp nhất, việc nhiều hơn nhưng không đứt quãng",
    paragraphs=(
        "Sáng 07/01, Sở Khoa học và Công nghệ (KH&CN) tỉnh Lào Cai tổ chức hội nghị tổng kết công tác năm 2025, triển "
        "khai nhiệm vụ năm 2026. Dự và chỉ đạo hội nghị có đồng chí Giàng Thử Sáng, Ủy viên Ban Thường vụ Tỉnh ủy, Phó "
        "Chủ tịch UBND tỉnh.",
        "Năm 2025, Sở tiếp nhận toàn bộ nhiệm vụ của ngành thông tin và truyền thông và sáp nhập với Sở KH&CN tỉnh Yên "
        "Bái; 99/99 xã, phường mới được kết nối mạng truyền số liệu chuyên dùng ngay trong tuần đầu vận hành chính quyền "
        "địa phương hai cấp.",
        "Tỷ lệ hồ sơ trực tuyến toàn trình đạt 71,4%, tăng 12,8 điểm phần trăm so với năm 2024. Toàn tỉnh có 3.912 trạm "
        "BTS, trong đó 418 trạm 5G; xóa được 46 thôn lõm sóng.",
        "Bên cạnh kết quả đạt được, Sở thẳng thắn nhìn nhận: 61 xã chưa có cán bộ chuyên trách về chuyển đổi số; việc "
        "giải ngân vốn sự nghiệp khoa học mới đạt 68%; một số hệ thống của hai tỉnh cũ chưa hợp nhất được dữ liệu.",
        "Kết luận hội nghị, đồng chí Giàng Thử Sáng biểu dương tinh thần trách nhiệm của đội ngũ trong giai đoạn chuyển "
        "tiếp.",
        "Đồng chí yêu cầu Sở hoàn thành hợp nhất cơ sở dữ liệu đất đai, hộ tịch và hồ sơ một cửa trước ngày 30/4/2026; "
        "chủ trì cùng Sở Nội vụ tham mưu bố trí mỗi xã ít nhất một cán bộ chuyên trách, trình UBND tỉnh trong quý I.",
        "UBND các xã, phường rà soát thiết bị đầu cuối, báo cáo nhu cầu về Sở trước ngày 15/2.",
        "Nhân dịp này, 7 tập thể và 11 cá nhân được Chủ tịch UBND tỉnh tặng Bằng khen.",
    ),
    byline="Lý Thử Mẩy",
    captions=("Toàn cảnh hội nghị tại trụ sở khối 4, phường Cam Đường",),
    province="Lào Cai",
)

VALLEY = Article(
    title="Huyện Mường Chà tổng kết công tác văn hóa, thông tin năm 2014",
    paragraphs=(
        "Ngày 29/12, UBND huyện Mường Chà tổ chức Hội nghị tổng kết công tác văn hóa, thông tin năm 2014, phương hướng, "
        "nhiệm vụ năm 2015. Đồng chí Mùa A Mẫu, Phó Chủ tịch UBND huyện chủ trì.",
        "Theo báo cáo của Phòng Văn hóa và Thông tin, năm qua toàn huyện có 12/12 xã, thị trấn được phủ sóng di động; đài "
        "huyện sản xuất 312 chương trình bằng ba thứ tiếng Việt, Mông, Thái.",
        "Đội thông tin lưu động đi 96 buổi, phục vụ trên 14.000 lượt người xem.",
        "Tuy nhiên 31 bản chưa có điện nên loa truyền thanh không hoạt động; cán bộ văn hóa xã phần lớn kiêm nhiệm; kinh "
        "phí sửa chữa máy phát chưa được cấp kịp thời.",
        "Phát biểu kết luận, đồng chí Mùa A Mẫu đề nghị Phòng Văn hóa và Thông tin phối hợp với Đài Truyền thanh - Truyền "
        "hình huyện kiểm kê, sửa chữa xong các máy phát hỏng trước Tết Nguyên đán.",
        "Các xã phân công một ủy viên UBND phụ trách loa truyền thanh; không để bản nào mất tiếng loa quá một tuần.",
        "Cũng trong chương trình, 5 đội văn nghệ quần chúng được tặng Giấy khen của Chủ tịch UBND huyện.",
    ),
    byline="Lò Thử Piêng",
    captions=("Đồng chí Mùa A Mẫu phát biểu",),
    province="Điện Biên",
)

COAST = Article(
    title="Quảng Ngãi: Ngành TT&TT tập trung gỡ khó cho hạ tầng số ở đảo Lý Sơn",
    paragraphs=(
        "Chiều 10/01/2017, Sở Thông tin và Truyền thông tỉnh Quảng Ngãi tổ chức Hội nghị tổng kết công tác năm 2016 và "
        "triển khai nhiệm vụ năm 2017. Ông Đặng Mẫu Hòa, Phó Chủ tịch Thường trực UBND tỉnh tham dự.",
        "Giám đốc Sở Võ Thử Lâm cho biết, doanh thu bưu chính năm 2016 đạt 92,3 tỷ đồng, tăng 14%; doanh thu viễn thông "
        "1.108 tỷ đồng, tăng 3,2%. Toàn tỉnh có 1.274 vị trí trạm thu phát sóng.",
        "20/20 sở, ngành dùng phần mềm quản lý văn bản; thư điện tử công vụ cấp cho 6.150 cán bộ.",
        "Thanh tra Sở kiểm tra 42 đơn vị, xử phạt 9 trường hợp với số tiền 117 triệu đồng.",
        "Hạn chế lớn nhất theo ông Lâm là cáp quang ra đảo Lý Sơn đứt hai lần, mỗi lần khắc phục mất hơn 10 ngày; trang "
        "thông tin của 4 huyện miền núi ít cập nhật; công tác quản lý thuê bao trả trước còn lỏng lẻo.",
        "Đại diện huyện Lý Sơn kiến nghị tỉnh sớm đầu tư tuyến vi ba dự phòng.",
        "Phó Chủ tịch Thường trực UBND tỉnh Đặng Mẫu Hòa thống nhất với kiến nghị của huyện và giao Sở TT&TT lập dự án "
        "tuyến vi ba dự phòng, trình UBND tỉnh trước ngày 31/5/2017.",
        "Viễn thông Quảng Ngãi, Viettel Quảng Ngãi nâng dung lượng đường truyền phục vụ Tuần Văn hóa - Du lịch Lý Sơn "
        "vào tháng 4; xử lý dứt điểm sim rác trong quý II.",
        "“Đảo còn mất sóng thì đừng nói chuyện du lịch thông minh”, ông Hòa lưu ý.",
    ),
    byline="Phạm Mẫu Hà",
    captions=("Ông Đặng Mẫu Hòa phát biểu chỉ đạo tại Hội nghị",),
    province="Quảng Ngãi",
)

MIDYEAR = Article(
    title="Đồng Nai sơ kết công tác thông tin và truyền thông 6 tháng đầu năm 2021",
    paragraphs=(
        "Sáng 08/7, Sở Thông tin và Truyền thông Đồng Nai tổ chức hội nghị trực tuyến sơ kết công tác 6 tháng đầu năm, "
        "triển khai nhiệm vụ 6 tháng cuối năm 2021. Bà Nguyễn Mẫu Liên, Phó Chủ tịch UBND tỉnh dự, chỉ đạo.",
        "6 tháng qua, Tổng đài 1022 tiếp nhận 41.870 cuộc gọi về phòng, chống dịch, trả lời ngay 96%. 170/170 xã, phường, "
        "thị trấn vận hành điểm cầu họp trực tuyến.",
        "Hạn chế là cổng dịch vụ công nhiều lúc quá tải, 3 lần ngừng trên 2 giờ.",
        "Bà Nguyễn Mẫu Liên đề nghị Sở nâng cấp hạ tầng cổng dịch vụ công trước ngày 15/8; bố trí trực kỹ thuật 24/24 "
        "trong thời gian giãn cách.",
    ),
    byline="Hoàng Thử Nam",
    province="Đồng Nai",
)

SIMILAR = Article(
    title="Biên Hòa: Đưa họp trực tuyến về tận khu phố",
    paragraphs=(
        "Trước tình hình dịch bệnh, UBND thành phố Biên Hòa vừa tổ chức hội nghị sơ kết ba tháng thực hiện họp trực tuyến "
        "đến khu phố. Chủ tịch UBND thành phố yêu cầu Phòng Văn hóa và Thông tin khẩn trương hoàn thiện quy trình vận "
        "hành, hướng dẫn 30 phường, xã trước ngày 20/6.",
        "Theo báo cáo, 214/218 khu phố đã có đường truyền ổn định, tiết kiệm trên 600 triệu đồng chi phí đi lại, in ấn; "
        "tỷ lệ thành viên dự họp đầy đủ tăng từ 71% lên 93%.",
        "Tuy nhiên, thiết bị ở nhiều khu phố do người dân cho mượn, âm thanh kém; một số phường chưa bố trí người trực kỹ "
        "thuật, phải hoãn họp nhiều lần.",
        "Chủ tịch UBND thành phố cũng giao Phòng Tài chính - Kế hoạch bố trí kinh phí mua sắm thiết bị dùng chung trong "
        "quý III và đề nghị các doanh nghiệp viễn thông miễn phí đường truyền trong thời gian giãn cách xã hội.",
    ),
    byline="",
)

BUREAU = Article(
    title="Cục Thử nghiệm số họp tổng kết năm 2021: Ba việc được, ba việc nợ",
    paragraphs=(
        "Ngày 24/12/2021, tại Hà Nội, Cục Thử nghiệm số (Bộ Thông tin và Truyền thông) tổ chức hội nghị tổng kết công tác "
        "năm 2021, triển khai nhiệm vụ năm 2022. Thứ trưởng Ngô Thử Quang dự và chỉ đạo.",
        "Kết quả nổi bật",
        "Cục trình ban hành 2 nghị định, 5 thông tư; hoàn thành 28/31 nhiệm vụ Bộ giao.",
        "Nền tảng tích hợp dữ liệu quốc gia kết nối 90/90 bộ, ngành, địa phương, thực hiện 180 triệu giao dịch.",
        "Đào tạo 4.600 lượt cán bộ chuyên trách của 63 tỉnh, thành phố.",
        "Những việc còn nợ",
        "Thông tư về định danh thiết bị chậm 5 tháng so với kế hoạch.",
        "Chỉ 38% bộ, ngành công bố dữ liệu mở theo đúng danh mục.",
        "Công tác tuyển dụng không đạt, thiếu 14 biên chế so với đề án vị trí việc làm.",
        "Nhiệm vụ Thứ trưởng giao",
        "Thứ trưởng yêu cầu Cục trình thông tư về định danh thiết bị trước ngày 28/02/2022.",
        "Công khai danh sách bộ, ngành chưa mở dữ liệu theo từng quý.",
        "Phối hợp với Vụ Tổ chức cán bộ hoàn thành tuyển dụng trong quý II/2022.",
    ),
    byline="Trung tâm Thông tin",
    captions=("Thứ trưởng Ngô Thử Quang phát biểu chỉ đạo",),
)
