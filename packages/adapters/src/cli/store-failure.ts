import { both } from '@burgernet/domain';
import { withoutCredentials } from '../event-store/eventstoredb/server-address.js';
import type { OutcomeUnknown, StoreError } from '../event-store/port.js';
import type { AddressFault } from '../event-store/store-url.js';
import type { Failure } from './failure.js';

/** What a store says of itself, as a failure of the command. */
export const storeFailure =
  (url: string) =>
  (error: AddressFault | OutcomeUnknown | StoreError): Failure => ({
    status: error.tag === 'UnknownScheme' || error.tag === 'AddressMalformed' ? 2 : 3,
    code: error.tag,
    text:
      error.tag === 'StoreAbsent'
        ? both(
            `There is no store at ${url} yet; burgernet demo, import or a command such as action start makes it, and --store names another.`,
            `Er is nog geen opslag op ${url}; burgernet demo, import of een opdracht als action start maakt hem, en --store noemt een andere.`,
          )
        : error.text,
    details: { store: withoutCredentials(url) },
  });
