"""The register of Geographical Indications: tags, their areas, and their authorised users."""
