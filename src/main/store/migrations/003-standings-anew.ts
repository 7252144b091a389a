export const STANDINGS_ANEW = `
  -- Of which content of the course file a standing was computed; another one there is computed anew.
  ALTER TABLE standings ADD COLUMN course_hash TEXT;
  -- Whole percent, and the points by competency, of the round that the other numbers are of.
  ALTER TABLE standings ADD COLUMN score INTEGER;
  ALTER TABLE standings ADD COLUMN verification_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN verification_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN data_protection_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN data_protection_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN integrity_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN integrity_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN reporting_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN reporting_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN de_escalation_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN de_escalation_possible INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN customer_care_earned INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE standings ADD COLUMN customer_care_possible INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX standings_by_course ON standings (course, course_hash);

  -- Any part of a name, number or team is found, whatever its capitals and accents. A number of its own for each
  -- person, since the hidden one of \`people\` may change when the file is tidied.
  CREATE TABLE people_numbered (id INTEGER PRIMARY KEY, person_id TEXT NOT NULL UNIQUE) STRICT;
  CREATE VIRTUAL TABLE people_text USING fts5(name, number, team, tokenize = 'trigram remove_diacritics 1');
  -- What was erased leaves no letters behind.
  INSERT INTO people_text (people_text, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER people_text_insert AFTER INSERT ON people BEGIN
    INSERT INTO people_numbered (person_id) VALUES (new.id);
    INSERT INTO people_text (rowid, name, number, team)
      SELECT id, new.name, new.number, coalesce(new.team, '') FROM people_numbered WHERE person_id = new.id;
  END;
  CREATE TRIGGER people_text_update AFTER UPDATE OF name, number, team ON people BEGIN
    UPDATE people_text SET name = new.name, number = new.number, team = coalesce(new.team, '')
      WHERE rowid = (SELECT id FROM people_numbered WHERE person_id = new.id);
  END;
  CREATE TRIGGER people_text_delete AFTER DELETE ON people BEGIN
    DELETE FROM people_text WHERE rowid = (SELECT id FROM people_numbered WHERE person_id = old.id);
    DELETE FROM people_numbered WHERE person_id = old.id;
  END;
  INSERT INTO people_numbered (person_id) SELECT id FROM people;
  INSERT INTO people_text (rowid, name, number, team)
    SELECT n.id, p.name, p.number, coalesce(p.team, '') FROM people_numbered n JOIN people p ON p.id = n.person_id;
  `
