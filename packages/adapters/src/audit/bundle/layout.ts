import type { Certificate } from '../certificate/certificate.js';
import { sha256Hex } from '../leaf/stand-in.js';

/** Lists every other file but its signature. */
export const manifestFile = 'manifest.json';
/** Signs the manifest. */
export const signatureFile = 'manifest.sig';
/** Every event, one a line, in the form of an export. */
export const eventsFile = 'events.ndjson';
/** The hash of every leaf, one after the other: they tell which event is wrong where one is. */
export const leavesFile = 'leaves.bin';
/** The definitions of the figures that are certified. */
export const definitionsFile = 'definitions.json';
/** Folders in a bundle; there is nothing in them but files. */
export const folders = ['certificates', 'checkpoints'] as const;

/** The file of the checkpoint of this size. */
export const checkpointFile = (size: number | bigint): string => `checkpoints/${size}.txt`;

/** The file of a certificate: its name follows from what it is of and from its bytes. */
export const certificateFile = ({ figure, period }: Certificate, text: string): string =>
  `certificates/${figure}-${period}-${sha256Hex(text).slice(0, 16)}.json`;

/** How many bytes files may have at most that are read whole. */
export const longestFile = { manifest: 8 << 20, note: 1 << 20, definitions: 1 << 20, certificate: 1 << 16 };

/** How many bytes all certificates may have together, which are held until the events were read. */
export const mostCertificates = 64 << 20;

/**
 * How many characters may be kept of events that cannot be read: of their names, and of why. It is some
 * 150,000 events, and what keeps a bundle of nothing else from taking all memory.
 */
export const mostUnreadable = 32 << 20;

/** How long a line of events may be at most, in bytes. */
export const longestLine = 16 << 20;

const path =
  /^(?:events\.ndjson|leaves\.bin|definitions\.json|checkpoints\/(?:0|[1-9][0-9]{0,15})\.txt|certificates\/[a-z0-9][a-z0-9.-]{0,99}\.json)$/;

/** Whether a manifest may list a file of this name: none but these, so none that leads outside the bundle. */
export const isListable = (name: string): boolean => path.test(name);
