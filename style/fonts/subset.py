"""Cuts the font of the page and the drawings, and writes its advance widths as a Rust table.

    npm pack inter-ui@4.1.1 && tar xzf inter-ui-4.1.1.tgz
    pip install fonttools brotli
    python style/fonts/subset.py package

Run from the top of the repository. Writes style/fonts/inter-{400,600}.woff2 for browsers, the same as .ttf for PNG
pictures, and core/src/text/metrics.rs.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = {400: "Inter-Regular.woff2", 600: "Inter-SemiBold.woff2"}
# Basic Latin, Latin-1, and the few signs that the page and the drawings use.
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "–—‘’“”…·→←×✓•−")]
FONTS = Path(__file__).parent
METRICS = FONTS.parent.parent / "core" / "src" / "text" / "metrics.rs"


def cut(source: Path, target: Path) -> TTFont:
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    # No kerning and no ligatures: a text is as wide as its characters together, here and in every browser.
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["STAT", "MVAR", "DSIG", "GDEF", "GPOS", "GSUB"]
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
    unpack(target)
    return TTFont(str(target))


def unpack(packed: Path) -> None:
    """The same font without compression, by the names that programs look fonts up by."""
    font = TTFont(str(packed))
    font.flavor = None
    for number, name in [(1, "Inter"), (6, packed.stem.capitalize()), (16, "Inter")]:
        font["name"].setName(name, number, 3, 1, 0x409)
    font.save(str(packed.with_suffix(".ttf")))


def advances(font: TTFont) -> dict[int, int]:
    """Advance widths in thousandths of an em."""
    units = font["head"].unitsPerEm
    return {
        code: round(font["hmtx"][glyph][0] * 1000 / units)
        for code, glyph in font.getBestCmap().items()
        if code in CHARACTERS
    }


def table(name: str, doc: str, values: list[int]) -> str:
    lines, line = [], "   "
    for value in values:
        item = f" {value},"
        if len(line) + len(item) > 100:
            lines.append(line)
            line = "   "
        line += item
    lines.append(line)
    body = "\n".join(lines)
    return f"/// {doc}\npub(super) const {name}: [u16; {len(values)}] = [\n{body}\n];\n"


def main(package: Path) -> None:
    widths = {
        weight: advances(cut(package / "web" / file, FONTS / f"inter-{weight}.woff2"))
        for weight, file in WEIGHTS.items()
    }
    common = sorted(set(widths[400]) & set(widths[600]))
    others = [code for code in common if code >= 0x100]
    out = [
        "//! Advance widths of the bundled font, in thousandths of an em. Written by `style/fonts/subset.py`.\n",
        table("OTHER_CODES", "Codes of the characters from 256 on that the font holds, rising.", others),
    ]
    for weight, word in ((400, "REGULAR"), (600, "SEMIBOLD")):
        latin = [widths[weight].get(code, 0) for code in range(0x20, 0x100)]
        other = [widths[weight][code] for code in others]
        out.append(table(f"{word}_LATIN", f"Weight {weight}: codes 32 to 255; 0 for what the font does not hold.", latin))
        out.append(table(f"{word}_OTHER", f"Weight {weight}: the characters of `OTHER_CODES`.", other))
    METRICS.write_text("\n".join(out))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
