"""The house's tools that know nothing of the trade: money, refusals, text, ids, files, GraphQL."""
