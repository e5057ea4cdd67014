import { firstVersion } from '../first-version.js';
import { makeRegistry, type Registration, type Registry } from '../registry.js';
import { defaultPrefix } from '../stream.js';
import { FiguresPublished, type PublicationEvent } from './event.js';

const first = firstVersion('publication');

/** Every event type of a publication, in every version that was ever written. Only ever added to. */
export const publicationRegistrations: ReadonlyArray<Registration> = [
  first('FiguresPublished', FiguresPublished),
];

/** The registry of a publication's events alone, for streams with this prefix. */
export const publicationRegistry = (prefix: string = defaultPrefix): Registry<PublicationEvent> =>
  makeRegistry<PublicationEvent>(prefix, publicationRegistrations);
