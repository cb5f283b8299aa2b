# The image of the search engine in docker-compose.yml: the official one, and the two plugins that the index needs.
# Its version is that of the client in pyproject.toml or a later 8; the plugins are made for exactly this version.

FROM elasticsearch:8.19.3
RUN bin/elasticsearch-plugin install --batch analysis-icu analysis-phonetic
