"""Finding: the pages that let people browse by place, craft, GI and seller; engines come with the search issue."""
