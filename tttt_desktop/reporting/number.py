"""The number by which a report is known again, as a property of its file; Word and LibreOffice keep such."""

from typing import Any

from tttt_desktop.domain.traces import PROPERTY

_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
    ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{0}">'
    "<vt:lpwstr>{1}</vt:lpwstr></property></Properties>"
)


def xml_of(number: str) -> bytes:
    """The part with the number alone."""
    return _XML.format(PROPERTY, number).encode("utf-8")


def put(package: Any, number: str) -> None:
    """Add the number (32 hexadecimal digits) to a package of python-docx that has no such properties yet."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    xml = xml_of(number)
    name = PackURI("/docProps/custom.xml")
    part = Part(name, CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, xml, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
