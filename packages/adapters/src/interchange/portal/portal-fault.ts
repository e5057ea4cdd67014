import {
  both,
  type Instant,
  local,
  localApart,
  type RejectionOf,
  refusing,
  type Sentence,
} from '@burgernet/domain';
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
  PortalNotUtf8: (f: { readonly file: string }) =>
    both(
      `${f.file} is no text in UTF-8; save the table as CSV in UTF-8.`,
      `${f.file} is geen tekst in UTF-8; sla de tabel op als CSV in UTF-8.`,
    ),
  PortalNotCsv: (f: OfRow & { readonly why: Sentence }) =>
    both(
      `${at(f)}: this is no CSV (${clause(f.why.en)}); save the table as CSV again.`,
      `${at(f)}: dit is geen CSV (${clause(f.why.nl)}); sla de tabel opnieuw op als CSV.`,
    ),
  PortalRowTooLong: (f: OfRow & { readonly cells: number; readonly columns: number }) =>
    both(
      `${at(f)}: the row has ${f.cells} cells and the header ${f.columns}; put a cell that holds the mark between cells in quotation marks.`,
      `${at(f)}: de rij heeft ${f.cells} cellen en de kop ${f.columns}; zet een cel waarin het scheidingsteken voorkomt tussen aanhalingstekens.`,
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
  PortalCellWrong: (
    f: OfCell & {
      readonly wanted: Sentence /** what may have been meant */;
      readonly nearest: ReadonlyArray<string>;
    },
  ) =>
    both(
      `${at(f)}: "${f.given}" in column ${f.column} is not ${f.wanted.en}; ${f.nearest.length === 0 ? 'correct the cell' : `${f.nearest.join(' or ')} may be meant`}.`,
      `${at(f)}: "${f.given}" in kolom ${f.column} is geen ${f.wanted.nl}; ${f.nearest.length === 0 ? 'verbeter de cel' : `misschien is ${f.nearest.join(' of ')} bedoeld`}.`,
    ),
  PortalMomentWrong: (f: OfCell & { readonly why: Sentence }) =>
    both(
      `${at(f)}: column ${f.column}: ${clause(f.why.en)}.`,
      `${at(f)}: kolom ${f.column}: ${clause(f.why.nl)}.`,
    ),
  PortalEndBeforeStart: (f: OfRow & { readonly start: Instant; readonly end: Instant }) => {
    const [end, start] = localApart(f.end, f.start);
    return both(
      `${at(f)}: the action ends (${end}) before it starts (${start}), or at once; mend the row.`,
      `${at(f)}: de actie eindigt (${end}) voordat zij begint (${start}), of meteen; verbeter de rij.`,
    );
  },
  PortalMomentAhead: (f: OfRow & { readonly column: string; readonly moment: Instant }) =>
    both(
      `${at(f)}: the moment in column ${f.column} (${local(f.moment)}) has not come yet; import the row when it has.`,
      `${at(f)}: het tijdstip in kolom ${f.column} (${local(f.moment)}) moet nog komen; importeer de rij als het zover is.`,
    ),
  PortalTickEarly: (f: OfRow & { readonly tick: Instant; readonly start: Instant }) => {
    const [tick, start] = localApart(f.tick, f.start);
    return both(
      `${at(f)}: the tick (${tick}) comes before the start of the action (${start}); mend the row.`,
      `${at(f)}: het vinkje (${tick}) komt voor het begin van de actie (${start}); verbeter de rij.`,
    );
  },
  PortalActionTwice: (f: OfRow & { readonly action: string; readonly other: string }) =>
    both(
      `${at(f)}: action ${f.action} stands at ${f.other} too, and says something else; keep the right one.`,
      `${at(f)}: actie ${f.action} staat ook op ${f.other}, en zegt iets anders; houd de juiste.`,
    ),
  PortalRowChanged: (f: OfRow & { readonly action: string }) =>
    both(
      `${at(f)}: action ${f.action} was imported with other facts; a row is never changed afterwards. Register what is new by command, a late success with burgernet success mark.`,
      `${at(f)}: actie ${f.action} is met andere gegevens geïmporteerd; een rij verandert achteraf nooit. Registreer wat nieuw is met een opdracht, een laat succes met burgernet success mark.`,
    ),
  PortalRowRefused: (f: OfRow & { readonly action: string; readonly why: Sentence }) =>
    both(
      `${at(f)}: action ${f.action} cannot be taken (${clause(f.why.en)}); mend the row, or import it again.`,
      `${at(f)}: actie ${f.action} kan niet worden overgenomen (${clause(f.why.nl)}); verbeter de rij, of importeer haar opnieuw.`,
    ),
};
export type PortalFault = RejectionOf<typeof portalSentences>;

/** A refusal with this tag and these facts. */
export const refusePortal = refusing(portalSentences);
