"""The invented articles: places are real, persons and figures are not."""

from portals.article import Article

MOUNTAIN = Article(
    title="Sở Thông tin và Truyền thông tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021",
    paragraphs=(
        "Sáng ngày 08/01, Sở Thông tin và Truyền thông (TT&TT) tỉnh Hà Giang tổ chức hội nghị tổng kết công tác năm "
        "2020, triển khai nhiệm vụ năm 2021. Đồng chí Vàng Seo Giả, Phó Chủ tịch UBND tỉnh dự và chỉ đạo hội nghị.",
        "Năm 2020, Sở hoàn thành 37/39 nhiệm vụ UBND tỉnh giao. Toàn tỉnh có 1.412 trạm BTS, 96% thôn bản có sóng di "
        "động; 193/193 xã có đường truyền cáp quang. Doanh thu viễn thông đạt 742,6 tỷ đồng, tăng 6,4% so với năm 2019.",
        "Công tác thông tin cơ sở được chú trọng, 118 đài truyền thanh xã phát 9.800 giờ chương trình bằng tiếng Mông, "
        "tiếng Tày, tiếng Dao; kịp thời tuyên truyền phòng, chống dịch và cảnh báo lũ quét.",
        "Tuy nhiên, 57 thôn vùng cao chưa có Internet băng rộng; dịch vụ công mức độ 4 ít phát sinh hồ sơ; việc gửi "
        "nhận văn bản điện tử ở cấp xã còn chậm, nguyên nhân là thiếu thiết bị.",
        "Phát biểu chỉ đạo, đồng chí Vàng Seo Giả ghi nhận những cố gắng của ngành trong điều kiện nhiều khó khăn.",
        "Đồng chí yêu cầu Sở TT&TT chủ trì, phối hợp với các doanh nghiệp viễn thông xóa ít nhất 30 thôn trắng sóng "
        "trước ngày 30/9/2021; tham mưu UBND tỉnh ban hành đề án chuyển đổi số trong quý II.",
        "UBND các huyện bố trí kinh phí mua máy quét cho cấp xã, hoàn thành trong tháng 6.",
        "Dịp này, 4 tập thể và 6 cá nhân được UBND tỉnh tặng Bằng khen.",
    ),
    byline="Sùng Thị Giả",
    captions=("Quang cảnh hội nghị", "Đồng chí Vàng Seo Giả phát biểu tại hội nghị"),
    province="Hà Giang",
)

DELTA = Article(
    title="Vĩnh Long: Dồn sức cho dữ liệu số, không để người dân phải nộp lại giấy tờ đã có",
    paragraphs=(
        "(VLO) Chuyển đổi số phải bắt đầu từ những việc người dân cần nhất - đó là chỉ đạo của Phó Chủ tịch UBND tỉnh "
        "Trần Thị Giả Định tại hội nghị tổng kết công tác thông tin và truyền thông năm 2022, triển khai nhiệm vụ năm "
        "2023, diễn ra chiều 10/1.",
        "Năm qua, 100% xã, phường có tổ công nghệ số cộng đồng.",
        "Các tổ đã giúp hơn 61.000 lượt người cài đặt, sử dụng ứng dụng của tỉnh.",
        "Theo Giám đốc Sở TT&TT Lê Phúc Thử, tỷ lệ hồ sơ trực tuyến đạt 54,3%, cao gấp 2 lần năm 2021. “Con số này có "
        "được là nhờ cán bộ một cửa chịu khó cầm tay chỉ việc”, ông Thử nói.",
        "Dù vậy, kết quả chưa đều.",
        "Ba huyện có tỷ lệ hồ sơ trực tuyến dưới 30%. Dữ liệu hộ tịch mới số hóa được 71%, thấp hơn kế hoạch 9 điểm "
        "phần trăm. Một số phần mềm chuyên ngành chưa kết nối với nền tảng chung của tỉnh.",
        "Phó Chủ tịch UBND tỉnh đề nghị ngành TT&TT rà soát từng thủ tục, bỏ ngay những giấy tờ mà cơ quan nhà nước "
        "đã có; hoàn thành số hóa dữ liệu hộ tịch trước ngày 31/8.",
        "“Không để người dân phải nộp lại giấy tờ đã có trong cơ sở dữ liệu”, bà Giả Định nhấn mạnh.",
        "Công an tỉnh phối hợp kết nối dữ liệu dân cư trong quý III/2023.",
    ),
    byline="Nguyễn Thử Tâm",
    captions=(
        "Cán bộ bộ phận một cửa giúp người dân nộp hồ sơ qua mạng. Ảnh: Thử Tâm",
        "Bà Trần Thị Giả Định kết luận hội nghị",
    ),
    province="Vĩnh Long",
)

LISTS = Article(
    title="Bình Thuận: Ngành Thông tin và Truyền thông đề ra 5 nhiệm vụ trọng tâm năm 2019",
    paragraphs=(
        "Ngày 11/01/2019, Sở Thông tin và Truyền thông Bình Thuận tổ chức hội nghị tổng kết năm 2018 và triển khai "
        "nhiệm vụ năm 2019. Ông Phạm Giả Sơn, Phó Chủ tịch Thường trực UBND tỉnh dự và phát biểu.",
        "Báo cáo của Sở nêu các kết quả nổi bật:",
        "Bưu chính: 127/127 xã, phường, thị trấn có điểm phục vụ;",
        "Viễn thông: mật độ thuê bao Internet đạt 61,7 thuê bao/100 dân;",
        "Công nghệ thông tin: 824 dịch vụ công mức độ 3, tăng 311 dịch vụ;",
        "Thanh tra: 16 cuộc, xử phạt 128 triệu đồng.",
        "Những mặt còn hạn chế là ứng dụng chữ ký số ở cấp xã chậm, cổng thông tin của 3 huyện cập nhật không thường "
        "xuyên, công tác phối hợp cấp phép xây dựng trạm BTS ở Phan Thiết còn kéo dài.",
        "Ông Phạm Giả Sơn yêu cầu ngành tập trung 5 nhiệm vụ:",
        "1. Trình UBND tỉnh kiến trúc chính quyền điện tử trước 31/3.",
        "2. Đưa 100% văn bản của sở, ngành lên trục liên thông trong quý II.",
        "3. Chấn chỉnh cổng thông tin của 3 huyện.",
        "4. Phối hợp với Bộ đội Biên phòng phủ sóng đảo Phú Quý.",
        "5. Kiểm tra thuê bao trả trước, không để phát sinh sim rác.",
        "Giám đốc Sở tiếp thu và hứa thực hiện nghiêm túc các ý kiến chỉ đạo của lãnh đạo UBND tỉnh.",
    ),
    byline="Bình Giả",
    captions=("Ông Phạm Giả Sơn phát biểu chỉ đạo hội nghị",),
    province="Bình Thuận",
)

TABLE = Article(
    title="Thái Bình công bố kết quả thực hiện các chỉ tiêu chuyển đổi số năm 2023",
    paragraphs=(
        "Chiều 29/12, tại hội nghị tổng kết công tác năm 2023, phương hướng nhiệm vụ năm 2024, Sở Thông tin và Truyền "
        "thông tỉnh Thái Bình công bố kết quả thực hiện các chỉ tiêu chuyển đổi số của tỉnh.",
        "Kết quả cụ thể như sau:",
        "Chỉ tiêu | Kế hoạch | Thực hiện",
        "Tỷ lệ hồ sơ trực tuyến | 60% | 63,2%",
        "Xã có mạng truyền số liệu chuyên dùng | 260 | 260",
        "Người dân có chữ ký số | 15% | 9,8%",
        "Như vậy, 2/3 chỉ tiêu đạt và vượt kế hoạch. Chỉ tiêu chữ ký số cá nhân chưa đạt do người dân ít nhu cầu, chi phí "
        "duy trì còn cao so với thu nhập ở nông thôn.",
        "Kết luận hội nghị, Phó Chủ tịch UBND tỉnh Đỗ Thử Hiền giao Sở TT&TT phối hợp với các nhà cung cấp miễn phí chữ "
        "ký số năm đầu cho người dân, báo cáo UBND tỉnh trước ngày 15/3/2024.",
        "Hội nghị cũng trao giấy khen cho 9 tập thể có thành tích xuất sắc trong phong trào thi đua năm 2023.",
    ),
    byline="Phạm Thử Hương",
    captions=("Các đại biểu dự hội nghị",),
    province="Thái Bình",
)

SHORT = Article(
    title="Kon Tum tổng kết công tác thông tin và truyền thông năm 2015",
    paragraphs=(
        "Ngày 20/01/2016, Sở Thông tin và Truyền thông tỉnh Kon Tum tổ chức hội nghị tổng kết công tác năm 2015 và triển "
        "khai nhiệm vụ năm 2016. Đồng chí A Thử, Phó Chủ tịch UBND tỉnh đến dự.",
        "Năm 2015, Sở hoàn thành 18/20 nhiệm vụ. Còn 2 nhiệm vụ chậm do thiếu vốn.",
        "Đồng chí Phó Chủ tịch đề nghị Sở hoàn thành mạng truyền số liệu cấp xã trước 30/6/2016.",
    ),
    byline="Y Giả",
    captions=("Toàn cảnh hội nghị",),
    province="Kon Tum",
)

HEADED = Article(
    title="Đảng bộ Sở Thông tin và Truyền thông Quảng Ninh kiểm điểm công tác năm 2017",
    paragraphs=(
        "Chiều 26-12, Đảng ủy Sở Thông tin và Truyền thông tỉnh Quảng Ninh tổ chức hội nghị kiểm điểm công tác năm 2017, "
        "đề ra phương hướng năm 2018. Đồng chí Hà Giả Long, Ủy viên Ban Thường vụ Tỉnh ủy dự hội nghị.",
        "Những kết quả nổi bật",
        "Đảng bộ lãnh đạo hoàn thành 42/42 nhiệm vụ chính trị. Trung tâm hành chính công 14/14 huyện, thị xã, thành phố "
        "dùng chung một phần mềm; thời gian giải quyết thủ tục rút ngắn 40%.",
        "Quản lý báo chí có nhiều đổi mới, các cơ quan báo chí của tỉnh đăng 3.400 tin, bài về cải cách hành chính.",
        "Tồn tại, hạn chế",
        "Sinh hoạt chi bộ ở hai đơn vị sự nghiệp còn hình thức. Công tác kiểm tra, giám sát chưa thường xuyên. Việc phát "
        "triển đảng viên mới chỉ đạt 4/7 chỉ tiêu.",
        "Nhiệm vụ năm 2018",
        "Đồng chí Hà Giả Long yêu cầu Đảng bộ nâng cao chất lượng sinh hoạt chi bộ; gắn kiểm điểm với trách nhiệm người "
        "đứng đầu; lãnh đạo hoàn thành đề án thành phố thông minh Hạ Long trong năm 2018.",
        "Mỗi chi bộ chọn ít nhất một việc khó để làm điểm, báo cáo Đảng ủy trước ngày 15-2.",
    ),
    byline="Thu Giả",
    captions=("Đồng chí Hà Giả Long kết luận hội nghị",),
    province="Quảng Ninh",
)

PRESS = Article(
    title="Bộ trưởng: Hạ tầng số phải đi trước một bước",
    paragraphs=(
        "Phát biểu tại hội nghị triển khai nhiệm vụ năm 2022 diễn ra sáng 18/12 tại Hà Nội, Bộ trưởng yêu cầu các doanh "
        "nghiệp viễn thông coi hạ tầng số là hạ tầng thiết yếu và phải đầu tư đi trước một bước.",
        "Theo báo cáo, năm 2021 toàn ngành đạt doanh thu 3,46 triệu tỷ đồng, tăng 9% so với năm trước; nộp ngân sách "
        "98.982 tỷ đồng.",
        "Tỷ lệ hộ gia đình có cáp quang đạt 65%.",
        "Đại diện Cục Thử nghiệm thừa nhận vẫn còn 2.200 thôn, bản chưa có sóng băng rộng di động, tập trung ở vùng sâu, "
        "vùng xa. Nhiều nơi chưa có điện lưới nên chi phí vận hành trạm rất lớn.",
        "Bộ trưởng đề nghị các địa phương cho phép dùng chung cột điện, cột chiếu sáng để treo cáp và lắp trạm.",
        "“Sóng đến đâu, trẻ em được học trực tuyến đến đó”, Bộ trưởng nói.",
        "Các tập đoàn phải phủ sóng toàn bộ 2.200 thôn, bản trong năm 2022, riêng các điểm phục vụ dạy học trực tuyến "
        "hoàn thành trước ngày 31/3.",
        "Thanh tra Bộ kiểm tra việc thực hiện, công khai kết quả hằng tháng.",
    ),
    byline="Minh Thử",
    captions=("Toàn cảnh hội nghị. Ảnh: Giả Anh", "Nhân viên kỹ thuật lắp trạm phát sóng trên núi"),
)

CITY = Article(
    title="Quận Ngũ Hành Sơn sơ kết 6 tháng đầu năm 2024: Giữ đà chuyển đổi số, gỡ vướng cho cơ sở",
    paragraphs=(
        "Ngày 5/7, UBND quận Ngũ Hành Sơn, thành phố Đà Nẵng tổ chức hội nghị sơ kết công tác 6 tháng đầu năm, triển khai "
        "nhiệm vụ 6 tháng cuối năm 2024. Chủ tịch UBND quận Ngô Giả Hải chủ trì hội nghị.",
        "6 tháng qua, quận tiếp nhận 21.460 hồ sơ, giải quyết đúng hạn 99,4%; tỷ lệ thanh toán trực tuyến đạt 88%. "
        "100% tổ dân phố có nhóm Zalo phản ánh hiện trường, đã xử lý 1.207/1.230 phản ánh.",
        "Về kinh tế, tổng thu ngân sách đạt 612 tỷ đồng, bằng 58% dự toán năm, tăng 12,5% so với cùng kỳ.",
        "Bên cạnh đó, còn 23 phản ánh quá hạn, chủ yếu về vỉa hè và tiếng ồn; hai phường chưa hoàn thành số hóa hồ sơ địa "
        "chính; giải ngân đầu tư công mới đạt 31%.",
        "Chủ tịch UBND quận yêu cầu các phòng, phường xử lý dứt điểm phản ánh quá hạn trước ngày 20/7; Ban Quản lý dự án "
        "cam kết tiến độ từng công trình, chậm phải báo cáo nguyên nhân.",
        "Phòng Văn hóa và Thông tin phối hợp với Quận đoàn mở các lớp kỹ năng số cho người cao tuổi trong quý III.",
    ),
    byline="Văn phòng UBND quận",
    captions=("Chủ tịch UBND quận Ngô Giả Hải phát biểu kết luận hội nghị",),
    province="Đà Nẵng",
)
