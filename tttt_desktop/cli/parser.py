"""The commands and their arguments. Nothing of the program is loaded for `--help`."""

import argparse
from pathlib import Path

from tttt_desktop import __version__
from tttt_desktop.cli.vietnamese import teach_argparse

ORDERS = ("field", "province", "article")
NOTES = ("footnotes", "numbers")
PARTS = ("sources", "quotes", "task_table", "figures", "charts")
_EPILOG = (
    "Không có tham số, hoặc chỉ có một tệp .tttt: mở cửa sổ chương trình. "
    "Mã kết thúc: 0 xong; 1 bị từ chối hoặc hỏng một phần; 2 dùng sai."
)


def build() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` names the chosen command."""
    teach_argparse()
    parser = argparse.ArgumentParser(
        prog="tttt-desktop",
        description="Đánh dấu kết quả, tồn tại, nhiệm vụ trong bài viết và lập báo cáo Word.",
        epilog=_EPILOG,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"%(prog)s {__version__}", help="hiện phiên bản"
    )
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", required=True, title="lệnh")
    _add_reading(commands)
    _add_changing(commands)
    _add_report(commands)
    _add_looking(commands)
    _add_ways_out(commands)
    _add_tasks(commands)
    _add_learned(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, purpose: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", help="in mỗi kết quả thành một dòng JSON")
    return parser


def _dossier(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", metavar="HỒ_SƠ", type=Path, help="tệp hồ sơ .tttt")


def _out(parser: argparse.ArgumentParser, metavar: str, purpose: str) -> None:
    parser.add_argument("--out", metavar=metavar, type=Path, required=True, help=purpose)


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", metavar="ĐƯỜNG_DẪN", type=Path, nargs="+", help="tệp hoặc thư mục bài viết"
    )


def _add_reading(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = _command(commands, "demo", "làm trọn việc với các bài mẫu và in các tệp đã ghi")
    _out(demo, "THƯ_MỤC", "nơi ghi hồ sơ và báo cáo mẫu")
    importing = _command(commands, "import", "nhập bài viết vào hồ sơ; chưa có thì tạo hồ sơ mới")
    _dossier(importing)
    _paths(importing)
    suggest = _command(commands, "suggest", "đọc bài viết và in gợi ý, không lưu gì")
    _paths(suggest)


def _add_changing(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    batch = _command(commands, "batch", "sửa hồ sơ theo các dòng JSON, mỗi dòng một lần sửa")
    _dossier(batch)
    batch.add_argument(
        "file",
        metavar="TỆP",
        nargs="?",
        default="-",
        help="tệp chứa các dòng JSON; “-” hoặc để trống: đọc từ đầu vào chuẩn",
    )


def _add_report(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    report = _command(commands, "report", "lập báo cáo Word")
    _dossier(report)
    _out(report, "X.docx", "tệp Word sẽ ghi")
    report.add_argument(
        "--template",
        metavar="MẪU",
        default="briefing",
        help="briefing (mặc định), annual, tasks, digest, hoặc mẫu của cơ quan có trong hồ sơ",
    )
    report.add_argument(
        "--year",
        metavar="NĂM",
        type=int,
        help="chỉ lấy bài của năm này; với annual: năm được tổng kết; với tasks: năm theo dõi",
    )
    report.add_argument("--title", metavar="TÊN", default="", help="tên báo cáo (trích yếu)")
    report.add_argument("--order", choices=ORDERS, default="field", help="cách sắp các ý")
    report.add_argument(
        "--notes", choices=NOTES, default="", help="cách ghi nguồn; không nêu: theo số nguồn"
    )
    for name, purpose in (("with", "kèm theo"), ("without", "không kèm theo")):
        report.add_argument(
            f"--{name}",
            dest=f"{name}_parts",
            choices=PARTS,
            action="append",
            default=[],
            help=purpose,
        )
    report.add_argument(
        "--set",
        metavar="KHOÁ=GIÁ_TRỊ",
        action="append",
        default=[],
        help="thông tin cơ quan, lưu vào hồ sơ, ví dụ office.name=...; “\\n” để xuống dòng",
    )
    report.add_argument(
        "--no-log",
        dest="log",
        action="store_false",
        help="không ghi vào sổ báo cáo của hồ sơ (sẽ không đọc lại được từ Word)",
    )


def _add_looking(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    returned = _command(commands, "returned", "cho biết báo cáo đã sửa những gì trong Word")
    _dossier(returned)
    returned.add_argument("file", metavar="X.docx", type=Path, help="báo cáo đã sửa trong Word")
    returned.add_argument(
        "--accept",
        action="store_true",
        help="nhận vào hồ sơ mọi thay đổi nhận được: câu, mục, thứ tự, dòng đã xoá (không nhận câu thêm)",
    )
    proofread = _command(commands, "proofread", "soát câu chữ của báo cáo trước khi trình ký")
    _dossier(proofread)
    proofread.add_argument(
        "--mend", action="store_true", help="sửa mọi chỗ có đề nghị, thành một bước hoàn tác"
    )
    check = _command(commands, "check", "kiểm tra hồ sơ còn nguyên vẹn không")
    _dossier(check)
    judge = _command(
        commands, "check-report", "kiểm tra thể thức một tệp Word theo Nghị định 30/2020/NĐ-CP"
    )
    judge.add_argument("file", metavar="TỆP.docx", type=Path, help="tệp Word cần kiểm tra")


def _add_ways_out(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = _command(commands, "export", "xuất toàn bộ dữ liệu của hồ sơ")
    _dossier(export)
    _out(export, "X.(json|xlsx|csv|qdpx)", "tệp sẽ ghi; đuôi tệp quyết định dạng")
    export.add_argument(
        "--format",
        choices=("json", "xlsx", "csv", "qdpx"),
        help="dạng tệp, khi đuôi tệp nói khác; qdpx: dự án REFI-QDA",
    )
    backup = _command(commands, "backup", "ghi một bản sao lưu đã kiểm tra")
    _dossier(backup)
    _out(backup, "Y.tttt", "tệp sao lưu sẽ ghi")


def _add_tasks(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    tasks = _command(
        commands, "tasks", "kể các nhiệm vụ của một năm, tình trạng và gợi ý đối chiếu"
    )
    _dossier(tasks)
    tasks.add_argument(
        "--year", metavar="NĂM", type=int, help="năm theo dõi; không nêu: năm mới nhất có nhiệm vụ"
    )
    tasks.add_argument(
        "--results",
        metavar="NĂM",
        type=int,
        help="năm của kết quả, tồn tại đem đối chiếu; không nêu: chính năm theo dõi",
    )
    tasks.add_argument(
        "--ics", metavar="X.ics", type=Path, help="ghi thời hạn chưa xong thành tệp lịch"
    )


def _add_learned(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    learned = _command(
        commands, "learned", "cho biết, ghi ra hoặc mang sang những gì chương trình đã học"
    )
    _dossier(learned)
    where = learned.add_mutually_exclusive_group()
    where.add_argument("--out", metavar="X.json", type=Path, help="ghi những gì đã học ra tệp")
    where.add_argument(
        "--from",
        dest="source",
        metavar="Y.tttt",
        type=Path,
        help="mang sang từ một hồ sơ khác, hoặc từ tệp .json đã ghi",
    )
