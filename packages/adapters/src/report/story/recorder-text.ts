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

/** From what an event was made, and whether the moment it names is assumed; empty of one that was registered here. */
export const originText = ({ source }: Metadata, lang: Lang): string =>
  source === undefined
    ? ''
    : [origins[source.kind][lang], ...(isMomentAssumed(source) ? [assumed[lang]] : [])].join(', ');

/** In which role an event was recorded; of one that was made from something else also {@link originText}. */
export const recorderText = (metadata: Metadata, lang: Lang): string => {
  const origin = originText(metadata, lang);
  return `${roleLabel(metadata.role, lang)}${origin === '' ? '' : `, ${origin}`}`;
};
