import { readFileSync } from 'node:fs';
import { eventSchemas } from '@burgernet/domain';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const folder = new URL('../../packages/domain/schemas/', import.meta.url);

/** A schema as it is published, by the name of its file. */
export const publishedSchema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

// Strict: a keyword that is no keyword, or that cannot apply, is an error. That a required field is
// described beside the requirement is a matter of taste.
const ajv = new Ajv2020({ strict: true, strictRequired: false });
for (const { name } of eventSchemas()) ajv.addSchema(publishedSchema(name));

/** Validates values by a published schema, as anybody would who has but the files. */
export const validatorOf = (id: string): ValidateFunction => {
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`There is no schema ${id}.`);
  return validate;
};
