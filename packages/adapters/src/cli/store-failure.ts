import { both } from '@burgernet/domain';
import type { StoreError } from '../event-store/port.js';
import type { UnknownScheme } from '../event-store/store-url.js';
import { type Failure, usage } from './failure.js';

/** What a store says of itself, as a failure of the command. */
export const storeFailure =
  (url: string) =>
  (error: UnknownScheme | StoreError): Failure => {
    switch (error.tag) {
      case 'UnknownScheme':
        return usage(
          error.tag,
          error.message,
          `"${url}" noemt geen opslag; schrijf sqlite:BESTAND, zoals sqlite:burgernet.db.`,
          { store: url },
        );
      case 'StoreAbsent':
        return {
          status: 3,
          code: error.tag,
          text: both(
            `There is no store at ${url} yet; burgernet demo or burgernet import makes it.`,
            `Er is nog geen opslag op ${url}; burgernet demo of burgernet import maakt hem.`,
          ),
          details: { store: url },
        };
      case 'StoreUnavailable':
      case 'StoreUnusable':
        return {
          status: 3,
          code: error.tag,
          text: both(
            error.message,
            error.tag === 'StoreUnavailable'
              ? `De opslag ${url} is nu niet te gebruiken: ${error.message}`
              : `De opslag ${url} is beschadigd of van een ander en bleef zoals hij is: ${error.message}`,
          ),
          details: { store: url },
        };
    }
  };
