import type { StoreError } from '../../event-store/port.js';
import { unavailable, unusable } from '../../sqlite/failure.js';
import type { PostgresTarget } from '../target.js';

/** What PostgreSQL or the network calls an error (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/** What the client says without a code when a connection is lost, or does not come about. */
const lost =
  /^(Connection terminated|Client has encountered|Client was closed|timeout expired|Query read timeout|The server does not support SSL)/;

/**
 * What an exception out of the client means for the tables; `undefined` where it is none of its own, and so
 * a bug. Nothing of the address but {@link PostgresTarget.shown} is in it.
 */
export const failureOf = ({ shown, schema }: PostgresTarget, thrown: unknown): StoreError | undefined => {
  const code = codeOf(thrown);
  const detail = thrown instanceof Error ? thrown.message || code : code;
  // The client says by itself that a password is missing.
  if (code.startsWith('28') || detail.startsWith('SASL'))
    return unavailable(
      `${shown} does not let this user in (${detail}); see user and password, which may stand in the address, in PGPASSWORD or in ~/.pgpass.`,
      `${shown} laat deze gebruiker niet toe (${detail}); kijk naar gebruiker en wachtwoord, die in het adres, in PGPASSWORD of in ~/.pgpass mogen staan.`,
    );
  switch (code) {
    case '3D000':
      return unavailable(
        `There is no such database at ${shown}; make it, or name another.`,
        `Die database is er niet op ${shown}; maak hem aan, of noem een andere.`,
      );
    case '42501':
      return unavailable(
        `This user may not do that at ${shown} (${detail}); let the user make the schema ${schema}, or own it.`,
        `Deze gebruiker mag dat niet op ${shown} (${detail}); laat de gebruiker het schema ${schema} maken, of maak die er eigenaar van.`,
      );
    case '55P03':
      return unavailable(
        `Others have kept the tables at ${shown} locked for a minute; see who reads or projects into them, and try again.`,
        `Anderen houden de tabellen op ${shown} al een minuut bezet; kijk wie ze leest of erin schrijft, en probeer het opnieuw.`,
      );
    case '2BP01':
      return unusable(
        `The tables at ${shown} have columns of another release, and others have made something of them (${detail}); take that away, or name another schema.`,
        `De tabellen op ${shown} hebben kolommen van een andere versie, en anderen hebben er iets van gemaakt (${detail}); haal dat weg, of noem een ander schema.`,
      );
  }
  const isOfServer = /^[0-9FHPX][0-9A-Z]{4}$/.test(code);
  if (isOfServer && !/^(08|40|53|57|58)/.test(code))
    return unusable(
      `The tables at ${shown} cannot be used (${detail}); take the schema ${schema} away and project again: everything is made anew from the log.`,
      `De tabellen op ${shown} zijn niet te gebruiken (${detail}); haal het schema ${schema} weg en schrijf ze opnieuw: alles wordt uit het log opnieuw gemaakt.`,
    );
  return code !== '' || lost.test(detail)
    ? unavailable(
        `${shown} cannot be reached (${detail}); see whether the server runs and lets this machine in.`,
        `${shown} is niet te bereiken (${detail}); kijk of de server draait en deze machine toelaat.`,
      )
    : undefined;
};
