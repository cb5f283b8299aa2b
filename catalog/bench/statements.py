"""One hand-written statement for each operation of `bench catalogue`: it fetches the same rows that our answer is made of.

Lists sort and page by keys, as ours do. What has no parameter in an operation (channel, page size) stands in the text.
Parameters have their types, so that numbers of every size make the same prepared statement.
"""

_VISIBLE = """
l.channel_id = (SELECT id FROM marketplace_channel WHERE slug = 'india')
AND l.is_published AND l.published_at <= now() AND l.visible_in_listings AND s.status = 'APPROVED'
"""
_JOINS = """
JOIN catalog_product p ON p.id = l.product_id
JOIN marketplace_seller s ON s.id = p.seller_id
"""
# What a card shows beside the listing, the product and the category: its thumbnail.
_THUMBNAIL = """
LEFT JOIN LATERAL (
    SELECT m.alt, m.picture_id FROM catalog_productmedia m WHERE m.product_id = p.id ORDER BY m.sort_order, m.id LIMIT 1
) m ON true
LEFT JOIN LATERAL (
    SELECT r.key FROM catalog_rendition r
    WHERE r.picture_id = m.picture_id AND r.format = 'WEBP' AND r.size >= 256 ORDER BY r.size LIMIT 1
) r ON true
"""
_CARD = "p.id, p.slug, p.name, c.id, c.slug, c.name, l.price_from_minor, l.full_price_from_minor, m.alt, r.key"


def _cards(where: str, order: str, *, join: str = "", more: str = "") -> str:
    """The cards of a list; the parameters stand in `where`."""
    return f"""
        SELECT {_CARD}{more}
        FROM catalog_productchannellisting l {_JOINS} {join}
        JOIN catalog_category c ON c.id = p.category_id {_THUMBNAIL}
        WHERE {_VISIBLE} AND {where} ORDER BY {order} LIMIT 25
    """


_FILTERED = f"""
    WITH found AS MATERIALIZED (
        SELECT channel_id, product_id, slug FROM catalog_listingterm
        WHERE channel_id = (SELECT id FROM marketplace_channel WHERE slug = 'india') AND published_at <= now()
        AND category_id = %s::bigint AND price_from_minor BETWEEN %s::bigint AND %s::bigint AND choice_id = %s::bigint
    )
    SELECT {_CARD}, (SELECT count(*) FROM found)
    FROM (SELECT * FROM found ORDER BY slug LIMIT 25) f
    JOIN catalog_productchannellisting l USING (channel_id, product_id)
    JOIN catalog_product p ON p.id = l.product_id
    JOIN catalog_category c ON c.id = p.category_id {_THUMBNAIL}
    ORDER BY f.slug
"""

# Everything that the page of a product reads, as rows of thirteen columns: the product, its variants with price and pieces,
# the attributes of both, its pictures.
_PRODUCT = f"""
    WITH one AS MATERIALIZED (
        SELECT p.*, l.price_from_minor, l.price_to_minor, l.full_price_from_minor, l.full_price_to_minor, l.channel_id,
               c.name AS category_name, c.slug AS category_slug
        FROM catalog_productchannellisting l {_JOINS} JOIN catalog_category c ON c.id = p.category_id
        WHERE {_VISIBLE} AND p.slug = %s::text
    )
    SELECT 'product', id, slug, name, description::text, seo_title, seo_description, category_name, category_slug,
           price_from_minor, price_to_minor, full_price_from_minor, full_price_to_minor FROM one
    UNION ALL
    SELECT 'variant', v.id, v.sku, v.name, NULL, NULL, NULL, NULL, NULL, vl.price_minor, vl.full_price_minor,
           (SELECT sum(quantity - allocated) FROM catalog_stock k WHERE k.variant_id = v.id), NULL
    FROM one JOIN catalog_productvariant v ON v.product_id = one.id
    JOIN catalog_variantchannellisting vl ON vl.variant_id = v.id AND vl.channel_id = one.channel_id
    UNION ALL
    SELECT 'value', a.id, t.slug, t.name, t.input_type, o.slug, o.name, a.plain_text, t.unit, a.variant_id, t.id, a.number,
           a.boolean::int
    FROM (
        SELECT a.* FROM one JOIN catalog_attributeassignment a ON a.product_id = one.id
        UNION ALL
        SELECT a.* FROM one JOIN catalog_productvariant v ON v.product_id = one.id
        JOIN catalog_attributeassignment a ON a.variant_id = v.id
    ) a
    JOIN catalog_attribute t ON t.id = a.attribute_id LEFT JOIN catalog_attributechoice o ON o.id = a.choice_id
    UNION ALL
    SELECT 'picture', m.id, r.key, m.alt, NULL, NULL, NULL, NULL, NULL, r.size, NULL, NULL, NULL
    FROM one JOIN catalog_productmedia m ON m.product_id = one.id
    JOIN catalog_rendition r ON r.picture_id = m.picture_id AND r.format = 'WEBP'
"""

_TREE = """
    SELECT r.id, r.name, r.slug, c.id, c.name, c.slug
    FROM (SELECT * FROM catalog_category WHERE level = 0 ORDER BY sort_order, slug LIMIT 50) r
    LEFT JOIN LATERAL (
        SELECT * FROM catalog_category c WHERE c.parent_id = r.id ORDER BY c.sort_order, c.slug LIMIT 20
    ) c ON true
    ORDER BY r.sort_order, r.slug, c.sort_order, c.slug
"""

STATEMENTS = {
    "default": _cards("p.slug > %s::text", "p.slug"),
    "by-name": _cards("(p.name, p.id) > (%s::text, %s::bigint)", "p.name, p.id"),
    "by-price": _cards(
        "(l.price_from_minor, l.product_id) > (%s::bigint, %s::bigint)", "l.price_from_minor, l.product_id"
    ),
    "filtered": _FILTERED,
    "product": _PRODUCT,
    "categories": _TREE,
    "collection": _cards(
        "k.slug = %s::text", "i.sort_order, i.id", more=", k.id, k.slug, k.name, k.description::text",
        join="JOIN catalog_collectionproduct i ON i.product_id = p.id JOIN catalog_collection k ON k.id = i.collection_id",
    ),
    "district": _cards(
        "d.slug = %s::text", "p.slug", more=", d.id, d.slug, d.name, e.id, e.name",
        join="JOIN marketplace_district d ON d.id = p.district_id JOIN marketplace_state e ON e.id = d.state_id",
    ),
}  # fmt: skip
STATEMENTS["page-50"] = STATEMENTS["by-price"]
