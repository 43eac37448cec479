import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='EditorialTeam',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collection', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='editorial_team', to='wagtailcore.collection', verbose_name='collection')),
                ('group', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='editorial_team', to='auth.group', verbose_name='group')),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='editorial_team', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
            ],
            options={
                'verbose_name': 'editorial team',
                'verbose_name_plural': 'editorial teams',
            },
        ),
    ]
