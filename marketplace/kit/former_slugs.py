"""What things were called before in their addresses, so that an old address leads to the new one.

The database itself keeps them: whoever changes a slug, an action, a loader or a person at the SQL prompt, the trigger notes the
former one. `kind` is the name of the thing's page among the addresses ("product", "seller" ...). A row says which slug its
thing has now, so a chain of changes is one step; a slug that is given anew is a former one no more, and what is deleted leaves
none.
"""

from django.db.migrations import RunSQL
from django.db.models.expressions import RawSQL

from marketplace.kit.shapes import fetch

TABLE = RunSQL(
    sql="""
        CREATE TABLE marketplace_formerslug (
            kind text NOT NULL,
            slug text NOT NULL,
            present text NOT NULL,
            PRIMARY KEY (kind, slug)
        );
        CREATE INDEX marketplace_formerslug_present ON marketplace_formerslug (kind, present);
        CREATE FUNCTION marketplace_keep_slug() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM marketplace_formerslug WHERE kind = TG_ARGV[0] AND slug = NEW.slug;
            UPDATE marketplace_formerslug SET present = NEW.slug WHERE kind = TG_ARGV[0] AND present = OLD.slug;
            INSERT INTO marketplace_formerslug (kind, slug, present) VALUES (TG_ARGV[0], OLD.slug, NEW.slug)
                ON CONFLICT (kind, slug) DO UPDATE SET present = excluded.present;
            RETURN NULL;
        END $$;
        CREATE FUNCTION marketplace_take_slugs() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM marketplace_formerslug former USING fresh WHERE former.kind = TG_ARGV[0] AND former.slug = fresh.slug;
            RETURN NULL;
        END $$;
        CREATE FUNCTION marketplace_forget_slugs() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM marketplace_formerslug former USING gone WHERE former.kind = TG_ARGV[0] AND former.present = gone.slug;
            RETURN NULL;
        END $$;
        CREATE FUNCTION marketplace_forget_all_slugs() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM marketplace_formerslug WHERE kind = TG_ARGV[0];
            RETURN NULL;
        END $$
    """,
    reverse_sql="""
        DROP FUNCTION marketplace_keep_slug();
        DROP FUNCTION marketplace_take_slugs();
        DROP FUNCTION marketplace_forget_slugs();
        DROP FUNCTION marketplace_forget_all_slugs();
        DROP TABLE marketplace_formerslug
    """,
)


def keeping_slugs(table: str, kind: str) -> RunSQL:
    """The triggers on a table with unique slugs that keep the former ones of this kind."""
    return RunSQL(
        sql=f"""
            CREATE TRIGGER keep_slug AFTER UPDATE OF slug ON {table}
            FOR EACH ROW WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION marketplace_keep_slug('{kind}');
            CREATE TRIGGER take_slugs AFTER INSERT ON {table} REFERENCING NEW TABLE AS fresh
            FOR EACH STATEMENT EXECUTE FUNCTION marketplace_take_slugs('{kind}');
            CREATE TRIGGER forget_slugs AFTER DELETE ON {table} REFERENCING OLD TABLE AS gone
            FOR EACH STATEMENT EXECUTE FUNCTION marketplace_forget_slugs('{kind}');
            CREATE TRIGGER forget_all_slugs AFTER TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION marketplace_forget_all_slugs('{kind}')
        """,
        reverse_sql=f"""
            DROP TRIGGER keep_slug ON {table};
            DROP TRIGGER take_slugs ON {table};
            DROP TRIGGER forget_slugs ON {table};
            DROP TRIGGER forget_all_slugs ON {table}
        """,
    )


def present_of(kind: str, slug: str) -> RawSQL:
    """The same as `present_slug`, as a part of a statement."""
    return RawSQL("SELECT present FROM marketplace_formerslug WHERE kind = %s AND slug = %s", (kind, slug))


def present_slug(kind: str, slug: str) -> str | None:
    """The slug of the thing of this kind that was called so before; None where none was, or the slug is another's now."""
    rows = fetch("SELECT present FROM marketplace_formerslug WHERE kind = %s AND slug = %s", (kind, slug))
    return str(rows[0][0]) if rows else None
