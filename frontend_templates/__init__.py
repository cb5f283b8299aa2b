"""What people see: templates, style sheets and pictures of the house. Imports nothing of the storeys."""
