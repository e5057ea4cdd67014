import { parseStream, type StoredEvent } from '@burgernet/domain';
import * as O from 'fp-ts/lib/Option.js';

const kebab = (type: string): string => type.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`).slice(1);
const pascal = (name: string): string => name.replace(/(?:^|-)([a-z])/g, (_, c: string) => c.toUpperCase());
const typePattern = /^nl\.burgernet\.[a-z]+\.([a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)\.v([1-9][0-9]{0,8})$/;
const foreign = 'nl.burgernet.foreign-event';

/**
 * The attributes that say of what type an event is: `nl.burgernet.action.success-marked.v1`. What such a
 * name cannot say stands in attributes of its own.
 */
export const typeAttributes = ({ type, schemaVersion, stream }: StoredEvent, prefix: string) => {
  const kind = parseStream(stream, prefix)?.kind;
  const name = `nl.burgernet.${kind}.${kebab(type)}.v${schemaVersion}`;
  return kind !== undefined && typePattern.test(name) && pascal(kebab(type)) === type
    ? { type: name }
    : { type: foreign, eventtype: type, schemaversion: String(schemaVersion) };
};

/** What {@link typeAttributes} gives, as far as others left it alone. */
export interface TypeAttributes {
  readonly type: string;
  readonly eventtype?: string;
  readonly schemaversion?: string;
}

/** Reads the type of an event out of them again; none where it is no type of ours. */
export const readType = ({
  type,
  eventtype,
  schemaversion,
}: TypeAttributes): O.Option<Pick<StoredEvent, 'type' | 'schemaVersion'>> => {
  if (type === foreign && eventtype !== undefined)
    return O.some({ type: eventtype, schemaVersion: Number(schemaversion) });
  const [, name, version] = typePattern.exec(type) ?? [];
  return name === undefined ? O.none : O.some({ type: pascal(name), schemaVersion: Number(version) });
};
