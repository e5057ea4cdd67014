import * as t from 'io-ts';
import { Count, closed, oneOf } from './codec/closed.js';
import { deriveSchema, type JsonObject, type SchemaParts } from './codec/json-schema.js';
import { Metadata } from './envelope.js';
import { registrations } from './events.js';
import type { Registration } from './registry.js';
import { streamIdPattern } from './stream.js';
import { Instant } from './time/instant.js';
import { Uuid } from './vocabulary/identifiers.js';

/** A JSON Schema with the name of its file. */
export interface NamedSchema {
  /** such as `ActionStarted.v1` */
  readonly name: string;
  readonly schema: JsonObject;
}

const idOf = (name: string): string => `urn:nld:burgernet:schema:${name}`;

const named = (name: string, description: string, { body, definitions }: SchemaParts): NamedSchema => ({
  name,
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: idOf(name),
    title: name,
    description,
    ...body,
    ...(Object.keys(definitions).length > 0 ? { $defs: definitions } : {}),
  },
});

const versionsOf = ({ type, versions }: Registration) =>
  versions.map(({ codec }, index) => ({ version: index + 1, name: `${type}.v${index + 1}`, codec }));

const ids: ReadonlySet<string> = new Set(
  registrations.flatMap((registration) => versionsOf(registration).map(({ name }) => idOf(name))),
);

/**
 * The `$id` of the schema of an event's data, such as `urn:nld:burgernet:schema:ActionStarted.v1`;
 * `undefined` for an event of a type or version that this release does not know.
 */
export const schemaIdOf = (type: string, schemaVersion: number): string | undefined => {
  const id = idOf(`${type}.v${schemaVersion}`);
  return ids.has(id) ? id : undefined;
};

/** What a line holds beside what depends on the type of its event. */
const Line = closed(
  'event line',
  {
    eventId: Uuid,
    stream: t.string,
    type: oneOf('event type', ...registrations.map(({ type }) => type)),
    schemaVersion: Count,
    recordedAt: Instant,
  },
  {
    revision: Count,
    position: Count,
    data: t.unknown,
    dataText: t.string,
    metadata: t.unknown,
    metadataText: t.string,
  },
);

/** A field that holds a value of another schema, or that value's text in a field of its own. */
const holding = (field: string, name: string): JsonObject => ({
  [field]: { $ref: idOf(name) },
  [`${field}Text`]: { contentMediaType: 'application/json', contentSchema: { $ref: idOf(name) } },
});
const eitherOf = (field: string): JsonObject => ({
  oneOf: [{ required: [field] }, { required: [`${field}Text`] }],
});

/** What a line of an event of this type holds: its stream, and for each version its data. */
const lineOf = (registration: Registration): JsonObject => {
  const { kind, type } = registration;
  const stream = { type: 'string', pattern: `\\.${kind}-${streamIdPattern(kind)}$` };
  const versions = versionsOf(registration).map(({ version, name }) => ({
    properties: { schemaVersion: { const: version }, ...holding('data', name) },
  }));
  return {
    if: { properties: { type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: it is a word of JSON Schema, and nobody awaits a schema
    then: { properties: { stream }, anyOf: versions },
  };
};

const eventLine = (): NamedSchema => {
  const { body, definitions } = deriveSchema(Line);
  const allOf = [
    eitherOf('data'),
    eitherOf('metadata'),
    { properties: holding('metadata', 'Metadata') },
    ...registrations.map(lineOf),
  ];
  const description = 'A stored event, with its data and its metadata, as a line of an export.';
  return named('EventLine', description, { body: { ...body, allOf }, definitions });
};

/**
 * The JSON Schemas (2020-12) of all that a store holds: `TYPE.vN` of the data of every event type in every
 * version that was ever written, `Metadata`, and `EventLine` of a line of an export, which refers to the
 * others. All are derived from the codecs.
 */
export const eventSchemas = (): ReadonlyArray<NamedSchema> => [
  ...registrations.flatMap((registration) =>
    versionsOf(registration).map(({ version, name, codec }) =>
      named(name, `The data of an event ${registration.type} of version ${version}.`, deriveSchema(codec)),
    ),
  ),
  named(
    'Metadata',
    'What an event carries beside its data: who recorded it, and what it belongs to.',
    deriveSchema(Metadata),
  ),
  eventLine(),
];
