-- Withdrawals whose originals have not arrived; they take effect, and go, when these do.
CREATE TABLE early_withdrawals (
  tenant_id BIGINT NOT NULL,
  document_id VARCHAR(64) NOT NULL,
  document_type VARCHAR(64) NOT NULL,
  platform_code VARCHAR(64) NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (tenant_id, document_id, document_type, platform_code, revision)
);

-- Whose submission it was; receipts of what was not stored are for nobody else.
ALTER TABLE refusals ADD COLUMN application_id BIGINT DEFAULT 0 NOT NULL;

-- The audit trail of each tenant. Entries stand in rows of several, one a line, in the bytes that their digests are over.
CREATE TABLE audit_entries (
  tenant_id BIGINT NOT NULL,
  last_sequence BIGINT NOT NULL,
  first_sequence BIGINT NOT NULL,
  entries ${text} NOT NULL,
  PRIMARY KEY (tenant_id, last_sequence)
);

-- The end of each trail. Whoever appends locks it: the next entry needs the digest of the last.
CREATE TABLE audit_heads (
  tenant_id BIGINT PRIMARY KEY,
  sequence BIGINT NOT NULL,
  digest VARCHAR(64),
  written_at BIGINT NOT NULL
);

-- For readers of certain types: they do not read what happened to others.
CREATE INDEX changes_by_type ON changes (tenant_id, document_type, position);
