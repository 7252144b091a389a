export const OUTBOX_BY_PERSON = `
  -- Whose records a statement speaks of, so that it goes with them and can be written anew from them. The body of one
  -- that was delivered is emptied; the row stays, so that it is not queued again.
  ALTER TABLE outbox ADD COLUMN person_id TEXT;
  ALTER TABLE outbox ADD COLUMN credential_id TEXT;
  CREATE INDEX outbox_by_person ON outbox (person_id);
  CREATE INDEX outbox_by_attempt ON outbox (attempt_id);
  CREATE INDEX outbox_refused ON outbox (id) WHERE refused_at IS NOT NULL;
  `
