"""Why a proposal is made, in words a secretary understands, and how sure the rule is."""

from tttt_desktop.suggesting.parts import Judged
from tttt_desktop.suggesting.passage import Passage

# How sure each rule is: set lower than its share of hits in the labelled articles, because it was tuned on these.
_SCORES = {
    "order": 0.9,
    "task-list": 0.9,
    "leader-must": 0.85,
    "plan": 0.7,
    "bad": 0.8,
    "leader-shortcoming": 0.85,
    "admission": 0.85,
    "shortcoming-list": 0.7,
    "result": 0.85,
    "result-list": 0.75,
}
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
    """How likely the proposal is right, from 0 to 1."""
    return _SCORES[judged.verdict.rule]


def reason_for(judged: Judged, passage: Passage) -> str:
    """One Vietnamese sentence without its full stop."""
    verdict = judged.verdict
    template = _REASONS[verdict.rule]
    if verdict.cue is None:
        template = _WITHOUT_CUE.get(verdict.rule, template)
    elif verdict.cue.start == passage.opening_at and verdict.cue.kind == "bid":
        template = _OPENED_BY_CUE.get(verdict.rule, template)
    cue = passage.say(verdict.cue) if verdict.cue else ""
    return template.format(who=judged.speaker.label or "Lãnh đạo", cue=cue)
