"""Draws the results of run.py as an SVG: per workload, one bar per tool, on a
logarithmic scale of seconds. Dark is the simulation after its first line (CPU),
light is everything (wall)."""

import math
from xml.sax.saxutils import escape

COLOURS = ["#2f6fb0", "#c8722c", "#4b9a5a", "#8a5aa8", "#b04a5a"]
LEFT, RIGHT, TOP, BAR, GAP, WIDTH = 210, 90, 70, 16, 18, 900


def _values(report):
    for entry in report["workloads"]:
        for result in entry["results"]:
            if "error" not in result:
                yield max(result["total"]["wall"], 1e-3)
                yield max(result["run"]["cpu"], 1e-3)


class _Scale:
    """Maps seconds to horizontal positions; covers whole decades."""

    def __init__(self, values):
        values = list(values) or [0.1, 1.0]
        self.low = math.floor(math.log10(min(values)))
        self.high = max(math.ceil(math.log10(max(values))), self.low + 1)

    def at(self, seconds):
        share = (math.log10(max(seconds, 10.0**self.low)) - self.low) / (self.high - self.low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)


def _text(x, y, text, anchor="start", extra=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {extra}>{escape(text)}</text>'


def _bar(x, y, width, colour, opacity, title):
    return (f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 1):.1f}" height="{BAR - 3}" '
            f'fill="{colour}" fill-opacity="{opacity}"><title>{escape(title)}</title></rect>')


def draw(report):
    """Returns the SVG text for a report as written to results.json."""
    tools = list(report["tools"])
    colours = {tool: COLOURS[index % len(COLOURS)] for index, tool in enumerate(tools)}
    scale = _Scale(_values(report))
    parts = []
    y = TOP
    for entry in report["workloads"]:
        parts.append(_text(LEFT - 10, y + BAR, entry["name"], "end", 'font-weight="bold"'))
        for result in entry["results"]:
            colour = colours[result["tool"]]
            if "error" in result:
                parts.append(_text(LEFT + 4, y + BAR - 5, f"{result['tool']}: {result['error']}",
                                   extra='fill="#888"'))
                y += BAR
                continue
            total, run = result["total"]["wall"], result["run"]["cpu"]
            title = f"{result['tool']}: total {total:.3f} s, run {run:.3f} s of CPU"
            parts.append(_bar(LEFT, y, scale.at(total) - LEFT, colour, 0.35, title))
            parts.append(_bar(LEFT, y, scale.at(run) - LEFT, colour, 1, title))
            note = f"{total:.2f} s" + ("" if result["agrees"] else " wrong result")
            end = max(scale.at(total), scale.at(run))
            parts.append(_text(end + 4, y + BAR - 5, note))
            y += BAR
        y += GAP
    height = y + 30
    axis = []
    for power in range(scale.low, scale.high + 1):
        x = scale.at(10.0**power)
        axis.append(f'<line x1="{x:.1f}" y1="{TOP - 8}" x2="{x:.1f}" y2="{y - GAP + 4}" '
                    'stroke="#ccc"/>')
        axis.append(_text(x, y + 4, f"{10.0**power:g} s", "middle"))
    legend = []
    x = LEFT
    for tool in tools:
        legend.append(f'<rect x="{x}" y="40" width="12" height="12" fill="{colours[tool]}"/>')
        legend.append(_text(x + 17, 50, tool))
        x += 40 + 8 * len(tool)
    title = (f"Time per workload, medians of {report['runs']} runs "
             "(light: compile and simulation, wall; dark: simulation after its first line, CPU)")
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
        _text(10, 22, title, extra='font-size="13"'), *legend, *axis, *parts, "</svg>"
    ]) + "\n"
