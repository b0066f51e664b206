import { join } from 'node:path';
import { BaseResolver, createConfig, lint } from '@redocly/openapi-core';

// All that the linter knows, none of it as a mere warning. Off is what is a matter of taste or does not fit a standard.
const RULES = {
  // A standard names no hosts: those of its examples are reserved for that.
  'no-server-example.com': 'off',
  // Examples must be valid; the schemas are open, so that compatible additions stay possible.
  'no-invalid-schema-examples': { severity: 'error', allowAdditionalProperties: true },
  'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: true },
  'operation-operationId-url-safe': 'error',
  'no-http-verbs-in-paths': 'error',
  'no-path-trailing-slash': 'error',
  'tag-description': 'error',
  'operation-tag-defined': 'error',
  'operation-parameters-unique': 'error',
  'path-declaration-must-exist': 'error',
  'no-unused-components': 'error',
};

/** The published description of the operations with Redocly's linter: nothing is fetched, nothing is reported home. */
export async function openapi(tally, { published }) {
  const file = join(published, 'service/openapi.yaml');
  const config = await createConfig({ extends: ['recommended-strict'], rules: RULES });
  const problems = await lint({ ref: file, config });
  tally.check('openapi.yaml', problems.length === 0, problems
    .map(({ ruleId, message, location }) => `${ruleId} ${location?.[0]?.pointer ?? ''} ${message}`)
    .join('\n'));
  const { parsed } = await new BaseResolver().resolveDocument(null, file, true);
  tally.check('openapi.yaml is OpenAPI 3.1', String(parsed.openapi).startsWith('3.1.'), parsed.openapi);
  tally.check('openapi.yaml describes operations', Object.keys(parsed.paths ?? {}).length > 0);
}
