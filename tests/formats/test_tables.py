"""Tables are read back by the tools that they are for, with the values that were written."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest

from dprk_events.formats import FormatError, format_names, format_of, is_own_file, traits
from dprk_events.formats import xlsx as xlsx_format
from dprk_events.records import event_cells
from tests.formats.lines import FORMULA, changed, error, events, happening, written

STREAMS = [name for name in format_names() if traits(name).target == "stream"]
PACKAGES = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}


@pytest.fixture(params=STREAMS)
def name(request: pytest.FixtureRequest) -> str:
    if request.param in PACKAGES:
        pytest.importorskip(PACKAGES[request.param])
    return str(request.param)


def cells() -> list[dict[str, Any]]:
    return [dict(event_cells(each)) for each in events()]


def column(name: str) -> list[Any]:
    return [each[name] for each in cells()]


@pytest.mark.parametrize("columns", ["events", "acled", "cns"])
def test_the_same_records_give_the_same_bytes(name: str, columns: str) -> None:
    data = written(name, [*events(), error()], columns)
    assert written(name, [*events(), error()], columns) == data
    assert data != written(name, [], columns)


@pytest.mark.parametrize("columns", ["events", "acled", "cns"])
def test_own_files_are_recognised(name: str, columns: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_bytes(written(name, events(), columns))
    assert is_own_file(target)


def test_what_has_no_end_is_not_read() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero")
    assert not is_own_file(Path("/dev/zero"))


@pytest.mark.parametrize("ending", ["csv", "CSV", "tsv", "xlsx", "parquet", "geojson", "jsonl"])
def test_the_ending_chooses_the_format(ending: str) -> None:
    assert format_of(f"out/events.{ending}") == ending.lower()
    assert format_of(ending) is None


def test_every_format_takes_happenings(name: str) -> None:
    assert written(name, [happening()]) != written(name, [])


def test_a_table_has_no_rows_for_documents() -> None:
    from tests.formats.lines import document

    with pytest.raises(FormatError, match="a row for each event or happening, not for a document"):
        written("csv", [document()])


# --- CSV, TSV -------------------------------------------------------------------------------------


def test_csv_by_the_standard_library() -> None:
    read = list(csv.DictReader(io.StringIO(written("csv", events()).decode("utf-8"))))
    assert [each["sentence"] for each in read] == column("sentence")
    assert [each["longitude"] for each in read] == ["125.67", "", "32.0"]
    assert [each["dprk"] for each in read] == ["true", "true", "false"]


@pytest.mark.parametrize(
    "text", [FORMULA, "+1", "-1 %", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1"]
)
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_what_begins_like_a_formula_is_none(name: str, text: str) -> None:
    event = changed(events()[0], doc=events()[0].doc.model_dump() | {"title": text})
    read = csv.DictReader(
        io.StringIO(written(name, [event]).decode("utf-8"), newline=""),
        delimiter="," if name == "csv" else "\t",
    )
    title = next(read)["title"]
    assert title.startswith("'")
    assert title[1:].split() == text.split()


def test_numbers_are_no_formulas() -> None:
    place = {**(cells()[0] and events()[0].place.model_dump()), "longitude": -71.5}  # type: ignore[union-attr]
    read = csv.DictReader(io.StringIO(written("csv", [changed(events()[0], place=place)]).decode()))
    assert next(read)["longitude"] == "-71.5"


def test_csv_for_excel_in_french() -> None:
    data = written("csv", events(), excel=True)
    assert data.startswith(b"\xef\xbb\xbfid;date;")
    assert data.count(b"\r\n") == 4
    read = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert (read[0]["latitude"], read[0]["confidence"]) == ("39,2", "0,64")
    assert [each["dprk"] for each in read] == ["VRAI", "VRAI", "FAUX"]


def test_a_line_of_tsv_is_a_row() -> None:
    event = changed(events()[0], doc=events()[0].doc.model_dump() | {"title": "Un\ttitre\nlong"})
    lines = written("tsv", [event]).decode("utf-8").splitlines()
    assert len(lines) == 2
    assert dict(zip(*(line.split("\t") for line in lines), strict=True))["title"] == "Un titre long"


def test_characters_that_no_reader_takes_are_written_out() -> None:
    event = changed(
        events()[0], doc=events()[0].doc.model_dump() | {"title": "a\x00b\udcffc\u202ed"}
    )
    read = csv.DictReader(io.StringIO(written("csv", [event]).decode("utf-8")))
    assert next(read)["title"] == r"a\u0000b\udcffc\u202ed"


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_text_tables_by_pandas_polars_and_duckdb(name: str, tmp_path: Path) -> None:
    mark = "," if name == "csv" else "\t"
    target = tmp_path / f"events.{name}"
    target.write_bytes(written(name, events()))
    pandas: Any = pytest.importorskip("pandas")
    frame = pandas.read_csv(target, sep=mark, parse_dates=["earliest"])
    assert frame["sentence"].tolist() == column("sentence")
    assert frame["confidence"].tolist() == column("confidence")
    assert frame["earliest"][0] == pandas.Timestamp("2024-01-02")
    polars: Any = pytest.importorskip("polars")
    table = polars.read_csv(target, separator=mark, try_parse_dates=True)
    assert table["latitude"].to_list() == column("latitude")
    assert table["dprk"].to_list() == column("dprk")
    duckdb: Any = pytest.importorskip("duckdb")
    with duckdb.connect() as base:
        found = base.execute("select earliest, quantity_min from read_csv(?)", [str(target)])
        assert found.fetchall() == [
            (dt.date(2024, 1, 2), 2),
            (dt.date(2024, 1, 3), None),
            (None, None),
        ]


# --- XLSX -----------------------------------------------------------------------------------------


def sheet(records: Any, columns: str = "events") -> list[tuple[Any, ...]]:
    openpyxl: Any = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", records, columns)))
    assert book.active.freeze_panes == "A2"
    return [tuple(row) for row in book.active.iter_rows()]


def test_xlsx_by_openpyxl() -> None:
    heading, *rows = sheet(events())
    assert [cell.value for cell in heading] == list(cells()[0])
    read = dict(zip((cell.value for cell in heading), rows[0], strict=True))
    assert read["earliest"].value == dt.datetime(2024, 1, 2)  # noqa: DTZ001 - a day has no zone
    assert read["earliest"].number_format == "yyyy-mm-dd"
    assert (read["title"].value, read["title"].data_type) == (FORMULA, "s")
    assert (read["latitude"].value, read["dprk"].value) == (39.2, True)
    assert read["cameo"].value is None
    assert all(cell.data_type != "f" for row in rows for cell in row)


def test_a_day_before_spreadsheets_know_any_is_text() -> None:
    time = {"value": "1895", "earliest": "1895-01-01", "latest": "1895-12-31", "ground": "stated"}
    heading, row = sheet([changed(events()[0], time=time)])
    read = dict(zip((cell.value for cell in heading), row, strict=True))
    assert read["earliest"].value == "1895-01-01"


def test_a_full_sheet_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr(xlsx_format, "MOST_ROWS", 3)
    assert written("xlsx", events()[:2])
    with pytest.raises(FormatError, match=r"holds 2 rows at most\. Choose CSV"):
        written("xlsx", events())


def test_a_text_too_long_for_a_cell_is_cut_visibly() -> None:
    doc = events()[0].doc.model_dump() | {"title": "a" * 40_000}
    heading, row = sheet([changed(events()[0], doc=doc)])
    title = dict(zip((cell.value for cell in heading), row, strict=True))["title"].value
    assert (len(title), title[-2:]) == (32_767, "a…")


# --- Parquet, GeoJSON, JSON Lines -----------------------------------------------------------------


def test_parquet_by_pandas_polars_and_duckdb(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    target = tmp_path / "events.parquet"
    target.write_bytes(written("parquet", events()))
    pandas: Any = pytest.importorskip("pandas")
    frame = pandas.read_parquet(target)
    assert list(frame) == list(cells()[0])
    assert frame["earliest"].tolist() == [dt.date(2024, 1, 2), dt.date(2024, 1, 3), None]
    polars: Any = pytest.importorskip("polars")
    table = polars.read_parquet(target)
    assert (table["quantity_min"].dtype, table["dprk"].dtype) == (polars.Int64, polars.Boolean)
    assert table["sentence"].to_list() == column("sentence")
    duckdb: Any = pytest.importorskip("duckdb")
    with duckdb.connect() as base:
        found = base.execute("select title, latitude from read_parquet(?)", [str(target)])
        assert found.fetchall()[0] == (FORMULA, 39.2)


def test_geojson_by_geopandas(tmp_path: Path) -> None:
    target = tmp_path / "events.geojson"
    target.write_bytes(written("geojson", events()))
    geopandas: Any = pytest.importorskip("geopandas")
    frame = geopandas.read_file(target)
    assert (frame.crs.to_epsg(), len(frame)) == (4326, 3)
    assert (frame.geometry[0].x, frame.geometry[0].y) == (125.67, 39.2)
    assert frame.geometry[1] is None
    assert frame["type"].tolist() == column("type")


def test_geojson_as_its_specification_has_it() -> None:
    for records in ([], events()[:1], events()):
        read = json.loads(written("geojson", records))
        assert read["type"] == "FeatureCollection"
        assert [each["type"] for each in read["features"]] == ["Feature"] * len(records)
    assert read["features"][0]["geometry"] == {"type": "Point", "coordinates": [125.67, 39.2]}
    assert read["features"][0]["properties"]["title"] == FORMULA
    assert [each["id"] for each in read["features"]] == column("id")


def test_rows_of_json_lines() -> None:
    rows = [json.loads(line) for line in written("jsonl", events()).splitlines()]
    assert rows == [{"record": "row", **each} for each in cells()]
    (line,) = written("jsonl", [happening()], columns=None).splitlines()
    assert json.loads(line) == happening()
