"""Why a proposal is made, in words a secretary understands, and how sure the rule is."""

from tttt_desktop.suggesting.parts import Judged
from tttt_desktop.suggesting.passage import Passage

# How often each rule is right, with a figure in the unit and without one. Counted on eighteen articles at the first sight
# of them, before anything was changed for their sake, with a seventh of the weight of all articles tuned on, and rounded
# by hand; `python -m bench.suggestions --scores` shows how the scores hold.
_SCORES = {
    "order": (0.85, 0.8),
    "task-list": (0.8, 0.92),
    "leader-must": (0.75, 0.7),
    "plan": (0.92, 0.8),
    "bad": (0.88, 0.88),
    "leader-shortcoming": (0.8, 0.8),
    "admission": (0.7, 0.55),
    "shortcoming-list": (0.85, 0.8),
    "result": (0.95, 0.75),
    "result-list": (0.86, 0.6),
}
_QUOTED = 0.6  # the most a proposal that is half a quotation gets
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


def score_of(judged: Judged, passage: Passage, *, counts: bool) -> float:
    """How likely the proposal is right, from 0 to 1; `counts` says whether the unit holds a figure."""
    score = _SCORES[judged.verdict.rule][0 if counts else 1]
    quoted = ("“" in passage.text) != ("”" in passage.text)
    return min(score, _QUOTED) if quoted else score


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
