"""Pictures: taken in with suspicion, made anew by us, served in the sizes that pages need."""
