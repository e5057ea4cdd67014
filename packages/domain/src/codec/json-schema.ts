import * as t from 'io-ts';
import { ClosedType, Count, ListType, NullableType, OneOfType, type TextForm, TextType } from './closed.js';

/** A value as JSON has them. */
export type Json = string | number | boolean | null | ReadonlyArray<Json> | JsonObject;
/** Any object of JSON; what a schema is. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** What a schema says of a text; its name is that of the codec, for no two texts of one name are different. */
class Texts {
  readonly #forms = new Map<string, TextForm>();

  refer(codec: t.Mixed, form: TextForm): JsonObject {
    const name = codec.name.replaceAll(' ', '-');
    if ((this.#forms.get(name) ?? form) !== form) throw new Error(`Two codecs are named ${codec.name}.`);
    this.#forms.set(name, form);
    return { $ref: `#/$defs/${name}` };
  }

  /** Every text that was referred to, in the order of their names. */
  definitions(): JsonObject {
    const forms = [...this.#forms].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(forms.map(([name, form]) => [name, { type: 'string', ...form }]));
  }
}

const schemaIn = (codec: t.Mixed, texts: Texts): JsonObject => {
  const inner = (part: t.Mixed): JsonObject => schemaIn(part, texts);
  if (codec instanceof ClosedType) {
    const [required, optional]: ReadonlyArray<Readonly<Record<string, t.Mixed>>> = [
      codec.required,
      codec.optional,
    ];
    const fields = Object.entries({ ...required, ...optional });
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map(([name, field]) => [name, inner(field)])),
      required: Object.keys(codec.required),
      ...(codec.open ? {} : { additionalProperties: false }),
    };
  }
  if (codec instanceof TextType) {
    const { form } = codec.known;
    return form === undefined ? { type: 'string' } : texts.refer(codec, form);
  }
  if (codec instanceof OneOfType) return { type: 'string', enum: [...codec.values] };
  if (codec instanceof ListType) {
    const most: number = codec.most;
    return {
      type: 'array',
      items: inner(codec.item),
      ...(Number.isFinite(most) ? { maxItems: most } : {}),
    };
  }
  if (codec instanceof NullableType) return { anyOf: [inner(codec.inner), { type: 'null' }] };
  if (codec instanceof t.UnionType) return { anyOf: codec.types.map(inner) };
  if (codec instanceof t.BooleanType) return { type: 'boolean' };
  if (codec instanceof t.StringType) return { type: 'string' };
  if (codec instanceof t.UnknownType) return {};
  if (codec === Count) return { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
  throw new Error(`There is no JSON Schema for the codec ${codec.name}.`);
};

/** A schema's parts: what a value is, and the forms of the texts in it. */
export interface SchemaParts {
  readonly body: JsonObject;
  readonly definitions: JsonObject;
}

/**
 * Derives from a codec what JSON Schema 2020-12 can say of the values that it describes. The codec stays
 * the single definition: a property test holds the two to the same answer, and what a schema cannot say
 * is listed in the reference of the schemas.
 *
 * @param codec one that is made of the domain's own kinds of codec
 * @throws Error for a codec of another kind, and for two texts of one name and different forms
 */
export const deriveSchema = (codec: t.Mixed): SchemaParts => {
  const texts = new Texts();
  const body = schemaIn(codec, texts);
  return { body, definitions: texts.definitions() };
};
