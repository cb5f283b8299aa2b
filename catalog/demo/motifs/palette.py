"""The colours of the demonstration pictures: Indian pigments, cloth palettes, and colour arithmetic."""

PIGMENTS: dict[str, str] = {
    "madder": "#a8392b",
    "indigo": "#27386b",
    "turmeric": "#e3a822",
    "pomegranate": "#9c1c3c",
    "henna": "#7b4a22",
    "rani": "#c9246e",
    "bottle": "#1d4f3c",
    "ivory": "#f6ecd8",
    "peacock": "#0e6a79",
    "marigold": "#ef8b1f",
    "aubergine": "#4d2348",
    "parrot": "#5f9a3e",
    "lac": "#8a1a2b",
    "sky": "#8fb9d1",
    "rose": "#e8a6ae",
    "sandal": "#d8b788",
    "kohl": "#28232a",
    "sindoor": "#d63c22",
    "mehendi": "#6b7232",
    "jamun": "#40254f",
    "pista": "#b6ca9c",
    "firozi": "#2a9fa2",
    "kesar": "#f3a63b",
    "kattha": "#6e3c2b",
    "lotus": "#e48aa1",
    "mist": "#dde4e3",
    "gold": "#dcae4b",
    "silver": "#d5d9de",
    "brick": "#b8563a",
    "slate": "#4b5a68",
}

# base, border, first accent, second accent
CLOTHS: tuple[tuple[str, str, str, str], ...] = (
    ("pomegranate", "bottle", "gold", "kesar"),
    ("indigo", "madder", "ivory", "turmeric"),
    ("bottle", "rani", "gold", "ivory"),
    ("rani", "jamun", "gold", "kesar"),
    ("peacock", "aubergine", "gold", "lotus"),
    ("turmeric", "madder", "ivory", "bottle"),
    ("madder", "kohl", "gold", "ivory"),
    ("aubergine", "marigold", "gold", "rose"),
    ("ivory", "madder", "gold", "bottle"),
    ("firozi", "rani", "gold", "ivory"),
    ("marigold", "rani", "gold", "ivory"),
    ("jamun", "firozi", "gold", "lotus"),
    ("lac", "peacock", "gold", "pista"),
    ("mehendi", "lac", "kesar", "ivory"),
    ("kohl", "lac", "gold", "ivory"),
    ("parrot", "indigo", "gold", "ivory"),
    ("sindoor", "bottle", "gold", "ivory"),
    ("slate", "rose", "ivory", "gold"),
)
PASTELS = ("#f3c9cf", "#bfd9e6", "#d8cdea", "#f6e3b4", "#c5dfc6", "#f2d3bd", "#b9dcd6", "#e7e0d4", "#a9bfd8", "#e2b4c6")

LIGHT_GROUNDS = ("#f3eadb", "#f0dccd", "#dde5d5", "#d6e2e8", "#ecdbbd", "#e9d4cf", "#e2dccf", "#cfdcd6", "#f1e2c4", "#ddd3e0")
MIDDLE_GROUNDS = ("#dba981", "#9fb6a4", "#8fabbb", "#c98d72", "#d0b071", "#b58c93", "#a9a184", "#7f9c9c")
DARK_GROUNDS = ("#25314f", "#22453f", "#472a44", "#702f2c", "#2d3b45", "#4a3527", "#17444c")


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of '#rrggbb', 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """`one` with that share (0 to 1) of `other` stirred in."""
    pairs = zip(channels(one), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def light(colour: str, share: float = 0.3) -> str:
    """The colour nearer to warm white."""
    return mix(colour, "#fff6e6", share)


def dark(colour: str, share: float = 0.3) -> str:
    """The colour nearer to a warm black."""
    return mix(colour, "#1c1220", share)


def brightness(colour: str) -> float:
    """How bright the eye finds it, 0 (black) to 1 (white)."""
    red, green, blue = channels(colour)
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
