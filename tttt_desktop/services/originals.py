"""The bytes of imported files as they came, kept out of memory until they are stored."""

import weakref
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from threading import Lock

from tttt_desktop.domain.errors import FileRefused

_IN_MEMORY = 8 * 1024 * 1024  # bytes of one import; more go to a temporary file without a name


class Originals:
    """The files of one import. What they need is given back when the last `Original` is let go of. Any thread."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - lives as long as this
        self._end = 0
        self._lock = Lock()
        weakref.finalize(self, self._file.close)

    def keep(self, data: bytes) -> "Original":
        """Take the bytes of a file. Errors: FileRefused when there is no room for them."""
        with self._lock:
            try:
                self._file.seek(self._end)
                self._file.write(data)
                self._file.flush()
            except OSError as error:
                raise FileRefused(
                    "Ổ đĩa tạm đã đầy nên không giữ được tệp gốc.",
                    "Hãy dọn bớt ổ đĩa rồi nhập lại tệp này.",
                ) from error
            start, self._end = self._end, self._end + len(data)
        return Original(self, start, len(data))

    def read(self, start: int, size: int) -> bytes:
        """Bytes that were kept."""
        with self._lock:
            self._file.seek(start)
            return self._file.read(size)


@dataclass(frozen=True, slots=True)
class Original:
    """Where the bytes of one file are kept."""

    kept_in: Originals
    start: int
    size: int

    def data(self) -> bytes:
        """The bytes as they came."""
        return self.kept_in.read(self.start, self.size)
