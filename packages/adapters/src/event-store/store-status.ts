import { both, type Sentence } from '@burgernet/domain';

/** What a store that is reached over a network has to say beside its answers. */
export type StoreStatus =
  /** the server was lost; what was under way goes on after a while, from where it was */
  | {
      readonly tag: 'Interrupted';
      readonly what: 'append' | 'replay' | 'follow';
      /** of the last event handled; for an append 0 */
      readonly position: number;
      readonly detail: string;
      /** how often in a row */
      readonly attempt: number;
      /** until the next attempt, in milliseconds */
      readonly pause: number;
    }
  /** what was interrupted goes on; nothing was lost and nothing will come twice */
  | { readonly tag: 'Resumed'; readonly what: 'append' | 'replay' | 'follow'; readonly position: number }
  /** a follower is no longer given events as they come, but from further back */
  | { readonly tag: 'FellBehind'; readonly position: number }
  /** the server gave an event again that it had given before; it was not handed over a second time */
  | { readonly tag: 'Redelivered'; readonly stream: string; readonly revision: number }
  /** a record of the server's own in one of our streams, such as a tombstone; it is no event of ours */
  | { readonly tag: 'ServerRecord'; readonly stream: string; readonly type: string };

const works = {
  append: 'vastleggen',
  replay: 'lezen',
  follow: 'volgen',
};

/** What a status says, as a line of a log. */
export const statusLine = (status: StoreStatus): Sentence => {
  switch (status.tag) {
    case 'Interrupted': {
      const { what, position, detail, attempt, pause } = status;
      return both(
        `The event store was lost (${what}, position ${position}): ${detail}. Attempt ${attempt + 1} in ${pause} ms.`,
        `De opslag viel weg (${works[what]}, positie ${position}): ${detail}. Poging ${attempt + 1} over ${pause} ms.`,
      );
    }
    case 'Resumed':
      return both(
        `The event store is back (${status.what}, position ${status.position}); nothing was lost.`,
        `De opslag is er weer (${works[status.what]}, positie ${status.position}); er ging niets verloren.`,
      );
    case 'FellBehind':
      return both(
        `Events come faster than they are handled, at position ${status.position}.`,
        `Gebeurtenissen komen sneller dan ze worden verwerkt, op positie ${status.position}.`,
      );
    case 'Redelivered':
      return both(
        `Event ${status.revision} of ${status.stream} was delivered again and passed over.`,
        `Gebeurtenis ${status.revision} van ${status.stream} kwam nog eens en is overgeslagen.`,
      );
    case 'ServerRecord':
      return both(
        `The server keeps a record ${status.type} in ${status.stream}, which is no event of ours.`,
        `De server bewaart een ${status.type} in ${status.stream}; dat is geen gebeurtenis van ons.`,
      );
  }
};
