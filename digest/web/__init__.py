"""What a browser shows: the preview of an edition on this machine."""
