"""Web archives: what was fetched is quoted as if it had been saved, and its address and day are known."""

from __future__ import annotations

import gzip
import os
import random
import subprocess
import sys
import zlib
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest

import onrecord
from extraction.archives import DAY, PAGE, answer, chunked, page, record, sha1
from extraction.reading import extractor, missing, text
from extraction.test_html import CMS, SEEN
from onrecord.extractor import Held
from onrecord.mistake import Mistake

WGET = (Path(__file__).parent / "files" / "wget.warc.gz").read_bytes()
INFO = record("", b"software: ours\r\n", kind="warcinfo", media_type="application/warc-fields")
BODY = CMS.encode()


def held(content: bytes) -> dict[str, Held]:
    """The documents by the last of their names."""
    documents = extractor("warc").extract(content)
    assert isinstance(documents, tuple)
    return {one.addresses[-1]: one for one in documents}


def only(content: bytes) -> Held:
    (found,) = held(content).values()
    return found


def packed(coding: str, content: bytes) -> bytes:
    streams = import_module("fastwarc.stream_io")
    if coding == "raw deflate":
        packer = zlib.compressobj(wbits=-15)
        return packer.compress(content) + packer.flush()
    if coding in ("gzip", "x-gzip", "deflate"):
        return (zlib.compress if coding == "deflate" else gzip.compress)(content)
    written = BytesIO()
    writer = {"br": streams.BrotliWriter, "zstd": streams.ZstdWriter}[coding](written)
    writer.write(content)
    writer.close()
    return written.getvalue()


def test_what_another_program_archived_can_be_quoted() -> None:
    """Made by GNU Wget (``files/archive.py``): a redirect, chunks, gzip, digests, requests, its own notes."""
    document = only(WGET)
    assert document.addresses[:2] == ("http://localhost:8017/post", "http://localhost:8017/")
    assert document.known == {"url": "http://localhost:8017/post", "retrieved": "2026-11-28"}
    assert document.place.startswith(
        " in a web archive (http://localhost:8017/post at 2026-11-28T16:37:18Z, record "
    )
    assert missing(text("html", document.content()), SEEN) == {}


@pytest.mark.parametrize("is_packed", [False, True], ids=["warc", "warc.gz"])
def test_a_page(is_packed: bool) -> None:
    records = [INFO, record(PAGE, b"GET / HTTP/1.1\r\n\r\n", kind="request"), page()]
    content = b"".join(map(gzip.compress, records) if is_packed else records)
    document = only(content)
    assert (document.media_type, document.refusal) == ("text/html", "")
    assert document.addresses == (PAGE, "urn:uuid:1")
    assert document.place == f" in a web archive ({PAGE} at {DAY}, record urn:uuid:1)"
    assert document.known == {"url": PAGE, "retrieved": "2026-01-02"}
    assert document.content() == b"\xef\xbb\xbf" + BODY


def test_one_that_is_packed_as_a_whole() -> None:
    assert len(held(gzip.compress(page() + page("https://example.org/b", 2)))) == 2


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP", "deflate", "raw deflate", "br", "zstd"])
@pytest.mark.parametrize("is_chunked", [False, True])
def test_what_was_packed_to_be_sent(coding: str, is_chunked: bool) -> None:
    sent = packed(coding.lower(), BODY)
    head = {"content_encoding": coding.removeprefix("raw ")}
    if is_chunked:
        sent, head = chunked(sent), {**head, "transfer_encoding": "chunked"}
    assert only(record(PAGE, answer(sent, **head))).content().endswith(BODY)


def test_two_codings() -> None:
    sent = packed("br", packed("gzip", BODY))
    assert only(record(PAGE, answer(sent, content_encoding="gzip, br"))).content().endswith(BODY)
    sent = chunked(packed("gzip", BODY))
    assert only(record(PAGE, answer(sent, transfer_encoding="gzip, chunked"))).content().endswith(BODY)


@pytest.mark.parametrize("head", [{"content_encoding": "gzip"}, {"transfer_encoding": "chunked"}])
def test_what_a_recorder_unpacked_already(head: dict[str, str]) -> None:
    assert only(record(PAGE, answer(BODY, **head))).content().endswith(BODY)


@pytest.mark.parametrize(
    ("sent", "head", "words"),
    [
        (packed("gzip", BODY)[:-30], {"content_encoding": "gzip"}, r"packing \(gzip\) is broken"),
        (packed("deflate", BODY)[:-30], {"content_encoding": "deflate"}, r"packing \(deflate\) is broken"),
        (packed("br", BODY)[:-30], {"content_encoding": "br"}, r"packing \(br\) is broken"),
        (packed("zstd", BODY)[:-30], {"content_encoding": "zstd"}, r"packing \(zstd\) is broken"),
        (b"garbage", {"content_encoding": "br"}, r"packing \(br\) is broken"),
        (BODY, {"content_encoding": "secret\x1b"}, "packed as 'secret"),
        (chunked(BODY)[:-5], {"transfer_encoding": "chunked"}, "breaks off"),
        (chunked(BODY)[:-30], {"transfer_encoding": "chunked"}, "breaks off"),
        (b"7fffffff\r\n" + chunked(BODY), {"transfer_encoding": "chunked"}, r"packing \(chunked\) is broken"),
        (BODY[:-30], {"content_length": str(len(BODY))}, "breaks off"),
        (packed("gzip", bytes(65 << 20)), {"content_encoding": "gzip"}, "more than 67,108,864 bytes"),
        (packed("br", bytes(65 << 20)), {"content_encoding": "br"}, "more than 67,108,864 bytes"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(sent: bytes, head: dict[str, str], words: str) -> None:
    document = only(record(PAGE, answer(sent, **head)))
    with pytest.raises(Mistake, match=words):
        document.content()


@pytest.mark.parametrize(
    ("media_type", "body", "wanted"),
    [
        ("text/html; charset=ISO-8859-1", "<p>caf\u00e9 \u20ac".encode("cp1252"), "caf\u00e9 \u20ac\n"),
        (
            'text/html; charset="windows-1251"',
            "<p>\u043f\u043b\u043e\u0442".encode("cp1251"),
            "\u043f\u043b\u043e\u0442\n",
        ),
        ("text/html; charset=utf-8", "<meta charset=latin1><p>caf\u00e9".encode(), "caf\u00e9\n"),
        ("text/html", '<meta charset="latin1"><p>caf\u00e9'.encode("latin-1"), "caf\u00e9\n"),
        ("Text/HTML;Charset=UTF-8", "<p>caf\u00e9".encode(), "caf\u00e9\n"),
        ("application/xhtml+xml; charset=utf-8", "<p>caf\u00e9</p>".encode(), "caf\u00e9\n"),
    ],
)
def test_the_encoding_is_that_of_the_head(media_type: str, body: bytes, wanted: str) -> None:
    assert text("html", only(record(PAGE, answer(body, media_type=media_type))).content()) == wanted


def test_a_text_and_its_encoding() -> None:
    block = answer("caf\u00e9".encode("latin-1"), media_type="text/plain; charset=iso-8859-1")
    assert only(record(PAGE, block)).content() == "caf\u00e9".encode()


@pytest.mark.parametrize("named", ["nonsense", "rot13", "utf-8"])
def test_a_wrong_encoding_is_refused(named: str) -> None:
    with pytest.raises(Mistake, match="not encoded as"):
        only(record(PAGE, answer(b"caf\xe9", media_type=f"text/html; charset={named}"))).content()


BLOCK = answer(chunked(packed("gzip", BODY)), content_encoding="gzip", transfer_encoding="chunked")
SENT = BLOCK.partition(b"\r\n\r\n")[2]


@pytest.mark.parametrize(
    "digests",
    [
        {"WARC-Block-Digest": sha1(BLOCK)},
        {"WARC-Block-Digest": sha1(BLOCK).lower()[:5] + sha1(BLOCK)[5:].rstrip("=")},
        {"WARC-Payload-Digest": sha1(SENT)},
        {"WARC-Payload-Digest": sha1(packed("gzip", BODY))},
        {"WARC-Payload-Digest": sha1(BODY)},
        {"WARC-Block-Digest": "crc32:00000000"},
        {"WARC-Block-Digest": "nothing"},
    ],
)
def test_digests(digests: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Recorders differ in what they take for the payload; a digest of another kind says nothing to us."""
    monkeypatch.setattr("gzip.time.time", lambda: 0)
    assert only(record(PAGE, BLOCK, more=digests)).content().endswith(BODY)


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256", "sha-256", "sha512"])
@pytest.mark.parametrize("label", ["WARC-Block-Digest", "WARC-Payload-Digest"])
def test_wrong_digests_are_refused(algorithm: str, label: str) -> None:
    wrong = record(PAGE, BLOCK, more={label: f"{algorithm}:AAAA"})
    with pytest.raises(Mistake, match=f"not what was archived \\({label}\\)"):
        only(wrong).content()


def redirect(from_: str, to: str, number: int, status: str = "301 Moved") -> bytes:
    return record(from_, answer(b"", status, location=to), number=number)


@pytest.mark.parametrize("order", [1, -1])
def test_redirects_lead_to_their_document(order: int) -> None:
    records = [
        redirect("http://example.org/", "/a", 2),
        redirect("http://example.org/a", PAGE, 3, "307 Now"),
        page(),
    ]
    document = only(b"".join(records[::order]))
    assert document.addresses[0] == PAGE
    assert {"http://example.org/", "http://example.org/a", "urn:uuid:3"} <= set(document.addresses)
    assert document.addresses[-1] == "urn:uuid:1"


def test_an_address_that_leads_to_itself_first() -> None:
    assert only(redirect(PAGE, PAGE, 2) + page()).refusal == ""


def test_redirects_to_nothing_and_in_a_ring() -> None:
    alone = only(redirect(PAGE, "https://example.org/gone", 1))
    assert alone.refusal == "it leads to https://example.org/gone, which is not in this file"
    ring = redirect(PAGE, "/b", 1) + redirect("https://example.org/b", PAGE, 2)
    assert all(one.refusal for one in held(ring).values())
    assert only(redirect(PAGE, "http://[", 1)).refusal


def revisit(number: int, **more: str) -> bytes:
    lines = {name.replace("_", "-"): value for name, value in more.items()}
    return record("https://example.org/again", answer(b""), "revisit", number, lines)


@pytest.mark.parametrize(
    "more",
    [{"WARC_Refers_To": "<urn:uuid:1>"}, {"WARC_Payload_Digest": sha1(BODY)}],
    ids=["by id", "by digest"],
)
def test_a_visit_leads_to_the_document_that_had_not_changed(more: dict[str, str]) -> None:
    first = record(PAGE, answer(), more={"WARC-Payload-Digest": sha1(BODY)})
    document = only(first + revisit(2, **more))
    assert document.addresses == (PAGE, "https://example.org/again", "urn:uuid:2", "urn:uuid:1")


def test_a_visit_without_its_document() -> None:
    assert "in another file" in only(revisit(2, WARC_Refers_To="<urn:uuid:7>")).refusal


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (record(PAGE, answer(status="404 Not Found")), "status 404"),
        (record(PAGE, answer(status="206 Partial Content")), "status 206"),
        (record(PAGE, b"no head of an answer\r\n\r\n"), "status unknown"),
        (page(**{"WARC-Truncated": "length"}), "only a part"),
        (page(**{"WARC-Segment-Number": "1"}), "only a part"),
    ],
)
def test_what_is_no_document(content: bytes, words: str) -> None:
    assert words in only(content).refusal


def test_a_document_is_preferred_to_what_went_wrong_before() -> None:
    gone = record(PAGE, answer(status="503 Later"), number=2)
    assert [one.refusal for one in held(gone + redirect("http://a.example/", PAGE, 3) + page()).values()][
        1
    ] == ""
    assert (
        "http://a.example/"
        in held(gone + redirect("http://a.example/", PAGE, 3) + page())["urn:uuid:1"].addresses
    )


def test_a_file_that_was_put_in() -> None:
    document = only(record(PAGE, BODY, kind="resource", media_type="text/html"))
    assert document.content() == BODY


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("<https://example.org/post>", PAGE),
        ("HTTPS://Example.ORG/post#part", PAGE),
        ("https://ada:secret@example.org/post", PAGE),
        (
            "https://example.org/a b\u00e9\x1b[31m\u202e'\"<i>",
            "https://example.org/a%20b%C3%A9%1B[31m%E2%80%AE%27%22%3Ci%3E",
        ),
        ("https://example.org", "https://example.org/"),
        ("https://example.org/%20?a=b%26c&d", "https://example.org/%20?a=b%26c&d"),
    ],
)
def test_addresses(said: str, wanted: str) -> None:
    assert only(page(said)).addresses[0] == wanted


@pytest.mark.parametrize(
    "said",
    [
        "javascript:alert(1)",
        "urn:text:https://example.org",
        "dns:example.org",
        "http://[",
        "http:///a",
        "",
        "\x1b",
    ],
)
def test_what_has_no_web_address_is_passed_over(said: str) -> None:
    assert held(page(said)) == {}


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"WARC-Date": "yesterday\x1b"}, f"({PAGE}, record urn:uuid:1)"),
        ({"WARC-Record-ID": "\x1b\u202e"}, f"({PAGE} at {DAY})"),
        ({"WARC-Record-ID": ""}, f"({PAGE} at {DAY})"),
        ({"WARC-Date": "2026-01-02"}, f"({PAGE} at 2026-01-02, record urn:uuid:1)"),
    ],
)
def test_what_a_record_says_of_itself_is_believed_where_it_is_in_order(
    more: dict[str, str], place: str
) -> None:
    assert only(page(**more)).place.endswith(place)


def test_bytes_that_are_no_utf_8() -> None:
    block = answer(**{"Server": "caf\xe9"})
    assert only(record(PAGE, block, more={"X-Note": "\udcff\udcfe"})).content().endswith(BODY)


@pytest.mark.parametrize(
    "content",
    [b"no archive", b"PK\x03\x04" + bytes(99), page() + b"garbage\r\n" + page(), gzip.compress(page())[:-12],
     gzip.compress(page()) + b"garbage", b"\x1f\x8b", BODY],
)  # fmt: skip
def test_a_broken_one_is_refused(content: bytes) -> None:
    with pytest.raises(Mistake, match="no web archive"):
        held(content)


def test_one_that_breaks_off() -> None:
    with pytest.raises(Mistake, match="breaks off"):
        only(page()[:-40]).content()


def test_an_empty_one() -> None:
    assert held(b"") == {}


BOUNDED = """
import resource, sys
from pathlib import Path
from onrecord.extraction.warc import EXTRACTOR
from onrecord.mistake import Mistake
resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))
try:
    EXTRACTOR.extract(Path(sys.argv[1]).read_bytes())
except Mistake as mistake:
    print(mistake)
"""


@pytest.mark.parametrize(
    ("head", "filling"),
    [
        (page(), bytes(1 << 20)),
        (record(PAGE, b"", more={"Content-Length": str(1 << 30)})[:-4], bytes(1 << 20)),
        (record(PAGE, b"", more={"X": "{}"}).partition(b"{}")[0], b"x" * (1 << 20)),
    ],
    ids=["behind a record", "in a record", "in a head"],
)
def test_what_unpacks_without_end_is_refused_and_fills_no_memory(
    head: bytes, filling: bytes, tmp_path: Path
) -> None:
    """600 MiB in a small file: it is read in a process of its own, which may have less memory than that."""
    with gzip.open(tmp_path / "bomb.warc.gz", "wb", compresslevel=1) as bomb:
        bomb.write(head)
        for _ in range(600):
            bomb.write(filling)
    environment = {**os.environ, "PYTHONPATH": str(Path(onrecord.__file__).parents[1])}
    run = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(tmp_path / "bomb.warc.gz")],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "no web archive" in run.stdout or "more than 536,870,912 bytes" in run.stdout


def test_lines_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.extraction.warc._MOST_UNPACKED", 1 << 20)
    with pytest.raises(Mistake, match="more than 1,048,576 bytes"):
        held(gzip.compress(page() + b"\r\n" * (1 << 20)))


def test_a_head_that_is_too_long_to_be_read_is_not_taken_for_the_document() -> None:
    content = record(PAGE, answer(b"hi", media_type="text/plain", x="x, " * 20_000))
    with pytest.raises(Mistake, match="a broken one"):
        only(content).content()


def test_a_large_document_is_refused() -> None:
    content = record(PAGE, answer(bytes(65 << 20)))
    with pytest.raises(Mistake, match="more than 67,108,864 bytes"):
        only(content).content()


def test_thousands_of_records() -> None:
    records = [page(f"https://example.org/{number}", number) for number in range(10_000)]
    documents = held(b"".join(records))
    assert len(documents) == 10_000
    assert documents["urn:uuid:9999"].content().endswith(BODY)
    with pytest.raises(Mistake, match="more than 50,000 records"):
        held(INFO * 50_001)


def test_noise_is_refused_or_read() -> None:
    """Nothing but a `Mistake` comes of bytes that were changed at random."""
    chance = random.Random(28500)
    whole = [INFO + redirect("http://a.example/", PAGE, 2) + page(), WGET, gzip.compress(page())]
    for _ in range(1_500):
        noisy = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(noisy))
            noisy[at : at + chance.choice((0, 1, 1, 30))] = chance.randbytes(chance.choice((0, 1, 1, 9)))
        try:
            for document in held(bytes(noisy)).values():
                document.content()
        except Mistake:
            pass
