import { both, type Sentence } from '@burgernet/domain';
import { askingLines } from './asking/asking-lines.js';
import { auditLines } from './audit/audit-lines.js';
import { internalAuditLines } from './audit/internal-audit-lines.js';
import type { CommandLine } from './command-line.js';
import { figureLines } from './lines/figure-lines.js';
import { historyLines } from './lines/history-lines.js';
import { watchingLines } from './lines/watching-lines.js';
import { workingLines } from './lines/working-lines.js';
import { vaultLines } from './vault/vault-lines.js';

/** What a word says that stands before the names of several commands. */
export const commandGroups: Readonly<Record<string, Sentence>> = {
  action: both('what happens in an action', 'wat er in een actie gebeurt'),
  success: both('successes, late ones too, and verdicts', 'successen, ook late, en oordelen'),
  audit: both(
    'proofs, for auditors and for those who answer to them',
    'bewijzen, voor auditors en wie aan hen verantwoording aflegt',
  ),
  definition: both('what figures count, and how', 'wat cijfers tellen, en hoe'),
  mailing: both(
    'neighbourhood inquiries and prevention messages',
    'digitale buurtonderzoeken en preventieberichten',
  ),
  municipality: both('counts of a municipality', 'tellingen van een gemeente'),
  publication: both('what was published', 'wat gepubliceerd is'),
  vault: both(
    'personal data: read with a reason, forget, who read what',
    'persoonsgegevens: lezen met een reden, vergeten, wie wat las',
  ),
};

/** Every command there is, in the order in which help shows them. */
export const commandLines: ReadonlyArray<CommandLine> = [
  ...historyLines,
  ...askingLines,
  ...workingLines,
  ...figureLines,
  ...watchingLines,
  ...auditLines,
  ...internalAuditLines,
  ...vaultLines,
];
