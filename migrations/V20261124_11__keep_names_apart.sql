-- Names are keys of the sheets that are imported, whatever the case in which they are written.
create unique index school_group_name_key on school_group (lower(name));
create unique index centre_name_key on centre (lower(name));
create unique index site_name_key on site (centre_id, lower(name));
