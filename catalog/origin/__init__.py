"""Where a product comes from: district and craft, the ODOP badge and the GI badge, with reasons."""
