"""Opens every table that `hearsay export` wrote, in pandas and pyarrow, and slices every span: python verify-exports.py FOLDER [--emoji]; with --emoji no table may be empty and some span must stand behind one."""

import hashlib
import sys
from pathlib import Path

import pandas
import pyarrow.parquet

TABLES = ["reports", "attributions", "spans", "links", "entities", "claims", "appearances", "origins", "denials", "events", "corrections"]  # fmt: skip

folder = Path(sys.argv[1])
tables = {name: pandas.read_parquet(folder / "parquet" / f"{name}.parquet") for name in TABLES}
problems = []

for name, table in tables.items():
    schema = pyarrow.parquet.read_schema(folder / "parquet" / f"{name}.parquet")
    if any(not (str(kind).startswith(("string", "large_string", "int32", "double", "bool"))) for kind in schema.types):
        problems.append(f"{name}: a column is nested or of an unforeseen type: {schema.types}")
    if b"hearsay.table" not in (schema.metadata or {}):
        problems.append(f"{name}: the file does not say what it is")
    csv = pandas.read_csv(folder / "csv" / f"{name}.csv", keep_default_na=False, dtype=str)
    if list(csv.columns) != list(table.columns) or len(csv) != len(table):
        problems.append(f"{name}: CSV and Parquet are not the same table")
    if "--emoji" in sys.argv and len(table) == 0:
        problems.append(f"{name}: empty")

reports = tables["reports"].set_index("report")
sliced = astral = 0
for name in ["spans", "links", "appearances", "denials"]:
    for row in tables[name].to_dict("records"):
        if row.get("pieces", 1) != 1:
            continue
        whole = reports.at[row["report"], "title" if row.get("in") == "title" else "text"]
        found = whole[row["start"] : row["end"]]
        sliced += 1
        astral += any(ord(character) > 0xFFFF for character in whole[: row["end"]])
        if found != row["text"]:
            problems.append(f"{name}: {row['report']} {row['start']}:{row['end']} is {found!r}, not {row['text']!r}")
        if name == "spans" and hashlib.sha256(whole.encode()).hexdigest() != row["part_sha256"]:
            problems.append(f"{name}: the hash of {row['report']} is another's")
for report, row in reports.iterrows():
    if hashlib.sha256(row["text"].encode()).hexdigest() != row["text_sha256"]:
        problems.append(f"reports: the hash of {report} is another's")

joined = tables["appearances"].merge(tables["claims"], on="claim").merge(tables["reports"], on="report")
if len(joined) != len(tables["appearances"]):
    problems.append("appearances: not each has one claim and one report")
if "--emoji" in sys.argv and astral == 0:
    problems.append("no span stands behind an emoji: nothing was shown")

print(f"{sliced} spans sliced, {astral} of them in or behind emoji; {sum(map(len, tables.values()))} rows in {len(tables)} tables")
for problem in problems[:20]:
    print("bad  ", problem)
sys.exit(1 if problems else 0)
