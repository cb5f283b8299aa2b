"""A shop with six products that differ in all that lists are narrowed by."""

from catalog.attributes.models import Attribute, AttributeChoice, AttributeChoiceTranslation
from catalog.categories.actions import create as create_category
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductTypeAttribute
from tests.factories import DistrictFactory, SellerFactory, StateFactory
from tests.search.learnt import learn
from tests.search.shelf import Shelf, open_shop


def open_market() -> Shelf:
    """Two sarees in indigo and red, a stole, a brass lamp and a toy of another State's maker, which is a man, and a pot that is
    sold out. The shelf's own seller is led by women."""
    shelf = open_shop()
    colour = Attribute.objects.create(slug="colour", name="Colour", input_type="DROPDOWN", filterable_in_storefront=True)
    ProductTypeAttribute.objects.create(product_type=shelf.product_type, attribute=colour)
    choices = {slug: AttributeChoice.objects.create(attribute=colour, slug=slug, name=slug.title()) for slug in ("indigo", "red")}
    AttributeChoiceTranslation.objects.create(choice=choices["indigo"], language_code="hi", name="नीला")
    metal = create_category(name="Metal")
    kerala = StateFactory(name="Kerala", name_hi="केरल", slug="kerala")
    palakkad = DistrictFactory(state=kerala, name="Palakkad", name_hi="पालक्काड", slug="palakkad")
    DistrictFactory(state=kerala, name="Idukki", name_hi="इडुक्की", slug="idukki")
    man = SellerFactory(name="Raman and Sons", slug="raman", district=palakkad, women_led=False)
    elsewhere = {"seller_id": man.pk, "district_id": palakkad.pk, "category_id": metal.pk}

    def put(name: str, rupees: int, *, of: str = "", gi: bool = False, odop: bool = False, pieces: int = 3, **moved: int) -> None:
        product = shelf.put(name, rupees=rupees, gi=gi, odop=odop, pieces=pieces)
        if of:
            AttributeAssignment.objects.create(product=product, attribute=colour, choice=choices[of])
        if moved:
            Product.objects.filter(pk=product.pk).update(**moved)

    put("Indigo saree", 9000, of="indigo", gi=True, odop=True)
    put("Red saree", 7000, of="red", gi=True)
    put("Red stole", 900, of="red", odop=True)
    put("Brass lamp", 2500, **elsewhere)
    put("Brass toy", 400, of="indigo", **elsewhere)
    put("Old pot", 300, pieces=0, category_id=metal.pk)
    learn()
    return shelf
