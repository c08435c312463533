"""The door: only pages of this very playground, opened on this machine, may talk to it.

A page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding) or open a socket to it;
the browser then sends that name as `Host`, or that page as `Origin`, and both are refused.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.platforms.web.address import is_loopback

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src http: https: data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-cache",
}

ELSEWHERE = (
    "The playground answers only to this machine. Open it at the address that it printed when it "
    "started."
)
OTHER_PAGE = "Another page tried to reach the playground. Only the playground's own page may."

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def refusal(host: str, origin: str | None) -> str:
    """Why a request with these headers is refused, as a sentence; empty where it is welcome."""
    if not is_loopback(_name(host)):
        return ELSEWHERE
    if origin is not None and origin.lower() != f"http://{host.lower()}":
        return OTHER_PAGE
    return ""


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what comes from elsewhere, and send every answer with strict headers."""
    why = refusal(request.headers.get("Host", ""), request.headers.get("Origin"))
    if why:
        return web.Response(status=403, text=why, headers=HEADERS)
    try:
        response = await handler(request)
    except web.HTTPException as error:
        return web.Response(status=error.status, text=error.reason, headers=HEADERS)
    if not response.prepared:
        response.headers.update(HEADERS)
    return response


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
