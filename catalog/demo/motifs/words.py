"""Which family of pictures suits a product: the words of the ODOP lists and of craft names."""

import re
from functools import cache

# family -> words and phrases that begin a word in the product's name; of all that are found the longest decides.
WORDS: dict[str, str] = {
    # cloth
    "brocade": "dharmavaram silk, silk saree, saree, sari, banarasi, baluchari, paithani, kanchipuram, bomkai,"
    " himroo, patta saree, mubarakpur",
    "silk": "silk, kosa, eri, muga, mooga, tasar, tussar, bhagalpuri, banka silk, handloom products of silk",
    "ikat": "ikat, ikkat, patola, patan, sambalpuri, pochampally, maniabandha, double ikat patan, single ikat weaving",
    "handloom": "chaddar, dupatta, handloom, weaving, loom, powerloom, textile, fabric, khadi, gamosa, cloth,"
    " phanek, phee, mekhla, moirang,"
    " home furnishing, furnishing, bedsheet, stole, scarf, made ups, wangkhei, tant, puan, dress materials,"
    " ponduru cotton saree,"
    " gauze cloth, cotton & silk saree, readymade fabric, ilkal, tangail, gollabhama",
    "jamdani": "jamdani, chanderi, kota doria, venkatagiri, maheshwari, bawan booti, kasavu, uppada jamdani saree",
    "shawl": "shawl, pashmina, woollen, woolen, kullu, kani, bhujodi, tangaliya, wool",
    "block_print": "block print, print, gamthi, textile printing, bagh, bagru, saudagiri, handicraft block",
    "ajrakh": "ajrakh",
    "bandhani": "bandhani, tie dye",
    "leheriya": "leheriya",
    "batik": "batik",
    "kalamkari": "kalamkari, pachedi",
    "garment": "jean pant, garment, apparel, readymade clothes, readymade, jacket, jean, denim, school dress, kids wear,"
    " tailoring, kurta,"
    " bags & garments, textile products and tailoring, textile and apparel, garments & textiles, textile garment,"
    " handloom/garments, embroidery/ sequence, textile and apparels, ready made garment, ready-made garment, lambani dress",
    "hosiery": "hosiery, towel, terry, textiles - towels",
    "chikankari": "chikankari, chikan, chikan embroidery",
    "zardozi": "thakurji dress, costume of thakurji, zardozi, zari, zardosi, zari patch",
    "phulkari": "phulkari, embroidery fabric - phulkari",
    "kantha": "kantha, sujini, sujni, sujani, sujini embroidery, sujni embroidery",
    "mirror_work": "embroider, kasheedakari, lambani, kutch, soof, kasuti, tharu embroidery, mirror work, hand embroidery",
    "applique": "applique, chamba rumal, patch work",
    "patchwork": "patchwork, zari patchwork",
    "lace": "crochet, lace",
    "crewel": "crewel, sozni, crewel based shawl",
    # floor and fibre
    "carpet": "carpet, namda, hand knotted",
    "durrie": "durrie, dari, jamakkalam, panja, warangal durries, carpet (dari, carpets (dari, woollen carpets (dari",
    "mat": "mat & mat, madur, sital pati, sitalpati, screw pine",
    "jute": "jute, banana fib, natural banana fib, natural fibre, jute wall hanging",
    "yarn": "yarn, spinning, cotton yarn, synthetic yarn, carpet yarn, woolen carpet yarn, spinning and cotton yarn",
    "cotton": "cotton and cotton seed, cotton, ginning, cotton bale",
    # clay, metal, machines
    "terracotta": "terracotta, clay, pottery, molela",
    "clay_horse": "clay doll, bankura, laiphadibi",
    "blue_pottery": "blue pottery",
    "black_pottery": "black pottery",
    "ceramics": "khurja, ceramic, sanitary, tile, refractory",
    "brass": "brass, metal craft, metal handicraft, artifacts, metal and wooden, aranmula, swamimalai",
    "brass_lamp": "brass lamp",
    "brass_tray": "brass tray, brass plate, brass thali",
    "brass_vessel": "brass vessel, brass vase, brass lota, brass bowl",
    "temple_lamp": "temple lamp",
    "copper": "copper",
    "bell_metal": "bell metal product, bell metal, brass and bell metal, bell & brass",
    "bell_metal_bowl": "bell metal bowl",
    "bells": "ghungroo, bells, ankle bells",
    "bidri": "bidri",
    "steel": "steel utensil, aluminium, stainless steel, metal utensil, kitchen ware, utensil",
    "dhokra": "dhokra, dokra, bastar, metal casting, tribal, tribal craft, tribal handicraft",
    "locks": "lock, locks and hardware, lock & hardware, dindigul lock, hardware",
    "tools": "implement, farm equipment, hand tool, tool, iron art, scissors, agricultural implement, machineries,"
    " iron fabrication",
    "engineering": "mining & crush, aluminium ingot, engineering, machine, steel, metal product, foundry, valve,"
    " fastener, forged, fabricat,"
    " motor pump, bearing,"
    " aerospace, sheet fabrication, pre fab, light engineering, precision, diesel engine, scientific equipment, mining,"
    " iron, engineering and auto, sanitary fittings, engineering tools and electronics",
    "vehicle": "auto, automobile, vehicle, motorcycle, tractor, ev cluster, rim and axle, cycle, iron art (rim",
    # glass, scent, jewels
    "glass_bangles": "bangle, glass bangle",
    "lac_bangles": "lac, lac bangle",
    "beads": "bead, necklace, kanthi",
    "bindi": "bindi, tikuli, bindi (tikuli",
    "glass": "glass",
    "perfume": "perfume, attar, ittar, agar oil, agarwood, lavender, rose based, aromatic plant",
    "incense": "incense, agarbatti, dhoop",
    "candles": "candle",
    "soap": "soap",
    "jewellery": "jewel, gold, goldsmith, ornament, costume jewellery, thewa, studded gold",
    "filigree": "filigree, silver, tarakashi, silver jewellery",
    "gems": "gem, gems, gems & jewel, gems and jewel, jewellery & gem, pearl, nagina",
    "enamel_elephant": "enamelled elephant, enamel elephant",
    "enamel_peacock": "enamelled peacock, enamel peacock",
    "enamel_earrings": "enamelled earrings, enamel earrings, meenakari earrings",
    "enamel_pendant": "enamelled pendant, enamel pendant, meenakari pendant",
    "papier_elephant": "papier elephant",
    "clay_elephant": "clay elephant, terracotta elephant",
    "black_elephant": "black pottery elephant, black elephant",
    "marble_elephant": "marble inlay elephant, marble elephant",
    "bronze_figure": "bronze figure, bronze dancing",
    "enamel": "meenakari, enamel, gulabi",
    "horn_bone": "horn, bone, seep, button, ivory",
    # stone and wood
    "jali": "jali, soft stone",
    "marble_inlay": "inlay, marble article, stone & marble, stone and marble, sadeli, marble inlay",
    "stone_carving": "stone, carving, sculpture, stone carv, stone craft, stone product, gaura, allagadda, durgi,"
    " shivarapatna,"
    " stone art, stone work, stone carved, granite/marble - ivory carving",
    "stone_elephant": "stone elephant",
    "stone_bowl": "stone bowl",
    "slabs": "yellow stone product, kota stone product, slate stone product, stone based product, granite, marble,"
    " sandstone, slab, sand stone, kota stone, slate, shahabad, cut stone, yellow stone,"
    " stone based",
    "agate": "shazar stone, shajar stone, agate, shazar, shajar, quartz",
    "wood_carving": "wooden carving, wood, wooden, walnut wood, nagina, rosewood inlay, tarkashi, rosewood,"
    " jewellery box, cutlery,"
    " wood craft"
    " (nagina, wood carving, wood carv, sandalwood, tarkashi art, veneer",
    "furniture": "furniture, plywood, teak, sankheda, wooden furniture, teak",
    "lacquer_toys": "electronic toy, toy, toys, channapatna, etikoppaka, kondapalli, kinhal, wooden toy,"
    " toys (wooden, stationery toys",
    "wooden_dolls": "wooden doll",
    "ring_tower": "ring tower",
    "toy_on_wheels": "toy on wheels",
    "soft_toys": "soft toy",
    "plush_elephant": "plush elephant",
    "teddy": "teddy bear",
    "papier_mache": "papier, decorative",
    "bamboo": "bamboo, cane furniture, cane & bamboo",
    "cane_basket": "wicker, willow, cane basket, areca leaf, plates and bowls, sal leaf",
    "moonj": "moonj, sikki, grass, wheat stalk, wheat straw, golden grass, lemon grass craft, sabai",
    # leather, stage, pictures
    "shoes": "footwear, shoe, chappal, kolhapuri chappal",
    "sandals": "sandals",
    "juttis": "jutti, mojari",
    "bags": "leather, bag, wallet, leather good, santiniketan",
    "saddlery": "saddle, harness",
    "puppet": "puppet, kathputli, leather puppet",
    "mask": "mask, chhau, wooden mask",
    "painting": "painting, madhubani, manjusha, basohli, kangra painting, aipan, tikuli painting, art, thanjavur, nirmal",
    "tribal_art": "warli painting, gond painting, pithora painting, sohrai painting, warli, pithora, sohrai, gond, tribal art",
    "scroll": "phad painting, paitkar, paitkar painting, patachitra, pattachitra, pattachitra, cheriyal, phad, scroll, sanjhi",
    "stationery": "handmade paper, paper, stationery, printing and packaging",
    "kite": "kite",
    "musical": "musical, shehnai, instrument",
    "veena": "veena, bobbili",
    "tabla": "tabla",
    "dholak": "dholak",
    "flute": "flute, bansuri",
    "sports": "sports, sports good, sports product",
    "cricket": "cricket",
    "football": "football",
    "badminton": "badminton, shuttlecock",
    "carrom": "carrom",
    "crackers": "cracker, firework",
    # dry goods
    "rice": "rice, basmati, poha, chura, murmura, katarni, paddy, kala namak, matta, flaked",
    "black_rice": "black rice, chakhao, black chakhao",
    "millet": "millet, kodo, kutki, ragi, nagali, jowar, bajra, sorghum, amaranth, finger millet, buck wheat, kodo-kutki",
    "wheat": "wheat, barley, isabgol, agro, agri product, agriculture product",
    "maize": "maize, corn",
    "pulses": "pulse, dal, dhal, gram, lentil, rajma, kholar, urad, peas based, masoor, toor, tur, arhar, moong,"
    " besan, sattu,"
    " soyabean, soybean, soya bean, red gram, kidney bean, guar, green gram, black gram, chickpea",
    "oilseed": "oil seed, oilseed, oil-seed, mustard seed, sesam, sesame, til, flax, castor, mustard,"
    " chironjee, chirounji,"
    " chiraunjee",
    "turmeric": "turmeric, haldi",
    "spices": "spice, pepper, tejpata, asafoetida, hing, clove, cinnamon, oleoresin, masala, coriander, fenugreek",
    "cumin": "cumin, jeera, fennel, ajwain",
    "cardamom": "cardamom, large cardamom",
    "chilli": "chilli, chilly, chili, chillies, jholokia, bhoot, dalle, red cherry pepper, king chilli, naga king",
    "saffron": "saffron, kesar saffron",
    "tamarind": "tamarind",
    "tea": "tea, organic tea, orthodox tea",
    "coffee": "coffee, arabica, chicory",
    "makhana": "makhana, foxnut, fox nut",
    "cashew": "cashew, cashewnut",
    "groundnut": "groundnut, peanut",
    "walnut": "walnut, pecan, nut",
    "arecanut": "arecanut, betel, paan, arecanut/ betelnut, pan methi",
    "dry_fruit": "dry fruit, raisin, apricot, almond, fig, date, datepalm, jardalu apricot, chulli, xerophytic, kair",
    "salt": "salt, gum, sugar, cane sugar",
    "minerals": "mineral, coal, mica, bauxite, barytes, silica, fullers, bentonite, quartz, feldspar, ore, pith block",
    "namkeen": "namkeen, snack, bhujia, ready to eat, ready to cook, muruku, papad",
    "feed": "feed, cattle feed, animal feed, de-oiled, oiled cake, poultry feed",
    # fruit, vegetables
    "mango": "mango, jardalu, alphonso, banganapalli, kesar mango, mango pulp",
    "apple": "apple, peach, plum",
    "guava": "guava, pear, pears",
    "orange": "orange, kinnow, citrus, mandarin, malta, sea buckthorn, seabuckthorn",
    "lemon": "lemon, lime, assam lemon, kachai",
    "banana": "banana",
    "litchi": "litchi, shahi litchi",
    "pineapple": "pineapple",
    "coconut": "coconut, coconut & coir, palm product",
    "papaya": "papaya",
    "pomegranate": "pomegranate, passion fruit, sohiong",
    "strawberry": "strawberr, cherry",
    "kiwi": "kiwi",
    "jackfruit": "jackfruit, custard apple",
    "amla": "amla, aonla, aamla, gooseberry, olive",
    "grapes": "grape, jamun",
    "sapota": "sapota, chikoo, kokum",
    "melon": "melon, watermelon, dragon fruit",
    "fruit": "fruit, multiple fruit, fresh fruit",
    "tomato": "tomato",
    "onion": "onion",
    "potato": "potato, yam, tapioca, tuber",
    "garlic": "garlic",
    "ginger": "ginger",
    "pumpkin": "pumpkin, gourd",
    "vegetables": "vegetable, peas, pea, carrot, okra, lady finger, green pea, cucumber, gherkin, moringa",
    "mushroom": "mushroom",
    "herbs": "mehendi, menthol, mint, mentha, basil, herb, nettle, spinach, cilantro, lemon grass, minor forest,"
    " sonamukhi, bamboo shoot",
    "flowers": "flower, floriculture, anthurium, orchid, rose, mahua flower",
    "sugarcane": "sugarcane",
    # kitchen
    "honey": "honey, beekeeping",
    "jaggery": "jaggery, gur, sugarcane (eg. jaggery, jaggery cubes, sugarcane based products (jaggery, kolhapur jaggery,"
    " sugarcane products, sugarcane value",
    "preserve": "meat, pork, piggery, mutton, food, murabba, jam, jelly, pulp, processing, food processing",
    "pickle": "pickle, achar",
    "oil": "oil, mustard oil, edible oil, vegetable oil, rice bran oil, turmeric oil, himachali chulli oil",
    "drink": "juice, wine, feni, vinegar, sirka, squash, mahua, fruit wine",
    "sweets": "sweet, peda, petha, khaja, tilkut, mithai, sitabhog, confectionery, batisa, chocolate, bal mithai,"
    " traditional sweet",
    "bakery": "bakery, biscuit, bread, bakery product",
    "dairy": "dairy, milk, animal husbandry",
    "ghee": "ghee, desi ghee",
    "ayurveda": "ayurved, medicin, wellness, biopharma, herbal",
    "seafood": "fish, marine, seafood, trout",
    "prawns": "prawn, shrimp",
    "poultry": "poultry, egg, chicken, kadaknath, meat/ chicken",
    # trade
    "coir": "coir, coir product, coir pith",
    "rubber": "rubber",
    "brushes": "brush, human hair",
    "pharma": "pharma, drug, medical equipment",
    "electronics": "electronic, esdm, it/ites, information technology, it & financial",
    "goods_boxes": "cement, chemical, plastic, packaging, fmcg, natural gas, oil & natural, corrugated, plastic product",
    "fort": "touris, sightseeing, hospitality, delhi-6",
    "handicraft": "handicraft, craft, artisan, hand made",
}
# Words that say little decide only where no other is found, and the vague ones only where not even these are.
LITTLE = (
    "art, tribal, textile, fabric, cloth, leather, spice, milk, fruit, plastic, stone, agro, weaving, loom,"
    " handloom, metal, wood,"
    " wooden, pulse, meat, grass, cotton, rice, poultry, agri product, agriculture product, tribal craft, tribal handicraft"
)
VAGUE = "handicraft, craft, artisan, decorative, food, processing, food processing, minor forest"
SECTORS: dict[str, str] = {
    "processed_food": "preserve",
    "agriculture": "vegetables",
    "handicraft": "handicraft",
    "handloom_textile": "handloom",
    "manufacturing_minerals": "goods_boxes",
    "fisheries_marine": "seafood",
    "services_tourism": "fort",
    "perfume_wellness": "perfume",
}


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    """All words as one pattern, longest first, and the family of each."""
    family = {word.strip(): name for name, words in WORDS.items() for word in words.split(",")}
    longest = sorted(family, key=len, reverse=True)
    # these few are the beginnings of other words, so they must stand alone
    whole = {"tea", "art", "til", "fig", "date", "ore", "nut", "lac", "gum", "gem", "eri", "auto", "tur", "pea", "pear", "gold"}
    choices = (re.escape(word) + (r"(?:s|es)?\b" if word in whole else "") for word in longest)
    return re.compile(rf"(?<![a-z])(?=({'|'.join(choices)}))"), family


def _weight(word: str) -> tuple[int, int]:
    """How much a word says: its kind, then its length."""
    return 0 if word in VAGUE.split(", ") else 1 if word in LITTLE.split(", ") else 2, len(word)


def family_of(*, product: str, sector: str, craft: str = "") -> str:
    """The family of pictures for a product by its words, first those of its craft; else by its sector."""
    pattern, family = _words()
    for text in (craft.lower(), product.lower()):
        found = pattern.findall(text) + pattern.findall(text.replace("-", " ").replace("_", " "))
        if found:
            return family[max(found, key=_weight)]
    return SECTORS.get(sector, "handicraft")
