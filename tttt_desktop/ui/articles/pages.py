"""What is known of the articles in sight: read a page at a time, the last few pages kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
_KEPT = 4


class Pages(Generic[T]):
    """`read` gives a value for each id it knows of those asked for; `id_of` tells whose a value is."""

    def __init__(self, size: int, id_of: Callable[[T], int]) -> None:
        self._size, self._id_of = size, id_of
        self._pages: OrderedDict[int, dict[int, T]] = OrderedDict()

    def get(
        self, position: int, ids: Sequence[int], read: Callable[[Sequence[int]], list[T]]
    ) -> T | None:
        """The value of the article at a position of `ids`; its page is read when it is not there."""
        number = position // self._size
        page = self._pages.get(number)
        if page is None:
            start = number * self._size
            page = {self._id_of(one): one for one in read(ids[start : start + self._size])}
            self._pages[number] = page
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page.get(ids[position])

    def put(self, position: int, value: T) -> bool:
        """Keep a value that was read again; whether it stands on a page that is kept, and is another now."""
        page = self._pages.get(position // self._size)
        if page is None or page.get(self._id_of(value)) == value:
            return False
        page[self._id_of(value)] = value
        return True

    def clear(self) -> None:
        """Forget all."""
        self._pages.clear()
