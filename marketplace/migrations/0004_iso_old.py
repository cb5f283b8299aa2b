from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('marketplace', '0003_odop_claim'),
    ]

    operations = [
        migrations.AlterField(
            model_name='state',
            name='iso_old',
            field=models.CharField(blank=True, max_length=11),
        ),
    ]
