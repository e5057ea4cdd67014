import type { Metadata, Source } from '@burgernet/domain';
import { isMomentAssumed } from '../../interchange/portal/portal-source.js';
import type { Lang } from '../context.js';
import { roleLabel } from '../labels/codes.js';

const origins: Readonly<Record<Source['kind'], Readonly<Record<Lang, string>>>> = {
  command: { nl: 'uit een bestand met opdrachten', en: 'from a file of commands' },
  table: { nl: 'uit een gepubliceerde tabel', en: 'from a published table' },
  portal: { nl: 'uit het portaal', en: 'from the portal' },
};
const assumed: Readonly<Record<Lang, string>> = { nl: 'tijdstip aangenomen', en: 'moment assumed' };

/**
 * In which role an event was recorded; of one that was made from something else also from what, and
 * whether the moment it names is assumed.
 */
export const recorderText = ({ role, source }: Metadata, lang: Lang): string =>
  [
    roleLabel(role, lang),
    ...(source === undefined ? [] : [origins[source.kind][lang]]),
    ...(source !== undefined && isMomentAssumed(source) ? [assumed[lang]] : []),
  ].join(', ');
