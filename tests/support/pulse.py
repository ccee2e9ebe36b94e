"""Runs the program with a pulse: each time its event loop was not reached for a while is written down, for tests.

python pulse.py FILE [DOSSIER]        FILE gets lines "when waited worked": seconds of the system's clock, seconds the
                                      loop was away, seconds of processor time that the thread used meanwhile
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tttt_desktop.ui import app

LEAST = 0.010
EVERY = 5  # milliseconds


class Pulse(QObject):
    """Beats often enough, and seldom enough that the program counts as resting."""

    def __init__(self, target: Path) -> None:
        super().__init__()
        self._target = target.open("w", buffering=1)
        self._last, self._used = time.monotonic(), time.thread_time()
        self._timer = QTimer(self, interval=EVERY, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now, used = time.monotonic(), time.thread_time()
        if now - self._last > LEAST:
            self._target.write(f"{now:.4f} {now - self._last:.4f} {used - self._used:.4f}\n")
        self._last, self._used = now, used


def main(target: str, *paths: str) -> int:
    """Open the window; the exit code."""
    made = app.make_application
    beating: list[Pulse] = []

    def with_pulse() -> QApplication:
        application = made()
        beating.append(Pulse(Path(target)))
        return application

    app.make_application = with_pulse
    return app.run(paths)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
