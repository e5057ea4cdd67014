// node die-while-moving.mjs FILE MOMENT: opens a plain vault and stops, as a process that is killed does, at
// that moment: with the move undone in the log beside the file, or with the plain text not wiped yet.
import { openSqliteVault } from '@burgernet/adapters';
import Database from 'libsql';

const [file, moment] = process.argv.slice(2);
const exec = Database.prototype.exec;
const deadly = moment === 'before it is moved' ? 'COMMIT' : 'VACUUM';
Database.prototype.exec = function (sql) {
  if (sql === deadly) process.kill(process.pid, 'SIGKILL');
  return exec.call(this, sql);
};
await openSqliteVault(file, { mode: 'write', now: () => '2021-05-14T18:03:00.000Z' })();
throw new Error('It lived.');
