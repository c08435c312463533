"""Discord's errors: an HTTP status, a code, a sentence."""

UNKNOWN = {"channel": 10003, "guild": 10004, "message": 10008, "member": 10007, "user": 10013}


class Refusal(Exception):
    """A request that Discord answers with an error."""

    def __init__(self, status: int, code: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.code = code
        self.text = text


def unknown(what: str) -> Refusal:
    """Something that does not exist."""
    return Refusal(404, UNKNOWN[what], f"Unknown {what.title()}")


def invalid(reasons: list[str]) -> Refusal:
    """A body that breaks the rules."""
    return Refusal(400, 50035, f"Invalid Form Body {reasons}")


NO_ACCESS = (403, 50001, "Missing Access")
NO_PERMISSION = (403, 50013, "Missing Permissions")
