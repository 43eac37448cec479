"""Where each term stands in a text: written down when the text is indexed, so that marking it needs no analysis.

Twenty long texts are marked for each page of results, and looking at all their words took most of its time.
"""

# What stands later in a text is found, but not quoted.
LONGEST_SCAN = 50_000


def write_places(*texts):
    """For each text, given as what `analysis.placed` returns, and each term in it a line such as "0:wijk<TAB>12,40".

    The line begins with the number of the text and ends with where in the text a chunk starts that has the term.
    """
    return "".join(lines_of(number, found) for number, found in enumerate(texts)) + "\n"


def lines_of(number, found):
    starts, lines = {}, {}
    for start, analysis in found:
        if start >= LONGEST_SCAN:
            break
        if analysis.everything:
            starts.setdefault(analysis, []).append(start)
    for analysis, places in starts.items():
        written = ",".join(map(str, places))
        for term in analysis.everything:
            lines[term] = f"{lines[term]},{written}" if term in lines else f"\n{number}:{term}\t{written}"
    return "".join(lines.values())


def read_places(written, number, terms):
    """{start: set of the `terms` that stand there} of text `number`, in order."""
    found = {}
    for term in terms:
        line = f"\n{number}:{term}\t"
        place = written.find(line)
        if place >= 0:
            places = written[place + len(line) : written.index("\n", place + 1)]
            for start in places.split(","):
                found.setdefault(int(start), set()).add(term)
    return dict(sorted(found.items()))
