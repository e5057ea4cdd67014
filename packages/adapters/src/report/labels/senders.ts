import { both, MunicipalityCode, Region, SenderKind, type Sentence } from '@burgernet/domain';
import type { ReportContext } from '../context.js';
import { regionLabel } from './vocabulary.js';

const teams: Readonly<Record<Exclude<SenderKind, 'municipality'>, Sentence>> = {
  BT: both('basic team', 'basisteam'),
  DR: both('district criminal-investigation team', 'districtsrecherche'),
};

const placeLabel = (code: string, { municipalityName }: ReportContext): string =>
  MunicipalityCode.is(code) ? `${municipalityName(code)} (${code})` : code;

/** Who sent a mailing: `basic team BT-1`, `Almere (GM0034)`. */
export const senderLabel = (
  { kind, code }: { readonly kind: SenderKind; readonly code: string },
  context: ReportContext,
): string => (kind === 'municipality' ? placeLabel(code, context) : `${teams[kind][context.lang]} ${code}`);

/**
 * The name of a group that a figure counts, a sender or a municipality, for people. A region stands before
 * it where groups of several are counted.
 *
 * @param group as the figure names it: `BT BT-1`, `GM0034`, `midden-nederland municipality GM0034`
 */
export const groupLabel = (group: string, context: ReportContext): string => {
  const [first = '', ...rest] = group.split(' ');
  if (Region.is(first) && rest.length > 0)
    return `${regionLabel(first, context.lang)}, ${groupLabel(rest.join(' '), context)}`;
  const [code] = rest;
  return SenderKind.is(first) && code !== undefined
    ? senderLabel({ kind: first, code }, context)
    : placeLabel(group, context);
};
