"""Why a proposal is made, in words a secretary understands, and how sure it is."""

from tttt_desktop.suggesting.parts import Judged
from tttt_desktop.suggesting.passage import Passage

_REASONS = {
    "order": "{who} giao việc bằng từ «{cue}»",
    "task-list": "{who} đang giao việc; có từ «{cue}»",
    "leader-must": "{who} đang phát biểu và dùng từ «{cue}»",
    "plan": "Đơn vị tự đề ra cho mình; có từ «{cue}»",
    "bad": "Nêu mặt chưa được, có từ «{cue}»",
    "leader-shortcoming": "{who} lưu ý mặt chưa được, có từ «{cue}»",
    "admission": "Người nói nhận hoặc chỉ ra mặt chưa được, có từ «{cue}»",
    "shortcoming-list": "Nằm trong phần nói về tồn tại, hạn chế",
    "result": "Nằm trong phần kết quả, có từ «{cue}»",
    "result-list": "Nằm trong phần kết quả của năm",
}
_OPENED_BY_CUE = {"task-list": "{who} đang giao việc; câu mở đầu bằng động từ «{cue}»"}
_WITHOUT_CUE = {
    "task-list": "{who} đang giao việc; câu này nối tiếp các việc được giao",
    "plan": "Nằm trong phần đơn vị tự đề ra cho năm sau",
}


def score_of(judged: Judged) -> float:
    """How likely the proposal is right, from 0 to 1: the share of all ways to label the article that agree with it.

    `python -m bench.suggestions --scores` shows how the scores hold.
    """
    return judged.sure


def reason_for(judged: Judged, passage: Passage) -> str:
    """One Vietnamese sentence without its full stop."""
    verdict = judged.verdict
    if verdict.why:
        return verdict.why
    template = _REASONS[verdict.rule]
    if verdict.cue is None:
        template = _WITHOUT_CUE.get(verdict.rule, template)
    elif verdict.cue.start == passage.opening_at and verdict.cue.kind == "bid":
        template = _OPENED_BY_CUE.get(verdict.rule, template)
    cue = passage.say(verdict.cue) if verdict.cue else ""
    return template.format(who=judged.speaker.label or "Lãnh đạo", cue=cue)
