import {
  Actor,
  ConsultationReason,
  closed,
  Instant,
  PersonalDataForgotten,
  PersonalDataKind,
  Role,
  Uuid,
} from '@burgernet/domain';
import * as t from 'io-ts';
import type Database from 'libsql';
import { parseJson } from '../interchange/raw-json.js';
import { Damage } from '../sqlite/failure.js';
import { isTextBytes, readText } from '../sqlite/text.js';
import type { KeptText } from './port.js';
import type { TextWithKey } from './sealed-text.js';
import type { VaultTables } from './vault-tables.js';

const Forgetting = closed('forgetting', {
  reference: t.string,
  commandId: Uuid,
  by: Actor,
  recordedAt: Instant,
  data: PersonalDataForgotten,
});

const AccessRecord = closed('access', {
  at: Instant,
  role: Role,
  actorId: t.string,
  reason: ConsultationReason,
  reference: t.string,
  kind: PersonalDataKind,
});

/** A record of ours that was kept as JSON. */
const parsed = <A>(codec: t.Type<A>, row: unknown): A => {
  const value = parseJson(readText(row) ?? '');
  if (!codec.is(value)) throw new Damage(`a record of ${codec.name} in it is not one`);
  return value;
};

const textAt = (cell: unknown): string => {
  if (!isTextBytes(cell)) throw new Damage('a text in it is not one');
  return cell.toString('utf8');
};
const textOrNull = (cell: unknown): string | null => (cell === null ? null : textAt(cell));
const bytesAt = (cell: unknown): Buffer => {
  if (!Buffer.isBuffer(cell)) throw new Damage('bytes in it are none');
  return cell;
};

const about = `CAST(reference AS BLOB), CAST(kind AS BLOB), CAST(event_id AS BLOB), CAST(stream AS BLOB),
  CAST(field AS BLOB), CAST(kept_since AS BLOB)`;

/** The cells of a row that begins with what {@link about} asks for. */
const cellsOf = (row: unknown): readonly [KeptText, ReadonlyArray<unknown>] => {
  if (!Array.isArray(row)) throw new Damage('a row in it is not one');
  const [reference, kind, eventId, stream, field, keptSince, ...rest]: ReadonlyArray<unknown> = row;
  const [of, since] = [textAt(kind), textAt(keptSince)];
  if (!PersonalDataKind.is(of) || !Instant.is(since)) throw new Damage('a kept text in it is not one');
  const place = { eventId: textOrNull(eventId), stream: textOrNull(stream), field: textAt(field) };
  return [{ reference: textAt(reference), kind: of, place, keptSince: since }, rest];
};

const textOf = (row: unknown): TextWithKey => {
  const [text, [keyId, sealed, wrapped]] = cellsOf(row);
  return { text: { ...text, keyId: textAt(keyId), sealed: bytesAt(sealed) }, wrapped: bytesAt(wrapped) };
};

/** The tables of a vault in an SQLite file. */
export const prepareTables = (db: Database.Database): VaultTables => {
  const raw = (sql: string) => db.prepare(sql).raw();
  const text = raw(
    `SELECT ${about}, CAST(key_id AS BLOB), sealed, wrapped FROM sealed JOIN keys USING (key_id) WHERE reference = ?`,
  );
  const texts = raw(`SELECT ${about} FROM sealed ORDER BY kept_since, reference`);
  const insertText = db.prepare(
    `INSERT INTO sealed(reference, kind, event_id, stream, field, kept_since, key_id, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertKey = db.prepare('INSERT INTO keys(key_id, wrapped) VALUES (?, ?)');
  const drops = [
    'DELETE FROM keys WHERE key_id IN (SELECT key_id FROM sealed WHERE reference = ?)',
    'DELETE FROM sealed WHERE reference = ?',
    'DELETE FROM acting WHERE reference = ?',
  ].map((sql) => db.prepare(sql));
  const wiping = db.prepare('UPDATE vault SET wiping = 1');
  const since = db.prepare('UPDATE sealed SET kept_since = ? WHERE reference = ? AND kept_since < ?');
  const actor = raw('SELECT CAST(reference AS BLOB) FROM acting WHERE mark = ?');
  const insertActor = db.prepare('INSERT INTO acting(mark, reference) VALUES (?, ?)');
  const forgetting = raw('SELECT CAST(forgetting AS BLOB) FROM forgotten WHERE reference = ?');
  const unsettled = raw(
    'SELECT CAST(forgetting AS BLOB) FROM forgotten WHERE settled = 0 ORDER BY reference',
  );
  const insertForgetting = db.prepare(
    'INSERT INTO forgotten(reference, forgetting, settled) VALUES (?, ?, 0)',
  );
  const settle = db.prepare('UPDATE forgotten SET settled = 1 WHERE reference = ?');
  const accesses = raw('SELECT CAST(access AS BLOB) FROM accesses ORDER BY number');
  const insertAccess = db.prepare('INSERT INTO accesses(access) VALUES (?)');
  return {
    textUnder: (reference) => {
      const row: unknown = text.get(reference);
      return row === undefined ? undefined : textOf(row);
    },
    putText: ({ text: { reference, kind, place, keptSince, keyId, sealed }, wrapped }) => {
      const { eventId, stream, field } = place;
      insertKey.run(keyId, wrapped);
      insertText.run(reference, kind, eventId, stream, field, keptSince, keyId, sealed);
    },
    dropText: (reference) => {
      for (const drop of drops) drop.run(reference);
      wiping.run();
    },
    keepSince: (reference, at) => {
      since.run(at, reference, at);
    },
    texts: () => texts.all().map((row) => cellsOf(row)[0]),
    actorMarked: (mark) => readText(actor.get(mark)),
    putActor: (mark, reference) => {
      insertActor.run(mark, reference);
    },
    forgettingOf: (reference) => {
      const row: unknown = forgetting.get(reference);
      return row === undefined ? undefined : parsed(Forgetting, row);
    },
    putForgetting: (one) => {
      insertForgetting.run(one.reference, JSON.stringify(one));
    },
    unsettled: () => unsettled.all().map((row) => parsed(Forgetting, row)),
    settle: (reference) => {
      settle.run(reference);
    },
    accesses: () => accesses.all().map((row) => parsed(AccessRecord, row)),
    putAccess: (access) => {
      insertAccess.run(JSON.stringify(access));
    },
  };
};
