import { both, type Sentence } from '@burgernet/domain';
import type { Cause } from '@burgernet/projections';
import type { Lang } from '../context.js';

const labels: Readonly<Record<Cause, Sentence>> = {
  new: both('recorded as it happened', 'geregistreerd toen het gebeurde'),
  'timely-success': both('success within the run time', 'succes binnen de looptijd'),
  'late-success': both('late success', 'laat succes'),
  correction: both('marking corrected', 'markering verbeterd'),
  'success-withdrawn': both('success withdrawn', 'succes ingetrokken'),
  'action-withdrawn': both('action withdrawn', 'actie ingetrokken'),
  'response-withdrawn': both('response withdrawn', 'reactie ingetrokken'),
  'mailing-withdrawn': both('mailing withdrawn', 'mailing ingetrokken'),
  'verdict-withdrawn': both('verdict withdrawn', 'oordeel ingetrokken'),
  'thanks-withdrawn': both('thanks withdrawn', 'bedankje ingetrokken'),
  reclassified: both('facts of an action changed', 'gegevens van een actie gewijzigd'),
  ended: both('action ended', 'actie geëindigd'),
  verdict: both('ruled out', 'uitgesloten'),
  assessed: both('assessed', 'beoordeeld'),
  thanked: both('participants thanked', 'deelnemers bedankt'),
  recount: both('counted again', 'opnieuw geteld'),
};

/** Why an event changed a figure, for people. */
export const causeLabel = (cause: Cause, lang: Lang): string => labels[cause][lang];
