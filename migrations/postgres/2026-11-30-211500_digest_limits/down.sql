ALTER TABLE editions DROP COLUMN most_per_source;
ALTER TABLE editions DROP COLUMN most_per_topic;
