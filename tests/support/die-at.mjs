// node --import die-at.mjs ...: a process that stops, as one that is killed does, just before it executes the SQL
// that the environment names in DIE_AT.
import Database from 'libsql';

const { exec } = Database.prototype;
Database.prototype.exec = function (sql) {
  if (sql === process.env.DIE_AT) process.kill(process.pid, 'SIGKILL');
  return exec.call(this, sql);
};
