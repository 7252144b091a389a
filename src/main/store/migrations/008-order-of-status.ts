export const ORDER_OF_STATUS = `
  -- What a standing is called depends on the moment; the index holds all that it is told from.
  CREATE INDEX standings_in_order_of_status ON standings (status, due_at, valid_until, sort_name, person_id, course);
  -- Both columns in one direction, so that a page is read from it both ways.
  DROP INDEX attempts_by_start;
  CREATE INDEX attempts_in_order ON attempts (started_at, id);
  CREATE INDEX saved_views_by_person ON saved_views (person_id, page);
  `
