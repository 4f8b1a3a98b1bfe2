"""Programs that make the layout zoo: each sets texts of the field in another layout and writes its gold."""
