"""Files to import, as people make them."""

from openpyxl import Workbook

HEADER = "cbs_code,name,province,population,population_year,latitude,longitude,g4,g40"


def csv_file(folder, *lines, header=HEADER, encoding="utf-8", end="\n"):
    path = folder / "gemeenten.csv"
    path.write_bytes(end.join([header, *lines, ""]).encode(encoding))
    return path


def workbook_file(folder, *rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    path = folder / "gemeenten.xlsx"
    workbook.save(path)
    return path
