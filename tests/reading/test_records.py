"""Files that hold several articles: JSON Lines and CSV; the rows of docs/inputs.md about them."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import io
import json
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from dprk_events.reading import (
    Article,
    ReadingError,
    ReadingOptions,
    list_paths,
    open_sources,
    parse_fields,
    read_source,
)
from tests.reading.inputs import Save, article, error, read

TIR = "La Corée du Nord a tiré deux missiles, a annoncé l’armée du Sud."
VISITE = "Kim Jong Un s’est rendu en Russie, selon l’agence KCNA."


def line(**values: object) -> str:
    return json.dumps(values, ensure_ascii=False) + "\n"


def kinds(found: list[Article | ReadingError]) -> list[str]:
    return [item.kind if isinstance(item, ReadingError) else "article" for item in found]


def test_json_lines(save: Save) -> None:
    first = line(
        text=TIR, id="AFP-7", title="Un tir", published="2024-01-05", url="https://a.fr", source="A"
    )
    path = save("news.jsonl", first + "\n" + line(text=VISITE, date="2023-09-13T10:00:00Z", id=8))
    one, two = read(path)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.path, two.path) == (f"{path}#1", f"{path}#3")
    assert (one.text, one.title, one.url, one.source) == (TIR, "Un tir", "https://a.fr", "A")
    assert one.id == "sha256:" + hashlib.sha256(first.rstrip("\n").encode()).hexdigest()
    assert (one.record_id, two.record_id) == ("AFP-7", "8")
    assert (one.published.value, one.published.source) == (dt.date(2024, 1, 5), "metadata")
    assert two.published.value == dt.date(2023, 9, 13)


def test_bad_json_records(save: Save) -> None:
    bad = [
        "{not json}\n",
        "[1, 2]\n",
        '"words"\n',
        line(body=TIR),
        line(text=None),
        line(text=12),
        line(text="  "),
        line(text="a\0b"),
        "[" * 100_000 + "\n",
    ]
    path = save("news.jsonl", line(text=TIR) + "".join(bad) + line(text=VISITE))
    found = read(path)
    assert kinds(found) == [
        "article",
        *["bad-record"] * 3,
        *["no-text"] * 3,
        "empty",
        "binary",
        "bad-record",
        "article",
    ]
    assert [item.path for item in found] == [f"{path}#{n}" for n in range(1, 12)]
    assert isinstance(found[4], ReadingError)
    assert "'body'" in found[4].message
    assert "--fields" in found[4].message


def test_bytes_that_are_no_utf8_in_one_record(save: Save) -> None:
    path = save(
        "news.jsonl", b'{"text": "Le \xe9\xc3\xa9\xc3\xa9"}\n' + line(text=TIR).encode("utf-8")
    )
    assert kinds(read(path)) == ["undecodable", "article"]


def test_half_characters(save: Save) -> None:
    found = article(save("a.jsonl", '{"text": "Le missile \\ud83d est tombé dans la mer"}'))
    assert found.text == "Le missile \ufffd est tombé dans la mer"
    assert [remark.kind for remark in found.remarks] == ["half-characters", "lost-characters"]


def test_overlong_line(save: Save) -> None:
    path = save("a.jsonl", line(text=TIR) + line(text="a" * 5000) + line(text=VISITE))
    assert kinds(read(path, options=ReadingOptions(max_bytes=1000))) == [
        "article",
        "too-large",
        "article",
    ]


def test_endless_line_in_a_packed_file(save: Save) -> None:
    packed = gzip.compress(line(text=TIR).encode() + b"a" * 3_000_000, 9)
    found = read(save("a.jsonl.gz", packed), options=ReadingOptions(max_bytes=10_000))
    assert kinds(found) == ["article", "too-large"]


def test_json_that_is_not_lines(save: Save) -> None:
    for content in ('[{"text": "a"}]', "[\n{}\n]", '{\n "text": "a"\n}'):
        found = error(save("a.jsonl", content))
        assert found.kind == "unsupported"
        assert "jq -c" in found.message


def test_file_without_records(save: Save) -> None:
    assert error(save("a.jsonl", "\n \n")).kind == "empty"
    assert error(save("a.csv", "text,title\n")).kind == "empty"


def test_json_lines_under_another_name(save: Save) -> None:
    content = line(text=TIR) + line(text=VISITE)
    assert kinds(read(save("export", content))) == ["article"] * 2
    found = error(save("a.txt", content))
    assert found.kind == "unsupported"
    assert "--format jsonl" in found.message
    assert (
        kinds(read(save("a.txt", content), options=ReadingOptions(format="jsonl")))
        == ["article"] * 2
    )


def test_csv(save: Save) -> None:
    row = f'7,"{TIR}\n\nIl a dit ""non"".",05/01/2024,\r\n'
    path = save("a.csv", "\ufeffId;Text;Date;Url\r\n".replace(";", ",") + row + f"8,{VISITE}\r\n")
    one, two = read(path)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.text == f'{TIR}\n\nIl a dit "non".'
    assert (one.path, one.record_id, one.url) == (f"{path}#1", "7", None)
    assert one.id == "sha256:" + hashlib.sha256(row.rstrip().encode()).hexdigest()
    # "05/01/2024" may be January or May; a comma that is not in quotes ends the text
    assert [remark.kind for remark in one.remarks] == ["date-unread"]
    assert [remark.kind for remark in two.remarks] == ["date-unread"]
    assert two.text == "Kim Jong Un s’est rendu en Russie"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_as_spreadsheets_save_it(save: Save, encoding: str, mark: str) -> None:
    rows = [("Titre", "Texte"), ("Le tir", TIR), ("", ""), ("L’été", VISITE)]
    text = "".join(mark.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    options = ReadingOptions(fields=parse_fields("text=texte,title=titre"))
    one, two = read(save("a.csv", text.encode(encoding)), options=options)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.title, one.text) == ("Le tir", TIR)
    assert (two.title, two.text) == ("L’été", VISITE)
    assert two.path.endswith("#2")


def test_bad_rows(save: Save) -> None:
    content = f'id,text\n1,"{TIR}" x\n2,"{VISITE}"\n3,"a",b\n4,"never closed\n5,"{TIR}\n'
    found = read(save("a.csv", content))
    assert kinds(found) == ["bad-record", "article", "bad-record", "bad-record"]


def test_row_over_the_limit(save: Save) -> None:
    content = f'id,text\n1,"{"a b " * 500}"\n2,"{VISITE}"\n3,"' + "a\n" * 2000 + f'"\n4,"{TIR}"\n'
    found = read(save("a.csv", content), options=ReadingOptions(max_bytes=1000))
    assert kinds(found)[:3] == ["too-large", "article", "too-large"]
    assert found[-1].path.endswith(f"#{len(found)}")


def test_table_without_text(save: Save) -> None:
    found = error(save("metadata.csv", "path,published\na.txt,2024-01-05\n"))
    assert found.kind == "no-text"
    assert "--metadata" in found.message


def test_folder_leaves_tables_out(save: Save, french: str, tmp_path: Path) -> None:
    save("in/metadata.csv", "path,text\na.txt,x\n")
    save("in/all.zip", b"PK\x03\x04")
    save("in/b.txt", french)
    save("in/a.jsonl", line(text=TIR))
    assert [item.path for item in read(tmp_path / "in")] == [
        str(tmp_path / "in" / name) for name in ("a.jsonl#1", "b.txt")
    ]


def test_saved_page_with_its_frames(save: Save, french: str, tmp_path: Path) -> None:
    save("in/page.html", f"<html><p>{french}</p></html>")
    save("in/page_files/ad.html", "<html><p>Publicité</p></html>")
    save("in/page_fichiers/ad.html", "<html><p>Publicité</p></html>")
    save("in/other_files/a.txt", french)
    assert [Path(str(item)).name for item in list_paths([str(tmp_path / "in")])] == [
        "a.txt",
        "page.html",
    ]


def test_fields_by_option() -> None:
    fields = parse_fields("text=Body, published=pub_date,published=day")
    assert (fields.text, fields.published, fields.url) == (("body",), ("pub_date", "day"), ("url",))
    for bad in ("body", "text=", "words=body", "", "text=a,,"):
        with pytest.raises(ValueError, match="text=body,published=pub_date"):
            parse_fields(bad)


def test_records_on_standard_input(save: Save) -> None:
    content = (line(text=TIR) + line(text=VISITE)).encode()
    for data in (content, gzip.compress(content)):
        assert [item.path for item in read("-", stdin=data)] == ["-#1", "-#2"]
    table = f'title,text\nTir,"{TIR}"\n'.encode()
    assert article("-", stdin=table).title == "Tir"
    assert article("-", stdin=content, options=ReadingOptions(format="text")).text == (
        content.decode()
    )


def test_records_come_one_at_a_time() -> None:
    asked: list[int] = []

    class Endless(io.RawIOBase):
        def read(self, size: int = -1, /) -> bytes:
            asked.append(size)
            return (line(text=TIR) * 100).encode()

    sources: Iterator[object] = open_sources(["-"], ReadingOptions(), Endless())  # type: ignore[arg-type]
    for _ in range(150):
        next(sources)
    assert len(asked) < 100


def test_one_record_by_its_path(save: Save) -> None:
    path = save("a.jsonl", line(text=TIR) + line(text=VISITE))
    assert article(f"{path}#2").text == VISITE
    assert error(f"{path}#3").kind == "not-found"
    assert error(f"{path}#x").kind == "not-found"
    assert error(f"{path.parent}/b.jsonl#1").kind == "not-found"


def test_a_true_name_with_a_hash_comes_first(save: Save, french: str) -> None:
    save("a", french)
    assert article(save("a#1", TIR)).text == TIR


def test_day_in_the_name_of_an_export_is_not_that_of_its_articles(save: Save) -> None:
    found = article(save("2024-01-05.jsonl", line(text=TIR)))
    assert found.published.source == "none"


def test_sources_can_be_sent_to_another_process(save: Save, french: str) -> None:
    listed = list_paths([str(save("a.jsonl", line(text=TIR))), str(save("b.txt", french))])
    options = ReadingOptions()
    for source in open_sources(listed, options):
        sent = pickle.loads(pickle.dumps(source))  # noqa: S301
        assert read_source(sent, options) == read_source(source, options)


def test_opening_reads_no_text_file(save: Save, tmp_path: Path) -> None:
    listed = [str(tmp_path / "gone.txt"), str(tmp_path / "gone.html")]
    sources = list(open_sources(listed, ReadingOptions()))
    assert [getattr(source, "path", None) for source in sources] == listed


def test_a_fault_inside_costs_one_document(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("dprk_events.reading.legible.find_boilerplate", broken)
    assert error(save("a.txt", TIR)).kind == "internal"
