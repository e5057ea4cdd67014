import { both } from '@burgernet/domain';
import { type CommandLine, option } from '../command-line.js';
import { definitionVersion, ofFigure } from '../lines/shared-options.js';

const key = option(
  '--key <vkey>',
  'the key that must have signed it, NAME+ID+BASE64',
  'de sleutel die het getekend moet hebben, NAAM+ID+BASE64',
);

/** What auditors and those who answer to them can do. */
export const auditLines: ReadonlyArray<CommandLine> = [
  {
    name: 'audit key',
    says: both(
      'the public half of the signing key, which is made where there is none',
      'de openbare helft van de sleutel om mee te tekenen; is er geen, dan wordt hij gemaakt',
    ),
    options: [
      option('--name <name>', 'of a key that is made', 'van een sleutel die gemaakt wordt'),
      option('--rotate', 'make a new key in its place', 'maak een nieuwe sleutel in zijn plaats'),
    ],
    load: async () => (await import('./key.js')).auditKey,
  },
  {
    name: 'audit checkpoint',
    says: both('sign what the log is now', 'teken wat het log nu is'),
    options: [],
    load: async () => (await import('./checkpoint.js')).auditCheckpoint,
  },
  {
    name: 'audit certify',
    takes: '[figures...]',
    says: both(
      'certificates of figures, all where none is named, one a line',
      'certificaten van cijfers, alle als er geen is genoemd, één per regel',
    ),
    options: [...ofFigure, definitionVersion],
    load: async () => (await import('./certify.js')).auditCertify,
  },
  {
    name: 'audit export',
    takes: '<folder>',
    says: both(
      'a bundle that an auditor verifies alone',
      'een bundel die een auditor alleen kan controleren',
    ),
    options: [
      option(
        '--as-of <date>',
        'certify all figures as known then, too',
        'certificeer alle cijfers ook zoals toen bekend',
      ),
    ],
    load: async () => (await import('./export.js')).auditExport,
  },
  {
    name: 'audit verify',
    takes: '<path>',
    says: both(
      'verify a bundle, or the proof of one event, offline',
      'controleer een bundel, of het bewijs van één gebeurtenis, zonder netwerk',
    ),
    options: [
      key,
      option(
        '--certificates <file>',
        'certificates that must follow from its events too, one a line',
        'certificaten die ook uit de gebeurtenissen moeten volgen, één per regel',
      ),
    ],
    load: async () => (await import('./verify.js')).auditVerify,
  },
  {
    name: 'audit compare',
    takes: '<older> <newer>',
    says: both(
      'whether a bundle begins with all events of an older one',
      'of een bundel met alle gebeurtenissen van een oudere begint',
    ),
    options: [key],
    load: async () => (await import('./compare.js')).auditCompare,
  },
  {
    name: 'audit prove',
    takes: '<event>',
    says: both(
      'a proof that an event is in the log, which verifies alone',
      'een bewijs dat een gebeurtenis in het log staat, op zichzelf te controleren',
    ),
    options: [],
    load: async () => (await import('./prove.js')).auditProve,
  },
];
