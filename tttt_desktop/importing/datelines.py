"""Which line of a page says when it was published."""

from tttt_desktop.importing.dates import find_event, is_todays, read_stamp
from tttt_desktop.importing.layout import Sheet

_LEAD = 900  # characters in which an article says when its event was
_FOOT = 4  # lines under the text in which the date may stand instead


def read_stamps(sheet: Sheet) -> None:
    """Every date line above the first paragraph."""
    for at in sheet.kept(0, sheet.lead):
        if stamp := read_stamp(sheet.folded[at]):
            sheet.stamps[at] = stamp


def find_date_line(sheet: Sheet) -> None:
    """Below the title, else under the text ("Ngày đăng: ..."), else above the title when it is not today's."""
    sheet.stamp = _date_line(sheet)
    if sheet.stamp >= 0:
        sheet.note("published_on", "Dòng ngày đăng", 0.95, sheet.stamp)


def _date_line(sheet: Sheet) -> int:
    below = [at for at in sheet.stamps if at > sheet.title]
    if below:
        return below[0]
    for at in sheet.kept(sheet.lead)[-_FOOT:]:
        stamp = read_stamp(sheet.folded[at])
        if stamp and (stamp.labelled or stamp.time):
            sheet.stamps[at] = stamp
            return at
    event = find_event("\n".join(sheet.folded[at] for at in sheet.kept(sheet.lead)[:3])[:_LEAD])
    own = [at for at, stamp in sheet.stamps.items() if not is_todays(stamp, event)]
    return own[-1] if own else -1
