# The first Python that really answers starts dev.py, which looks for a newer one when that is needed.
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$python" -c "" 2>/dev/null && echo "$$python" && break; done)

.PHONY: setup run test lint check slow bench screenshots stories looks

setup run test lint check slow bench screenshots stories looks:
	@test -n "$(PYTHON)" || { echo "Máy này chưa có Python. Hãy cài Python 3.11 trở lên rồi chạy lại."; exit 1; }
	@$(PYTHON) dev.py $@
