"""Whether a unit tells a shortcoming: weak words that are not prevented, dealt with or only conceded."""

from tttt_desktop.suggesting.cues import Cue
from tttt_desktop.suggesting.passage import Passage

_CONCEDES = ("dù", "mặc dù", "bất chấp")
_ROW = 18  # characters of a short row
_GOVERNS = 40  # characters a word like "ngăn chặn" reaches ahead


def _shielded(passage: Passage, cue: Cue) -> bool:
    """Whether the bad thing was prevented or dealt with: "không để xảy ra", "góp phần hạn chế" in the same clause."""
    start = passage.span.start
    acts = passage.first("done", "bid")
    shields = list(passage.all("shield"))
    if acts:  # "lắp mới trạm ở các làng chưa có điện"
        shields += [place for place in passage.all("place") if place.start > acts.start]
    return any(
        shield.start < cue.start
        and shield.stop <= cue.stop
        and cue.start - shield.stop < _GOVERNS
        and not _parted(passage.small[shield.stop - start : cue.start - start])
        and (
            passage.say(shield).lower() in _CONCEDES
            or not any(shield.stop <= rest.start < cue.start for rest in passage.all("rest"))
        )
        for shield in shields
    )


def _parted(between: str) -> bool:
    """Whether a comma ends the reach of a shield: not in a short row ("không để ùn ứ, hư hỏng")."""
    return "," in between and len(between) > _ROW


def _after_concession(passage: Passage) -> int:
    """Where the main clause begins after "mặc dù ..., nhưng"; the start of the unit when there is no such clause."""
    concession = passage.first("concession")
    if concession is None:
        return passage.span.start
    main = next((cue for cue in passage.all("main") if cue.start > concession.stop), None)
    return main.stop if main else concession.start


def bad_cue(passage: Passage, *, in_part: bool) -> Cue | None:
    """The word that makes the unit a shortcoming; weak words count beside "còn", "một số" or inside that part."""
    if not passage.has("bad", "weak", "turn"):
        return None
    start = _after_concession(passage)
    strong = [
        cue for cue in passage.all("bad") if cue.start >= start and not _shielded(passage, cue)
    ]
    if strong:
        return strong[0]
    weak = [
        cue for cue in passage.all("weak") if cue.start >= start and not _shielded(passage, cue)
    ]
    if weak and (in_part or passage.has("rest", "turn")):
        return weak[0]
    turn = passage.opening("turn")
    otherwise = passage.has("done", "praise", "must", "order", "mention", "speech")
    return turn if turn and (passage.has("rest") or not otherwise) else None
