"""What the world does to us, said in one Vietnamese sentence and one remedy."""


class UserError(Exception):
    """A failure that is not our fault. `message` says what happened, `remedy` what to do (both Vietnamese)."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class FileRefused(UserError):
    """A file that cannot be imported or opened."""


class DossierInUse(UserError):
    """Another program holds the dossier."""


class DossierNotOurs(UserError):
    """The file is no dossier of this program, or is damaged, or comes from a newer program."""


class SaveFailed(UserError):
    """A change could not be written; nothing of it is in the file."""


class NotFound(UserError):
    """The article, annotation or suggestion that was named does not exist."""


class Cancelled(Exception):
    """The user stopped a running job."""
