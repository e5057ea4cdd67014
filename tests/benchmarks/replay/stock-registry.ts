import {
  type DomainEvent,
  defaultPrefix,
  makeRegistry,
  type Registry,
  registrations,
} from '@burgernet/domain';
import * as E from 'fp-ts/lib/Either.js';

/** The registry of the domain, but that metadata and data are read by their codec's own `decode`, as io-ts has it. */
export const stockRegistry = (): Registry<DomainEvent> =>
  makeRegistry<DomainEvent>(defaultPrefix, registrations, {
    check: (codec) => (u) => E.isRight(codec.decode(u)),
    plain: () => undefined,
  });
