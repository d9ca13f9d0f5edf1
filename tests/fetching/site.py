"""A site on this machine that stands for any site of the world: names resolve as a test says, and every public address
is answered here. Nothing leaves the machine.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from incidents.services.fetching.edge import Edge

PUBLIC = "93.184.216.34"
"""An address that may be asked; here it is this machine."""
PAGE = (
    b"<!doctype html><html lang='en'><head><title>Blasts in Kerman</title></head><body><article><h1>Blasts in Kerman"
    b"</h1><p>Two bombs killed nearly 100 people in the city of Kerman on Wednesday, officials said.</p></article>"
    b"</body></html>"
)
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the site was told to, and remembers what it was asked."""

    server: "Site"
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # http.server's name
        self.server.asked.append((self.path, dict(self.headers)))
        with suppress(OSError):
            self.server.answers.get(self.path, answer(b"", status=404))(self)

    def do_POST(self) -> None:  # http.server's name
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.sent.append((dict(self.headers), body))
        self.do_GET()

    def log_message(self, *_words: Any) -> None:
        """Nothing."""


class Site(ThreadingHTTPServer):
    """``answers`` says what stands at which path; ``sent`` is what came by POST."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.sent: list[tuple[dict[str, str], bytes]] = []
        self.reached: list[str] = []
        self.names: dict[str, list[list[str]]] = {}
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def encrypt(self, folder: Path) -> Path:
        """Speak TLS from here on, with a certificate of our own making for news.example.org; its file is returned."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "news.example.org")])
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("news.example.org")]), critical=False)
            .sign(key, hashes.SHA256())
        )
        pem, file = serialization.Encoding.PEM, folder / "certificate.pem"
        plain = serialization.NoEncryption()
        file.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        return file

    def handle_error(self, *_request: Any) -> None:
        """Nothing: a client that hangs up is what is tested."""

    @property
    def edge(self) -> Edge:
        """The world as this site plays it. A name that answers in turns is asked for its next answer each time."""

        def resolve(host: str, _port: int) -> list[str]:
            turns = self.names.get(host, [[PUBLIC]])
            return turns.pop(0) if len(turns) > 1 else turns[0]

        def connect(address: str, _port: int, seconds: float) -> socket.socket:
            self.reached.append(address)
            return socket.create_connection(("127.0.0.1", self.server_port), timeout=seconds)

        return Edge(resolve, connect)


def answer(body: bytes, *, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    """A whole answer."""

    def send(handler: Handler) -> None:
        handler.send_response(status)
        sent = {"Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in (sent | {name.replace("_", "-"): value for name, value in headers.items()}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def redirect(to: str) -> Answer:
    """An answer that leads elsewhere."""
    return answer(b"", status=302, Location=to)


def endless(handler: Handler) -> None:
    """An answer that says nothing of its length and never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>" + b"x" * 65_536)


def dripping(handler: Handler) -> None:
    """An answer of which a byte comes now and then: no single wait is long."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _byte in range(200):
        handler.wfile.write(b"x")
        time.sleep(0.02)


def dripping_head(handler: Handler) -> None:
    """The same before the answer has even begun."""
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 200:
        handler.wfile.write(bytes([byte]))
        time.sleep(0.02)
