"""When a page's words last changed; of pages that are there, when they were published or made."""

import django.utils.timezone
from django.db import migrations, models

_AS_FAR_AS_KNOWN = "UPDATE marketplace_page SET updated_at = greatest(created_at, least(coalesce(published_at, created_at), now()))"


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0012_former_slugs")]

    operations = [
        migrations.AddField(
            model_name="page", name="updated_at", field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.RunSQL(_AS_FAR_AS_KNOWN, migrations.RunSQL.noop),
    ]  # fmt: skip
