import type * as t from 'io-ts';
import { commandCodecs } from '../../commands/command-codecs.js';
import type { Form } from './form.js';

/** The codec of what a command asks for. */
export const codecOf = ({ kind, type }: Pick<Form, 'kind' | 'type'>): t.Mixed => {
  const codecs = commandCodecs[kind];
  const codec = Object.hasOwn(codecs, type) ? codecs[type] : undefined;
  if (codec === undefined) throw new Error(`There is no command ${type} on a ${kind}.`);
  return codec;
};
