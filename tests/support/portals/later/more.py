"""The invented articles of the later pages, second half."""

from portals.article import Article

PICTURES = Article(
    title="Một ngày ở tổ công nghệ số cộng đồng xã đảo Thạnh An",
    paragraphs=(
        "Tại hội nghị tổng kết hoạt động tổ công nghệ số cộng đồng năm 2022 do UBND huyện Cần Giờ, Thành phố Hồ Chí "
        "Minh tổ chức chiều 22/12, tổ của xã đảo Thạnh An được nhắc tên đầu tiên. Phóng viên theo chân các thành viên trong một ngày làm việc.",
        "Cả năm, 9 thành viên đã hướng dẫn 2.870 lượt người dân nộp hồ sơ trực tuyến, cài đặt 1.940 tài khoản định danh.",
        "Khó nhất vẫn là sóng: hai ấp ven biển chỉ bắt được 3G, mỗi lần gửi hồ sơ phải chờ hơn 20 phút.",
        "Kết luận hội nghị, Chủ tịch UBND huyện Trương Mẫu Tiến yêu cầu Phòng Văn hóa và Thông tin làm việc với các nhà "
        "mạng để nâng cấp hai trạm ven biển trước mùa mưa năm 2023.",
        "UBND xã bố trí một phòng riêng cho tổ tại bến đò, hoàn thành trong tháng 1/2023.",
    ),
    byline="Bài và ảnh: Khánh Thử",
    captions=(
        "6 giờ 30, chị Nguyễn Thử Hồng (bìa trái) có mặt ở bến đò để đón chuyến đầu tiên từ thị trấn Cần Thạnh. Trong túi của "
        "chị luôn có hai chiếc điện thoại, một cục sạc dự phòng và xấp giấy ghi mật khẩu do bà con nhờ giữ hộ.",
        "Ông Tư Mẫu, 71 tuổi, lần đầu nhận kết quả gia hạn giấy phép đánh bắt qua mạng. Trước đây, ông phải đi đò vào đất "
        "liền, chờ ở bộ phận một cửa từ sáng đến trưa, có hôm về tay không vì thiếu một tờ giấy xác nhận.",
        "Buổi trưa, cả tổ ăn cơm ngay tại nhà văn hóa ấp. Theo anh Lê Giả Phúc, tổ trưởng, mỗi tuần tổ dành hai buổi tối đến "
        "từng nhà hướng dẫn người lớn tuổi, yêu cầu duy nhất với bà con là “đừng ngại hỏi”.",
        "Chiều muộn, sóng yếu dần. Các thành viên phải ra mỏm đá phía nam xã để gửi nốt hồ sơ trong ngày. Hai trạm phát sóng "
        "mới dự kiến sẽ được xây dựng trong năm tới để khắc phục tình trạng này.",
    ),
    province="Thành phố Hồ Chí Minh",
)

MARKET = Article(
    title="Chợ quê không tiền mặt và chuyện số hóa ở Tri Tôn",
    paragraphs=(
        "(AGO) - Hơn 400 tiểu thương ở huyện biên giới Tri Tôn đã nhận thanh toán bằng mã QR, vượt 60% kế hoạch. Con số này "
        "được nêu tại hội nghị tổng kết chuyển đổi số năm 2023, triển khai nhiệm vụ năm 2024 của huyện, diễn ra sáng 04/01.",
        "Trưởng Phòng Văn hóa và Thông tin Neáng Thử Sóc Kha cho hay, 15/15 xã, thị trấn có tổ công nghệ số; tỷ lệ hồ sơ "
        "trực tuyến đạt 48,9%, tăng 21% so cùng kỳ.",
        "Dẫu vậy, chị cũng thừa nhận còn hai điểm nghẽn.",
        "Đồng bào Khmer lớn tuổi chưa có điện thoại thông minh nên cán bộ phải làm thay; đường truyền ở ba xã vùng đồi chập "
        "chờn vào giờ cao điểm.",
        "Chủ tịch UBND huyện Cao Mẫu Nghĩa chỉ đạo các xã không được làm thay mà phải cầm tay chỉ việc; Phòng Văn hóa và "
        "Thông tin biên soạn tài liệu song ngữ Việt - Khmer, phát hành trước Tết Chôl Chnăm Thmây.",
        "Viễn thông An Giang khảo sát, lắp thêm trạm ở ba xã vùng đồi, xong trong quý II/2024.",
    ),
    byline="THỬ HẠNH",
    captions=("Tiểu thương chợ Tri Tôn nhận tiền qua mã QR",),
    province="An Giang",
)

CULTURE = Article(
    title="Hội nghị tổng kết công tác thông tin, truyền thông cơ sở huyện Bá Thước năm 2017",
    paragraphs=(
        "Ngày 05/01/2018, Phòng Văn hóa và Thông tin huyện Bá Thước, tỉnh Thanh Hóa tổ chức hội nghị tổng kết công tác "
        "thông tin, truyền thông cơ sở năm 2017 và triển khai nhiệm vụ năm 2018. Ông Hà Mẫu Thắng, Phó Chủ tịch UBND huyện "
        "dự hội nghị.",
        "Năm 2017, 23/23 xã, thị trấn có đài truyền thanh hoạt động; phát 6.940 tin, bài; treo 412 băng rôn tuyên truyền "
        "xây dựng nông thôn mới.",
        "Toàn huyện phát triển mới 2.115 thuê bao Internet, tăng 31% so với năm 2016.",
        "Một số đài xã xuống cấp sau đợt lũ tháng 10, có nơi ngừng phát sóng 4 tháng; trang thông tin của 9 xã chưa đăng tin "
        "lần nào từ khi thành lập.",
        "Ông Hà Mẫu Thắng yêu cầu các xã khôi phục xong đài truyền thanh trước ngày 03/02/2018; mỗi xã đăng ít nhất hai tin "
        "một tuần trên trang thông tin của mình.",
        "Phòng Văn hóa và Thông tin tổ chức hai lớp tập huấn viết tin trong quý I.",
    ),
    byline="Trương Thử Nhung",
    captions=(),
    province="Thanh Hóa",
)

RADIO = Article(
    title="Đài huyện Vũng Liêm nhìn lại một năm làm phát thanh",
    paragraphs=(
        "Hôm qua 14/01, Đài Truyền thanh huyện Vũng Liêm họp tổng kết năm 2012, bàn việc năm 2013. Anh Ba Mẫu, Phó Chủ tịch "
        "UBND huyện ghé dự, ngồi từ đầu tới cuối.",
        "Năm rồi đài phát 365 chương trình thời sự, 104 chuyên mục, gửi về đài tỉnh Vĩnh Long 218 tin được phát sóng, đứng "
        "thứ 2/8 huyện, thành phố.",
        "Cái chưa được thì ai cũng thấy: 6 cụm loa ở Thanh Bình, Quới Thiện hư từ mùa nước; phòng thu cách âm kém; anh em "
        "cộng tác viên chậm lĩnh nhuận bút ba tháng.",
        "Anh Ba Mẫu nói thẳng, để dân hai xã cù lao không nghe được loa là lỗi của huyện. Anh giao Đài sửa xong 6 cụm loa "
        "trong tháng 2, kinh phí Phòng Tài chính - Kế hoạch lo.",
        "Nhuận bút của cộng tác viên phải trả đủ trước ngày 25 tháng chạp.",
        "Xong việc cả đài ra quán bà Sáu làm tô bún nước lèo rồi ai về xã nấy.",
    ),
    byline="Út Thử",
    captions=("Anh em đài chụp hình lưu niệm cuối năm",),
    province="Vĩnh Long",
)

POST = Article(
    title="SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH BẮC KẠN TỔNG KẾT NĂM 2021",
    paragraphs=(
        "Chiều 10/01/2022, Sở Thông tin và Truyền thông tỉnh Bắc Kạn tổ chức hội nghị tổng kết công tác năm 2021, triển "
        "khai nhiệm vụ năm 2022. Đồng chí Phạm Mẫu Hưng, Phó Chủ tịch UBND tỉnh dự và chỉ đạo.",
        "✅ Hoàn thành 45/48 nhiệm vụ UBND tỉnh giao.",
        "✅ 108/108 xã, phường, thị trấn có hạ tầng cáp quang.",
        "✅ 1.204 trạm BTS, phủ sóng 4G đến 98,2% dân số.",
        "❗ Tồn tại: 3 nhiệm vụ chậm tiến độ; tỷ lệ dịch vụ công trực tuyến phát sinh hồ sơ mới đạt 36%.",
        "Đồng chí Phạm Mẫu Hưng yêu cầu Sở:",
        "👉 Hoàn thành 3 nhiệm vụ chậm trong quý I/2022.",
        "👉 Phối hợp với các huyện, thành phố đưa tỷ lệ hồ sơ trực tuyến lên 60% trước ngày 30/11.",
        "Hội nghị đã trao Bằng khen của Chủ tịch UBND tỉnh cho 3 tập thể, 5 cá nhân.",
    ),
    byline="",
    province="Bắc Kạn",
)

CARRIER = Article(
    title="Viễn thông tỉnh tổng kết hoạt động sản xuất kinh doanh năm 2019",
    paragraphs=(
        "Ngày 03/01/2020, Viễn thông Thái Nguyên tổ chức Hội nghị tổng kết hoạt động sản xuất kinh doanh năm 2019, triển "
        "khai kế hoạch năm 2020. Ông Lương Thử Dũng, Phó Tổng Giám đốc Tập đoàn dự và chỉ đạo Hội nghị.",
        "Năm 2019, đơn vị đạt doanh thu 486,2 tỷ đồng, bằng 101,3% kế hoạch; phát triển mới 21.340 thuê bao Internet cáp "
        "quang; năng suất lao động tăng 9,5%.",
        "Tồn tại của đơn vị là thời gian sửa chữa trung bình ở huyện Võ Nhai còn 7,2 giờ, gấp đôi định mức; thuê bao di "
        "động rời mạng tăng 4%.",
        "Phó Tổng Giám đốc Lương Thử Dũng giao Viễn thông Thái Nguyên đạt doanh thu 512 tỷ đồng năm 2020; rút thời gian sửa "
        "chữa xuống dưới 4 giờ trước ngày 30/6; làm chủ đầu tư dự án đô thị thông minh của thành phố.",
        "Khối kỹ thuật tổ chức lại các tổ ứng cứu ở vùng cao ngay trong quý I.",
        "Thay mặt đơn vị, Giám đốc Viễn thông Thái Nguyên hứa thực hiện thắng lợi các chỉ tiêu được giao.",
    ),
    byline="Phòng Nhân sự - Tổng hợp",
    captions=(),
    province="Thái Nguyên",
)

LOST = Article(
    title="Tỉnh ủy làm việc với Ban cán sự đảng ngành về kết quả năm 2016",
    paragraphs=(
        "Sáng 12/01, Thường trực Tỉnh ủy Hậu Giang có buổi làm việc với Sở Thông tin và Truyền thông về kết quả năm 2016, "
        "nhiệm vụ trọng tâm năm 2017.Đồng chí Trần Mẫu Công, Phó Bí thư Thường trực Tỉnh ủy chủ trì.",
        "Năm 2016,Sở hoàn thành 19/20nhiệm vụ; các cơ quan báo chí đăng 5.120 tin,bài về tái cơ cấu nông nghiệp.Mạng truyền "
        "số liệu kết nối đến 74/76xã, phường, thị trấn.",
        "Tuy nhiên,công tác thông tin đối ngoại còn mờ nhạt;việc cung cấp thông tin cho báo chí khi có sự cố môi trường chậm.",
        "Đồng chí Phó Bí thư Thường trực yêu cầu Sở xây dựng quy chế phát ngôn mẫu,trình trong tháng 3;tham mưu kế hoạch "
        "thông tin đối ngoại giai đoạn 2017 - 2020trước ngày 30/6.",
        "Ban Tuyên giáo Tỉnh ủy chủ trì giao ban báo chí mỗi tháng một lần,có Sở dự.",
    ),
    byline="Huỳnh Thử Mai",
    captions=(),
    province="Hậu Giang",
)
