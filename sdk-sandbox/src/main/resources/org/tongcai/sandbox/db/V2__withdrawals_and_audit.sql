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
