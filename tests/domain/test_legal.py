"""References to legal documents that carry a number."""

import json
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tttt_desktop.domain.legal import find_documents
from tttt_desktop.domain.records import LegalDocument
from tttt_desktop.domain.text import normalise

CORPUS = Path(__file__).resolve().parents[2].parent / "shared" / "corpus"


def test_kind_number_date_and_issuer():
    text = "thực hiện Quyết định số 139/QĐ-UBND ngày 10/01/2014 của UBND tỉnh về nhiệm vụ."
    assert find_documents(text) == [
        LegalDocument(
            "Quyết định",
            "139/QĐ-UBND",
            date(2014, 1, 10),
            "UBND tỉnh",
            "Quyết định số 139/QĐ-UBND ngày 10/01/2014",
        )
    ]


@pytest.mark.parametrize(
    ("text", "kind", "number", "issued_on", "issuer"),
    [
        ("Nghị quyết số 04-NQ/TW của Bộ Chính trị", "Nghị quyết", "04-NQ/TW", None, "Bộ Chính trị"),
        ("Nghị quyết 02 của Tỉnh ủy về chuyển đổi số", "Nghị quyết", "02", None, "Tỉnh ủy"),
        ("Luật An toàn thông tin mạng số 86/2015/QH13", "Luật", "86/2015/QH13", None, ""),
        ("Thông tư số 12/2022/TT-BTTTT ngày 12 tháng 8 năm 2022 của Bộ Thông tin và Truyền thông", "Thông tư",
         "12/2022/TT-BTTTT", date(2022, 8, 12), "Bộ Thông tin và Truyền thông"),
        ("Chương trình hành động số 09-CTr/TU ngày 14/3/2025", "Chương trình hành động", "09-CTr/TU", date(2025, 3, 14), ""),
        ("Nghị quyết số 36a/NQ-CP ngày 14/10/2015", "Nghị quyết", "36a/NQ-CP", date(2015, 10, 14), ""),
        ("nghị định số 30/2020/NĐ-CP của Chính phủ", "Nghị định", "30/2020/NĐ-CP", None, "Chính phủ"),
        ("Kế hoạch số 15 của UBND tỉnh", "Kế hoạch", "15", None, "UBND tỉnh"),
    ],
)  # fmt: skip
def test_the_forms_of_references(text, kind, number, issued_on, issuer):
    (found,) = find_documents(text)
    assert (found.kind, found.number, found.issued_on, found.issuer) == (
        kind,
        number,
        issued_on,
        issuer,
    )


def test_a_second_number_is_of_the_same_kind():
    found = find_documents("Nghị quyết số 18-NQ/TW và 19-NQ/TW ngày 25/10/2017")
    assert [(d.kind, d.number) for d in found] == [
        ("Nghị quyết", "18-NQ/TW"),
        ("Nghị quyết", "19-NQ/TW"),
    ]


def test_a_date_that_does_not_exist_stays_as_printed():
    (found,) = find_documents("Quyết định số 5/QĐ-UBND ngày 31/02/2013")
    assert found.issued_on is None
    assert found.as_printed == "Quyết định số 5/QĐ-UBND ngày 31/02/2013"


@pytest.mark.parametrize(
    "text",
    [
        "các nghị quyết, quyết định của tỉnh",
        "quyết định 30 ngày nghỉ",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI",
        "Luật Báo chí được tuyên truyền rộng rãi",
        "Kế hoạch năm 2023",
        "kinh tế số và xã hội số 5 năm qua",
        "và 10/2020",
        "",
    ],
)
def test_without_a_number_there_is_no_reference(text):
    assert find_documents(text) == []


@given(st.text(max_size=80))
def test_every_reference_stands_in_the_text(text):
    for document in find_documents(text):
        assert document.as_printed in text
        assert document.number in document.as_printed


@pytest.mark.parametrize("folder", ["gold", "dev"])
def test_references_are_those_the_readers_marked(folder):
    if not (CORPUS / folder).is_dir():
        pytest.skip("the labelled articles are not beside the checkout")
    wanted, mine = [], []
    for path in sorted((CORPUS / folder).glob("*[0-9].json")):
        for span in json.loads(path.read_text(encoding="utf-8"))["spans"]:
            if span["label"] != "none":
                wanted += [(r["text"], r["number"], r["date"]) for r in span["legal_refs"]]
                mine += [
                    (d.as_printed, d.number, d.issued_on and d.issued_on.isoformat())
                    for d in find_documents(normalise(span["text"]))
                ]
    right = sum(reference in wanted for reference in mine)
    assert right / len(mine) >= 0.97
    assert right / len(wanted) >= 0.97


@pytest.mark.parametrize(
    "text", ["Luật a b c d " * 10_000, "Quyết định số " * 10_000, "1/2" * 40_000]
)
def test_no_text_takes_long(text):
    start = time.process_time()
    find_documents(text)
    assert time.process_time() - start < 8
