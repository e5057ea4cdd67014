import { both, type Instant, type RejectionOf, refusing } from '@burgernet/domain';
import { clause } from '../../commands/clause.js';

interface OfRow {
  readonly file: string;
  readonly row: number;
}
interface OfCell extends OfRow {
  readonly column: string;
  readonly given: string;
}
const at = ({ file, row }: OfRow): string => `${file}:${row}`;

/** Why a portal file, or a row of it, is refused. */
export const portalSentences = {
  PortalFileUnreadable: (f: { readonly file: string; readonly detail: string }) =>
    both(
      `${f.file} cannot be read (${f.detail}); see whether it is there and is a text in UTF-8.`,
      `${f.file} is niet te lezen (${f.detail}); kijk of het er is en een tekst in UTF-8 is.`,
    ),
  PortalNotCsv: (f: OfRow & { readonly detail: string }) =>
    both(
      `${at(f)}: this is no CSV (${clause(f.detail)}); save the table as CSV again.`,
      `${at(f)}: dit is geen CSV (${clause(f.detail)}); sla de tabel opnieuw op als CSV.`,
    ),
  PortalColumnMissing: (f: { readonly file: string; readonly field: string }) =>
    both(
      `${f.file} has no column for "${f.field}"; name it with --columns ${f.field}=HEADER.`,
      `${f.file} heeft geen kolom voor "${f.field}"; noem hem met --columns ${f.field}=KOP.`,
    ),
  PortalColumnTwice: (f: { readonly file: string; readonly field: string }) =>
    both(
      `${f.file} has two columns for "${f.field}"; name the right one with --columns ${f.field}=HEADER.`,
      `${f.file} heeft twee kolommen voor "${f.field}"; noem de juiste met --columns ${f.field}=KOP.`,
    ),
  PortalCellWrong: (f: OfCell & { readonly wanted: { readonly en: string; readonly nl: string } }) =>
    both(
      `${at(f)}: "${f.given}" in column ${f.column} is not ${f.wanted.en}.`,
      `${at(f)}: "${f.given}" in kolom ${f.column} is geen ${f.wanted.nl}.`,
    ),
  PortalMomentWrong: (f: OfCell & { readonly why: { readonly en: string; readonly nl: string } }) =>
    both(
      `${at(f)}: column ${f.column}: ${clause(f.why.en)}.`,
      `${at(f)}: kolom ${f.column}: ${clause(f.why.nl)}.`,
    ),
  PortalEndBeforeStart: (f: OfRow & { readonly start: Instant; readonly end: Instant }) =>
    both(
      `${at(f)}: the action ends (${f.end}) before it starts (${f.start}), or at once; mend the row.`,
      `${at(f)}: de actie eindigt (${f.end}) voordat zij begint (${f.start}), of meteen; verbeter de rij.`,
    ),
  PortalTickEarly: (f: OfRow & { readonly tick: Instant; readonly start: Instant }) =>
    both(
      `${at(f)}: the tick (${f.tick}) comes before the start of the action (${f.start}); mend the row.`,
      `${at(f)}: het vinkje (${f.tick}) komt voor het begin van de actie (${f.start}); verbeter de rij.`,
    ),
  PortalActionTwice: (f: OfRow & { readonly action: string; readonly first: string }) =>
    both(
      `${at(f)}: action ${f.action} stands at ${f.first} too, and says something else; keep one of the two.`,
      `${at(f)}: actie ${f.action} staat ook op ${f.first}, en zegt iets anders; houd een van de twee.`,
    ),
  PortalRowChanged: (f: OfRow & { readonly action: string }) =>
    both(
      `${at(f)}: action ${f.action} was imported with other facts; a row is never changed afterwards. Register what is new by command, a late success with burgernet success mark.`,
      `${at(f)}: actie ${f.action} is met andere gegevens geïmporteerd; een rij verandert achteraf nooit. Registreer wat nieuw is met een opdracht, een laat succes met burgernet success mark.`,
    ),
  PortalRowRefused: (f: OfRow & { readonly action: string; readonly detail: string }) =>
    both(
      `${at(f)}: action ${f.action} contradicts a rule (${clause(f.detail)}); mend the row.`,
      `${at(f)}: actie ${f.action} is in strijd met een regel (${clause(f.detail)}); verbeter de rij.`,
    ),
};
export type PortalFault = RejectionOf<typeof portalSentences>;

/** A refusal with this tag and these facts. */
export const refusePortal = refusing(portalSentences);
