export const EMAIL = `
  -- Where HR's directory has one: badge platforms know the holder of a certificate by it.
  ALTER TABLE people ADD COLUMN email TEXT;
  `
