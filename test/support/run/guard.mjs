/**
 * Stops every process that a test run registered, drops its databases on an outside server and removes its folder, as
 * soon as the run is over: in order, crashed or killed.
 */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const folder = process.argv[2];
process.stdin.resume();
process.stdin.once('close', () => void cleanUp());

async function cleanUp() {
  await Promise.all(readdirSync(join(folder, 'processes')).map(stop));
  await dropDatabases();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}

/** A registration is a file named after the process, holding the signal that ends it at once. */
async function stop(name) {
  const pid = Number(name);
  const signals = [readFileSync(join(folder, 'processes', name), 'utf8'), 'SIGKILL'];
  for (const signal of signals) {
    if (!send(pid, signal)) return;
    for (let waited = 0; waited < 5000 && isRunning(pid); waited += 20) await sleep(20);
  }
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Ended but not yet collected by its parent counts as ended. */
function isRunning(pid) {
  if (!send(pid, 0)) return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

/** An outside server keeps its databases when we are gone, so those of this run are dropped one by one. */
async function dropDatabases() {
  const serverFile = join(folder, 'server.json');
  if (!existsSync(serverFile)) return;
  const server = JSON.parse(readFileSync(serverFile, 'utf8'));
  if (!server.outside) return;
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server.maintenanceUrl });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(`select datname from pg_database where starts_with(datname, $1)`, [
    server.prefix,
  ]);
  for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
  await client.end();
}
