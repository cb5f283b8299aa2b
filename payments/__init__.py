"""Money that moves: gateways, transactions, ledger. Its rooms begin with the issues that need them."""
