"""The pictures of the demonstration shops: repeatable, varied, sound SVG, and the right family for each product."""

import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from catalog.demo.motifs import FAMILIES, draw, family_of
from catalog.demo.motifs.raster import to_png
from catalog.demo.motifs.words import SECTORS, WORDS

VIEWS = ("whole", "detail")
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"svg", "defs", "g", "use", "path", "rect", "circle", "ellipse", "linearGradient", "radialGradient", "stop", "clipPath"}
# Rows of the ODOP lists, as they are written there.
PRODUCTS = [
    ("Zari-Zardozi", "handloom_textile", "zardozi"),
    ("Chikankari & Zari Zardozi", "handloom_textile", "chikankari"),
    ("Banarasi Silk Saree", "handloom_textile", "brocade"),
    ("Double Ikat Patan", "handloom_textile", "ikat"),
    ("Srikalahasti Kalamkari Handicrafts", "handloom_textile", "kalamkari"),
    ("Uppada Jamdani Sarees", "handloom_textile", "jamdani"),
    ("Carpets (Dari)", "handloom_textile", "durrie"),
    ("Hand Knotted Carpet", "handloom_textile", "carpet"),
    ("Bagh Prints", "handloom_textile", "block_print"),
    ("School Dress (Readymade Garments)", "handloom_textile", "garment"),
    ("Cotton Yarn", "handloom_textile", "yarn"),
    ("Embroidery Fabric - Phulkari", "handloom_textile", "phulkari"),
    ("Khurkhul Mooga", "handloom_textile", "silk"),
    ("Textile Products", "handloom_textile", "handloom"),
    ("Brassware Craft", "handicraft", "brass"),
    ("Ankle Bells (Ghungroo), Bells and Brass Products", "handicraft", "bells"),
    ("Bidri ware", "handicraft", "bidri"),
    ("Terracotta", "handicraft", "terracotta"),
    ("Black Pottery", "handicraft", "black_pottery"),
    ("Ceramic Products (Khurja Pottery)", "handicraft", "ceramics"),
    ("Leather", "handicraft", "bags"),
    ("Shoes (Leather)", "handicraft", "shoes"),
    ("Wood Craft", "handicraft", "wood_carving"),
    ("Wooden Toys", "handicraft", "lacquer_toys"),
    ("Soft Toys", "handicraft", "soft_toys"),
    ("Teak", "manufacturing_minerals", "furniture"),
    ("Tea", "agriculture", "tea"),
    ("Moonj Products", "handicraft", "moonj"),
    ("Natural banana fibres", "handicraft", "jute"),
    ("Silver Filigree (Tarakashi Art)", "handicraft", "filigree"),
    ("Gems & Jewellery", "handicraft", "gems"),
    ("Shajar Stone Craft", "handicraft", "agate"),
    ("Handicrafts - Pattachitra", "handicraft", "scroll"),
    ("Glassware", "handicraft", "glass"),
    ("Locks and Hardware", "manufacturing_minerals", "locks"),
    ("Granite/Marble - Slabs & Tiles", "manufacturing_minerals", "slabs"),
    ("Sports Goods", "manufacturing_minerals", "sports"),
    ("Engineering Goods", "manufacturing_minerals", "engineering"),
    ("Pharmaceuticals", "manufacturing_minerals", "pharma"),
    ("Kala Namak Rice", "agriculture", "rice"),
    ("Black Rice", "agriculture", "black_rice"),
    ("Makhana (Foxnut)", "agriculture", "makhana"),
    ("Large Cardamom", "agriculture", "cardamom"),
    ("Spices (chilies etc.)", "agriculture", "chilli"),
    ("Minor Forest Produce (Tamarind)", "agriculture", "tamarind"),
    ("Pears", "agriculture", "guava"),
    ("Pearl", "agriculture", "gems"),
    ("Food Processing (Banana)", "processed_food", "banana"),
    ("Milk product (Peda)", "processed_food", "sweets"),
    ("Desi Ghee (Food Processing)", "processed_food", "ghee"),
    ("Pickles", "processed_food", "pickle"),
    ("Sugarcane based products (Jaggery etc.)", "processed_food", "jaggery"),
    ("Mango Pulp", "processed_food", "mango"),
    ("Food Processing", "processed_food", "preserve"),
    ("Processed Prawn & Shrimp", "fisheries_marine", "prawns"),
    ("Fisheries", "fisheries_marine", "seafood"),
    ("Perfume (Attar)", "perfume_wellness", "perfume"),
    ("Incense Sticks (Agarbatti)", "perfume_wellness", "incense"),
    ("Tourism - Religious", "services_tourism", "fort"),
]


@pytest.mark.parametrize("craft", sorted(FAMILIES))
def test_every_family_draws_sound_pictures(craft: str) -> None:
    for view in VIEWS:
        for seed in ("one", "two", "three"):
            drawing = draw(craft=craft, seed=seed, view=view)
            root = ElementTree.fromstring(drawing.svg)
            assert root.tag == f"{SVG}svg"
            assert root.get("viewBox") == "0 0 800 800"
            assert len(drawing.svg.encode()) < 60_000
            assert re.fullmatch(r"#[0-9a-f]{6}", drawing.colour)
            _check_elements(root)


def _check_elements(root: ElementTree.Element) -> None:
    """Only shapes, no words; every reference points to a definition of the same picture."""
    known = {element.get("id") for element in root.iter()} - {None}
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in SHAPES
        assert not (element.text or "").strip()
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "nan" not in value and "inf" not in value
            if name == "href":
                assert value[0] == "#" and value[1:] in known
            for target in re.findall(r"url\(([^)]*)\)", value):
                assert target[0] == "#" and target[1:] in known


@pytest.mark.parametrize("craft", sorted(FAMILIES))
def test_each_seed_has_its_own_picture_and_keeps_it(craft: str) -> None:
    seeds = [f"product-{number}" for number in range(12)]
    first = [draw(craft=craft, seed=seed).svg for seed in seeds]
    assert first == [draw(craft=craft, seed=seed).svg for seed in seeds]
    assert len(set(first)) >= 10
    assert draw(craft=craft, seed="product-0", view="detail").svg != first[0]


def test_another_process_draws_the_same() -> None:
    script = (
        "from hashlib import sha256; from catalog.demo.motifs import FAMILIES, draw\n"
        "text = ''.join(draw(craft=c, seed='same', view=v).svg for c in sorted(FAMILIES) for v in ('whole', 'detail'))\n"
        "import sys; sys.stdout.write(sha256(text.encode()).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    text = "".join(draw(craft=craft, seed="same", view=view).svg for craft in sorted(FAMILIES) for view in VIEWS)
    assert other.stdout == sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("craft", ["brocade", "brass", "rice", "mango", "carpet", "fort", "shoes", "honey"])
def test_a_picture_becomes_a_png_without_bare_places(craft: str) -> None:
    for view in VIEWS:
        image = Image.open(BytesIO(to_png(draw(craft=craft, seed="png", view=view).svg, size=120)))
        assert (image.format, image.size) == ("PNG", (120, 120))
        assert image.convert("RGBA").getextrema()[3] == (255, 255)
        colours = image.convert("RGB").quantize(32).getcolors()
        assert colours is not None and len(colours) > 8


def test_broken_svg_is_refused() -> None:
    with pytest.raises(ValueError):
        to_png("<svg", size=20)


def test_unknown_craft_and_view_are_refused() -> None:
    with pytest.raises(KeyError):
        draw(craft="spaceship", seed="1")
    with pytest.raises(ValueError, match="sideways"):
        draw(craft="brass", seed="1", view="sideways")


@pytest.mark.parametrize(("product", "sector", "family"), PRODUCTS)
def test_the_words_of_a_product_choose_its_family(product: str, sector: str, family: str) -> None:
    assert family_of(product=product, sector=sector) == family


def test_the_craft_decides_before_the_product() -> None:
    assert family_of(product="Saree", sector="handloom_textile", craft="Pochampally ikat") == "ikat"
    assert family_of(product="Brassware", sector="handicraft", craft="") == "brass"


@pytest.mark.parametrize("sector", sorted(SECTORS))
def test_a_product_without_known_words_goes_by_its_sector(sector: str) -> None:
    assert family_of(product="Xyz", sector=sector) == SECTORS[sector]


def test_the_table_names_every_family_and_no_other() -> None:
    assert set(WORDS) == set(FAMILIES)
    assert set(SECTORS.values()) <= set(FAMILIES)
    assert family_of(product="Xyz", sector="unheard of") in FAMILIES
    every = [word.strip() for words in WORDS.values() for word in words.split(",")]
    assert all(every)


def test_the_name_of_each_family_leads_to_a_picture() -> None:
    assert all(family_of(product="", sector="", craft=name) in FAMILIES for name in FAMILIES)
