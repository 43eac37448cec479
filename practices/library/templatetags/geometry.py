"""Points and arcs as text for SVG.

Numbers are handed to templates as text: as numbers they would get a Dutch decimal comma, which no SVG understands.
"""

from math import cos, pi, sin


def svg_number(value):
    """At most one decimal, without a trailing zero: 12.04 becomes "12"."""
    return f"{value:.1f}".removesuffix(".0")


def on_circle(centre, radius, turn):
    """The point (x, y) after `turn` (0 to 1) clockwise from the top of a circle."""
    angle = 2 * pi * turn
    return centre + radius * sin(angle), centre - radius * cos(angle)


def arc_path(centre, radius, share, start=0):
    """Path of an arc over `share` (0 to 1) of a circle, clockwise from `start`; "" for nothing."""
    if share <= 0:
        return ""
    if share >= 1:  # an arc that ends where it starts is drawn as nothing
        return arc_path(centre, radius, 0.5, start) + arc_path(centre, radius, 0.5, start + 0.5)
    (x1, y1), (x2, y2) = on_circle(centre, radius, start), on_circle(centre, radius, start + share)
    large = int(share > 0.5)
    numbers = [svg_number(number) for number in (x1, y1, radius, x2, y2)]
    return "M{0} {1}A{2} {2} 0 {large} 1 {3} {4}".format(*numbers, large=large)
