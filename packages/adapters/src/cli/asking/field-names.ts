import type { Field } from './field.js';

/** How an option or an argument is called in a sentence: `--line`, `RESPONSE`. */
export const callOf = ({ flags }: Pick<Field, 'flags'>): string =>
  flags.startsWith('--') ? (flags.split(' ')[0] ?? flags) : flags.replaceAll(/[<>[\]]/g, '').toUpperCase();

/** The name under which commander gives an option: `foundAt` of `--found-at <moment>`. */
export const keyOf = (field: Pick<Field, 'flags'>): string =>
  callOf(field)
    .slice(2)
    .replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
