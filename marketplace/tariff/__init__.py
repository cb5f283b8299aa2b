"""HSN codes and the GST rates that hold for them on a day."""
