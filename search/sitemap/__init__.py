"""The sitemap: every address that search engines should know, in all languages, in parts made when they are asked for."""
