"""Mails: their own text as one article; what they quote, sign and attach is told apart."""

from email.message import Message

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odd.case import Case
from odd.mail import CASES, LEAD, PAGE, RESULT, TITLE, mail, with_files

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.archives.containers import open_container
from tttt_desktop.importing.mail import eml, mime
from tttt_desktop.importing.mail.quotes import ENVELOPE, QUOTED, SIGNATURE
from tttt_desktop.importing.read import read_bytes

MAILS = [case for case in CASES if case.name.endswith(".eml")]


def articles(data: bytes) -> tuple[str, str]:
    """The texts of a mail and of all it holds, and what was refused."""
    said, refused = [], []
    try:
        container = open_container(data)
        members = [("thư.eml", lambda: data)] if container is None else [
            (name, lambda at=at: container.read(at)) for at, name in enumerate(container.names)
        ]  # fmt: skip
    except FileRefused as refusal:
        return "", str(refusal)
    for name, content in members:
        try:
            article = read_bytes(name, content())
            said.append(f"{article.title}\n{article.text}")
        except FileRefused as refusal:
            refused.append(str(refusal))
    return "\n".join(said), "\n".join(refused)


@pytest.mark.parametrize("case", MAILS, ids=lambda case: case.name)
def test_odd_files(case: Case) -> None:
    said, refused = articles(case.make())
    assert [text for text in case.texts if text not in said] == []
    assert [text for text in case.never if text in said] == []
    assert case.refused in refused if case.refused else refused == ""


def reasons(data: bytes) -> dict[str, str]:
    return {block.text: block.reason for block in eml.read(data).blocks if block.reason}


def test_headers_are_hints() -> None:
    draft = eml.read(mail(f"{LEAD}\n", subject=f"Fwd: RE: {TITLE}").as_bytes())
    assert (draft.title, draft.published, draft.byline) == (
        TITLE,
        "2021-01-12T15:20",
        "Mai Thị Giả",
    )
    article = read_bytes("thư.eml", mail(f"{LEAD}\n").as_bytes())
    assert (article.title, str(article.published_on)) == (TITLE, "2021-01-12")


def test_a_short_subject_gives_way_to_the_title_in_the_mail() -> None:
    assert eml.read(mail(html=PAGE, subject="Bài báo").as_bytes()).title == TITLE
    assert eml.read(mail(f"{LEAD}\n", subject="Bài báo").as_bytes()).title == "Bài báo"


def test_a_note_to_the_editor_above_the_article_is_set_aside() -> None:
    text = f"Kính gửi chị Lan,\n\nEm gửi bài ạ.\n\n{TITLE}\n\n{LEAD}\n"
    data = mail(text, subject=f"Gửi bài: {TITLE}").as_bytes()
    assert eml.read(data).title == TITLE
    assert reasons(data) == {"Kính gửi chị Lan,": ENVELOPE, "Em gửi bài ạ.": ENVELOPE}


def test_an_address_is_no_author() -> None:
    data = mail(f"{LEAD}\n").as_bytes().replace(b"Mai =?utf-8?b?VGjhu4sgR2nhuqM=?= ", b"")
    assert eml.read(data).byline == ""


def test_quoted_mails_and_signatures_are_set_aside() -> None:
    text = f"{LEAD}\n\n{RESULT}\n\n-- \nMai\n\nVào Th 3, 12 thg 1, 2021 An <an@x.vn> đã viết:\n> Hỏi?\n"
    assert reasons(mail(text).as_bytes()) == {
        "--": SIGNATURE,
        "Mai": SIGNATURE,
        "Vào Th 3, 12 thg 1, 2021 An <an@x.vn> đã viết:": QUOTED,
        "Hỏi?": QUOTED,
    }


def test_a_note_above_an_article_loses_the_envelope_only() -> None:
    text = f"Gửi chị.\n\nTừ: An\nĐã gửi: 11/01/2021\nTới: Mai\nChủ đề: Bài\n\n{LEAD}\n\n{RESULT}\n"
    found = reasons(mail(text).as_bytes())
    assert set(found.values()) == {ENVELOPE}
    assert "Từ: An" in found
    assert LEAD not in found


def test_attachments_keep_their_bytes_and_names() -> None:
    message = mime.parse(with_files(("Tổng kết năm 2020.docx", b"\0\xff\r\n"), ("b.bin", b"x")))
    assert [(one.name, one.data) for one in eml.attachments(message)] == [
        ("Tổng kết năm 2020.docx", b"\0\xff\r\n"),
        ("b.bin", b"x"),
    ]


@pytest.mark.parametrize(
    "disposition",
    [
        'attachment; filename="=?utf-8?B?VOG7lW5nIGvhur90LnR4dA==?="',
        "attachment; filename*=utf-8''T%E1%BB%95ng%20k%E1%BA%BFt.txt",
        'attachment; filename="Tổng kết.txt"',
        "attachment;\r\n filename*0*=utf-8''T%E1%BB%95ng;\r\n filename*1*=%20k%E1%BA%BFt.txt",
    ],
)
def test_names_in_all_their_spellings(disposition: str) -> None:
    part = mime.parse(
        f"Content-Type: text/plain\r\nContent-Disposition: {disposition}\r\n\r\nx".encode()
    )
    assert mime.file_name(part) == "Tổng kết.txt"


@settings(deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_headers_and_body(head: bytes, body: bytes) -> None:
    data = b"From: a@b.vn\nMIME-Version: 1.0\n" + head + b"\n\n" + body
    said, refused = articles(data)
    assert said or refused.endswith(".")


@given(st.text(max_size=80))
def test_any_subject_is_one_line(subject: str) -> None:
    message = Message()
    message["Subject"] = subject.replace("\n", " ").replace("\r", " ")
    assert "\n" not in mime.header(message, "subject")
