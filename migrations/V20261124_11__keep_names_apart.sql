-- Names are keys of the sheets that are imported, whatever the case in which they are written.
create unique index school_group_lower_name on school_group (lower(name));
create unique index centre_lower_name on centre (lower(name));
create unique index site_lower_name on site (centre_id, lower(name));
