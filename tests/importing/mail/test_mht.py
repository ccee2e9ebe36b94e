"""Saved web archives: the page in them, as the same page saved as .html."""

import pytest
from odd import mail
from odd.case import Case
from odd.mail import CASES, LEAD, PAGE, RESULT, archive

from tttt_desktop.domain.errors import FileRefused
from tttt_desktop.importing.html import reader as html
from tttt_desktop.importing.mail import mht
from tttt_desktop.importing.read import read_bytes

ARCHIVES = [case for case in CASES if case.name.endswith((".mht", ".mhtml"))]


@pytest.mark.parametrize("case", ARCHIVES, ids=lambda case: case.name)
def test_odd_files(case: Case) -> None:
    if case.refused:
        with pytest.raises(FileRefused, match=case.refused):
            read_bytes(case.name, case.make())
        return
    article = read_bytes(case.name, case.make())
    said = f"{article.title}\n{article.text}"
    assert article.kind == "mht"
    assert [text for text in case.texts if text not in said] == []
    assert [text for text in case.never if text in said] == []


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_same_as_the_page_alone(encoding: str) -> None:
    draft = mht.read(archive(PAGE.encode(), "text/html; charset=utf-8", encoding))
    alone = html.read(PAGE.encode())
    assert (draft.blocks, draft.title) == (alone.blocks, alone.title)


def test_the_host_is_where_the_page_was_saved_from() -> None:
    assert mht.read(archive(PAGE.encode())).host == "example.vn"


def test_the_day_it_was_saved_is_no_date_of_the_article() -> None:
    assert read_bytes("a.mht", archive(PAGE.encode())).published_on is None


def test_a_page_that_was_sent_is_a_mail() -> None:
    sent = archive(PAGE.encode(), head="From: a@example.vn\r\nTo: b@example.vn\r\nSubject: x\r\n")
    article = read_bytes("a.mht", sent)
    assert article.kind == "eml"
    assert [text for text in (LEAD, RESULT) if text not in article.text] == []


def test_other_parts_are_not_read() -> None:
    more = mail._part("text/css", b"p { content: 'chu cua kieu' }")
    assert "chu cua kieu" not in read_bytes("a.mht", archive(PAGE.encode(), more=more)).text
